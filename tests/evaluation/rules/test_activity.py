"""Regularity and silence."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rules import activity
from evaluation.rules.activity import Regularity
from evaluation.rules.periods import Period
from tests.evaluation.rules.test_periods import DAY, DAYS, d, period, some_periods

NOVEMBER = period("2026-11-02", "2026-11-29")


@pytest.mark.parametrize(
    ("days", "expected", "percent"),
    [
        # Four whole weeks, Monday to Sunday.
        ([], Regularity(0, 4, 28), 0),
        (["2026-11-02"], Regularity(1, 4, 27), 25),
        (["2026-11-29"], Regularity(1, 4, 27), 25),
        (["2026-11-02", "2026-11-05"], Regularity(1, 4, 24), 25),
        (["2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26"], Regularity(4, 4, 6), 100),
        (["2026-11-05", "2026-11-12", "2026-11-19"], Regularity(3, 4, 10), 75),
        # Outside the period nothing counts.
        (["2026-11-01", "2026-11-30"], Regularity(0, 4, 28), 0),
    ],
)
def test_regularity_of_whole_weeks(days: list[str], expected: Regularity, percent: int) -> None:
    found = activity.regularity([d(day) for day in days], NOVEMBER)
    assert (found, found.percent) == (expected, percent)


@pytest.mark.parametrize(
    ("days", "weeks_with", "weeks"),
    [
        # 1 November is a Sunday, the 24th a Tuesday: both weeks are cut off.
        ([], 0, 3),
        (["2026-11-01"], 1, 4),
        (["2026-11-24"], 1, 4),
        (["2026-11-01", "2026-11-03", "2026-11-24"], 3, 5),
    ],
)
def test_week_that_is_cut_off_counts_only_with_a_story(days: list[str], weeks_with: int, weeks: int) -> None:
    found = activity.regularity([d(day) for day in days], period("2026-11-01", "2026-11-24"))
    assert (found.weeks_with, found.weeks) == (weeks_with, weeks)


def test_no_week_counts_yet() -> None:
    found = activity.regularity([], period("2026-11-23", "2026-11-25"))
    assert (found, found.percent) == (Regularity(0, 0, 3), None)


def test_percent_rounds_half_up() -> None:
    assert [Regularity(part, 8, 0).percent for part in (1, 3, 5, 7)] == [13, 38, 63, 88]


@given(some_periods(), st.data())
def test_regularity_keeps_its_bounds(found: Period, data: st.DataObject) -> None:
    days = data.draw(st.sets(DAYS, max_size=5)) | {
        found.first + shift * DAY for shift in data.draw(st.sets(st.integers(0, found.days - 1), max_size=9))
    }
    result = activity.regularity(days, found)
    inside = {day for day in days if day in found}
    assert 0 <= result.weeks_with <= result.weeks
    assert result.weeks_with <= len(inside)
    assert 0 <= result.longest_gap <= found.days - len(inside)
    assert (result.longest_gap == found.days) == (not inside)
    # A longest run of empty days is really there.
    silent = [
        found.first + shift * DAY for shift in range(found.days) if found.first + shift * DAY not in inside
    ]
    runs = [len(run) for run in _runs(silent)]
    assert result.longest_gap == max(runs, default=0)


def _runs(days: list[datetime.date]) -> list[list[datetime.date]]:
    runs: list[list[datetime.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


@given(some_periods(), st.data())
def test_one_more_story_never_makes_it_less_regular(found: Period, data: st.DataObject) -> None:
    shifts = data.draw(st.sets(st.integers(0, found.days - 1), min_size=1, max_size=9))
    days = sorted(found.first + shift * DAY for shift in shifts)
    fewer, more = activity.regularity(days[:-1], found), activity.regularity(days, found)
    assert more.weeks_with >= fewer.weeks_with
    assert more.longest_gap <= fewer.longest_gap
    assert (more.percent or 0) >= (fewer.percent or 0)


TODAY = d("2026-11-26")


@pytest.mark.parametrize(
    ("latest", "days"),
    [(None, None), ("2026-11-26", 0), ("2026-11-25", 1), ("2026-10-26", 31), ("2026-11-27", 0)],
)
def test_days_silent(latest: str | None, days: int | None) -> None:
    assert activity.days_silent(d(latest) if latest else None, TODAY) == days


@pytest.mark.parametrize(
    ("latest", "founded", "silent"),
    [
        ("2026-10-27", "2020-01-01", False),  # 30 days
        ("2026-10-26", "2020-01-01", True),  # 31 days
        (None, "2026-10-27", False),
        (None, "2026-10-26", True),
        ("2026-10-26", "2026-11-26", True),
    ],
)
def test_silent_for_more_than_30_days(latest: str | None, founded: str, silent: bool) -> None:
    assert activity.is_silent(d(latest) if latest else None, d(founded), TODAY) is silent


@given(DAYS, DAYS)
def test_silence_of_a_story_says_the_same_in_days(latest: datetime.date, today: datetime.date) -> None:
    days = activity.days_silent(latest, today)
    assert activity.is_silent(latest, latest, today) == (days is not None and days > activity.SILENT_AFTER)


def test_never_published_first_then_the_longest_silent_then_by_name() -> None:
    kims = [
        (d("2026-11-20"), "Waru", 1),
        (None, "Petung", 2),
        (d("2026-01-01"), "Babulu", 3),
        (None, "Maridan", 4),
        (d("2026-11-20"), "Api-Api", 5),
    ]
    ordered = sorted(kims, key=lambda kim: activity.silence_order(*kim))
    assert [name for _day, name, _number in ordered] == ["Maridan", "Petung", "Babulu", "Api-Api", "Waru"]
