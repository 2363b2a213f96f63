"""When "since my last visit" begins: pages opened shortly after one another are one visit."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

SAME_VISIT = datetime.timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Visit:
    """`seen_at` is the last page of the running visit, `since` the end of the one before (None: the first ever)."""

    seen_at: datetime.datetime
    since: datetime.datetime | None = None


def visited(known: Visit | None, now: datetime.datetime) -> Visit:
    """The visit after a page was opened at `now`."""
    if known is None:
        return Visit(now)
    if now - known.seen_at <= SAME_VISIT:
        return Visit(max(now, known.seen_at), known.since)
    return Visit(now, known.seen_at)
