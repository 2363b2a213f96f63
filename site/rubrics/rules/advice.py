"""The one thing to change next: the fault whose mending brings the writer most points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rubrics.rules.totals import HIGHEST_LEVEL, Marks, Scheme, lost_points

# From here down a mark asks for a reason; above it a story does this part well.
NEEDS_REASON = 2


def needs_reason(level: int | None) -> bool:
    """Whether a mark of this level is explained by a reason code."""
    return level is not None and level <= NEEDS_REASON


def next_step(scheme: Scheme, marks: Marks, reasons: Mapping[str, Sequence[str]]) -> str:
    """Reason code of the criterion that cost most points ("" when nothing was given a reason).

    `reasons` are the codes by criterion. Equal losses: the earlier criterion of the rubric.
    """
    lost = lost_points(scheme, marks)
    costly = [
        criterion.code
        for criterion in scheme.criteria
        if lost.get(criterion.code) and reasons.get(criterion.code)
    ]
    worst = max(costly, key=lambda code: lost[code], default=None)
    return reasons[worst][0] if worst is not None else ""


def strong_points(scheme: Scheme, marks: Marks) -> tuple[str, ...]:
    """Criteria with the highest level, the heaviest first: what the writer should go on doing."""
    best = [criterion for criterion in scheme.criteria if marks.get(criterion.code) == HIGHEST_LEVEL]
    return tuple(criterion.code for criterion in sorted(best, key=lambda criterion: -criterion.weight))
