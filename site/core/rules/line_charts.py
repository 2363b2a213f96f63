"""Geometry of line charts: several series between two bounds, each named at the end of its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.rules.charts import (
    FOOT,
    HEIGHT,
    LINE,
    SPACE,
    TOP,
    WIDE_ENOUGH,
    WIDTH,
    Level,
    Words,
    height_at,
    length_of,
    names_below,
    tenth,
)

# Series are told apart by this many patterns; the stylesheet knows as many.
PATTERNS = 4


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
    left = max((length_of(_plain(step)) for step in steps), default=0) + SPACE
    room = max(map(length_of, [*ends, target_text]), default=0) + SPACE
    right = max(width - room, left + 1)
    baseline = height - FOOT
    step = (right - left) / max(len(labels) - 1, 1)
    centres = [left + step * place for place in range(len(labels))]

    def height_of(value: float) -> float:
        return height_at(min(max(value, bottom), top), bottom, top, baseline)

    lines, numbers, others = [], [], 0
    wanted = {
        place: height_of(last) for place, one in enumerate(series) if (last := _last(one.values)) is not None
    }
    beside = _apart(wanted, baseline)
    for place, one in enumerate(series):
        points = [
            Point(tenth(x), height_of(value)) if value is not None else None
            for x, value in zip(centres, one.values, strict=True)
        ]
        pattern = 0 if one.is_own else others % PATTERNS + 1
        others += not one.is_own
        last = _last(one.values)
        if last is None:
            continue
        name = Words(tenth(right + SPACE), tenth(beside[place] + 5), f"{one.label} {_plain(last)}", "start")
        lines.append(Line(_path(points), tuple(point for point in points if point), name, pattern))
        if one.is_own and step >= WIDE_ENOUGH:
            numbers += [
                Words(point.x, tenth(point.y - 8), _plain(value))
                for point, value in zip(points[:-1], one.values, strict=False)
                if point and value is not None
            ]
    levels = tuple(
        Level(
            height_of(value),
            Words(tenth(left - SPACE / 2), tenth(height_of(value) + 5), _plain(value), "end"),
        )
        for value in steps
    )
    line = None
    if target is not None:
        line = Level(
            height_of(target), Words(tenth(left), tenth(height_of(target) - 5), target_text, "start")
        )
    names = names_below(list(labels), centres, height - 6, width)
    return LineChart(
        width, height, tenth(left), tenth(right), baseline, levels, tuple(lines), tuple(numbers), names, line
    )


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
