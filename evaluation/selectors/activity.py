"""What KIM published, in numbers: the list of all that a person sees, the silent ones first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, DateField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.row_paging import page_beside
from evaluation.permissions import SEEING_ROLES
from evaluation.rules.activity import Regularity, days_silent, is_silent, regularity, silent_before
from evaluation.rules.periods import Period, target_for
from evaluation.selectors.reads import reads_by_kim
from kim.models import KimGroup
from news.models import ArticlePage, Correction, DailyStories

KIMS_A_PAGE = 50
_HEAVY = ("about", "address", "tagline")


@dataclass(frozen=True)
class KimNumbers:
    """One KIM in a period. `by_day` are its days with stories; everything else is counted from public rows too."""

    slug: str
    name: str
    village: str
    district: str
    is_paused: bool
    latest_day: datetime.date | None
    latest_title: str
    latest_url: str
    silent_days: int | None
    is_silent: bool
    by_day: dict[datetime.date, int]
    target: int
    regularity: Regularity
    corrections: int
    reads: int

    @property
    def stories(self) -> int:
        return sum(self.by_day.values())

    @property
    def meets_target(self) -> bool:
        return self.stories >= self.target

    @property
    def missing(self) -> int:
        """How many stories there are too few."""
        return max(self.target - self.stories, 0)


@dataclass(frozen=True)
class ActivityList:
    """One page of the list; `silent` counts those without a story for more than 30 days, `never` those without any."""

    rows: tuple[KimNumbers, ...]
    next_id: int
    previous_id: int
    total: int
    silent: int
    never: int


def kims_in_sight(user: Any) -> QuerySet[KimGroup]:
    """KIM whose activity this person sees: of the own region, or the own one; closed ones are history."""
    kims = KimGroup.objects.for_user(user, SEEING_ROLES).exclude(status=KimGroup.Status.CLOSED)
    return kims.select_related("village__parent").defer(*_HEAVY)


def by_silence(kims: QuerySet[KimGroup]) -> QuerySet[KimGroup]:
    """Those that never published first, then the longest silent; `latest_day` is the day of the latest story.

    The day comes from the end of an index, so that no story of the network is counted.
    """
    latest = DailyStories.objects.filter(kim=OuterRef("pk"), dimension=DailyStories.Dimension.ALL)
    dated = kims.annotate(latest_day=Subquery(latest.order_by("-day").values("day")[:1]))
    never = Value(datetime.date.min, output_field=DateField())
    return dated.annotate(quiet_since=Coalesce("latest_day", never)).order_by("quiet_since", "name", "pk")


def is_silent_on(today: datetime.date) -> Q:
    """evaluation.rules.activity.is_silent as a condition on KIM of `by_silence`."""
    before = silent_before(today)
    return Q(latest_day__lt=before) | Q(latest_day=None, created_at__lt=midnight(before))


def silent_kims(user: Any, roles: Iterable[str], today: datetime.date) -> QuerySet[KimGroup]:
    """Active KIM of this person that have been silent for more than 30 days."""
    return by_silence(KimGroup.objects.for_user(user, roles).active()).filter(is_silent_on(today))


def activity_list(
    user: Any,
    *,
    period: Period,
    per_month: int,
    today: datetime.date,
    after: int | None = None,
    before: int | None = None,
) -> ActivityList:
    """One page of KIM with their numbers; the same number of queries however many KIM there are."""
    kims = by_silence(kims_in_sight(user))
    page = page_beside(kims, ("quiet_since", "name"), after=after, before=before, size=KIMS_A_PAGE)
    counts = kims.order_by().aggregate(
        total=Count("pk"),
        silent=Count("pk", filter=is_silent_on(today)),
        never=Count("pk", filter=Q(latest_day=None)),
    )
    rows = numbers_of(page.rows, period=period, per_month=per_month, today=today)
    return ActivityList(rows, page.next_id, page.previous_id, **counts)


def whole_list(user: Any, *, period: Period, per_month: int, today: datetime.date) -> tuple[KimNumbers, ...]:
    """Every KIM that this person sees, in the order of the list: what goes into a file."""
    kims = list(by_silence(kims_in_sight(user)))
    return numbers_of(kims, period=period, per_month=per_month, today=today)


def numbers_of(
    kims: Sequence[Any], *, period: Period, per_month: int, today: datetime.date
) -> tuple[KimNumbers, ...]:
    """The numbers of these KIM (rows of `by_silence`) in their order; four queries for any number of them."""
    ids = [kim.pk for kim in kims]
    days = _days_with_stories(ids, period)
    corrections, reads, latest = _corrections(ids, period), reads_by_kim(ids, period), _latest(ids)
    target = target_for(period, per_month)
    return tuple(
        KimNumbers(
            slug=kim.slug,
            name=kim.name,
            village=kim.village.name,
            district=kim.village.parent.name if kim.village.parent else "",
            is_paused=kim.status == KimGroup.Status.PAUSED,
            latest_day=kim.latest_day,
            latest_title=latest[kim.pk].title if kim.pk in latest else "",
            latest_url=(latest[kim.pk].get_url() or "") if kim.pk in latest else "",
            silent_days=days_silent(kim.latest_day, today),
            is_silent=is_silent(kim.latest_day, timezone.localdate(kim.created_at), today),
            by_day=days.get(kim.pk, {}),
            target=target,
            regularity=regularity(days.get(kim.pk, {}), period),
            corrections=corrections.get(kim.pk, 0),
            reads=reads.get(kim.pk, 0),
        )
        for kim in kims
    )


def midnight(day: datetime.date) -> datetime.datetime:
    """The beginning of a day on the site's clock."""
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_current_timezone())


def within(field: str, period: Period) -> Q:
    """Rows whose aware date lies in the period."""
    following = period.last + datetime.timedelta(days=1)
    return Q(**{f"{field}__gte": midnight(period.first), f"{field}__lt": midnight(following)})


def _days_with_stories(ids: Sequence[int], period: Period) -> dict[int, dict[datetime.date, int]]:
    rows = DailyStories.objects.filter(
        kim__in=ids, dimension=DailyStories.Dimension.ALL, day__range=(period.first, period.last)
    )
    found: dict[int, dict[datetime.date, int]] = {}
    for kim_id, day, stories in rows.order_by().values_list("kim_id", "day", "stories"):
        found.setdefault(kim_id, {})[day] = stories
    return found


def _corrections(ids: Sequence[int], period: Period) -> dict[int, int]:
    rows = Correction.objects.filter(within("made_at", period), kim__in=ids).order_by()
    return dict(rows.values("kim").annotate(notes=Count("pk")).values_list("kim", "notes"))


def _latest(ids: Sequence[int]) -> dict[int, ArticlePage]:
    """The latest public story of each KIM, found through the index of a KIM's stories."""
    stories = ArticlePage.objects.live().filter(kim=OuterRef("pk"), published_at__isnull=False)
    newest = stories.order_by("-published_at", "-pk").values("pk")[:1]
    keys = KimGroup.objects.filter(pk__in=ids).annotate(latest=Subquery(newest)).values("latest")
    rows = ArticlePage.objects.filter(pk__in=keys).only("title", "url_path", "kim_id")
    return {story.kim_id: story for story in rows}
