"""Flaws and differences of versions in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rubrics.rules.totals import GateEffect
from rubrics.rules.versions import Change, Flaw, Problem, What

_FLAWS: dict[Flaw, Any] = {
    Flaw.NO_CRITERIA: gettext_lazy("The version has no criteria yet."),
    Flaw.WEIGHTS: gettext_lazy("The weights add up to %(detail)s, they have to be 100."),
    Flaw.SAME_CODE: gettext_lazy("The code %(code)s stands twice."),
    Flaw.NO_ENDS: gettext_lazy("%(code)s needs words for level 0 and level 4."),
    Flaw.NO_WEIGHT: gettext_lazy("%(code)s needs a weight."),
    Flaw.NO_REASON: gettext_lazy("%(code)s needs a reason for low marks, so that the writer gets a card."),
    Flaw.NOTHING_APPLIES: gettext_lazy("At least one criterion has to apply to every work."),
    Flaw.NO_CAP: gettext_lazy("%(code)s needs the highest total."),
}
_PARTS: dict[What, Any] = {
    What.CRITERION: gettext_lazy("criterion"),
    What.GATE: gettext_lazy("gate"),
    What.ORDER: gettext_lazy("order"),
    What.NAME: gettext_lazy("name"),
    What.QUESTION: gettext_lazy("question"),
    What.WEIGHT: gettext_lazy("weight"),
    What.ALLOWS_NA: gettext_lazy("may not apply"),
    What.REASONS: gettext_lazy("reasons"),
    What.DESCRIPTOR: gettext_lazy("level"),
    What.EXAMPLE: gettext_lazy("example of level"),
    What.EFFECT: gettext_lazy("effect"),
    What.CAP: gettext_lazy("highest total"),
}
_EFFECTS: dict[str, Any] = {
    GateEffect.BLOCK.value: gettext_lazy("No points at all"),
    GateEffect.CAP.value: gettext_lazy("Never more points than"),
}


@dataclass(frozen=True)
class ChangeLine:
    """`before` or `after` is empty where nothing stood or stands."""

    label: str
    before: str
    after: str


def flaw_words(problem: Problem) -> str:
    return str(_FLAWS[problem.flaw]) % {"code": problem.code, "detail": problem.detail}


def change_line(change: Change) -> ChangeLine:
    """One difference as a line; codes of reasons stay codes."""
    words = [change.code, str(_PARTS[change.what])]
    if change.level is not None:
        words.append(str(change.level))
    before, after = change.before, change.after
    if change.what is What.ALLOWS_NA:
        before, after = (_("yes") if one else _("no") for one in (before, after))
    if change.what is What.EFFECT:
        before, after = str(_EFFECTS.get(before, before)), str(_EFFECTS.get(after, after))
    return ChangeLine(" ".join(filter(None, words)), before, after)
