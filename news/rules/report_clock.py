"""The 48-hour clock of a reader's report.

Source: the cyber media guidelines ask for an answer within 2 × 24 hours; the right of reply has the same limit.
The hours run through nights and Sundays, so the clock needs no calendar and no time zone.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

ANSWER_WITHIN = datetime.timedelta(hours=48)
# From here on the report counts as urgent and its editors are told once more.
WARN_WITHIN = datetime.timedelta(hours=12)


class ClockState(StrEnum):
    IN_TIME = "in_time"
    URGENT = "urgent"
    LATE = "late"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"


OPEN_STATES = frozenset({ClockState.IN_TIME, ClockState.URGENT, ClockState.LATE})
LATE_STATES = frozenset({ClockState.LATE, ClockState.ANSWERED_LATE})


@dataclass(frozen=True, slots=True)
class ReportClock:
    """`distance` is how far the moment that counts (now, or the answer) lies from `due_at`; never negative."""

    state: ClockState
    due_at: datetime.datetime
    distance: datetime.timedelta

    @property
    def is_late(self) -> bool:
        return self.state in LATE_STATES

    @property
    def hours(self) -> int:
        """Whole hours of the distance."""
        return int(self.distance.total_seconds() // 3600)

    @property
    def minutes(self) -> int:
        """Whole minutes beside the hours."""
        return int(self.distance.total_seconds() % 3600 // 60)


def report_clock(
    received_at: datetime.datetime,
    now: datetime.datetime,
    answered_at: datetime.datetime | None = None,
) -> ReportClock:
    """Where a report stands. 47 h 59 after it came it is in time, at 48 h 00 it is late; so is its answer.

    All moments are aware; raises ValueError for a naive one.
    """
    for moment in (received_at, now, answered_at):
        if moment is not None and moment.utcoffset() is None:
            raise ValueError("the clock of a report needs aware moments")
    due_at = received_at + ANSWER_WITHIN
    counted = now if answered_at is None else answered_at
    is_late = counted >= due_at
    if answered_at is not None:
        state = ClockState.ANSWERED_LATE if is_late else ClockState.ANSWERED
    elif is_late:
        state = ClockState.LATE
    else:
        state = ClockState.URGENT if due_at - counted <= WARN_WITHIN else ClockState.IN_TIME
    return ReportClock(state, due_at, abs(due_at - counted))
