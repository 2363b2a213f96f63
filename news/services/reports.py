"""Acts on readers' reports: receive, answer, dismiss, watch the clock, forget who sent them."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from kim.models import KimGroup
from news.models import ContentReport, Correction
from news.permissions import can_answer_report
from news.rules.report_clock import ANSWER_WITHIN, WARN_WITHIN, report_clock
from news.services.report_notices import tell_of_report
from news.services.state import NotAllowed
from news.signals import report_received

# How long after the answer we still know whom to call.
REPORTER_KEPT = datetime.timedelta(days=90)
# A report that has been late for a week is known to everybody; the clock looks no further back.
WATCHED = ANSWER_WITHIN + datetime.timedelta(days=7)


class ReportClosed(Exception):
    """Somebody answered or dismissed this report already."""


@transaction.atomic
def receive_report(
    *, page: Page, kim: KimGroup, kind: str, text: str, reporter_name: str = "", contact: str = ""
) -> ContentReport:
    """Stores what a reader says about a public page and tells the editors after the commit."""
    report = ContentReport.objects.create(
        kim=kim, page_id=page.pk, kind=kind, text=text, reporter_name=reporter_name, contact=contact
    )
    _log(report, "news.report", None, {"kind": kind})
    transaction.on_commit(partial(report_received.send_robust, sender=ContentReport, report_id=report.pk))
    return report


@transaction.atomic
def answer_report(*, report: ContentReport, user: Any, answer: str) -> ContentReport:
    """Answers without changing the page. Raises NotAllowed, ReportClosed, ValueError without an answer."""
    row = _take(report, user)
    _close(row, user, ContentReport.State.ANSWERED, answer=answer)
    _log(row, "news.answer_report", user)
    return row


@transaction.atomic
def dismiss_report(*, report: ContentReport, user: Any, reason: str) -> ContentReport:
    """Closes what is no report, for one named reason. Raises NotAllowed, ReportClosed, ValueError."""
    if reason not in ContentReport.Dismissal.values:
        raise ValueError("a report is dismissed for one of the named reasons")
    row = _take(report, user)
    _close(row, user, ContentReport.State.DISMISSED, dismissal=reason)
    _log(row, "news.dismiss_report", user, {"reason": reason})
    return row


def close_with(*, report: ContentReport, correction: Correction, user: Any, answer: str) -> None:
    """Answers a report by the note that was made for it; called inside the transaction that makes the note."""
    row = _take(report, user)
    if row.page_id != correction.article_id:
        raise NotAllowed
    _close(row, user, ContentReport.State.ANSWERED, answer=answer)
    correction.report = row
    correction.save(update_fields=["report"])
    _log(row, "news.answer_report", user, {"correction": correction.pk})


def _take(report: ContentReport, user: Any) -> ContentReport:
    """The open report, locked until the transaction ends."""
    row = ContentReport.objects.select_for_update().get(pk=report.pk)
    if not can_answer_report(user, report):
        raise NotAllowed
    if not row.is_open:
        raise ReportClosed
    return row


def _close(row: ContentReport, user: Any, state: str, *, answer: str = "", dismissal: str = "") -> None:
    if state == ContentReport.State.ANSWERED and not answer.strip():
        raise ValueError("an answer needs words")
    row.state, row.answer, row.dismissal = state, answer.strip(), dismissal
    row.answered_by, row.answered_at = user, timezone.now()
    row.save(update_fields=["state", "answer", "dismissal", "answered_by", "answered_at"])


def _log(report: ContentReport, action: str, user: Any, data: dict[str, Any] | None = None) -> None:
    """In the history of the page, without a word of who reported."""
    log(instance=report.page, action=action, user=user, data={"report": report.pk, **(data or {})})


def watch_clock(now: datetime.datetime | None = None) -> tuple[int, int]:
    """Tells the editors when 12 hours are left, and the coaches too when the time is over.

    Returns how many notices of each kind are new; a second run adds none.
    """
    now = now or timezone.now()
    rows = ContentReport.objects.filter(
        state=ContentReport.State.OPEN,
        received_at__gt=now - WATCHED,
        received_at__lte=now - (ANSWER_WITHIN - WARN_WITHIN),
    )
    urgent = late = 0
    for report in rows.order_by("received_at"):
        if report_clock(report.received_at, now).is_late:
            late += tell_of_report("late", report.pk)
        else:
            urgent += tell_of_report("urgent", report.pk)
    return urgent, late


def forget_reporters(now: datetime.datetime | None = None) -> int:
    """Empties name and contact 90 days after the answer; what was reported and answered stays. Safe to run twice."""
    now = now or timezone.now()
    rows = ContentReport.objects.filter(answered_at__lt=now - REPORTER_KEPT)
    return rows.exclude(reporter_name="", contact="").update(reporter_name="", contact="")
