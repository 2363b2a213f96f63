"""Marks that wait for a coach."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from evaluation.selectors.conflicts import article_type
from evaluation.selectors.sheet_view import SheetView, sheet_view
from news.models import ArticlePage
from rubrics.models import ScoreSheet
from rubrics.selectors.sheets import with_marks
from rubrics.selectors.versions import whole_version

SHOWN = 50


@dataclass(frozen=True)
class WaitingSheet:
    pk: int
    headline: str
    kim: str
    marker: str
    total: Any
    since: datetime.datetime | None


@dataclass(frozen=True)
class SheetToRelease:
    sheet: ScoreSheet
    story: ArticlePage
    view: SheetView


def waiting_sheets(user: Any, limit: int = SHOWN) -> list[WaitingSheet]:
    """What this coach may release, the oldest first: two queries."""
    rows = ScoreSheet.objects.to_release_by(user).filter(work_type=article_type())
    sheets = list(rows.select_related("kim", "marker").order_by("submitted_at", "pk")[:limit])
    titles = dict(
        ArticlePage.objects.filter(pk__in=[one.work_id for one in sheets]).values_list("pk", "title")
    )
    return [
        WaitingSheet(
            pk=one.pk,
            headline=titles.get(one.work_id, ""),
            kim=one.kim.name,
            marker=one.marker.get_full_name(),
            total=one.total,
            since=one.submitted_at,
        )
        for one in sheets
    ]


def sheet_for_release(sheet: ScoreSheet) -> SheetToRelease:
    """One of them with its story, as the writer will read it."""
    full = with_marks(ScoreSheet.objects.filter(pk=sheet.pk)).get()
    story = ArticlePage.objects.select_related("kim", "owner").get(pk=full.work_id)
    return SheetToRelease(full, story, sheet_view(full, whole_version(full.version_id)))
