"""Periods that activity is looked at in, their weeks and months, and how many stories are due in them."""

from __future__ import annotations

import calendar
import datetime
import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

DAY = datetime.timedelta(days=1)
WEEK = datetime.timedelta(days=7)
WEEKS_BACK = 12
# Two years: what a chart can show and a page can say.
MOST_DAYS = 731
EARLIEST = datetime.date(2000, 1, 1)


class Preset(StrEnum):
    """The periods that are offered by name, as they stand in addresses."""

    TWELVE_WEEKS = "12-pekan"
    THIS_MONTH = "bulan-ini"
    LAST_MONTH = "bulan-lalu"
    THIS_YEAR = "tahun-ini"
    OWN = "sendiri"


class PeriodRefused(ValueError):
    """`field` is the end that is wrong ("first" or "last"); `code` says why: ahead, early, order, long."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(code)
        self.field = field
        self.code = code


@dataclass(frozen=True, order=True)
class Period:
    """Whole days on the site's clock, both ends included; never ends after today."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, order=True)
class Bucket:
    """A week or a month, as far as it lies in the period; `is_whole` when all of its days do."""

    first: datetime.date
    last: datetime.date
    is_whole: bool


def preset_period(preset: Preset, today: datetime.date) -> Period:
    """The period of that name; the running one ends today.

    Twelve weeks are the running ISO week and the eleven before it.

    >>> preset_period(Preset.LAST_MONTH, datetime.date(2026, 3, 10))
    Period(first=datetime.date(2026, 2, 1), last=datetime.date(2026, 2, 28))
    """
    first_of_month = today.replace(day=1)
    if preset is Preset.THIS_MONTH:
        return Period(first_of_month, today)
    if preset is Preset.LAST_MONTH:
        last = first_of_month - DAY
        return Period(last.replace(day=1), last)
    if preset is Preset.THIS_YEAR:
        return Period(today.replace(month=1, day=1), today)
    if preset is Preset.TWELVE_WEEKS:
        return Period(_monday(today) - (WEEKS_BACK - 1) * WEEK, today)
    raise ValueError("a period of one's own has no length by its name")


def own_period(first: datetime.date, last: datetime.date, today: datetime.date) -> Period:
    """From a day to a day; what lies ahead is cut off. Raises PeriodRefused."""
    if first < EARLIEST:
        raise PeriodRefused("first", "early")
    if first > today:
        raise PeriodRefused("first", "ahead")
    if last < first:
        raise PeriodRefused("last", "order")
    period = Period(first, min(last, today))
    if period.days > MOST_DAYS:
        raise PeriodRefused("last", "long")
    return period


def chosen_preset(preset: Preset | None, shown: Preset | None, *, has_dates: bool) -> Preset:
    """Which of the two controls was meant, the list of names or the two dates: the one that was changed.

    `shown` is the name that the list stood on when the page was shown. Dates that were typed count unless another
    name was chosen after them; without anything the twelve weeks are meant.
    """
    if has_dates and (preset in {None, Preset.OWN} or shown in {None, preset}):
        return Preset.OWN
    return preset or Preset.TWELVE_WEEKS


def weeks_of(period: Period) -> tuple[Bucket, ...]:
    """The ISO weeks (Monday to Sunday) that touch the period, in order."""
    mondays = _steps(_monday(period.first), period.last)
    return tuple(_cut(monday, monday + WEEK - DAY, period) for monday in mondays)


def months_of(period: Period) -> tuple[Bucket, ...]:
    """The months that touch the period, in order."""
    found = []
    first = period.first.replace(day=1)
    while first <= period.last:
        last = first.replace(day=_days_in_month(first))
        found.append(_cut(first, last, period))
        first = last + DAY
    return tuple(found)


def count_in(buckets: Sequence[Bucket], by_day: Mapping[datetime.date, int]) -> tuple[int, ...]:
    """How many stories of these days fall into each bucket, which stand in order; days outside count nowhere."""
    starts = [bucket.first for bucket in buckets]
    totals = [0] * len(buckets)
    for day, stories in by_day.items():
        place = bisect_right(starts, day) - 1
        if place >= 0 and day <= buckets[place].last:
            totals[place] += stories
    return tuple(totals)


def exact_target(period: Period, per_month: int) -> Fraction:
    """Stories due: `per_month` for each whole month, for a part of a month that part of its days.

    Sum over the months of per_month × days of the month in the period / days of the month.
    """
    parts = (
        Fraction((month.last - month.first).days + 1, _days_in_month(month.first))
        for month in months_of(period)
    )
    return per_month * sum(parts, Fraction())


def target_for(period: Period, per_month: int) -> int:
    """`exact_target` in whole stories, a half rounded up: nobody writes a part of a story."""
    return math.floor(exact_target(period, per_month) + Fraction(1, 2))


def target_of_week(per_month: int) -> Fraction:
    """The same pace for a week: twelve months on 365.25 days."""
    return Fraction(per_month * 12 * 7 * 4, 1461)


def _monday(day: datetime.date) -> datetime.date:
    return day - day.weekday() * DAY


def _steps(day: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    while day <= last:
        yield day
        day += WEEK


def _cut(first: datetime.date, last: datetime.date, period: Period) -> Bucket:
    inside = Period(max(first, period.first), min(last, period.last))
    return Bucket(inside.first, inside.last, (inside.first, inside.last) == (first, last))


def _days_in_month(day: datetime.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
