"""Generations: raised with each public change in its own transaction, observed by every process that serves readers.

A raise is a row (models.KeyRaise) and not a counter, so publications neither wait for one another nor can they
deadlock. Each process reads the rows in whatever order the transactions end and gives every key a tick of its own.
A page is current while none of its keys has a tick later than the one read *before* it was rendered.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import BigIntegerField, Func, TextField, Value
from django.db.models.functions import Cast

from core.models import KeyRaise
from core.shared_mark import shared_mark

CHANNEL = "warta_kim_keys"
# More keys than this are not remembered one by one; then everything older counts as stale once.
MOST_KEYS = 50_000

_NEW_ROWS = """
SELECT snapshot.low, log.id, log.transaction, log.keys
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS low) AS snapshot
LEFT JOIN core_keyraise AS log ON log.transaction >= %s
"""


def raise_keys(*keys: str) -> None:
    """Makes everything that depends on one of these keys stale, together with the running transaction.

    Rolled back, it never happened. Other processes are told once the transaction has ended.
    """
    if not keys:
        return
    on_postgres = connection.vendor == "postgresql"
    # PostgreSQL's full 64-bit number of this transaction, the same inside every savepoint.
    number = Func(function="pg_current_xact_id", output_field=TextField())
    KeyRaise.objects.create(
        keys=" ".join(sorted(set(keys))),
        transaction=Cast(Cast(number, TextField()), BigIntegerField()) if on_postgres else Value(None),
    )
    if on_postgres:
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {CHANNEL}")
    transaction.on_commit(_tell_this_host, robust=True)


def _tell_this_host() -> None:
    shared_mark().touch()


class ChangeLog:
    """Reads raised keys, each committed raise once and none left out, also when transactions end out of order.

    PostgreSQL: rows from the oldest transaction on that was still running when the log was read last; what was
    seen already is remembered. SQLite: one writer at a time, so row numbers are in the order of the commits.
    """

    def __init__(self) -> None:
        self._low: int | None = None
        self._seen: set[int] = set()

    def read(self) -> list[str]:
        """Keys raised since the last call; the first call only finds where the log stands."""
        return self._read_postgres() if connection.vendor == "postgresql" else self._read_in_order()

    def _read_postgres(self) -> list[str]:
        if self._low is None:
            # Before the first reading nothing is cached: what stands in the log by now needs no telling.
            self._low = self._new_rows(2**62)[0][0]
            self._read_postgres()
            return []
        rows = self._new_rows(self._low)
        low = rows[0][0]
        found = [row for row in rows if row[1] is not None]
        new = [row[3] for row in found if row[1] not in self._seen]
        self._seen = {row[1] for row in found if row[2] >= low}
        self._low = low
        return [key for keys in new for key in keys.split()]

    @staticmethod
    def _new_rows(low: int) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(_NEW_ROWS, [low])
            return list(cursor.fetchall())

    def _read_in_order(self) -> list[str]:
        if self._low is None:
            newest = KeyRaise.objects.order_by("-pk").values_list("pk", flat=True).first()
            self._low = newest or 0
            return []
        rows = list(KeyRaise.objects.filter(pk__gt=self._low).order_by("pk").values_list("pk", "keys"))
        if rows:
            self._low = rows[-1][0]
        return [key for _pk, keys in rows for key in keys.split()]


class Generations:
    """What this process knows of raised keys. Writing is locked, reading is not (see the order in `observe`)."""

    def __init__(self) -> None:
        self.tick = 0
        self._raised: dict[str, int] = {}
        self._everything = 0
        self._lock = threading.Lock()

    def observe(self, keys: Iterable[str]) -> None:
        """These keys were raised by a transaction that has ended."""
        with self._lock:
            tick = self.tick + 1
            for key in keys:
                self._raised[key] = tick
            if len(self._raised) > MOST_KEYS:
                self._everything = tick
                self._raised = {}
            # Last: whoever reads the new tick must find the new numbers too.
            self.tick = tick

    def forget_all(self) -> None:
        """Nothing rendered until now may be trusted any more."""
        with self._lock:
            self._everything = self.tick + 1
            self._raised = {}
            self.tick += 1

    def is_current(self, keys: Iterable[str], read_at: int) -> bool:
        """True while no key was raised after `read_at`, the tick read before rendering."""
        if self._everything > read_at:
            return False
        raised = self._raised
        return all(raised.get(key, 0) <= read_at for key in keys)


@functools.cache
def generations() -> Generations:
    """The generations of this process."""
    return Generations()
