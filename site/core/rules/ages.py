"""When words like "5 minutes ago" stop being true."""

from __future__ import annotations

import datetime

MINUTE = datetime.timedelta(minutes=1)
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
WEEK = datetime.timedelta(days=7)


def next_change(moment: datetime.datetime, now: datetime.datetime) -> datetime.datetime | None:
    """The moment at which the age of `moment`, told in minutes, hours or days, is told anew.

    None from a week on, when the date itself is printed. Both moments are aware. A moment still ahead changes when
    it is one minute old.

    >>> utc = datetime.UTC
    >>> next_change(datetime.datetime(2026, 11, 21, 7, 0, tzinfo=utc), datetime.datetime(2026, 11, 21, 9, 30, tzinfo=utc))
    datetime.datetime(2026, 11, 21, 10, 0, tzinfo=datetime.timezone.utc)
    """
    age = now - moment
    if age >= WEEK:
        return None
    unit = MINUTE if age < HOUR else HOUR if age < DAY else DAY
    return moment + (max(age, datetime.timedelta()) // unit + 1) * unit
