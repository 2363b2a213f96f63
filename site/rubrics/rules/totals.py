"""THE scoring formula: from marks on criteria to a total of 0 to 100.

points(criterion) = weight × level ÷ 4. A criterion that does not apply leaves the sum, and the others carry its
weight in proportion: total = 100 × Σ points ÷ Σ weights that apply. A gate that is violated caps the total or
blocks it, whatever the marks say. Totals have two decimals, halves rounded up.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

# Stored with every total. Raise it whenever the same marks could get another total.
RULE_VERSION = 1
HIGHEST_LEVEL = 4
FULL_WEIGHT = Decimal(100)
_CENT = Decimal("0.01")

# A level of 0 to 4, or None: the criterion does not apply to this work.
Marks = Mapping[str, int | None]


class GateEffect(StrEnum):
    """What a violation does to the total: no points at all, or never more than the cap."""

    BLOCK = "block"
    CAP = "cap"


class MarkRefused(ValueError):
    """A mark that the rubric does not offer; `code` names the criterion or gate."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Criterion:
    """`weight` in points of 100; `levels` are those that have a descriptor."""

    code: str
    weight: Decimal
    levels: frozenset[int] = frozenset(range(HIGHEST_LEVEL + 1))
    allows_na: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """`cap` is the highest total after a violation; it counts for the effect CAP alone."""

    code: str
    effect: GateEffect
    cap: Decimal = Decimal(0)

    @property
    def limit(self) -> Decimal:
        return Decimal(0) if self.effect == GateEffect.BLOCK else self.cap


@dataclass(frozen=True, slots=True)
class Scheme:
    """One version of a rubric as the formula sees it."""

    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """`points` by criterion as they count (None: does not apply), `raw` before the gates, `total` after them.

    All three are None when no criterion applies. `limited_by` names the gate that set the total, "" when none did.
    """

    points: dict[str, Decimal | None]
    raw: Decimal | None
    total: Decimal | None
    limited_by: str = ""
    blocked: bool = False


def missing_marks(scheme: Scheme, marks: Marks) -> tuple[str, ...]:
    """Codes of the criteria that have no mark yet, in the order of the rubric."""
    return tuple(criterion.code for criterion in scheme.criteria if criterion.code not in marks)


def check_mark(criterion: Criterion, level: int | None) -> None:
    """Raises MarkRefused unless the rubric offers this level for the criterion."""
    if level is None:
        if not criterion.allows_na:
            raise MarkRefused(criterion.code, "always applies")
    elif level not in criterion.levels:
        raise MarkRefused(criterion.code, f"has no level {level}")


def total_of(scheme: Scheme, marks: Marks, violated: Collection[str] = ()) -> Total:
    """The total of one complete sheet. Raises MarkRefused for a mark or gate that the rubric does not know."""
    known = {criterion.code: criterion for criterion in scheme.criteria}
    for code, level in marks.items():
        if code not in known:
            raise MarkRefused(code, "is not in this rubric")
        check_mark(known[code], level)
    for code in missing_marks(scheme, marks):
        raise MarkRefused(code, "has no mark")
    gates = {gate.code: gate for gate in scheme.gates}
    for code in violated:
        if code not in gates:
            raise MarkRefused(code, "is no gate of this rubric")
    counted = sum((known[code].weight for code, level in marks.items() if level is not None), Decimal(0))
    if not counted:
        return Total(dict.fromkeys(known), None, None)
    points: dict[str, Decimal | None] = {}
    whole = Decimal(0)
    for criterion in scheme.criteria:
        level = marks[criterion.code]
        if level is None:
            points[criterion.code] = None
            continue
        exact = criterion.weight * level * FULL_WEIGHT / (HIGHEST_LEVEL * counted)
        whole += criterion.weight * level
        points[criterion.code] = _rounded(exact)
    # Rounded once, from the whole: nine rounded parts would drift.
    raw = _rounded(whole * FULL_WEIGHT / (HIGHEST_LEVEL * counted))
    in_force = [gates[code] for code in violated]
    limit = min(in_force, key=lambda gate: (gate.limit, gate.code), default=None)
    total = raw if limit is None else min(raw, limit.limit)
    return Total(
        points=points,
        raw=raw,
        total=total,
        limited_by=limit.code if limit is not None and total < raw else "",
        blocked=any(gate.effect == GateEffect.BLOCK for gate in in_force),
    )


def lost_points(scheme: Scheme, marks: Marks) -> dict[str, Decimal]:
    """Points of 100 that each criterion cost, by code; those that do not apply or have no mark are left out."""
    weights = {
        criterion.code: criterion.weight
        for criterion in scheme.criteria
        if marks.get(criterion.code) is not None
    }
    counted = sum(weights.values(), Decimal(0))
    return {
        code: _rounded(
            weight * (HIGHEST_LEVEL - (marks[code] or 0)) * FULL_WEIGHT / (HIGHEST_LEVEL * counted)
        )
        for code, weight in weights.items()
    }


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_CENT, rounding=ROUND_HALF_UP)
