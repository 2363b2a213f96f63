"""Stories by day: recounted in the transaction that publishes or withdraws, checked as a whole every night."""

from __future__ import annotations

import datetime
import logging
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kim.models import KimGroup
from news.models import ArticleByline, ArticlePage, DailyStories

logger = logging.getLogger("news.statistics")
Dimension = DailyStories.Dimension
# (kim, day, dimension, value)
Key = tuple[int, datetime.date, str, int]
CHUNK = 5000


def day_of(moment: datetime.datetime) -> datetime.date:
    """The day a moment belongs to, on the site's clock."""
    return timezone.localtime(moment).date()


def month_bounds(day: datetime.date) -> tuple[datetime.datetime, datetime.datetime]:
    """Begin of the month this day lies in, and of the following one, on the site's clock."""
    first = day.replace(day=1)
    return _midnight(first), _midnight((first + datetime.timedelta(days=32)).replace(day=1))


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_current_timezone())


@transaction.atomic
def recount_day(*, kim_id: int, day: datetime.date) -> None:
    """Counts the public stories of one KIM that first appeared on this day. Safe to run twice."""
    # One at a time for a KIM: two publications at once would each count without the other.
    KimGroup.objects.select_for_update(no_key=True).values_list("pk").get(pk=kim_id)
    start, end = _midnight(day), _midnight(day + datetime.timedelta(days=1))
    stories = ArticlePage.objects.live().filter(kim_id=kim_id, published_at__gte=start, published_at__lt=end)
    _store(count_stories(stories), DailyStories.objects.filter(kim_id=kim_id, day=day))


def count_stories(stories: QuerySet[ArticlePage]) -> Counter[Key]:
    """What these stories count for, in two queries however many they are."""
    counts: Counter[Key] = Counter()
    places: dict[int, tuple[int, datetime.date]] = {}
    rows = stories.order_by().values_list("pk", "kim_id", "published_at", "topic_id", "format_id")
    for pk, kim_id, published, topic, format_ in rows.iterator(chunk_size=CHUNK):
        day = day_of(published)
        places[pk] = (kim_id, day)
        counts[(kim_id, day, Dimension.ALL, 0)] += 1
        if topic:
            counts[(kim_id, day, Dimension.TOPIC, topic)] += 1
        if format_:
            counts[(kim_id, day, Dimension.FORMAT, format_)] += 1
    for article, person in _writers(stories, places):
        counts[(*places[article], Dimension.WRITER, person)] += 1
    return counts


def _writers(stories: QuerySet[ArticlePage], places: dict[int, Any]) -> Iterable[tuple[int, int]]:
    """(story, person) of every writer with a record, each once a story."""
    rows = ArticleByline.objects.filter(role=ArticleByline.Role.WRITER, person__isnull=False)
    # Few stories by their numbers; all of them by the same condition again, or the list of numbers grows too long.
    few = len(places) <= 500
    rows = rows.filter(article__in=list(places) if few else stories.order_by().values("pk"))
    pairs = rows.values_list("article_id", "person_id").distinct()
    return ((article, person) for article, person in pairs.iterator(chunk_size=CHUNK) if article in places)


def _store(counts: Counter[Key], stored: QuerySet[DailyStories]) -> int:
    """Makes the stored rows equal to the counts; returns how many had to change."""
    known = {(row.kim_id, row.day, row.dimension, row.value): row for row in stored}
    wrong = [row.pk for key, row in known.items() if key not in counts]
    changed = []
    for key, number in counts.items():
        row = known.get(key)
        if row is not None and row.stories != number:
            row.stories = number
            changed.append(row)
    new = [
        DailyStories(kim_id=key[0], day=key[1], dimension=key[2], value=key[3], stories=number)
        for key, number in counts.items()
        if key not in known
    ]
    DailyStories.objects.filter(pk__in=wrong).delete()
    DailyStories.objects.bulk_update(changed, ["stories"], batch_size=CHUNK)
    DailyStories.objects.bulk_create(new, batch_size=CHUNK)
    return len(wrong) + len(changed) + len(new)


@transaction.atomic
def recount_kim(kim_id: int) -> int:
    """Counts all days of one KIM anew; returns how many rows were wrong."""
    KimGroup.objects.select_for_update(no_key=True).values_list("pk").get(pk=kim_id)
    stories = ArticlePage.objects.live().filter(kim_id=kim_id, published_at__isnull=False)
    return _store(count_stories(stories), DailyStories.objects.filter(kim_id=kim_id))


def check_statistics() -> int:
    """Counts every KIM anew and mends what differs; returns how many rows were wrong (0 is the expected answer).

    One KIM at a time, so that no publication waits for the whole network.
    """
    wrong = 0
    for kim_id in KimGroup.objects.order_by("pk").values_list("pk", flat=True):
        differences = recount_kim(kim_id)
        if differences:
            logger.warning("statistics of KIM %s differed in %s rows and were mended", kim_id, differences)
        wrong += differences
    return wrong
