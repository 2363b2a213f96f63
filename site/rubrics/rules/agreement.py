"""Two markers of one work: how far apart they are, whether they must talk, and which total counts.

Close sheets: the mean of their totals counts. A gap of `points` or more in the total, of `levels` or more in one
criterion, or a gate that only one of them saw, asks for a decision with a reason: then the decided total counts
and the sheets stay as they were marked. After the moderation of marks in higher education (each marker first
alone, then a reasoned agreement).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from rubrics.rules.totals import Marks

RULE_VERSION = 1
GAP_POINTS = Decimal(10)
GAP_LEVELS = 2
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one marker released. `total` None: no criterion applied."""

    marks: Marks
    total: Decimal | None
    violated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """`points` between the highest and the lowest total, `levels` by criterion where they differ.

    `applies` are criteria that one marker left out and another did not; `gates` were seen by some but not all.
    """

    points: Decimal
    levels: Mapping[str, int]
    applies: frozenset[str] = frozenset()
    gates: frozenset[str] = frozenset()


class Standing(StrEnum):
    """Where the score of a work stands."""

    NONE = "none"
    ONE = "one"
    AGREED = "agreed"
    TO_RECONCILE = "to_reconcile"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The total that counts (None while there is none) and how it came about."""

    standing: Standing
    total: Decimal | None


def gap_between(sheets: Sequence[Sheet]) -> Gap:
    """How far these sheets of one work are apart; one sheet alone has no gap."""
    totals = [sheet.total or Decimal(0) for sheet in sheets]
    levels: dict[str, int] = {}
    applies: set[str] = set()
    for code in sorted({code for sheet in sheets for code in sheet.marks}):
        given = [sheet.marks[code] for sheet in sheets if code in sheet.marks]
        counted = [level for level in given if level is not None]
        if counted and len(counted) < len(given):
            applies.add(code)
        if counted and max(counted) > min(counted):
            levels[code] = max(counted) - min(counted)
    seen = [sheet.violated for sheet in sheets]
    everyone = frozenset.intersection(*seen) if seen else frozenset()
    return Gap(
        points=max(totals) - min(totals) if totals else Decimal(0),
        levels=levels,
        applies=frozenset(applies),
        gates=frozenset().union(*seen) - everyone,
    )


def must_reconcile(gap: Gap, *, points: Decimal = GAP_POINTS, levels: int = GAP_LEVELS) -> bool:
    """Whether the markers have to settle on one answer."""
    return (
        gap.points >= points
        or any(difference >= levels for difference in gap.levels.values())
        or bool(gap.gates)
    )


def outcome_of(
    sheets: Collection[Sheet],
    *,
    decided: Decimal | None = None,
    is_decided: bool = False,
    points: Decimal = GAP_POINTS,
    levels: int = GAP_LEVELS,
) -> Outcome:
    """Which total counts for a work with these released sheets; a decision stands above them all."""
    if is_decided:
        return Outcome(Standing.DECIDED, decided)
    ordered = list(sheets)
    if not ordered:
        return Outcome(Standing.NONE, None)
    if len(ordered) == 1:
        return Outcome(Standing.ONE, ordered[0].total)
    if must_reconcile(gap_between(ordered), points=points, levels=levels):
        return Outcome(Standing.TO_RECONCILE, None)
    totals = [sheet.total for sheet in ordered if sheet.total is not None]
    if not totals:
        return Outcome(Standing.AGREED, None)
    mean = sum(totals, Decimal(0)) / len(totals)
    return Outcome(Standing.AGREED, mean.quantize(_CENT, rounding=ROUND_HALF_UP))
