"""Hints, fair rotation, visits, conflicts and the trend: the small rules beside the marks."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rules.conflicts import Conflict, conflict_of
from evaluation.rules.hints import CHECKS, Age, Freshness, checks_for, freshness
from evaluation.rules.rotation import Candidate, fair_order
from evaluation.rules.trend import Month, months_to, trend_of
from evaluation.rules.visits import SAME_VISIT, Visit, visited
from news.rules.checklist_items import ITEMS

DAY = datetime.date(2026, 11, 24)
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


# --- hints ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (None, Freshness(Age.UNKNOWN)),
        (DAY, Freshness(Age.SAME_DAY)),
        (DAY - datetime.timedelta(days=1), Freshness(Age.FRESH, 1)),
        (DAY - datetime.timedelta(days=3), Freshness(Age.FRESH, 3)),
        (DAY - datetime.timedelta(days=4), Freshness(Age.LATE, 4)),
        (DAY + datetime.timedelta(days=2), Freshness(Age.BEFORE, -2)),
    ],
)
def test_freshness(event: datetime.date | None, expected: Freshness) -> None:
    assert freshness(event, DAY) == expected


def test_hints_name_items_of_the_checklist() -> None:
    assert {code for codes in CHECKS.values() for code in codes} - set(ITEMS) == set()
    assert checks_for("W3") == ("lead_short", "when", "where")
    assert checks_for("W99") == ()


# --- rotation -----------------------------------------------------------------------


def story(number: int, kim: int, hours_ago: int) -> Candidate:
    return Candidate(number, kim, NOON - datetime.timedelta(hours=hours_ago))


def test_kim_take_turns_and_the_oldest_story_comes_first() -> None:
    waiting = [story(1, 1, 9), story(2, 1, 8), story(3, 1, 7), story(4, 2, 1), story(5, 3, 2)]
    assert fair_order(waiting, {}) == [1, 5, 4, 2, 3]


def test_who_was_read_lately_waits() -> None:
    waiting = [story(1, 1, 9), story(2, 1, 8), story(4, 2, 1)]
    assert fair_order(waiting, {1: 2}) == [4, 1, 2]
    assert fair_order(waiting, {1: 1, 2: 1}) == [1, 4, 2]


CANDIDATES = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 500)), max_size=40).map(
    lambda rows: [story(number, kim, hours) for number, (kim, hours) in enumerate(rows)]
)


@given(CANDIDATES, st.dictionaries(st.integers(1, 6), st.integers(0, 5)))
def test_every_story_comes_once_and_no_kim_twice_before_one_that_has_less(
    waiting: list[Candidate], scored: dict[int, int]
) -> None:
    order = fair_order(waiting, scored)
    assert sorted(order) == sorted(one.story for one in waiting)
    kim_of = {one.story: one.kim for one in waiting}
    count = {kim: scored.get(kim, 0) for kim in kim_of.values()}
    left = {kim: sum(one.kim == kim for one in waiting) for kim in count}
    for number in order:
        kim = kim_of[number]
        assert count[kim] == min(count[other] for other in count if left[other])
        count[kim] += 1
        left[kim] -= 1


# --- visits -----------------------------------------------------------------------------


def test_pages_within_an_hour_are_one_visit() -> None:
    first = visited(None, NOON)
    assert first == Visit(NOON)
    second = visited(first, NOON + SAME_VISIT)
    assert second == Visit(NOON + SAME_VISIT)
    later = visited(second, NOON + 3 * SAME_VISIT)
    assert later == Visit(NOON + 3 * SAME_VISIT, NOON + SAME_VISIT)
    # A clock that went back moves nothing.
    assert visited(later, NOON) == later


# --- conflicts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("", Conflict.NONE),
        ("owns edited sent_back is_member recused", Conflict.OWN),
        ("edited sent_back is_member recused", Conflict.EDITED),
        ("sent_back is_member recused", Conflict.COACHED),
        ("is_member recused", Conflict.MEMBER),
        ("recused", Conflict.RECUSED),
    ],
)
def test_the_strongest_conflict_is_named(facts: str, expected: Conflict) -> None:
    names = ("owns", "is_member", "edited", "sent_back", "recused")
    assert conflict_of(**{name: name in facts.split() for name in names}) is expected


# --- trend ----------------------------------------------------------------------------------


def test_twelve_months_end_with_this_one() -> None:
    months = months_to(datetime.date(2026, 2, 28))
    assert (months[0], months[-1], len(months)) == (
        datetime.date(2025, 3, 1),
        datetime.date(2026, 2, 1),
        12,
    )


def test_means_by_month() -> None:
    rows = [
        (datetime.date(2026, 10, 1), Decimal(70)),
        (datetime.date(2026, 10, 31), Decimal("80.50")),
        (datetime.date(2026, 11, 2), Decimal("66.66")),
        (datetime.date(2025, 1, 1), Decimal(10)),
    ]
    assert trend_of(rows, DAY, 3) == (
        Month(datetime.date(2026, 9, 1), None, 0),
        # 75.25 rounds up.
        Month(datetime.date(2026, 10, 1), Decimal("75.3"), 2),
        Month(datetime.date(2026, 11, 1), Decimal("66.7"), 1),
    )
