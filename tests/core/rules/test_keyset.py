"""Cursors in addresses: round trip, and everything else is none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules import keyset

MOMENTS = st.datetimes(
    min_value=datetime.datetime(1991, 1, 1),
    max_value=datetime.datetime(2198, 1, 1),
    timezones=st.just(datetime.UTC),
)


@given(moment=MOMENTS, pk=st.integers(min_value=0, max_value=10**16 - 1))
def test_cursor_round_trip(moment: datetime.datetime, pk: int) -> None:
    assert keyset.from_text(keyset.to_text(moment, pk)) == (moment, pk)


def test_cursor_is_written_in_utc() -> None:
    wita = datetime.timezone(datetime.timedelta(hours=8))
    assert (
        keyset.to_text(datetime.datetime(2026, 11, 21, 7, 30, tzinfo=wita), 7)
        == "2026-11-20T23:30:00.000000Z_7"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2026-11-21T07:30:00.000000Z",
        "2026-11-21T07:30:00.000000Z_",
        "2026-11-21T07:30:00.000000Z_-1",
        "2026-11-21T07:30:00.000000Z_1.5",
        "2026-02-30T07:30:00.000000Z_1",
        "2026-11-21T25:30:00.000000Z_1",
        "0001-01-01T00:00:00.000000Z_1",
        "9999-12-31T23:59:59.999999Z_1",
        "2026-11-21T07:30:00.000000Z_99999999999999999",
        "2026-11-21T07:30:00.000000Z_1 OR 1=1",
        "２０２６-11-21T07:30:00.000000Z_1",
        "2026-11-21T07:30:00.000000Z_١",
        "2026-11-21T07:30:00.000000Z_1\n",
    ],
)
def test_cursor_that_is_none(text: str) -> None:
    assert keyset.from_text(text) is None


@given(st.text(max_size=60))
def test_cursor_never_raises(text: str) -> None:
    assert keyset.from_text(text) is None or "_" in text
