"""Geometry of bar charts drawn on the server: plain numbers in, shapes with their places and words out.

Lengths are units of the drawing (its viewBox), rounded to a tenth; a template only prints them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH = 360
HEIGHT = 200
TOP, FOOT = 22, 24
# A letter of 14 units is about this wide; labels are placed by it.
LETTER = 7.4
LINE = 16
SPACE = 8
# Bars narrower than this carry no number of their own, but the highest one does.
WIDE_ENOUGH = 17
BAR_SHARE = 0.7
WIDEST_BAR = 40


@dataclass(frozen=True)
class Words:
    """A text at its place; `anchor` is SVG's text-anchor."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Mark:
    """One value of a bar chart with the name under it and its number in words."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Level:
    """A horizontal line across the chart, with its words beside it."""

    y: float
    words: Words


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class BarChart:
    width: int
    height: int
    left: float
    right: float
    baseline: float
    bars: tuple[Bar, ...]
    numbers: tuple[Words, ...]
    names: tuple[Words, ...]
    target: Level | None


def bar_chart(
    marks: Sequence[Mark],
    *,
    target: float | None = None,
    target_text: str = "",
    width: int = WIDTH,
    height: int = HEIGHT,
) -> BarChart:
    """Bars from zero with the number on each, or on the highest alone when they are many, and the target as a line.

    The highest value, or the target when that is higher, reaches the top.
    """
    right = width - (length_of(target_text) + SPACE if target is not None and target_text else 0)
    baseline = height - FOOT
    highest = max([mark.value for mark in marks] + [target or 0]) or 1
    slot = right / len(marks) if marks else right
    thick = min(slot * BAR_SHARE, WIDEST_BAR)
    centres = [slot * (place + 0.5) for place in range(len(marks))]
    tops = [height_at(mark.value, 0, highest, baseline) for mark in marks]
    bars = tuple(
        Bar(tenth(centre - thick / 2), top, tenth(thick), tenth(baseline - top))
        for centre, top in zip(centres, tops, strict=True)
    )
    numbered = range(len(marks)) if slot >= WIDE_ENOUGH else _highest(marks)
    numbers = tuple(
        within(centres[place], tops[place] - 5, marks[place].text, right)
        for place in numbered
        if marks[place].value
    )
    names = names_below([mark.label for mark in marks], centres, height - 6, right)
    line = None
    if target is not None:
        y = height_at(target, 0, highest, baseline)
        line = Level(y, Words(tenth(right + SPACE / 2), tenth(y + 5), target_text, "start"))
    return BarChart(width, height, 0, tenth(right), baseline, bars, numbers, names, line)


def height_at(value: float, bottom: float, top: float, baseline: float) -> float:
    return tenth(baseline - (value - bottom) / ((top - bottom) or 1) * (baseline - TOP))


def names_below(labels: Sequence[str], centres: Sequence[float], y: float, right: float) -> tuple[Words, ...]:
    """As many names as find room, counted from the last one back: the newest is always named."""
    if not labels:
        return ()
    longest = max(map(length_of, labels)) + SPACE
    apart = min((later - earlier for earlier, later in pairwise(centres)), default=longest)
    every = max(1, math.ceil(longest / apart))
    kept: list[Words] = []
    free_to = float("inf")
    for place in range(len(labels) - 1, -1, -every):
        words = within(centres[place], y, labels[place], right)
        length = length_of(words.text)
        start = words.x - {"start": 0, "middle": length / 2, "end": length}[words.anchor]
        if start + length <= free_to:
            kept.append(words)
            free_to = start
    return tuple(reversed(kept))


def within(x: float, y: float, text: str, right: float) -> Words:
    """Centred on `x`, or set against the edge that it would run over."""
    half = length_of(text) / 2
    if x - half < 0:
        return Words(0, tenth(y), text, "start")
    if x + half > right:
        return Words(tenth(right), tenth(y), text, "end")
    return Words(tenth(x), tenth(y), text)


def _highest(marks: Sequence[Mark]) -> list[int]:
    """The place of the highest mark, the last of several that are equal."""
    return [max(range(len(marks)), key=lambda place: (marks[place].value, place))] if marks else []


def length_of(text: str) -> float:
    return len(text) * LETTER


def tenth(value: float) -> float:
    return round(value, 1)
