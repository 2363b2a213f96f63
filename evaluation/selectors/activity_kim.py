"""What one KIM published in a period: by week, month, topic, format and writer, its corrections, its latest stories."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum

from evaluation.rules.periods import Bucket, Period, count_in, months_of, weeks_of
from evaluation.selectors.activity import KimNumbers, by_silence, kims_in_sight, numbers_of, within
from kim.models import KimGroup, Person
from news.models import ArticlePage, Correction, DailyStories, Format, Topic

LATEST_SHOWN = 5
Dimension = DailyStories.Dimension
# What stories count for that carry no topic or no format.
NONE = 0


@dataclass(frozen=True)
class BucketCount:
    bucket: Bucket
    stories: int


@dataclass(frozen=True)
class Share:
    """How many stories a topic, format or writer has; `value` stands in the address, 0 for those without any."""

    value: int
    name: str
    stories: int


@dataclass(frozen=True)
class KindCount:
    kind: str
    name: str
    notes: int


@dataclass(frozen=True)
class LatestStory:
    title: str
    url: str
    published_at: datetime.datetime


@dataclass(frozen=True)
class KimActivity:
    """A story of two writers counts once for each of them; without a topic or format it stands under 0."""

    numbers: KimNumbers
    weeks: tuple[BucketCount, ...]
    months: tuple[BucketCount, ...]
    topics: tuple[Share, ...]
    formats: tuple[Share, ...]
    writers: tuple[Share, ...]
    corrections: tuple[KindCount, ...]
    latest: tuple[LatestStory, ...]


def kim_in_sight(user: Any, slug: str) -> KimGroup | None:
    """The KIM of this address with `latest_day`, when this person sees its activity."""
    return by_silence(kims_in_sight(user)).filter(slug=slug).first()


def activity_of(kim: KimGroup, *, period: Period, per_month: int, today: datetime.date) -> KimActivity:
    """Everything about one KIM (a row of `kim_in_sight`); always the same number of queries."""
    numbers = numbers_of([kim], period=period, per_month=per_month, today=today)[0]
    counts = _by_dimension(kim, period)
    names: dict[str, dict[int, str]] = {
        Dimension.TOPIC: dict(Topic.objects.filter(pk__in=counts[Dimension.TOPIC]).values_list("pk", "name")),
        Dimension.FORMAT: dict(
            Format.objects.filter(pk__in=counts[Dimension.FORMAT]).values_list("pk", "name")
        ),
        Dimension.WRITER: dict(
            Person.objects.filter(pk__in=counts[Dimension.WRITER]).values_list("pk", "full_name")
        ),
    }

    def shares(dimension: str, *, with_rest: bool = True) -> tuple[Share, ...]:
        found = counts[dimension]
        rest = numbers.stories - sum(found.values()) if with_rest else 0
        rows = [
            Share(value, names[dimension][value], stories)
            for value, stories in found.items()
            if value in names[dimension]
        ]
        rows.sort(key=lambda share: (-share.stories, share.name, share.value))
        return (*rows, *([Share(NONE, "", rest)] if rest > 0 else []))

    weeks, months = weeks_of(period), months_of(period)
    return KimActivity(
        numbers=numbers,
        weeks=tuple(map(BucketCount, weeks, count_in(weeks, numbers.by_day))),
        months=tuple(map(BucketCount, months, count_in(months, numbers.by_day))),
        topics=shares(Dimension.TOPIC),
        formats=shares(Dimension.FORMAT),
        writers=shares(Dimension.WRITER, with_rest=False),
        corrections=_corrections_by_kind(kim, period),
        latest=_latest_stories(kim),
    )


def _by_dimension(kim: KimGroup, period: Period) -> dict[str, dict[int, int]]:
    rows = (
        DailyStories.objects.filter(kim=kim, day__range=(period.first, period.last))
        .exclude(dimension=Dimension.ALL)
        .order_by()
        .values_list("dimension", "value")
        .annotate(total=Sum("stories"))
    )
    found: dict[str, dict[int, int]] = {
        dimension: {} for dimension in Dimension.values if dimension != Dimension.ALL
    }
    for dimension, value, total in rows:
        found[dimension][value] = total
    return found


def _corrections_by_kind(kim: KimGroup, period: Period) -> tuple[KindCount, ...]:
    rows = Correction.objects.filter(within("made_at", period), kim=kim).order_by()
    counts = dict(rows.values("kind").annotate(notes=Count("pk")).values_list("kind", "notes"))
    return tuple(
        KindCount(kind.value, str(kind.label), counts[kind.value])
        for kind in Correction.Kind
        if kind.value in counts
    )


def _latest_stories(kim: KimGroup) -> tuple[LatestStory, ...]:
    stories = ArticlePage.objects.live().filter(kim=kim, published_at__isnull=False).newest_first()
    return tuple(
        LatestStory(story.title, story.get_url() or "", story.published_at)
        for story in stories.only("title", "url_path", "published_at")[:LATEST_SHOWN]
    )
