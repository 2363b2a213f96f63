"""Periods, their weeks and months, and the stories due in them."""

from __future__ import annotations

import datetime
import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.rules import periods
from evaluation.rules.periods import Bucket, Period, PeriodRefused, Preset

DAYS = st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2100, 12, 31))
DAY = datetime.timedelta(days=1)


def d(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def period(first: str, last: str) -> Period:
    return Period(d(first), d(last))


@st.composite
def some_periods(draw: st.DrawFn) -> Period:
    first = draw(DAYS)
    return Period(first, first + draw(st.integers(0, 730)) * DAY)


@pytest.mark.parametrize(
    ("preset", "today", "first", "last"),
    [
        (Preset.THIS_MONTH, "2026-11-26", "2026-11-01", "2026-11-26"),
        (Preset.THIS_MONTH, "2026-11-01", "2026-11-01", "2026-11-01"),
        (Preset.LAST_MONTH, "2026-03-31", "2026-02-01", "2026-02-28"),
        (Preset.LAST_MONTH, "2024-03-01", "2024-02-01", "2024-02-29"),
        (Preset.LAST_MONTH, "2026-01-15", "2025-12-01", "2025-12-31"),
        (Preset.THIS_YEAR, "2026-11-26", "2026-01-01", "2026-11-26"),
        # 26 November 2026 is a Thursday; its Monday is the 23rd.
        (Preset.TWELVE_WEEKS, "2026-11-26", "2026-09-07", "2026-11-26"),
        (Preset.TWELVE_WEEKS, "2026-11-23", "2026-09-07", "2026-11-23"),
        (Preset.TWELVE_WEEKS, "2026-11-22", "2026-08-31", "2026-11-22"),
    ],
)
def test_preset_by_name(preset: Preset, today: str, first: str, last: str) -> None:
    assert periods.preset_period(preset, d(today)) == period(first, last)


@given(st.sampled_from([preset for preset in Preset if preset is not Preset.OWN]), DAYS)
def test_every_preset_is_in_order_and_ends_by_today(preset: Preset, today: datetime.date) -> None:
    found = periods.preset_period(preset, today)
    assert found.first <= found.last <= today
    assert found.days <= periods.MOST_DAYS


def test_own_days_have_no_length_by_their_name() -> None:
    with pytest.raises(ValueError):
        periods.preset_period(Preset.OWN, d("2026-11-26"))


def test_own_period_ends_today_at_the_latest() -> None:
    today = d("2026-11-26")
    assert periods.own_period(d("2026-11-01"), d("2026-11-30"), today) == period("2026-11-01", "2026-11-26")
    assert periods.own_period(today, today, today).days == 1


@pytest.mark.parametrize(
    ("first", "last", "field", "code"),
    [
        ("2026-11-27", "2026-11-28", "first", "ahead"),
        ("1999-12-31", "2026-11-26", "first", "early"),
        ("0001-01-01", "0001-01-02", "first", "early"),
        ("2026-11-20", "2026-11-19", "last", "order"),
        ("2024-11-25", "2026-11-26", "last", "long"),
        ("9999-12-31", "9999-12-31", "first", "ahead"),
    ],
)
def test_own_period_refused(first: str, last: str, field: str, code: str) -> None:
    with pytest.raises(PeriodRefused) as caught:
        periods.own_period(d(first), d(last), d("2026-11-26"))
    assert (caught.value.field, caught.value.code) == (field, code)


def test_two_years_are_the_most() -> None:
    assert periods.own_period(d("2024-11-26"), d("2026-11-26"), d("2026-11-26")).days == periods.MOST_DAYS


MONTH, YEAR, OWN = Preset.THIS_MONTH, Preset.THIS_YEAR, Preset.OWN


@pytest.mark.parametrize(
    ("preset", "shown", "has_dates", "meant"),
    [
        (None, None, False, Preset.TWELVE_WEEKS),
        (None, None, True, OWN),
        (MONTH, None, False, MONTH),
        (MONTH, MONTH, False, MONTH),
        # Dates were typed, the list was left alone.
        (MONTH, MONTH, True, OWN),
        # The list was changed while dates of before still stood there.
        (MONTH, OWN, True, MONTH),
        (YEAR, MONTH, True, YEAR),
        (OWN, OWN, True, OWN),
        (OWN, MONTH, True, OWN),
        (OWN, MONTH, False, OWN),
        (MONTH, None, True, OWN),
    ],
)
def test_the_control_that_was_changed_counts(
    preset: Preset | None, shown: Preset | None, has_dates: bool, meant: Preset
) -> None:
    assert periods.chosen_preset(preset, shown, has_dates=has_dates) == meant


def test_weeks_are_iso_weeks_and_say_when_they_are_cut() -> None:
    assert periods.weeks_of(period("2026-11-01", "2026-11-18")) == (
        Bucket(d("2026-11-01"), d("2026-11-01"), False),
        Bucket(d("2026-11-02"), d("2026-11-08"), True),
        Bucket(d("2026-11-09"), d("2026-11-15"), True),
        Bucket(d("2026-11-16"), d("2026-11-18"), False),
    )


def test_months_go_over_the_year_and_say_when_they_are_cut() -> None:
    assert periods.months_of(period("2025-12-31", "2026-02-28")) == (
        Bucket(d("2025-12-31"), d("2025-12-31"), False),
        Bucket(d("2026-01-01"), d("2026-01-31"), True),
        Bucket(d("2026-02-01"), d("2026-02-28"), True),
    )


@given(some_periods(), st.sampled_from([periods.weeks_of, periods.months_of]))
def test_buckets_cover_the_period_without_gap_or_overlap(found: Period, split: object) -> None:
    buckets = split(found)  # type: ignore[operator]
    assert (buckets[0].first, buckets[-1].last) == (found.first, found.last)
    assert all(later.first - earlier.last == DAY for earlier, later in itertools.pairwise(buckets))
    assert sum((bucket.last - bucket.first).days + 1 for bucket in buckets) == found.days


@given(some_periods())
def test_weeks_begin_on_monday_and_whole_ones_have_seven_days(found: Period) -> None:
    weeks = periods.weeks_of(found)
    assert all(week.first.weekday() == 0 for week in weeks[1:])
    assert all(((week.last - week.first).days == 6) == week.is_whole for week in weeks)


@given(some_periods(), st.data())
def test_counts_of_buckets_add_up_to_the_days_inside(found: Period, data: st.DataObject) -> None:
    by_day = data.draw(st.dictionaries(DAYS, st.integers(1, 9), max_size=20))
    by_day |= {
        found.first + shift * DAY: 1
        for shift in data.draw(st.sets(st.integers(0, found.days - 1), max_size=9))
    }
    inside = sum(stories for day, stories in by_day.items() if day in found)
    assert sum(periods.count_in(periods.weeks_of(found), by_day)) == inside
    assert sum(periods.count_in(periods.months_of(found), by_day)) == inside


def test_counts_stand_in_their_own_bucket() -> None:
    weeks = periods.weeks_of(period("2026-11-02", "2026-11-22"))
    by_day = {
        d("2026-11-01"): 9,
        d("2026-11-02"): 1,
        d("2026-11-08"): 2,
        d("2026-11-16"): 3,
        d("2026-11-23"): 9,
    }
    assert periods.count_in(weeks, by_day) == (3, 0, 3)


@pytest.mark.parametrize(
    ("first", "last", "exact", "whole"),
    [
        ("2026-11-01", "2026-11-30", Fraction(4), 4),
        ("2026-11-01", "2026-11-15", Fraction(2), 2),
        ("2026-11-01", "2026-11-03", Fraction(2, 5), 0),
        ("2026-11-01", "2026-11-04", Fraction(8, 15), 1),
        ("2026-02-15", "2026-03-31", Fraction(2) + 4, 6),
        ("2026-01-01", "2026-12-31", Fraction(48), 48),
        ("2026-09-07", "2026-11-26", Fraction(4 * 24, 30) + 4 + Fraction(4 * 26, 30), 11),
    ],
)
def test_target_by_the_days_of_each_month(first: str, last: str, exact: Fraction, whole: int) -> None:
    found = period(first, last)
    assert periods.exact_target(found, 4) == exact
    assert periods.target_for(found, 4) == whole


@given(some_periods(), st.integers(1, 100))
def test_exact_target_of_two_parts_is_that_of_the_whole(found: Period, per_month: int) -> None:
    middle = found.first + (found.days // 2) * DAY
    if middle > found.first:
        parts = [Period(found.first, middle - DAY), Period(middle, found.last)]
        assert sum(periods.exact_target(part, per_month) for part in parts) == periods.exact_target(
            found, per_month
        )
    assert abs(periods.target_for(found, per_month) - periods.exact_target(found, per_month)) <= Fraction(
        1, 2
    )


def test_target_of_a_week_is_a_year_of_months_over_its_weeks() -> None:
    assert round(float(periods.target_of_week(4)), 3) == 0.92
    assert periods.target_of_week(4) * Fraction(1461, 28) == 48
