"""Surrogate keys: what the page that is being rendered depends on, until when its words hold, whose reads it counts.

A selector or view names keys while it works; nothing happens when nobody listens. The words:

    site                 sites, regions, addresses: what every answer rests on       settings   those of the office
    page-<pk>            the content of one page          image-<pk>   one picture with its public sizes
    row-<pk>             how one story looks in lists     person-<pk>  one person's name, consent, portfolio
    kim-<pk>             name, colour, address of a KIM   kim-<pk>-home, kim-<pk>-tagline  what its home and feed show
    kims, topics, tree   which KIM and topics there are, by name; which standing addresses
    list-<of>            a story came to the top of a list: list-all, list-kim-3, list-topic-5, list-tag-7, list-person-9, list-news
    corrections          a note came or changed, in any KIM; corrections-kim-<pk> in this one; corrected-kims: a first one
    list-<of>-deep       a story came into the middle of it (it was public before)
    latest-<kim>         the moment of a KIM's newest story       month-2026-11, months   parts of the sitemap
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

SITE = "site"


@dataclass
class Trace:
    """What one rendering told of itself. `until` is the first moment at which its words change by themselves."""

    keys: set[str] = field(default_factory=lambda: {SITE})
    until: datetime.datetime | None = None
    page_id: int | None = None


_trace: ContextVar[Trace | None] = ContextVar("cache_trace", default=None)


@contextmanager
def tracing() -> Iterator[Trace]:
    """Listens to everything rendered inside; a trace within a trace hears for both."""
    outer = _trace.get()
    trace = Trace()
    token = _trace.set(trace)
    try:
        yield trace
    finally:
        _trace.reset(token)
        if outer is not None:
            outer.keys |= trace.keys
            outer.until = min(filter(None, (outer.until, trace.until)), default=None)
            outer.page_id = outer.page_id or trace.page_id


def depends_on(*keys: str) -> None:
    """What is being rendered becomes stale when one of these keys is raised."""
    trace = _trace.get()
    if trace is not None:
        trace.keys.update(keys)


def holds_until(moment: datetime.datetime | None) -> None:
    """What is being rendered changes by itself at this moment ("5 minutes ago"); None says nothing."""
    trace = _trace.get()
    if trace is not None and moment is not None and (trace.until is None or moment < trace.until):
        trace.until = moment


def counts_as_read_of(page_id: int) -> None:
    """A reader who gets what is being rendered has read this page."""
    trace = _trace.get()
    if trace is not None:
        trace.page_id = page_id
