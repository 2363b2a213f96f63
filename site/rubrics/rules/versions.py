"""A version of a rubric as plain text: what is wrong with it before use, and how it differs from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rubrics.rules.totals import FULL_WEIGHT, HIGHEST_LEVEL, GateEffect


@dataclass(frozen=True, slots=True)
class LevelText:
    value: int
    descriptor: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class CriterionText:
    code: str
    name: str
    question: str
    weight: Decimal
    allows_na: bool = False
    reasons: tuple[str, ...] = ()
    levels: tuple[LevelText, ...] = ()


@dataclass(frozen=True, slots=True)
class GateText:
    code: str
    name: str
    question: str
    effect: str
    cap: Decimal | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionText:
    """Everything that decides a mark, in its order."""

    criteria: tuple[CriterionText, ...] = ()
    gates: tuple[GateText, ...] = ()


class Flaw(StrEnum):
    """Why a version cannot be used yet."""

    NO_CRITERIA = "no_criteria"
    WEIGHTS = "weights"
    SAME_CODE = "same_code"
    NO_ENDS = "no_ends"
    NO_WEIGHT = "no_weight"
    NO_REASON = "no_reason"
    NOTHING_APPLIES = "nothing_applies"
    NO_CAP = "no_cap"


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` is the criterion or gate, "" for the version as a whole; `detail` a number that belongs to it."""

    flaw: Flaw
    code: str = ""
    detail: str = ""


def problems_of(version: VersionText) -> tuple[Problem, ...]:
    """What stands between a draft and its use; empty means fit."""
    return tuple(_problems(version))


def _problems(version: VersionText) -> Iterator[Problem]:
    if not version.criteria:
        yield Problem(Flaw.NO_CRITERIA)
        return
    total = sum((criterion.weight for criterion in version.criteria), Decimal(0))
    if total != FULL_WEIGHT:
        yield Problem(Flaw.WEIGHTS, detail=plain(total))
    codes = Counter([*(item.code for item in version.criteria), *(gate.code for gate in version.gates)])
    for code, times in codes.items():
        if times > 1:
            yield Problem(Flaw.SAME_CODE, code)
    for criterion in version.criteria:
        told = {level.value for level in criterion.levels if level.descriptor.strip()}
        if not {0, HIGHEST_LEVEL} <= told:
            yield Problem(Flaw.NO_ENDS, criterion.code)
        if criterion.weight <= 0:
            yield Problem(Flaw.NO_WEIGHT, criterion.code)
        if not criterion.reasons:
            yield Problem(Flaw.NO_REASON, criterion.code)
    if all(criterion.allows_na for criterion in version.criteria):
        yield Problem(Flaw.NOTHING_APPLIES)
    for gate in version.gates:
        if gate.effect == GateEffect.CAP and (gate.cap is None or not 0 <= gate.cap <= FULL_WEIGHT):
            yield Problem(Flaw.NO_CAP, gate.code)


class What(StrEnum):
    """Which part of a version changed."""

    CRITERION = "criterion"
    GATE = "gate"
    ORDER = "order"
    NAME = "name"
    QUESTION = "question"
    WEIGHT = "weight"
    ALLOWS_NA = "allows_na"
    REASONS = "reasons"
    DESCRIPTOR = "descriptor"
    EXAMPLE = "example"
    EFFECT = "effect"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: of the criterion or gate `code`, at `level` when it has one. "" stands for nothing there."""

    what: What
    code: str
    before: str
    after: str
    level: int | None = None


def differences(old: VersionText, new: VersionText) -> tuple[Change, ...]:
    """What a reader of both versions would notice, in the order of the new one; removed parts come last."""
    return tuple(_differences(old, new))


def _differences(old: VersionText, new: VersionText) -> Iterator[Change]:
    criteria = {criterion.code: criterion for criterion in old.criteria}
    for criterion in new.criteria:
        known = criteria.get(criterion.code)
        if known is None:
            yield Change(What.CRITERION, criterion.code, "", f"{criterion.name} ({plain(criterion.weight)})")
        else:
            yield from _of_criterion(known, criterion)
    gates = {gate.code: gate for gate in old.gates}
    for gate in new.gates:
        before = gates.get(gate.code)
        if before is None:
            yield Change(What.GATE, gate.code, "", gate.name)
        else:
            yield from _of_gate(before, gate)
    kept = [item.code for item in new.criteria]
    for criterion in old.criteria:
        if criterion.code not in kept:
            yield Change(What.CRITERION, criterion.code, f"{criterion.name} ({plain(criterion.weight)})", "")
    for gate in old.gates:
        if gate.code not in {item.code for item in new.gates}:
            yield Change(What.GATE, gate.code, gate.name, "")
    was = [item.code for item in old.criteria if item.code in kept]
    now = [code for code in kept if code in was]
    if was != now:
        yield Change(What.ORDER, "", ", ".join(was), ", ".join(now))


def _of_criterion(old: CriterionText, new: CriterionText) -> Iterator[Change]:
    code = new.code
    pairs = (
        (What.NAME, old.name, new.name),
        (What.QUESTION, old.question, new.question),
        (What.WEIGHT, plain(old.weight), plain(new.weight)),
        (What.ALLOWS_NA, _yes(old.allows_na), _yes(new.allows_na)),
        (What.REASONS, ", ".join(old.reasons), ", ".join(new.reasons)),
    )
    for what, before, after in pairs:
        if before != after:
            yield Change(what, code, before, after)
    was = {level.value: level for level in old.levels}
    now = {level.value: level for level in new.levels}
    for value in sorted({*was, *now}):
        before_level = was.get(value, LevelText(value, ""))
        after_level = now.get(value, LevelText(value, ""))
        if before_level.descriptor != after_level.descriptor:
            yield Change(What.DESCRIPTOR, code, before_level.descriptor, after_level.descriptor, value)
        if before_level.example != after_level.example:
            yield Change(What.EXAMPLE, code, before_level.example, after_level.example, value)


def _of_gate(old: GateText, new: GateText) -> Iterator[Change]:
    pairs = (
        (What.NAME, old.name, new.name),
        (What.QUESTION, old.question, new.question),
        (What.EFFECT, old.effect, new.effect),
        (What.CAP, _cap(old), _cap(new)),
        (What.REASONS, ", ".join(old.reasons), ", ".join(new.reasons)),
    )
    for what, before, after in pairs:
        if before != after:
            yield Change(what, new.code, before, after)


def _yes(value: bool) -> str:
    return "1" if value else ""


def _cap(gate: GateText) -> str:
    return "" if gate.cap is None or gate.effect != GateEffect.CAP else plain(gate.cap)


def plain(number: Decimal) -> str:
    """A number without needless zeros: 10, 7.5."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
