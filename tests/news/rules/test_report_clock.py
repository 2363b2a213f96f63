"""The 48-hour clock, exactly at its borders."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.rules.report_clock import ANSWER_WITHIN, WARN_WITHIN, ClockState, report_clock

MINUTE = datetime.timedelta(minutes=1)
WITA = datetime.timezone(datetime.timedelta(hours=8))
RECEIVED = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=WITA)
MOMENTS = st.datetimes(
    min_value=datetime.datetime(2020, 1, 1),
    max_value=datetime.datetime(2100, 1, 1),
    timezones=st.sampled_from([datetime.UTC, WITA, datetime.timezone(datetime.timedelta(hours=7))]),
)


def after(hours: int, minutes: int = 0, seconds: float = 0) -> datetime.datetime:
    return RECEIVED + datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)


@pytest.mark.parametrize(
    ("now", "state", "hours", "minutes"),
    [
        (after(0), ClockState.IN_TIME, 48, 0),
        (after(35, 59), ClockState.IN_TIME, 12, 1),
        (after(36), ClockState.URGENT, 12, 0),
        (after(47, 59), ClockState.URGENT, 0, 1),
        (after(47, 59, 59.999999), ClockState.URGENT, 0, 0),
        (after(48), ClockState.LATE, 0, 0),
        (after(50, 30), ClockState.LATE, 2, 30),
    ],
)
def test_open_report_at_its_borders(
    now: datetime.datetime, state: ClockState, hours: int, minutes: int
) -> None:
    clock = report_clock(RECEIVED, now)
    assert (clock.state, clock.hours, clock.minutes, clock.due_at) == (state, hours, minutes, after(48))
    assert clock.is_late is (state is ClockState.LATE)


@pytest.mark.parametrize(
    ("answered", "state"),
    [
        (after(0), ClockState.ANSWERED),
        (after(47, 59), ClockState.ANSWERED),
        (after(48), ClockState.ANSWERED_LATE),
        (after(100), ClockState.ANSWERED_LATE),
    ],
)
def test_answered_report_is_judged_by_its_answer(answered: datetime.datetime, state: ClockState) -> None:
    assert report_clock(RECEIVED, after(1000), answered).state is state


def test_hours_run_across_zones() -> None:
    assert report_clock(RECEIVED, after(48).astimezone(datetime.UTC)).state is ClockState.LATE


@pytest.mark.parametrize("naive", [0, 1, 2])
def test_naive_moment_is_refused(naive: int) -> None:
    moments = [RECEIVED, after(1), after(2)]
    moments[naive] = moments[naive].replace(tzinfo=None)
    with pytest.raises(ValueError, match="aware"):
        report_clock(*moments)


@given(MOMENTS, MOMENTS, st.none() | MOMENTS)
def test_late_is_exactly_from_the_due_moment_on(
    received: datetime.datetime, now: datetime.datetime, answered: datetime.datetime | None
) -> None:
    clock = report_clock(received, now, answered)
    counted = now if answered is None else answered
    assert clock.is_late is (counted - received >= ANSWER_WITHIN)
    assert (clock.state is ClockState.URGENT) is (
        answered is None and datetime.timedelta(0) < clock.due_at - now <= WARN_WITHIN
    )
    assert clock.distance - datetime.timedelta(hours=clock.hours, minutes=clock.minutes) < MINUTE
    assert clock.distance >= datetime.timedelta(0)
