"""Where a list goes on: a cursor of moment and row number, so that no page is counted or skipped through."""

from __future__ import annotations

import datetime
import re

# Sixteen digits stay within the 64-bit keys of both databases.
_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6})Z_(\d{1,16})", re.ASCII)
_YEARS = range(1990, 2200)

Cursor = tuple[datetime.datetime, int]


def to_text(moment: datetime.datetime, pk: int) -> str:
    """The cursor of a row as it stands in an address. `moment` is aware.

    >>> to_text(datetime.datetime(2026, 11, 21, 7, 30, tzinfo=datetime.UTC), 42)
    '2026-11-21T07:30:00.000000Z_42'
    """
    return f"{moment.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S.%f}Z_{pk}"


def from_text(text: str) -> Cursor | None:
    """The aware moment (UTC) and row number of a cursor; None for anything that is not one."""
    match = _CURSOR.fullmatch(text)
    if match is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(match[1]).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
    return (moment, int(match[2])) if moment.year in _YEARS else None
