"""Reads of public pages: counted in memory without cookie or person, added to the day's row every few seconds."""

from __future__ import annotations

import atexit
import datetime
import functools
import logging
import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, connections
from django.db.models import Q, Sum
from django.utils import timezone

from core.models import PageReads
from core.rules.robots import is_person

logger = logging.getLogger("core.statistics")
FLUSH_SECONDS = 10.0
BATCH = 500

_is_person = functools.lru_cache(maxsize=4096)(is_person)


class ReadCounter:
    """Counts in this process; `flush` moves the numbers to the database. Days are those of the regency's clock."""

    def __init__(self, *, background: bool = True) -> None:
        self._counts: Counter[tuple[datetime.date, int]] = Counter()
        self._lock = threading.Lock()
        self._day = datetime.date.min
        self._day_ends = 0.0
        self._background = background
        self._thread: threading.Thread | None = None

    def count(self, environ: Mapping[str, Any], page_id: int) -> None:
        """One reader got this page. Robots, previews and pages fetched ahead of a tap are left out."""
        if not _is_person(environ.get("HTTP_USER_AGENT", "")) or _fetched_ahead(environ):
            return
        with self._lock:
            if time.time() >= self._day_ends:
                self._begin_day()
            self._counts[(self._day, page_id)] += 1
        if self._thread is None and self._background:
            self._start()

    def _begin_day(self) -> None:
        local = timezone.localtime()
        self._day = local.date()
        following = datetime.datetime.combine(self._day + datetime.timedelta(days=1), datetime.time())
        self._day_ends = following.replace(tzinfo=local.tzinfo).timestamp()

    def flush(self) -> int:
        """Adds what was counted since the last flush to the database; returns how many reads. On failure all is kept."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        try:
            add_reads((page, day, reads) for (day, page), reads in counts.items())
        except Exception:
            with self._lock:
                self._counts.update(counts)
            raise
        return counts.total()

    def _start(self) -> None:
        with self._lock:
            if self._thread is not None:
                return
            self._thread = threading.Thread(target=self._flush_forever, name="warta-kim-reads", daemon=True)
        atexit.register(self._flush_quietly)
        self._thread.start()

    def _flush_forever(self) -> None:
        while True:
            time.sleep(FLUSH_SECONDS)
            self._flush_quietly()

    def _flush_quietly(self) -> None:
        try:
            self.flush()
        except Exception:
            logger.warning("reads could not be stored; they are kept and tried again")
        finally:
            # Between two flushes this thread holds no connection.
            connections.close_all()


def _fetched_ahead(environ: Mapping[str, Any]) -> bool:
    purpose = (
        environ.get("HTTP_SEC_PURPOSE") or environ.get("HTTP_PURPOSE") or environ.get("HTTP_X_MOZ") or ""
    )
    return "prefetch" in purpose


@functools.cache
def read_counter() -> ReadCounter:
    """The counter of this process."""
    return ReadCounter()


def add_reads(rows: Iterable[tuple[int, datetime.date, int]]) -> None:
    """Adds (page, day, reads) to what is stored, in one order so that two processes never wait for each other."""
    wanted = sorted(rows)
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        places = ", ".join(["(%s, %s, %s)"] * len(part))
        sql = (
            f"INSERT INTO core_pagereads (page, day, reads) VALUES {places} "  # noqa: S608 places are constants
            "ON CONFLICT (page, day) DO UPDATE SET reads = core_pagereads.reads + excluded.reads"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [value for row in part for value in row])


@dataclass(frozen=True)
class Reads:
    """`total` since the page is public, `week` in the last seven days, today included."""

    total: int
    week: int


def reads_of(pages: Iterable[int], today: datetime.date | None = None) -> dict[int, Reads]:
    """Reads of these pages in one query; a page that nobody read is not in it."""
    since = (today or timezone.localdate()) - datetime.timedelta(days=6)
    rows = (
        PageReads.objects.filter(page__in=list(pages))
        .values("page")
        .annotate(total=Sum("reads"), week=Sum("reads", filter=Q(day__gte=since), default=0))
    )
    return {row["page"]: Reads(row["total"], row["week"]) for row in rows}


def reads_between(pages: Iterable[int], first: datetime.date, last: datetime.date) -> dict[int, int]:
    """Reads from `first` to `last`, both included, by page: what a scoring period asks for. One query."""
    rows = PageReads.objects.filter(page__in=list(pages), day__range=(first, last)).values("page")
    return {row["page"]: row["reads_sum"] for row in rows.annotate(reads_sum=Sum("reads"))}
