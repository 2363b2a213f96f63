"""Stories as readers meet them in lists: rows, pages of a list by key, the front, search."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from taggit.models import Tag

from core import paging, when
from core.cache_keys import depends_on
from core.pictures import picture_sources
from core.rules import keyset
from core.search import every_word
from kim.selectors.public import kim_row, public_kims
from news.models import ArticlePage, ArticleTag, Topic
from news.models.pages import ArticleQuerySet
from news.rules.front import choose_lead, group_by_period, rotated
from news.rules.shorten import first_words

PAGE_SIZE = 20
FRONT_STORIES = 15
HOME_STORIES = 8
STRIP_LENGTH = 24
LEAD_LENGTH = 150
INDEX_MATCHES = 200
LOOKED_INTO = 20_000
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class StoryRow:
    """One story in a list, with every word the template prints. `place` is the district, `time` ISO text."""

    pk: int
    url: str
    headline: str
    kicker: str
    lead: str
    kim: str
    place: str
    time: str
    age: str
    image: Any
    alt: str
    day: datetime.date
    published_at: datetime.datetime

    @property
    def has_picture(self) -> bool:
        return self.image is not None


@dataclass(frozen=True)
class Listing:
    """One page of a list. The addresses are query strings and empty where the list ends."""

    rows: tuple[StoryRow, ...]
    older_url: str
    newer_url: str
    is_first: bool


@dataclass(frozen=True)
class DayGroup:
    """`date` is the date in words when `label` is a word like "Hari ini", else empty."""

    label: str
    date: str
    stories: tuple[StoryRow, ...]


@dataclass(frozen=True)
class StripKim:
    name: str
    village: str
    letters: str
    url: str
    hue: int
    age: str


def live_stories(root: Any) -> ArticleQuerySet:
    """Public stories below a page, newest first, with all that a row needs joined: two queries for any number.

    Below a KIM its key says the same as the path, and the database has an index for it.
    """
    below = {"kim": root.kim_id} if hasattr(root, "kim_id") else {"path__startswith": root.path}
    stories: ArticleQuerySet = (
        ArticlePage.objects.live()
        .filter(**below, published_at__isnull=False)
        .select_related("kim__village__parent", "list_image")
        .prefetch_related("list_image__renditions")
        .defer("body", "checklist", "search_description", "kim__about", "kim__address")
        .newest_first()
    )
    return stories


def kicker_of(article: ArticlePage) -> str:
    """What kind of text this is; a paid one says so wherever it stands."""
    return str(_("Advertorial")) if article.is_advertorial else str(article.get_kind_display())


def story_row(article: ArticlePage, now: datetime.datetime) -> StoryRow:
    """The row of a story whose joins are loaded (see live_stories)."""
    published = article.published_at or now
    local = timezone.localtime(published)
    image = article.list_image
    depends_on(f"row-{article.pk}", f"kim-{article.kim_id}")
    if image is not None:
        depends_on(f"image-{image.pk}")
    if image is not None and picture_sources(image) is None:
        image = None  # its public sizes are still being made
    district = article.kim.village.parent
    return StoryRow(
        pk=article.pk,
        url=article.get_url() or "",
        headline=article.title,
        kicker=kicker_of(article),
        lead=first_words(article.lead, LEAD_LENGTH),
        kim=article.kim.name,
        place=district.name if district else "",
        time=local.isoformat(timespec="minutes"),
        age=when.relative(published, now),
        image=image,
        alt=image.alt_text if image else "",
        day=local.date(),
        published_at=published,
    )


def rows_of(stories: ArticleQuerySet) -> tuple[StoryRow, ...]:
    now = timezone.now()
    return tuple(story_row(article, now) for article in stories)


def page_of(
    stories: ArticleQuerySet,
    before: str = "",
    after: str = "",
    query: str = "",
    size: int = PAGE_SIZE,
    name: str = "all",
) -> Listing:
    """One page by key. A cursor that is none gives the first page; `query` goes in front of the cursors.

    `name` is the list's own in core.cache_keys ("all", "kim-3", "topic-5" …).
    """
    now = timezone.now()
    page = paging.cut(stories, "published_at", before=before, after=after, query=query, size=size)
    # The first row of the next page decides whether there is one.
    depends_on(f"list-{name}-deep", *(f"row-{article.pk}" for article in page.ahead))
    if page.from_top:
        depends_on(f"list-{name}")
    rows = tuple(story_row(article, now) for article in page.rows)
    return Listing(rows, page.older_url, page.newer_url, page.is_first)


@dataclass(frozen=True)
class Front:
    """`older_url` leads into the list of all news, to where the river ends."""

    lead: StoryRow
    days: tuple[DayGroup, ...]
    older_url: str


def front(root: Any) -> Front | None:
    """The newest stories of the network: one leads, the others by day. None when nothing is published yet."""
    found = list(live_stories(root)[: FRONT_STORIES + 1])
    depends_on("list-all", *(f"row-{article.pk}" for article in found))
    if not found:
        return None
    now = timezone.now()
    rows = [story_row(article, now) for article in found[:FRONT_STORIES]]
    more = (
        f"/berita/?sebelum={keyset.to_text(rows[-1].published_at, rows[-1].pk)}"
        if len(found) > len(rows)
        else ""
    )
    chosen = choose_lead(rows)
    lead = replace(rows.pop(chosen), lead=found[chosen].lead)
    return Front(lead, by_day(rows, timezone.localdate(now)), more)


def by_day(rows: list[StoryRow], today: datetime.date) -> tuple[DayGroup, ...]:
    """Rows under "today", "yesterday", a date, or (older than a week) a month."""
    groups: list[DayGroup] = []
    for period, stories in group_by_period(rows, today):
        if period.whole_month:
            month = when.month(period.first)
            if groups and (period.first.year, period.first.month) == (today.year, today.month):
                month = _("Earlier in %(month)s") % {"month": month}
            groups.append(DayGroup(month, "", tuple(stories)))
            continue
        age = (today - period.first).days
        date = when.long_date(period.first)
        label = {0: _("Today"), 1: _("Yesterday")}.get(age, "")
        groups.append(DayGroup(label or date, date if label else "", tuple(stories)))
    return tuple(groups)


def kim_strip(root: Any) -> tuple[tuple[StripKim, ...], int]:
    """Up to 24 KIM with the age of their latest story, another one first each day; and how many there are."""
    now = timezone.now()
    every = list(public_kims(root).order_by("village__code", "pk").values_list("pk", flat=True))
    chosen = rotated(every, timezone.localdate(now))[:STRIP_LENGTH]
    latest = ArticlePage.objects.filter(kim=OuterRef("pk"), live=True, published_at__isnull=False)
    kims: dict[int, Any] = (
        public_kims(root)
        .annotate(latest_at=Subquery(latest.order_by("-published_at").values("published_at")[:1]))
        .in_bulk(chosen)
    )
    depends_on("kims", *(f"latest-{pk}" for pk in chosen))
    return tuple(_strip_kim(kims[pk], now) for pk in chosen if pk in kims), len(every)


def _strip_kim(kim: Any, now: datetime.datetime) -> StripKim:
    row = kim_row(kim)
    village = f"{row.village}, {row.place}" if row.place else row.village
    age = when.relative(kim.latest_at, now) if kim.latest_at else ""
    return StripKim(row.name, village, row.letters, row.url, row.hue, age)


def topics() -> tuple[Topic, ...]:
    depends_on("topics")
    return tuple(Topic.objects.all())


def stories_of_topic(root: Any, topic: Topic) -> ArticleQuerySet:
    return live_stories(root).filter(topic=topic)


def stories_of_tag(root: Any, tag: Tag) -> ArticleQuerySet:
    return live_stories(root).filter(pk__in=ArticleTag.objects.filter(tag=tag).values("content_object_id"))


def stories_of_writer(root: Any, person: Any) -> ArticleQuerySet:
    """Stories with this person in the byline, each once."""
    return live_stories(root).filter(pk__in=person.bylines.values("article_id"))


def found_stories(root: Any, words: tuple[str, ...]) -> ArticleQuerySet:
    """Stories in which every word stands in headline, lead, place, KIM or village, or in the indexed text.

    Whole words (and what the language makes of them) are found in all years by the index, the newest matches first;
    parts of words and names of places only in the newest stories, because each has to be looked into.
    """
    in_front = every_word(words, ("title", "lead", "event_place", "kim__name", "kim__village__name"))
    newest = ArticlePage.objects.filter(published_at__isnull=False).order_by("-published_at")
    oldest_read = newest.values("published_at")[LOOKED_INTO : LOOKED_INTO + 1]
    in_front &= Q(published_at__gte=Coalesce(Subquery(oldest_read), LONG_AGO))
    matches = ArticlePage.objects.live().only("pk").order_by("-published_at")
    in_index = matches.search(" ".join(words), operator="and", order_by_relevance=False)[:INDEX_MATCHES]
    return live_stories(root).filter(in_front | Q(pk__in=[article.pk for article in in_index]))
