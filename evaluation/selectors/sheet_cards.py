"""The rubric beside a story: one card for each criterion, with what was marked and what the machine noticed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluation.rules.hints import Age, checks_for, freshness
from news.models.facts import story_facts
from news.rules import checklist
from news.rules.checklist_items import MESSAGES
from rubrics.models import Criterion, RubricVersion, ScoreSheet
from rubrics.rules.advice import needs_reason


@dataclass(frozen=True)
class HintLine:
    """What the machine noticed: in order, or worth a look. `matches` are words found in the text."""

    text: str
    is_good: bool
    matches: tuple[str, ...] = ()


@dataclass(frozen=True)
class LevelChoice:
    value: int
    descriptor: str
    example: str
    is_chosen: bool


@dataclass(frozen=True)
class ReasonChoice:
    code: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Card:
    """One criterion. `number` of `of`; `level` is None without a mark and when it does not apply (`is_na`)."""

    code: str
    name: str
    question: str
    weight: Decimal
    number: int
    of: int
    levels: tuple[LevelChoice, ...]
    allows_na: bool
    is_marked: bool
    is_na: bool
    level: int | None
    level_text: str
    reasons: tuple[ReasonChoice, ...]
    asks_reason: bool
    previous_code: str
    next_code: str


def cards_of(version: RubricVersion, sheet: ScoreSheet | None) -> tuple[Card, ...]:
    """All cards in the order of the rubric. Both were loaded with their parts."""
    marks = {mark.criterion_id: mark for mark in sheet.marks.all()} if sheet else {}
    criteria = list(version.criteria.all())
    codes = ["", *(criterion.code for criterion in criteria), ""]
    return tuple(
        _card(criterion, marks.get(criterion.pk), position, codes)
        for position, criterion in enumerate(criteria, 1)
    )


def _card(criterion: Criterion, mark: Any, position: int, codes: list[str]) -> Card:
    level = mark.level if mark else None
    chosen = {reason.code for reason in mark.reasons.all()} if mark else set()
    levels = tuple(
        LevelChoice(one.value, one.descriptor, one.example, mark is not None and one.value == level)
        for one in sorted(criterion.levels.all(), key=lambda one: -one.value)
    )
    reasons = tuple(ReasonChoice(one.code, one.label, one.code in chosen) for one in criterion.reasons.all())
    return Card(
        code=criterion.code,
        name=criterion.name,
        question=criterion.question,
        weight=criterion.weight,
        number=position,
        of=len(codes) - 2,
        levels=levels,
        allows_na=criterion.allows_na,
        is_marked=mark is not None,
        is_na=mark is not None and level is None,
        level=level,
        level_text=next((one.descriptor for one in levels if one.is_chosen), ""),
        reasons=reasons,
        asks_reason=needs_reason(level) and bool(reasons) and not chosen,
        previous_code=codes[position - 1],
        next_code=codes[position + 1],
    )


def first_open(cards: tuple[Card, ...], *, after: str = "") -> str:
    """Code of the next card that wants something, beginning behind `after` and going round; "" when all are done."""
    start = next((number for number, card in enumerate(cards, 1) if card.code == after), 0)
    for card in (*cards[start:], *cards[:start]):
        if not card.is_marked or card.asks_reason:
            return card.code
    return ""


def hints_for(story: Any, criterion: str) -> tuple[HintLine, ...]:
    """What the machine noticed in the public version that belongs to this criterion; empty for one of its own."""
    wanted = checks_for(criterion)
    found = {item.code: item for item in checklist.check_story(story_facts(story)).items}
    lines = [
        HintLine(
            _(MESSAGES[code]) % dict(found[code].details),
            found[code].passed,
            tuple(f"{word} → {better}" if better else word for word, better in found[code].matches),
        )
        for code in wanted
        if code in found
    ]
    if criterion == "W1":
        lines.append(_age_line(story))
    return tuple(lines)


def _age_line(story: Any) -> HintLine:
    published = timezone.localtime(story.published_at).date()
    fresh = freshness(story.event_date, published)
    if fresh.age is Age.UNKNOWN:
        return HintLine(_("The story names no date of the event."), is_good=False)
    if fresh.age is Age.BEFORE:
        text = ngettext(
            "Published %(n)d day before the event.", "Published %(n)d days before the event.", -fresh.days
        )
        return HintLine(text % {"n": -fresh.days}, is_good=True)
    if fresh.age is Age.SAME_DAY:
        return HintLine(_("Published on the day of the event."), is_good=True)
    text = ngettext(
        "Published %(n)d day after the event.", "Published %(n)d days after the event.", fresh.days
    )
    return HintLine(text % {"n": fresh.days}, is_good=fresh.age is Age.FRESH)
