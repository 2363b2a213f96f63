"""Readers' reports for those who answer them, and the one that its sender follows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from core import when
from kim.models.groups import scope_filter
from news.models import ContentReport
from news.rules.report_clock import ANSWER_WITHIN, ReportClock, report_clock
from news.rules.shorten import at_word
from news.selectors.report_words import report_words
from news.selectors.state_words import StateWords
from users.roles import KIM_ROLES, Act, roles_that_may

OPEN_SHOWN = 60
ANSWERED_SHOWN = 20
EXCERPT = 140
ANSWERING_ROLES = roles_that_may(Act.PUBLISH) | roles_that_may(Act.COACH)


@dataclass(frozen=True)
class ReportRow:
    """One line of the queue: what, about which page, whose, where on the clock."""

    pk: int
    kind: str
    excerpt: str
    page_title: str
    kim_name: str
    received_at: datetime.datetime
    is_late: bool
    words: StateWords


@dataclass(frozen=True)
class ReportQueue:
    open: list[ReportRow]
    more_open: bool
    answered: list[ReportRow]


def reports_for(user: Any) -> QuerySet[ContentReport]:
    """Every report that this person may answer."""
    rows: QuerySet[ContentReport] = ContentReport.objects.for_user(user, ANSWERING_ROLES)
    return rows.select_related("kim__village", "page")


def report_queue(user: Any) -> ReportQueue:
    """What waits, oldest first, then what was closed lately: two queries."""
    rows = reports_for(user)
    waiting = list(
        rows.filter(state=ContentReport.State.OPEN).order_by("received_at", "pk")[: OPEN_SHOWN + 1]
    )
    closed = rows.exclude(state=ContentReport.State.OPEN).order_by("-answered_at", "-pk")[:ANSWERED_SHOWN]
    now = timezone.now()
    return ReportQueue(
        [report_row(row, now) for row in waiting[:OPEN_SHOWN]],
        len(waiting) > OPEN_SHOWN,
        [report_row(row, now) for row in closed],
    )


def waiting_reports(user: Any) -> QuerySet[ContentReport]:
    """What this person is asked to answer: all of the own KIM; of a whole region only what is late."""
    own = scope_filter(user, ANSWERING_ROLES & KIM_ROLES, "kim__")
    region = scope_filter(user, ANSWERING_ROLES - KIM_ROLES, "kim__")
    late = timezone.now() - ANSWER_WITHIN
    rows = reports_for(user).filter(state=ContentReport.State.OPEN)
    return (rows.filter(own) | rows.filter(region, received_at__lte=late)).order_by("received_at", "pk")


def waiting_report_rows(user: Any, limit: int) -> list[ReportRow]:
    """The oldest first; one more than `limit` tells that there are more."""
    now = timezone.now()
    return [report_row(row, now) for row in waiting_reports(user)[: limit + 1]]


def clock_of(report: ContentReport, now: datetime.datetime | None = None) -> ReportClock:
    return report_clock(report.received_at, now or timezone.now(), report.answered_at)


def report_row(report: ContentReport, now: datetime.datetime) -> ReportRow:
    clock = clock_of(report, now)
    return ReportRow(
        pk=report.pk,
        kind=report.get_kind_display(),
        excerpt=at_word(report.text, EXCERPT),
        page_title=report.page.title,
        kim_name=report.kim.name,
        received_at=report.received_at,
        is_late=clock.is_late and report.state != ContentReport.State.DISMISSED,
        words=report_words(report.state, clock),
    )


@dataclass(frozen=True)
class ReportStatus:
    """What the sender of a report sees; never who the sender is. Moments in words."""

    kind: str
    text: str
    kim_name: str
    kim_slug: str
    has_whatsapp: bool
    page_title: str
    page_url: str
    received: str
    due: str
    is_open: bool
    is_late: bool
    answered: str
    answer: str
    dismissal: str
    correction_kind: str
    correction_text: str


def report_status(code: str) -> ReportStatus | None:
    """The report behind a private address; None when there is none."""
    report = (
        ContentReport.objects.select_related("kim", "page", "correction").filter(code=code).first()
        if code.isascii() and len(code) <= 32
        else None
    )
    if report is None:
        return None
    clock = clock_of(report)
    correction = getattr(report, "correction", None)
    page = report.page.specific_deferred
    return ReportStatus(
        kind=report.get_kind_display(),
        text=report.text,
        kim_name=report.kim.name,
        kim_slug=report.kim.slug,
        has_whatsapp=bool(report.kim.whatsapp),
        page_title=report.page.title,
        page_url=page.get_url() or "",
        received=when.date_and_time(report.received_at),
        due=when.day_and_time(clock.due_at),
        is_open=report.is_open,
        is_late=clock.is_late,
        answered=when.date_and_time(report.answered_at) if report.answered_at else "",
        answer=report.answer,
        dismissal=report.get_dismissal_display() if report.dismissal else "",
        correction_kind=correction.get_kind_display() if correction else "",
        correction_text=correction.text if correction else "",
    )
