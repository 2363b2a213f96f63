"""One sheet as its reader meets it: the writer after release, or the coach before it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rubrics.models import ReasonCode, RubricVersion, ScoreSheet
from rubrics.rules.totals import HIGHEST_LEVEL
from rubrics.selectors.praise import praise_lines


@dataclass(frozen=True)
class MarkLine:
    """`level` None: does not apply. `descriptor` is what the level means, `best` what the highest one asks for."""

    code: str
    name: str
    weight: Decimal
    level: int | None
    descriptor: str
    best: str
    reasons: tuple[ReasonCode, ...]


@dataclass(frozen=True)
class SheetView:
    """`strengths` are ready sentences for what has the highest level; `gates` the violations in words."""

    sheet: ScoreSheet
    version: RubricVersion
    marker: str
    total: Decimal | None
    lines: tuple[MarkLine, ...]
    strengths: tuple[str, ...]
    praise: str
    note: str
    advice: ReasonCode | None
    gates: tuple[Any, ...]
    limited_by: str
    remarks: tuple[Any, ...]
    changes: tuple[Any, ...]


def sheet_view(sheet: ScoreSheet, version: RubricVersion) -> SheetView:
    """`sheet` was loaded with its marks, `version` with its parts; one query for the history."""
    marks = {mark.criterion_id: mark for mark in sheet.marks.all()}
    lines = tuple(
        _line(criterion, marks[criterion.pk]) for criterion in version.criteria.all() if criterion.pk in marks
    )
    gates = tuple(sheet.violated.all())
    return SheetView(
        sheet=sheet,
        version=version,
        marker=sheet.marker.get_full_name() or sheet.marker.get_username(),
        total=sheet.total,
        lines=lines,
        strengths=praise_lines(sheet, version),
        praise=sheet.praise,
        note=sheet.note,
        advice=sheet.advice,
        gates=gates,
        limited_by=next((gate.name for gate in gates if gate.code == sheet.limited_by), ""),
        remarks=tuple(sheet.paragraph_notes.all()),
        changes=tuple(sheet.changes.select_related("changed_by")),
    )


def _line(criterion: Any, mark: Any) -> MarkLine:
    told = {level.value: level.descriptor for level in criterion.levels.all()}
    return MarkLine(
        code=criterion.code,
        name=criterion.name,
        weight=criterion.weight,
        level=mark.level,
        descriptor=told.get(mark.level, "") if mark.level is not None else "",
        best=told.get(HIGHEST_LEVEL, ""),
        reasons=tuple(mark.reasons.all()),
    )
