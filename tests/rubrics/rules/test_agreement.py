"""Two markers: how far apart they are and which total counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.rules.agreement import Gap, Outcome, Sheet, Standing, gap_between, must_reconcile, outcome_of


def sheet(total: str | None, levels: str = "3333", violated: tuple[str, ...] = ()) -> Sheet:
    marks = {f"W{n}": None if mark == "-" else int(mark) for n, mark in enumerate(levels, 1)}
    return Sheet(marks, Decimal(total) if total is not None else None, frozenset(violated))


def test_the_gap_names_every_difference() -> None:
    gap = gap_between([sheet("80.00", "43-2", ("etika",)), sheet("72.50", "2332", ("etika", "salin"))])
    assert gap == Gap(
        points=Decimal("7.50"), levels={"W1": 2}, applies=frozenset({"W3"}), gates=frozenset({"salin"})
    )


def test_one_sheet_has_no_gap() -> None:
    assert gap_between([sheet("80.00")]) == Gap(Decimal(0), {})
    assert gap_between([]) == Gap(Decimal(0), {})


# (totals, levels, gates, what counts)
CASES = [
    ([("80.00", "3333", ())], Outcome(Standing.ONE, Decimal("80.00"))),
    ([(None, "----", ())], Outcome(Standing.ONE, None)),
    ([("80.00", "3333", ()), ("75.00", "3332", ())], Outcome(Standing.AGREED, Decimal("77.50"))),
    # 80.25 and 75.00: the mean 77.625 rounds up.
    ([("80.25", "3333", ()), ("75.00", "3332", ())], Outcome(Standing.AGREED, Decimal("77.63"))),
    ([("80.00", "3333", ()), ("70.01", "3332", ())], Outcome(Standing.AGREED, Decimal("75.01"))),
    ([("80.00", "3333", ()), ("70.00", "3332", ())], Outcome(Standing.TO_RECONCILE, None)),
    ([("80.00", "4233", ()), ("80.00", "2433", ())], Outcome(Standing.TO_RECONCILE, None)),
    ([("80.00", "4333", ()), ("80.00", "3433", ())], Outcome(Standing.AGREED, Decimal("80.00"))),
    ([("40.00", "3333", ("salin",)), ("40.00", "3333", ())], Outcome(Standing.TO_RECONCILE, None)),
    ([("40.00", "3333", ("salin",)), ("40.00", "3333", ("salin",))], Outcome(Standing.AGREED, Decimal("40.00"))),
    ([("0.00", "4444", ("etika",)), ("0.00", "4444", ("etika",))], Outcome(Standing.AGREED, Decimal("0.00"))),
    ([(None, "----", ()), (None, "----", ())], Outcome(Standing.AGREED, None)),
    (
        [("80.00", "3333", ()), ("75.00", "3333", ()), ("78.00", "3333", ())],
        Outcome(Standing.AGREED, Decimal("77.67")),
    ),
    (
        [("80.00", "3333", ()), ("75.00", "3333", ()), ("69.00", "3333", ())],
        Outcome(Standing.TO_RECONCILE, None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_which_total_counts(rows: list[tuple[str | None, str, tuple[str, ...]]], expected: Outcome) -> None:
    assert outcome_of([sheet(*row) for row in rows]) == expected


def test_no_sheet_no_score() -> None:
    assert outcome_of([]) == Outcome(Standing.NONE, None)


def test_a_decision_stands_above_the_sheets() -> None:
    sheets = [sheet("90.00", "4444"), sheet("50.00", "2222")]
    assert outcome_of(sheets, decided=Decimal("70.00"), is_decided=True) == Outcome(
        Standing.DECIDED, Decimal("70.00")
    )
    assert outcome_of(sheets, decided=None, is_decided=True) == Outcome(Standing.DECIDED, None)


def test_thresholds_are_those_of_the_rubric() -> None:
    gap = gap_between([sheet("80.00", "3333"), sheet("76.00", "3332")])
    assert (must_reconcile(gap), must_reconcile(gap, points=Decimal(4)), must_reconcile(gap, levels=1)) == (
        False,
        True,
        True,
    )


TOTALS = st.decimals(0, 100, places=2)


@given(st.lists(TOTALS, min_size=2, max_size=4))
def test_an_agreed_total_lies_between_those_of_the_markers(totals: list[Decimal]) -> None:
    outcome = outcome_of([Sheet({}, total) for total in totals])
    if max(totals) - min(totals) >= 10:
        assert outcome == Outcome(Standing.TO_RECONCILE, None)
    else:
        assert outcome.total is not None
        assert min(totals) <= outcome.total <= max(totals)


@given(st.permutations([sheet("80.00", "4321"), sheet("76.00", "3321"), sheet("79.10", "4331")]))
def test_the_order_of_markers_does_not_matter(sheets: list[Sheet]) -> None:
    assert outcome_of(sheets) == Outcome(Standing.AGREED, Decimal("78.37"))
