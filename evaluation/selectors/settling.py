"""The sheets of several markers side by side, as those see them who have marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from news.models import ArticlePage
from rubrics.models import Decision, ScoreSheet, WorkScore
from rubrics.rules.agreement import Gap, Standing, gap_between
from rubrics.selectors.sheets import (
    as_rule_sheet,
    decision_on,
    marks_of,
    released_sheets,
    violated_by,
    work_key,
)
from rubrics.selectors.versions import whole_version


@dataclass(frozen=True)
class SideBySide:
    """One criterion: (level, None when it does not apply; "" without a mark) of each marker, and how far apart."""

    code: str
    name: str
    levels: tuple[Any, ...]
    gap: int
    differs: bool
    decided: Any


@dataclass(frozen=True)
class Settling:
    """`common` are the marks on which the markers agree, as a start. `may_decide`: this person settles now."""

    score: WorkScore
    sheets: tuple[ScoreSheet, ...]
    rows: tuple[SideBySide, ...]
    gap: Gap
    gates: tuple[tuple[str, tuple[bool, ...]], ...]
    common: dict[str, int | None]
    decision: Decision | None
    must_settle: bool
    may_decide: bool


def settling_of(user: Any, story: ArticlePage) -> Settling | None:
    """The sheets of a story with two or more markers; None for others, and for an assessor who still has to mark.

    A third assessor without an own sheet sees them once the two are far apart, in order to decide.
    """
    score = WorkScore.objects.filter(**work_key(story)).first()
    if score is None or score.sheets < 2:
        return None
    must_settle = score.standing == Standing.TO_RECONCILE
    own = ScoreSheet.objects.filter(**work_key(story), marker=user).first()
    has_marked = own is not None and own.state == ScoreSheet.State.RELEASED
    if not has_marked and (own is not None or not must_settle):
        return None
    sheets = tuple(released_sheets(story))
    decision = decision_on(story)
    version = whole_version(score.version_id)
    gap = gap_between([as_rule_sheet(sheet) for sheet in sheets])
    marks = [marks_of(sheet) for sheet in sheets]
    rows = tuple(
        SideBySide(
            code=one.code,
            name=one.name,
            levels=tuple(row.get(one.code, "") for row in marks),
            gap=gap.levels.get(one.code, 0),
            differs=one.code in gap.levels or one.code in gap.applies,
            decided=decision.marks.get(one.code) if decision else "",
        )
        for one in version.criteria.all()
    )
    seen = [violated_by(sheet) for sheet in sheets]
    return Settling(
        score=score,
        sheets=sheets,
        rows=rows,
        gap=gap,
        gates=tuple((gate.name, tuple(gate.code in codes for codes in seen)) for gate in version.gates.all()),
        common={row.code: row.levels[0] for row in rows if not row.differs and row.levels[0] != ""},
        decision=decision,
        must_settle=must_settle,
        may_decide=must_settle and not getattr(story, "recused_it", False),
    )
