"""How regularly a KIM publishes and how long it has been silent."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Collection
from dataclasses import dataclass

from evaluation.rules.periods import Period, count_in, weeks_of

SILENT_AFTER = 30


@dataclass(frozen=True)
class Regularity:
    """`weeks_with` of `weeks` had a story; `longest_gap` days in a row had none."""

    weeks_with: int
    weeks: int
    longest_gap: int

    @property
    def percent(self) -> int | None:
        """The share of weeks with a story, rounded half up; None when no week counts yet."""
        return (200 * self.weeks_with + self.weeks) // (2 * self.weeks) if self.weeks else None


def regularity(days: Collection[datetime.date], period: Period) -> Regularity:
    """Of the days with at least one story; those outside the period count nowhere.

    Every ISO week that lies wholly in the period counts. One that the period cuts off, the running week among
    them, counts only when it has a story: its story may have come, or may still come, on the days left out.

    The longest gap is the largest number of days in a row without a story, from the first day of the period to
    its last: stories on the 1st and the 4th of the month leave a gap of 2 days between them.
    """
    inside = sorted({day for day in days if day in period})
    weeks = weeks_of(period)
    stories = count_in(weeks, dict.fromkeys(inside, 1))
    counted = [count for week, count in zip(weeks, stories, strict=True) if week.is_whole or count]
    edges = [
        period.first - datetime.timedelta(days=1),
        *inside,
        period.last + datetime.timedelta(days=1),
    ]
    gaps = [(later - earlier).days - 1 for earlier, later in itertools.pairwise(edges)]
    return Regularity(sum(count > 0 for count in counted), len(counted), max(gaps))


def days_silent(latest: datetime.date | None, today: datetime.date) -> int | None:
    """Days since the latest story, 0 on its own day; None when there never was one."""
    return max((today - latest).days, 0) if latest else None


def is_silent(latest: datetime.date | None, founded: datetime.date, today: datetime.date) -> bool:
    """No story for more than 30 days; a KIM that never published has been silent since it was founded here."""
    return (latest or founded) < silent_before(today)


def silent_before(today: datetime.date) -> datetime.date:
    """Whoever published last before this day is silent."""
    return today - datetime.timedelta(days=SILENT_AFTER)


def silence_order(latest: datetime.date | None, name: str, number: int) -> tuple[datetime.date, str, int]:
    """Sorts KIM: those that never published first, then the longest silent, then by name and number."""
    return (latest or datetime.date.min, name, number)
