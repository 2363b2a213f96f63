"""Faults that come back, those that are gone, and the one thing to change next."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.rules.advice import needs_reason, next_step, strong_points
from rubrics.rules.faults import Faults, faults_of
from rubrics.rules.totals import Criterion, Scheme

SCHEME = Scheme(
    (
        Criterion("W1", Decimal(10)),
        Criterion("W2", Decimal(10)),
        Criterion("W4", Decimal(15)),
        Criterion("W8", Decimal(10), allows_na=True),
    )
)

# (faults work by work, what is seen from the newest)
HISTORIES: list[tuple[list[set[str]], Faults]] = [
    ([], Faults()),
    ([{"teras"}], Faults(new=("teras",))),
    ([set()], Faults()),
    ([{"teras"}, {"teras"}], Faults(back=("teras",), repeated=1, chances=1)),
    ([{"teras"}, set()], Faults(gone=("teras",), repeated=0, chances=1)),
    ([{"teras", "foto"}, {"foto", "judul"}], Faults(("foto",), ("teras",), ("judul",), 1, 2)),
    # 2nd: teras of teras. 3rd: none of teras, foto.
    ([{"teras"}, {"teras", "foto"}, {"judul"}], Faults((), ("teras", "foto"), ("judul",), 1, 3)),
    # A fault that was gone and comes back is back.
    ([{"teras"}, set(), {"teras"}], Faults(("teras",), (), (), 1, 2)),
    ([set(), {"judul"}, {"judul"}, {"judul"}], Faults(("judul",), (), (), 2, 2)),
]


@pytest.mark.parametrize(("works", "expected"), HISTORIES)
def test_faults_from_work_to_work(works: list[set[str]], expected: Faults) -> None:
    assert faults_of(works) == expected


def test_the_rate_is_repeats_by_chances() -> None:
    assert faults_of([{"a", "b"}, {"a"}, {"a"}]).rate == 0.5
    assert faults_of([{"a"}]).rate is None


@given(st.lists(st.sets(st.sampled_from("abcdef")), max_size=8))
def test_every_fault_of_the_newest_work_is_new_or_back(works: list[set[str]]) -> None:
    found = faults_of(works)
    newest = works[-1] if works else set()
    earlier = set().union(*works[:-1]) if works else set()
    assert set(found.back) == newest & earlier
    assert set(found.new) == newest - earlier
    assert set(found.gone) == earlier - newest
    assert found.rate is None or 0 <= found.rate <= 1


@pytest.mark.parametrize(
    ("level", "expected"), [(0, True), (1, True), (2, True), (3, False), (4, False), (None, False)]
)
def test_low_marks_need_a_reason(level: int | None, expected: bool) -> None:
    assert needs_reason(level) is expected


@pytest.mark.parametrize(
    ("marks", "reasons", "expected"),
    [
        # W4 costs 15 × 2/4 = 7.5, W1 costs 10 × 2/4 = 5.
        ({"W1": 2, "W2": 4, "W4": 2, "W8": 4}, {"W1": ["nilai"], "W4": ["5w1h"]}, "5w1h"),
        # W1 costs 10, W4 7.5.
        ({"W1": 0, "W2": 4, "W4": 2, "W8": 4}, {"W1": ["nilai"], "W4": ["5w1h"]}, "nilai"),
        # Equal: the earlier one.
        ({"W1": 2, "W2": 2, "W4": 4, "W8": 4}, {"W1": ["nilai"], "W2": ["judul"]}, "nilai"),
        # The dearest without a reason is passed over.
        ({"W1": 2, "W2": 4, "W4": 0, "W8": 4}, {"W1": ["nilai", "fakta"]}, "nilai"),
        ({"W1": 4, "W2": 4, "W4": 4, "W8": None}, {}, ""),
        ({"W1": 3, "W2": 4, "W4": 4, "W8": None}, {"W1": []}, ""),
    ],
)
def test_the_next_step_is_what_costs_most(
    marks: dict[str, int | None], reasons: dict[str, list[str]], expected: str
) -> None:
    assert next_step(SCHEME, marks, reasons) == expected


def test_strong_points_come_by_weight() -> None:
    assert strong_points(SCHEME, {"W1": 4, "W2": 3, "W4": 4, "W8": None}) == ("W4", "W1")
