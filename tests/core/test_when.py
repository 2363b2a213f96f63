"""Dates in words."""

import datetime

import pytest

from core import when

NOW = datetime.datetime(2026, 11, 21, 4, 0, tzinfo=datetime.UTC)  # Saturday noon in WITA


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ({"seconds": 59}, "baru saja"),
        ({"minutes": 1}, "1 menit lalu"),
        ({"minutes": 59}, "59 menit lalu"),
        ({"hours": 1}, "1 jam lalu"),
        ({"hours": 23, "minutes": 59}, "23 jam lalu"),
        ({"days": 1}, "1 hari lalu"),
        ({"days": 6, "hours": 23}, "6 hari lalu"),
        ({"days": 7}, "14 November 2026"),
    ],
)
def test_relative_is_in_words_up_to_a_week(age: dict[str, int], expected: str) -> None:
    assert when.relative(NOW - datetime.timedelta(**age), NOW) == expected


def test_long_date_uses_the_clock_of_the_regency() -> None:
    late_evening_utc = datetime.datetime(2026, 11, 20, 17, 0, tzinfo=datetime.UTC)
    assert when.long_date(late_evening_utc) == "Sabtu, 21 November 2026"
    assert when.long_date(datetime.date(2026, 8, 17)) == "Senin, 17 Agustus 2026"
