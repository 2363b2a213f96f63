"""What the machine notices in a story, beside the criterion it belongs to. A hint never gives a mark."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

# Criterion of the article rubric -> items of the story's checklist (news.rules.checklist_items) that speak of it.
CHECKS: dict[str, tuple[str, ...]] = {
    "W1": (),
    "W2": ("headline_short",),
    "W3": ("lead_short", "when", "where"),
    "W4": ("when", "where", "why_how"),
    "W5": ("source_named", "source_role"),
    "W6": ("source_named", "source_role", "two_sides", "quote_present"),
    "W7": ("sentence_length", "spelling"),
    "W8": ("photo_own", "photo_caption", "photo_credit", "photo_alt"),
    "W9": ("opinion", "sensitive", "identity_number", "photo_consent", "child_consent"),
}
# Published later than this after the event, a report is no news any more for the village.
FRESH_DAYS = 3


class Age(StrEnum):
    """How long after the event the story came out."""

    UNKNOWN = "unknown"
    BEFORE = "before"
    SAME_DAY = "same_day"
    FRESH = "fresh"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Freshness:
    """`days` between event and publication, negative when the story announced it."""

    age: Age
    days: int = 0


def checks_for(criterion: str) -> tuple[str, ...]:
    """Checklist items shown beside this criterion; a criterion of the office's own has none."""
    return CHECKS.get(criterion, ())


def freshness(event: datetime.date | None, published: datetime.date) -> Freshness:
    """How fresh a story was on the day of its publication."""
    if event is None:
        return Freshness(Age.UNKNOWN)
    days = (published - event).days
    if days < 0:
        return Freshness(Age.BEFORE, days)
    if days == 0:
        return Freshness(Age.SAME_DAY)
    return Freshness(Age.FRESH if days <= FRESH_DAYS else Age.LATE, days)
