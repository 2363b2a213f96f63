"""Geometry of charts: bars and lines stand where their values say, and nothing leaves the drawing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.charts import FOOT, HEIGHT, TOP, WIDTH, BarChart, Mark, bar_chart, length_of
from core.rules.line_charts import LineChart, Series, line_chart

BASELINE = HEIGHT - FOOT


def marks(*values: float) -> list[Mark]:
    return [Mark(f"{place}", value, f"{value:g}") for place, value in enumerate(values)]


def test_highest_bar_reaches_the_top_and_the_others_in_proportion() -> None:
    chart = bar_chart(marks(4, 2, 0))
    assert [bar.height for bar in chart.bars] == [BASELINE - TOP, (BASELINE - TOP) / 2, 0]
    assert [bar.y + bar.height for bar in chart.bars] == [BASELINE] * 3


def test_target_above_all_bars_reaches_the_top() -> None:
    chart = bar_chart(marks(1, 2), target=4, target_text="target 4")
    assert chart.target is not None
    assert chart.target.y == TOP
    assert [bar.height for bar in chart.bars] == [(BASELINE - TOP) / 4, (BASELINE - TOP) / 2]
    assert chart.target.words.text == "target 4"
    assert chart.target.words.x >= chart.right


def test_zero_has_no_number_on_it() -> None:
    assert [words.text for words in bar_chart(marks(3, 0, 1)).numbers] == ["3", "1"]


def test_many_bars_carry_the_highest_number_alone() -> None:
    chart = bar_chart(marks(*[1] * 30, 7, *[2] * 20, 7))
    assert [words.text for words in chart.numbers] == ["7"]
    assert chart.numbers[0].x > WIDTH * 0.9


@pytest.mark.parametrize("chart", [bar_chart([]), bar_chart(marks(0, 0)), bar_chart([], target=0)])
def test_nothing_at_all_is_drawn_without_failing(chart: BarChart) -> None:
    assert [words.text for words in chart.numbers] == []
    assert {bar.height for bar in chart.bars} <= {0}


@given(st.lists(st.floats(0, 10_000), max_size=110), st.none() | st.floats(0, 10_000))
def test_bars_stay_inside_and_apart(values: list[float], target: float | None) -> None:
    chart = bar_chart(marks(*values), target=target, target_text="target 10000")
    assert len(chart.bars) == len(values)
    assert all(bar.x >= 0 and bar.x + bar.width <= chart.right + 0.2 for bar in chart.bars)
    assert all(bar.y >= TOP - 0.1 and bar.height >= 0 for bar in chart.bars)
    assert all(
        earlier.x + earlier.width <= later.x + 0.2
        for earlier, later in zip(chart.bars, chart.bars[1:], strict=False)
    )


@given(st.integers(1, 110), st.integers(1, 14))
def test_names_do_not_cover_one_another_and_the_last_is_there(count: int, letters: int) -> None:
    chart = bar_chart([Mark("n" * letters, 1, "1") for _ in range(count)])
    assert len(chart.names) >= 1
    edges = []
    for words in chart.names:
        length = length_of(words.text)
        start = {"start": words.x, "middle": words.x - length / 2, "end": words.x - length}[words.anchor]
        edges.append((start, start + length))
    assert all(earlier[1] <= later[0] + 0.2 for earlier, later in itertools.pairwise(edges))
    assert all(start >= -0.2 and end <= chart.right + 0.2 for start, end in edges)


def test_line_stands_at_its_values() -> None:
    chart = line_chart(["Jan", "Feb", "Mar"], [Series("KIM", [0, 50, 100], is_own=True)])
    line = chart.lines[0]
    assert [point.y for point in line.points] == [BASELINE, (BASELINE + TOP) / 2, TOP]
    assert (line.points[0].x, line.points[-1].x) == (chart.left, chart.right)
    assert (line.pattern, line.name.text) == (0, "KIM 100")
    assert [words.text for words in chart.numbers] == ["0", "50"]


def test_missing_values_break_the_line() -> None:
    line = line_chart(list("abcd"), [Series("KIM", [10, None, 20, 30])]).lines[0]
    assert (line.path.count("M"), line.path.count("L"), len(line.points)) == (2, 1, 3)


def test_series_without_values_is_not_drawn() -> None:
    chart = line_chart(["a"], [Series("kosong", [None]), Series("ada", [5])])
    assert [line.name.text for line in chart.lines] == ["ada 5"]


def test_others_take_the_patterns_in_turn() -> None:
    series = [Series(str(number), [number], is_own=number == 2) for number in range(6)]
    assert [line.pattern for line in line_chart(["a"], series).lines] == [1, 2, 0, 3, 4, 1]


def test_levels_and_target_are_named() -> None:
    chart = line_chart(["a", "b"], [Series("KIM", [40, 60])], target=75, target_text="target 75")
    assert [level.words.text for level in chart.levels] == ["0", "25", "50", "75", "100"]
    assert chart.target is not None
    assert chart.target.y == chart.levels[3].y


def test_numbers_have_a_decimal_comma_and_only_when_needed() -> None:
    chart = line_chart(["a", "b"], [Series("KIM", [62.5, 70.0], is_own=True)])
    assert ([words.text for words in chart.numbers], chart.lines[0].name.text) == (["62,5"], "KIM 70")


VALUES = st.none() | st.floats(-50, 150)


@given(st.integers(1, 40), st.integers(0, 6), st.data())
def test_lines_stay_inside_and_their_names_apart(labels: int, count: int, data: st.DataObject) -> None:
    series = [
        Series(f"S{number}", data.draw(st.lists(VALUES, min_size=labels, max_size=labels)))
        for number in range(count)
    ]
    chart: LineChart = line_chart([str(number) for number in range(labels)], series)
    points = [point for line in chart.lines for point in line.points]
    assert all(chart.left <= point.x <= chart.right + 0.1 and TOP <= point.y <= BASELINE for point in points)
    heights = sorted(line.name.y for line in chart.lines)
    assert all(later - earlier >= 15.8 for earlier, later in itertools.pairwise(heights))
    assert all(0 < y <= HEIGHT for y in heights)
