"""What lists, feeds, sitemaps and numbers are told when a story goes public, changes or is taken back."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.generations import raise_keys
from news.models import ArticleFootprint, ArticlePage
from news.rules.footprint import Footprint, keys_to_raise, lists_of
from news.services.statistics import day_of, month_bounds, recount_day, recount_kim

# A story that was first public longer ago comes back into the middle of its lists.
NEW = datetime.timedelta(minutes=5)
# From so many days on one count of everything is cheaper.
FEW_DAYS = 7


def footprint_of(article_id: int) -> Footprint | None:
    """Where the story stands by what the database says now (three queries); None when it is not public."""
    fields = ("kim_id", "title", "lead", "kind", "is_advertorial", "list_image_id", "url_path", "topic_id")
    story = ArticlePage.objects.live().filter(pk=article_id, published_at__isnull=False)
    row = story.values(*fields, "published_at").first()
    if row is None:
        return None
    bylines = list(
        story.order_by("bylines__sort_order").values_list("bylines__name", "bylines__role", "bylines__person")
    )
    tags = story.filter(tagged_items__isnull=False).values_list("tagged_items__tag", flat=True)
    published = row["published_at"]
    printed = [row[field] for field in fields] + [list(byline[:2]) for byline in bylines]
    people = {person for _name, _role, person in bylines if person}
    return Footprint(
        kim=row["kim_id"],
        row=hashlib.sha256(json.dumps(printed).encode()).hexdigest()[:16],
        lists=lists_of(
            kim=row["kim_id"],
            topic=row["topic_id"] or 0,
            tags=tuple(tags),
            writers=tuple(people),
            is_advertorial=row["is_advertorial"],
        ),
        published=published,
        day=day_of(published),
        month=f"{timezone.localtime(published):%Y-%m}",
        topic=row["topic_id"] or 0,
        writers=tuple(sorted(people)),
    )


@transaction.atomic
def refresh_footprint(article_id: int) -> None:
    """Raises the keys of everything that shows this story otherwise than before, and counts its days anew.

    Called in the transaction that publishes, unpublishes or moves; twice changes nothing more.
    """
    stored = ArticleFootprint.objects.select_for_update().filter(article_id=article_id).first()
    before = Footprint.from_dict(stored.facts) if stored else None
    after = footprint_of(article_id)
    if before == after:
        # The text alone changed: the sitemap says when, everything else stays as it is.
        raise_keys(*keys_to_raise(article_id, before, after))
        return
    if after is None:
        ArticleFootprint.objects.filter(article_id=article_id).delete()
    elif stored is None:
        ArticleFootprint.objects.create(article_id=article_id, facts=after.as_dict())
    else:
        stored.facts = after.as_dict()
        stored.save(update_fields=["facts"])
    _tell(article_id, before, after)


def stored_footprint(article_id: int) -> Footprint | None:
    """Where the story was last said to stand."""
    facts = ArticleFootprint.objects.filter(article_id=article_id).values_list("facts", flat=True).first()
    return Footprint.from_dict(facts) if facts else None


@transaction.atomic
def follow_stories(article_ids: Iterable[int], kim_ids: Iterable[int]) -> None:
    """The same for many stories that moved between these KIM; the move itself had everything rendered anew."""
    days: set[datetime.date] = set()
    for row in ArticleFootprint.objects.filter(article__in=list(article_ids)).select_for_update():
        after = footprint_of(row.article_id)
        if after is not None:
            days.add(after.day)
            row.facts = after.as_dict()
            row.save(update_fields=["facts"])
    for kim_id in sorted(kim_ids):
        if len(days) > FEW_DAYS:
            recount_kim(kim_id)
        else:
            # A merge moves one story at a time: counting all days for each would grow with the square.
            for day in sorted(days):
                recount_day(kim_id=kim_id, day=day)


@transaction.atomic
def forget_story(article_id: int, before: Footprint) -> None:
    """The same for a story whose row was deleted just now; `before` was read while it stood."""
    _tell(article_id, before, None)


def _tell(article_id: int, before: Footprint | None, after: Footprint | None) -> None:
    footprints = [footprint for footprint in (before, after) if footprint]
    for kim_id, day in sorted({(footprint.kim, footprint.day) for footprint in footprints}):
        recount_day(kim_id=kim_id, day=day)
    keys = keys_to_raise(
        article_id,
        before,
        after,
        on_top=after is not None and timezone.now() - after.published < NEW,
        newest_left=_newest_left(article_id, footprints[0]),
    )
    raise_keys(*keys, *_first_or_last(article_id, before, after))


def _others(article_id: int, **which: object) -> QuerySet[ArticlePage]:
    rows: QuerySet[ArticlePage] = ArticlePage.objects.live().filter(published_at__isnull=False, **which)
    return rows.exclude(pk=article_id)


def _newest_left(article_id: int, footprint: Footprint) -> datetime.datetime | None:
    """The moment of the newest other public story of this KIM."""
    newest = _others(article_id, kim_id=footprint.kim).order_by("-published_at")
    moment: datetime.datetime | None = newest.values_list("published_at", flat=True).first()
    return moment


def _first_or_last(article_id: int, before: Footprint | None, after: Footprint | None) -> set[str]:
    """Keys of pages that name months, topics and writers: raised with the first story of one, and the last."""
    keys = set()
    for one, other in ((before, after), (after, before)):
        if one is None:
            continue
        if other is None or other.month != one.month:
            start, end = month_bounds(one.day)
            if not _others(article_id, published_at__gte=start, published_at__lt=end).exists():
                keys.add("months")
        new_topic = one.topic and (other is None or other.topic != one.topic)
        if new_topic and not _others(article_id, topic_id=one.topic).exists():
            keys.add("tree")
        for writer in set(one.writers) - set(other.writers if other else ()):
            if not _others(article_id, bylines__person=writer).exists():
                keys.update((f"person-{writer}", f"kim-{one.kim}-home"))
    return keys
