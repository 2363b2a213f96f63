"""Reports of readers and what became of them: one that waits, one that is late, answers, a note, a right of reply."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from demo import sources
from kim.models import KimGroup
from news import services
from news.models import ArticlePage, ContentReport, Correction
from users.models import User


def make_reports(users: dict[str, User], kims: dict[str, KimGroup]) -> None:
    """Stores every row of the folder; rows that exist already are left alone."""
    editors = {"bangun-mulya": users["budi"], "sumber-sari": users["citra"]}
    for row in sources.reports():
        story = ArticlePage.objects.get(kim=kims[row["kim"]], slug=row["story"])
        if ContentReport.objects.filter(page_id=story.pk, text=row["text"]).exists():
            continue
        _make_report(row, story, editors[row["kim"]])


def _make_report(row: dict[str, Any], story: ArticlePage, editor: User) -> None:
    report = ContentReport.objects.create(
        kim=story.kim,
        page_id=story.pk,
        kind=row["kind"],
        text=row["text"],
        reporter_name=row["reporter_name"],
        contact=row["contact"],
        received_at=_received(row, story),
    )
    if "answer" not in row:
        return
    report.state, report.answer, report.answered_by = ContentReport.State.ANSWERED, row["answer"], editor
    report.answered_at = report.received_at + datetime.timedelta(hours=row["answered_after"])
    report.save()
    note = row.get("correction")
    if note is None:
        return
    reply = ArticlePage.objects.get(kim=story.kim, slug=note["reply"]) if "reply" in note else None
    Correction.objects.create(
        kim=story.kim,
        article=story,
        kind=note["kind"],
        text=note["text"],
        requested_by=note["requested_by"],
        report=report,
        reply=reply,
        revision=story.live_revision,
        made_by=editor,
    )
    # A reply is written in the days after the report; its note stands when it is out.
    made_at = report.answered_at if reply is None else reply.published_at
    Correction.objects.filter(report=report).update(made_at=made_at)
    services.refresh_state(story.pk)
    ArticlePage.objects.filter(pk=story.pk).update(state_since=made_at)


def _received(row: dict[str, Any], story: ArticlePage) -> datetime.datetime:
    if "hours_ago" in row:
        return timezone.now() - datetime.timedelta(hours=row["hours_ago"])
    return (story.published_at or timezone.now()) + datetime.timedelta(days=1)
