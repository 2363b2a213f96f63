"""How the scores of one KIM went over a year, for its own members and for those who oversee it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.utils import timezone

from evaluation.permissions import SEEING_ROLES
from evaluation.rules.trend import Month, months_to, trend_of
from evaluation.selectors.conflicts import article_type
from kim.models import KimGroup
from rubrics.models import ReasonCode, ScoreSheet, WorkScore
from users.roles import KIM_ROLES

FAULTS_SHOWN = 5


@dataclass(frozen=True)
class FaultCount:
    reason: ReasonCode
    stories: int


@dataclass(frozen=True)
class KimTrend:
    """`months` end with the running one; `faults` are the most usual reasons of low marks in that time."""

    kim: KimGroup
    months: tuple[Month, ...]
    stories: int
    faults: tuple[FaultCount, ...]


def kims_with_trend(user: Any) -> Any:
    """KIM whose trend this person may see: the own one, or those of the own region."""
    return KimGroup.objects.for_user(user, SEEING_ROLES)


def kims_i_write_for(user: Any) -> list[KimGroup]:
    """KIM of which this person is a member, by name."""
    return list(KimGroup.objects.for_user(user, KIM_ROLES).only("pk", "name", "slug").order_by("name"))


def kim_trend(kim: KimGroup, today: datetime.date) -> KimTrend:
    """Released scores alone: three queries."""
    first = months_to(today)[0]
    start = datetime.datetime.combine(first, datetime.time(), tzinfo=timezone.get_current_timezone())
    scores = WorkScore.objects.filter(kim=kim, work_type=article_type(), scored_at__gte=start)
    rows = [
        (timezone.localtime(moment).date(), total)
        for moment, total in scores.values_list("scored_at", "total")
        if total is not None
    ]
    sheets = ScoreSheet.objects.released().filter(
        kim=kim, work_type=article_type(), released_at__gte=start, marks__reasons__isnull=False
    )
    counts = dict(sheets.order_by().values_list("marks__reasons").annotate(n=Count("work_id", distinct=True)))
    codes = ReasonCode.objects.in_bulk(list(counts))
    usual = sorted(counts, key=lambda pk: (-counts[pk], codes[pk].position))[:FAULTS_SHOWN]
    return KimTrend(
        kim=kim,
        months=trend_of(rows, today),
        stories=len(rows),
        faults=tuple(FaultCount(codes[pk], counts[pk]) for pk in usual),
    )
