"""Geometry of charts drawn on the server: plain numbers in, shapes with their places and words out.

Lengths are units of the drawing (its viewBox), rounded to a tenth; a template only prints them.
"""

from __future__ import annotations

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
# Line charts tell their series apart by this many patterns; templates and styles know as many.
PATTERNS = 4


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


@dataclass(frozen=True)
class Series:
    """Values in the order of the labels, None where there is none; `is_own` is the one that the chart is about."""

    label: str
    values: Sequence[float | None]
    is_own: bool = False


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """`path` is SVG's path data, broken where values are missing; `pattern` 0 is the own series, 1 to 4 the others."""

    path: str
    points: tuple[Point, ...]
    name: Words
    pattern: int


@dataclass(frozen=True)
class LineChart:
    width: int
    height: int
    left: float
    right: float
    baseline: float
    levels: tuple[Level, ...]
    lines: tuple[Line, ...]
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
    right = width - (_length(target_text) + SPACE if target is not None and target_text else 0)
    baseline = height - FOOT
    highest = max([mark.value for mark in marks] + [target or 0]) or 1
    slot = right / len(marks) if marks else right
    thick = min(slot * BAR_SHARE, WIDEST_BAR)
    centres = [slot * (place + 0.5) for place in range(len(marks))]
    tops = [_height_at(mark.value, 0, highest, baseline) for mark in marks]
    bars = tuple(
        Bar(_tenth(centre - thick / 2), top, _tenth(thick), _tenth(baseline - top))
        for centre, top in zip(centres, tops, strict=True)
    )
    numbered = range(len(marks)) if slot >= WIDE_ENOUGH else _highest(marks)
    numbers = tuple(
        _within(centres[place], tops[place] - 5, marks[place].text, right)
        for place in numbered
        if marks[place].value
    )
    names = _names([mark.label for mark in marks], centres, height - 6, right)
    line = None
    if target is not None:
        y = _height_at(target, 0, highest, baseline)
        line = Level(y, Words(_tenth(right + SPACE / 2), _tenth(y + 5), target_text, "start"))
    return BarChart(width, height, 0, _tenth(right), baseline, bars, numbers, names, line)


def line_chart(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    top: float = 100,
    bottom: float = 0,
    steps: Sequence[float] = (0, 25, 50, 75, 100),
    target: float | None = None,
    target_text: str = "",
    width: int = WIDTH,
    height: int = HEIGHT,
) -> LineChart:
    """Lines between `bottom` and `top`, each named at its end with its last value; the own one carries all numbers.

    `steps` are the levels of the grid. Values outside the range stand at its edge. At most one series is the own
    one; the others take the patterns 1 to 4 in turn.
    """
    ends = [f"{one.label} {_plain(last)}" for one in series if (last := _last(one.values)) is not None]
    left = max((_length(_plain(step)) for step in steps), default=0) + SPACE
    room = max(map(_length, [*ends, target_text]), default=0) + SPACE
    right = max(width - room, left + 1)
    baseline = height - FOOT
    step = (right - left) / max(len(labels) - 1, 1)
    centres = [left + step * place for place in range(len(labels))]

    def height_of(value: float) -> float:
        return _height_at(min(max(value, bottom), top), bottom, top, baseline)

    lines, numbers, others = [], [], 0
    wanted = {
        place: height_of(last)
        for place, one in enumerate(series)
        if (last := _last(one.values)) is not None
    }
    beside = _apart(wanted, baseline)
    for place, one in enumerate(series):
        points = [
            Point(_tenth(x), height_of(value)) if value is not None else None
            for x, value in zip(centres, one.values, strict=True)
        ]
        pattern = 0 if one.is_own else others % PATTERNS + 1
        others += not one.is_own
        last = _last(one.values)
        if last is None:
            continue
        name = Words(_tenth(right + SPACE), _tenth(beside[place] + 5), f"{one.label} {_plain(last)}", "start")
        lines.append(Line(_path(points), tuple(point for point in points if point), name, pattern))
        if one.is_own and step >= WIDE_ENOUGH:
            numbers += [
                Words(point.x, _tenth(point.y - 8), _plain(value))
                for point, value in zip(points[:-1], one.values, strict=False)
                if point and value is not None
            ]
    levels = tuple(
        Level(height_of(value), Words(_tenth(left - SPACE / 2), _tenth(height_of(value) + 5), _plain(value), "end"))
        for value in steps
    )
    line = None
    if target is not None:
        line = Level(height_of(target), Words(_tenth(left), _tenth(height_of(target) - 5), target_text, "start"))
    names = _names(list(labels), centres, height - 6, width)
    return LineChart(
        width, height, _tenth(left), _tenth(right), baseline, levels, tuple(lines), tuple(numbers), names, line
    )


def _height_at(value: float, bottom: float, top: float, baseline: float) -> float:
    return _tenth(baseline - (value - bottom) / ((top - bottom) or 1) * (baseline - TOP))


def _names(labels: Sequence[str], centres: Sequence[float], y: float, right: float) -> tuple[Words, ...]:
    """As many names as find room, counted from the last one back: the newest is always named."""
    if not labels:
        return ()
    longest = max(map(_length, labels)) + SPACE
    apart = min((later - earlier for earlier, later in pairwise(centres)), default=longest)
    every = max(1, -(-longest // apart)) if apart > 0 else len(labels)
    chosen = [place for place in range(len(labels)) if (len(labels) - 1 - place) % int(every) == 0]
    return tuple(_within(centres[place], y, labels[place], right) for place in chosen)


def _within(x: float, y: float, text: str, right: float) -> Words:
    """Centred on `x`, or set against the edge that it would run over."""
    half = _length(text) / 2
    if x - half < 0:
        return Words(0, _tenth(y), text, "start")
    if x + half > right:
        return Words(_tenth(right), _tenth(y), text, "end")
    return Words(_tenth(x), _tenth(y), text)


def _highest(marks: Sequence[Mark]) -> list[int]:
    """The place of the highest mark, the last of several that are equal."""
    return [max(range(len(marks)), key=lambda place: (marks[place].value, place))] if marks else []


def _apart(wanted: dict[int, float], lowest: float) -> dict[int, float]:
    """Heights of the names at the line ends, moved so that none covers another and none leaves the chart."""
    placed: dict[int, float] = {}
    above = TOP - LINE + 0.0
    for place, y in sorted(wanted.items(), key=lambda item: (item[1], item[0])):
        above = placed[place] = max(y, above + LINE)
    below = lowest + LINE
    for place in reversed(list(placed)):
        below = placed[place] = min(placed[place], below - LINE)
    return placed


def _path(points: Sequence[Point | None]) -> str:
    """Path data: a move after each gap, lines between neighbours."""
    words = []
    pen_is_down = False
    for point in points:
        if point is not None:
            words.append(f"{'L' if pen_is_down else 'M'}{point.x} {point.y}")
        pen_is_down = point is not None
    return "".join(words)


def _last(values: Sequence[float | None]) -> float | None:
    return next((value for value in reversed(values) if value is not None), None)


def _plain(value: float) -> str:
    """A number for a label: whole, or one decimal with a comma."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _length(text: str) -> float:
    return len(text) * LETTER


def _tenth(value: float) -> float:
    return round(value, 1)
