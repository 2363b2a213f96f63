"""The scoring formula against sheets computed by hand, and what holds for every sheet."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.rules.totals import (
    HIGHEST_LEVEL,
    Criterion,
    Gate,
    GateEffect,
    MarkRefused,
    Scheme,
    Total,
    lost_points,
    missing_marks,
    total_of,
)

WEIGHTS = (10, 10, 10, 15, 15, 10, 10, 10, 10)
CODES = tuple(f"W{number}" for number in range(1, 10))
GATES = (
    Gate("block", GateEffect.BLOCK),
    Gate("cap40", GateEffect.CAP, Decimal(40)),
    Gate("cap50", GateEffect.CAP, Decimal(50)),
)
ARTICLE = Scheme(
    tuple(
        Criterion(
            code,
            Decimal(weight),
            levels=frozenset({0, 4}) if code == "W9" else frozenset(range(5)),
            allows_na=code in {"W6", "W8"},
        )
        for code, weight in zip(CODES, WEIGHTS, strict=True)
    ),
    GATES,
)
# The same with all levels everywhere, so that every row of the sheet below is allowed.
FREE = Scheme(tuple(Criterion(one.code, one.weight, allows_na=True) for one in ARTICLE.criteria), GATES)

# (marks of W1 to W9 with - for "does not apply", points by hand: Σ weight × level, weights that apply, total).
# Total = Σ ÷ (4 × weights) × 100.
SHEETS = [
    ("444444444", 400, 100, "100.00"),
    ("000000000", 0, 100, "0.00"),
    ("222222222", 200, 100, "50.00"),
    ("333333333", 300, 100, "75.00"),
    ("111111111", 100, 100, "25.00"),
    ("400000000", 40, 100, "10.00"),
    ("040000000", 40, 100, "10.00"),
    ("004000000", 40, 100, "10.00"),
    ("000400000", 60, 100, "15.00"),
    ("000040000", 60, 100, "15.00"),
    ("000004000", 40, 100, "10.00"),
    ("000000400", 40, 100, "10.00"),
    ("000000040", 40, 100, "10.00"),
    ("000000004", 40, 100, "10.00"),
    # 40 + 30 + 20 + 15 + 0 + 40 + 30 + 20 + 10
    ("432104321", 205, 100, "51.25"),
    # 0 + 10 + 20 + 45 + 60 + 0 + 10 + 20 + 30
    ("012340123", 195, 100, "48.75"),
    # 30 + 20 + 10 + 60 + 45 + 20 + 10 + 40 + 30
    ("321432143", 265, 100, "66.25"),
    # 30 + 40 + 30 + 60 + 45 + 40 + 30 + 40 + 0
    ("343434340", 315, 100, "78.75"),
    # 40 + 40 + 30 + 45 + 30 + 20 + 10 + 10 + 40
    ("443322114", 265, 100, "66.25"),
    # 30 + 0 + 30 + 0 + 45 + 0 + 30 + 0 + 40
    ("303030304", 175, 100, "43.75"),
    # 20 + 10 + 30 + 30 + 60 + 30 + 20 + 10 + 40
    ("213243214", 250, 100, "62.50"),
    # One criterion does not apply: the others carry its weight.
    ("4444444-4", 360, 90, "100.00"),
    ("44444-444", 360, 90, "100.00"),
    ("0000000-0", 0, 90, "0.00"),
    # 30 + 30 + 30 + 45 + 45 + 30 + 30 + 40 = 280 of 360
    ("33333-334", 280, 90, "77.78"),
    # 10 + 10 + 10 + 15 + 15 + 10 + 10 + 40 = 120 of 360
    ("11111-114", 120, 90, "33.33"),
    # 40 + 30 + 20 + 15 + 60 + 30 + 20 + 40 = 255 of 360
    ("4321432-4", 255, 90, "70.83"),
    # 10 + 20 + 30 + 60 + 15 + 20 + 30 + 40 = 225 of 360
    ("1234123-4", 225, 90, "62.50"),
    # 40 + 30 + 40 + 45 + 60 + 30 + 40 + 0 = 285 of 360
    ("4343434-0", 285, 90, "79.17"),
    # 30 + 30 + 30 + 45 + 45 + 40 + 40 + 40 = 300 of 360
    ("3333344-4", 300, 90, "83.33"),
    # 20 + 30 + 20 + 45 + 30 + 30 + 20 + 40 = 235 of 360
    ("2323232-4", 235, 90, "65.28"),
    # Two do not apply.
    ("44444--44", 320, 80, "100.00"),
    ("44444-4-4", 320, 80, "100.00"),
    # 20 + 20 + 20 + 30 + 30 + 20 + 0 = 140 of 320
    ("22222--20", 140, 80, "43.75"),
    # 40 + 0 + 40 + 0 + 60 + 40 + 40 = 220 of 320
    ("40404-4-4", 220, 80, "68.75"),
    # 10 + 20 + 10 + 30 + 15 + 20 + 0 = 105 of 320; 32.8125 rounds down
    ("12121-2-0", 105, 80, "32.81"),
    # 0 + 40 + 0 + 60 + 0 + 0 + 40 = 140 of 320
    ("04040-0-4", 140, 80, "43.75"),
    # One alone applies.
    ("3--------", 30, 10, "75.00"),
    ("---1-----", 15, 15, "25.00"),
    ("--------4", 40, 10, "100.00"),
    # A half cent rounds up: 15 + 10 = 25 of 60, 41.666…; 10 × 1 of 25 × 4, 10 exactly.
    ("---11----", 30, 30, "25.00"),
    ("1--1-----", 25, 25, "25.00"),
    ("0--1-----", 15, 25, "15.00"),
    ("2--1-----", 35, 25, "35.00"),
]


def marks(row: str) -> dict[str, int | None]:
    return {code: None if mark == "-" else int(mark) for code, mark in zip(CODES, row, strict=True)}


def test_there_are_at_least_forty_sheets_by_hand() -> None:
    assert len({row for row, *_ in SHEETS}) == len(SHEETS)
    assert len(SHEETS) >= 40


@pytest.mark.parametrize(("row", "points", "weight", "total"), SHEETS)
def test_total_by_hand(row: str, points: int, weight: int, total: str) -> None:
    given_marks = marks(row)
    by_hand = sum(
        w * level for w, level in zip(WEIGHTS, given_marks.values(), strict=True) if level is not None
    )
    counted = sum(w for w, level in zip(WEIGHTS, given_marks.values(), strict=True) if level is not None)
    assert (by_hand, counted) == (points, weight)
    result = total_of(FREE, given_marks)
    assert (result.total, result.raw, result.limited_by, result.blocked) == (
        Decimal(total),
        Decimal(total),
        "",
        False,
    )


# (marks, gates, raw, total, gate that set it, blocked)
GATED = [
    ("444444444", ("block",), "100.00", "0.00", "block", True),
    ("000000000", ("block",), "0.00", "0.00", "", True),
    ("444444444", ("cap40",), "100.00", "40.00", "cap40", False),
    ("444444444", ("cap50",), "100.00", "50.00", "cap50", False),
    ("444444444", ("cap50", "cap40"), "100.00", "40.00", "cap40", False),
    ("444444444", ("cap50", "cap40", "block"), "100.00", "0.00", "block", True),
    ("111111114", ("cap40",), "32.50", "32.50", "", False),
    ("222222224", ("cap50",), "55.00", "50.00", "cap50", False),
    ("22222-2-4", ("cap50",), "56.25", "50.00", "cap50", False),
    ("222222220", ("cap50",), "45.00", "45.00", "", False),
]


@pytest.mark.parametrize(("row", "violated", "raw", "total", "limited_by", "blocked"), GATED)
def test_gates(
    row: str, violated: tuple[str, ...], raw: str, total: str, limited_by: str, blocked: bool
) -> None:
    result = total_of(ARTICLE, marks(row), violated)
    assert (result.raw, result.total, result.limited_by, result.blocked) == (
        Decimal(raw),
        Decimal(total),
        limited_by,
        blocked,
    )


def test_points_of_each_criterion_are_renormalised() -> None:
    result = total_of(ARTICLE, marks("43210-4-4"))
    # 80 points of weight apply: W1 counts 10 × 100 ÷ 80 = 12.5.
    assert result.points == {
        "W1": Decimal("12.50"),
        "W2": Decimal("9.38"),
        "W3": Decimal("6.25"),
        "W4": Decimal("4.69"),
        "W5": Decimal("0.00"),
        "W6": None,
        "W7": Decimal("12.50"),
        "W8": None,
        "W9": Decimal("12.50"),
    }
    assert result.total == Decimal("57.81")


def test_nothing_applies_gives_no_total() -> None:
    assert total_of(FREE, marks("---------"), ("block",)) == Total(dict.fromkeys(CODES), None, None)


@pytest.mark.parametrize(
    ("row", "extra", "violated", "refused"),
    [
        ("444444442", {}, (), "W9"),
        ("-44444444", {}, (), "W1"),
        ("444444444", {"W10": 3}, (), "W10"),
        ("444444444", {}, ("gate",), "gate"),
        ("444444444", {"W2": 5}, (), "W2"),
        ("444444444", {"W2": -1}, (), "W2"),
    ],
)
def test_what_the_rubric_does_not_offer_is_refused(
    row: str, extra: dict[str, int], violated: tuple[str, ...], refused: str
) -> None:
    with pytest.raises(MarkRefused) as caught:
        total_of(ARTICLE, marks(row) | extra, violated)
    assert caught.value.code == refused


def test_a_sheet_with_a_gap_has_no_total() -> None:
    some = {"W1": 4, "W3": 2}
    assert missing_marks(ARTICLE, some) == ("W2", "W4", "W5", "W6", "W7", "W8", "W9")
    with pytest.raises(MarkRefused) as caught:
        total_of(ARTICLE, some)
    assert caught.value.code == "W2"


def test_lost_points_weigh_what_applies() -> None:
    assert lost_points(ARTICLE, {"W1": 4, "W4": 0, "W6": None, "W9": 0}) == {
        "W1": Decimal("0.00"),
        "W4": Decimal("42.86"),
        "W9": Decimal("28.57"),
    }
    assert lost_points(ARTICLE, {}) == {}


# --- what holds for every sheet -----------------------------------------------

LEVELS = st.one_of(st.none(), st.integers(0, HIGHEST_LEVEL))
ROWS = st.tuples(*[LEVELS] * len(CODES)).map(lambda row: dict(zip(CODES, row, strict=True)))
VIOLATED = st.sets(st.sampled_from([gate.code for gate in GATES]))


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=0, max_size=8)))
    weights = [end - start for start, end in zip([0, *cuts], [*cuts, 100], strict=True)]
    return Scheme(
        tuple(
            Criterion(f"C{number}", Decimal(weight), allows_na=True) for number, weight in enumerate(weights)
        ),
        GATES,
    )


@given(ROWS, VIOLATED)
def test_a_total_lies_between_0_and_100(row: dict[str, int | None], violated: set[str]) -> None:
    result = total_of(FREE, row, violated)
    assert (result.total is None) == all(level is None for level in row.values())
    if result.total is not None and result.raw is not None:
        assert 0 <= result.total <= result.raw <= 100


@given(ROWS, st.sampled_from(CODES), VIOLATED)
def test_a_better_mark_never_lowers_the_total(
    row: dict[str, int | None], code: str, violated: set[str]
) -> None:
    level = row[code]
    if level is None or level == HIGHEST_LEVEL:
        return
    before, after = total_of(FREE, row, violated), total_of(FREE, row | {code: level + 1}, violated)
    assert before.total is not None and after.total is not None
    assert before.total <= after.total


@given(ROWS, VIOLATED, st.sampled_from([gate.code for gate in GATES]))
def test_a_further_violation_never_raises_the_total(
    row: dict[str, int | None], violated: set[str], gate: str
) -> None:
    before, after = total_of(FREE, row, violated), total_of(FREE, row, violated | {gate})
    if before.total is not None and after.total is not None:
        assert after.total <= before.total


@given(ROWS)
def test_what_does_not_apply_is_as_if_the_rubric_did_not_have_it(row: dict[str, int | None]) -> None:
    kept = {code: level for code, level in row.items() if level is not None}
    if not kept:
        return
    smaller = Scheme(tuple(one for one in FREE.criteria if one.code in kept), GATES)
    assert total_of(FREE, row).total == total_of(smaller, kept).total


@given(schemes(), st.data())
def test_equal_levels_give_the_level_whatever_the_weights(scheme: Scheme, data: st.DataObject) -> None:
    level = data.draw(st.integers(0, HIGHEST_LEVEL))
    left_out = data.draw(st.sets(st.sampled_from([one.code for one in scheme.criteria])))
    row = {one.code: None if one.code in left_out else level for one in scheme.criteria}
    expected = None if len(left_out) == len(scheme.criteria) else Decimal(25 * level)
    assert total_of(scheme, row).total == expected


@given(schemes(), st.data())
def test_rounded_points_add_up_to_the_total(scheme: Scheme, data: st.DataObject) -> None:
    row = {one.code: data.draw(LEVELS) for one in scheme.criteria}
    result = total_of(scheme, row)
    if result.raw is None:
        return
    parts = sum((points for points in result.points.values() if points is not None), Decimal(0))
    assert abs(parts - result.raw) <= Decimal("0.005") * (len(scheme.criteria) + 1)
