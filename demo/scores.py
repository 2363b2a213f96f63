"""Marks that assessors gave: released ones over a year, two markers far apart, and one sheet that was begun."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from demo import sources
from kim.models import KimGroup
from news.models import ArticlePage
from rubrics import services
from rubrics.models import ScoreSheet, WorkScore
from rubrics.rules.advice import needs_reason
from users.models import User

RUBRIC = "artikel"


def make_scores(users: dict[str, User], kims: dict[str, KimGroup]) -> None:
    """Stores every row of the folder; sheets that exist already are left alone."""
    for row in sources.scores("score"):
        sheet = _marked(row, users, kims)
        if sheet is not None:
            _release(row, sheet, users[row["marker"]])
    for row in sources.scores("draft"):
        _marked(row, users, kims)


def _marked(row: dict[str, Any], users: dict[str, User], kims: dict[str, KimGroup]) -> ScoreSheet | None:
    story = ArticlePage.objects.get(kim=kims[row["kim"]], slug=row["story"])
    marker = users[row["marker"]]
    if ScoreSheet.objects.of(story).filter(marker=marker).exists():
        return None
    sheet = services.open_sheet(work=story, user=marker, rubric=RUBRIC)
    for criterion, mark in zip(sheet.version.criteria.order_by("position"), row["marks"], strict=False):
        level = None if mark == "-" else int(mark)
        reason = row.get("reasons", {}).get(criterion.code)
        if reason is None and needs_reason(level):
            first = criterion.reasons.order_by("position").first()
            reason = first.code if first else None
        services.mark(
            sheet=sheet,
            user=marker,
            criterion=criterion.code,
            level=level,
            reasons=[reason] if reason else [],
        )
    return sheet


def _release(row: dict[str, Any], sheet: ScoreSheet, marker: User) -> None:
    remark = row.get("remark")
    story = ArticlePage.objects.get(pk=sheet.work_id)
    if remark is not None:
        services.note_paragraph(
            sheet=sheet, user=marker, place=remark["place"], quote=story.lead, text=remark["text"]
        )
    services.judge(
        sheet=sheet, user=marker, violated=[], praise=row.get("praise", ""), note=row.get("note", "")
    )
    services.finish(sheet=sheet, user=marker)
    moment = (story.published_at or timezone.now()) + datetime.timedelta(days=row["after"], hours=1)
    moment = min(moment, timezone.now())
    ScoreSheet.objects.filter(pk=sheet.pk).update(started_at=moment, released_at=moment)
    first = (
        ScoreSheet.objects.released().of(story).order_by("released_at").values_list("released_at", flat=True)
    )
    WorkScore.objects.filter(work_type=sheet.work_type, work_id=sheet.work_id).update(scored_at=first[0])
