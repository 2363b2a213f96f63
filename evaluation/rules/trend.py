"""Means by month: what a KIM's scores did over a year."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MONTHS = 12
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Month:
    """`mean` of the totals with one decimal, None in a month without any; `stories` counts them."""

    first: datetime.date
    mean: Decimal | None
    stories: int


def months_to(today: datetime.date, number: int = MONTHS) -> list[datetime.date]:
    """The first days of this month and those before it, oldest first."""
    place = today.year * 12 + today.month - 1
    return [datetime.date(one // 12, one % 12 + 1, 1) for one in range(place - number + 1, place + 1)]


def trend_of(
    totals: Iterable[tuple[datetime.date, Decimal]], today: datetime.date, number: int = MONTHS
) -> tuple[Month, ...]:
    """Totals by the day they were released, as means by month; days outside the months are left out."""
    months = months_to(today, number)
    found: dict[datetime.date, list[Decimal]] = {first: [] for first in months}
    for day, total in totals:
        if day.replace(day=1) in found:
            found[day.replace(day=1)].append(total)
    return tuple(
        Month(
            first,
            (sum(values, Decimal(0)) / len(values)).quantize(_TENTH, rounding=ROUND_HALF_UP)
            if values
            else None,
            len(values),
        )
        for first, values in found.items()
    )
