"""Sheets of the article rubric, as tests write them down."""

from __future__ import annotations

from typing import Any

from news.models import ArticlePage
from rubrics import services
from rubrics.models import Criterion, ScoreSheet
from users.models import User

CODES = tuple(f"W{number}" for number in range(1, 10))
# The reason that a low mark of each criterion gets in tests.
REASONS = {
    "W1": "nilai",
    "W2": "judul",
    "W3": "teras",
    "W4": "5w1h",
    "W5": "fakta",
    "W6": "sumber",
    "W7": "bahasa",
    "W8": "foto",
    "W9": "etika",
}


def fill(sheet: ScoreSheet, user: User, row: str) -> ScoreSheet:
    """Marks W1 to W9 as in "44444-444"; - stands for "does not apply"."""
    for code, mark in zip(CODES, row, strict=True):
        level = None if mark == "-" else int(mark)
        reasons = [REASONS[code]] if level is not None and level <= 2 else []
        services.mark(sheet=sheet, user=user, criterion=code, level=level, reasons=reasons)
    return ScoreSheet.objects.get(pk=sheet.pk)


def score(story: ArticlePage, user: User, row: str = "444444444", **judgement: Any) -> ScoreSheet:
    """A finished sheet: released, or submitted where the rubric asks for the coach."""
    sheet = fill(services.open_sheet(work=story, user=user, rubric="artikel"), user, row)
    if judgement:
        values: dict[str, Any] = {"violated": (), "praise": "", "note": "", **judgement}
        services.judge(sheet=sheet, user=user, **values)
    return services.finish(sheet=sheet, user=user)


def marks_in_database(sheet: ScoreSheet) -> dict[str, int | None]:
    rows = sheet.marks.values_list("criterion__code", "level").order_by("criterion__position")
    return dict(rows)


def criterion(code: str) -> Criterion:
    return Criterion.objects.get(version__rubric__code="artikel", version__number=1, code=code)
