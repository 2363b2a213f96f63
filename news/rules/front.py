"""How a front is laid out: which story leads, and which days stand together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

# A picture makes the lead; an older one is not dragged up over five newer stories.
LEAD_REACH = 5
DAYS_ALONE = 7


class Pictured(Protocol):
    @property
    def has_picture(self) -> bool: ...


class Dated(Protocol):
    @property
    def day(self) -> datetime.date: ...


P = TypeVar("P", bound=Pictured)
D = TypeVar("D", bound=Dated)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Period:
    """One day, or (`whole_month`) the month that `first` lies in."""

    first: datetime.date
    whole_month: bool


def choose_lead(stories: Sequence[P]) -> int:
    """Index of the story that leads: the newest with a picture among the first five, else the newest.

    Raises ValueError for an empty list.
    """
    if not stories:
        raise ValueError("no story can lead an empty front")
    for index, story in enumerate(stories[:LEAD_REACH]):
        if story.has_picture:
            return index
    return 0


def group_by_period(stories: Iterable[D], today: datetime.date) -> list[tuple[Period, list[D]]]:
    """Stories (newest first) by day for the last seven days, by month before that."""
    groups: list[tuple[Period, list[D]]] = []
    for story in stories:
        recent = (today - story.day).days < DAYS_ALONE
        period = Period(story.day, False) if recent else Period(story.day.replace(day=1), True)
        if not groups or groups[-1][0] != period:
            groups.append((period, []))
        groups[-1][1].append(story)
    return groups


def rotated(items: Sequence[T], day: datetime.date) -> list[T]:
    """The same items with another one first each day, so that over time all stand first equally often."""
    if not items:
        return []
    start = day.toordinal() % len(items)
    return [*items[start:], *items[:start]]
