"""The moment at which an age is told anew is exactly the one at which its words change."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.ages import next_change
from core.when import relative

NOW = datetime.datetime(2026, 11, 21, 7, 0, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@pytest.mark.parametrize(
    ("age", "after"),
    [
        (datetime.timedelta(seconds=59), datetime.timedelta(seconds=1)),
        (datetime.timedelta(seconds=60), datetime.timedelta(seconds=60)),
        (datetime.timedelta(minutes=59, seconds=30), datetime.timedelta(seconds=30)),
        (datetime.timedelta(hours=1), datetime.timedelta(hours=1)),
        (datetime.timedelta(hours=23, minutes=10), datetime.timedelta(minutes=50)),
        (datetime.timedelta(days=6, hours=1), datetime.timedelta(hours=23)),
        (datetime.timedelta(minutes=-5), datetime.timedelta(minutes=6)),
    ],
)
def test_next_change_by_age(age: datetime.timedelta, after: datetime.timedelta) -> None:
    assert next_change(NOW - age, NOW) == NOW + after


def test_date_in_words_does_not_change() -> None:
    assert next_change(NOW - datetime.timedelta(days=7), NOW) is None


@given(st.integers(min_value=0, max_value=7 * 86400 - 1))
def test_words_hold_until_the_next_change_and_not_longer(seconds: int) -> None:
    moment = NOW - datetime.timedelta(seconds=seconds)
    change = next_change(moment, NOW)
    assert change is not None
    assert relative(moment, change - SECOND) == relative(moment, NOW)
    assert relative(moment, change) != relative(moment, change - SECOND)
