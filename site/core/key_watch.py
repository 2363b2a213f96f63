"""Keeps the generations of one process up to date: a thread that reads the log, woken by mark, notice or clock."""

from __future__ import annotations

import logging
import threading
import time

from django.db import connection, connections

from core.generations import CHANNEL, ChangeLog, Generations
from core.shared_mark import shared_mark

logger = logging.getLogger("core.cache")

# The net under mark and notice: also after a kill between commit and notice a change is seen within this time.
POLL_SECONDS = 0.5
# Older knowledge is renewed before it answers a reader (a poll that comes late on a busy machine).
TRUSTED_SECONDS = 0.9
# While the database does not answer nothing can be published through it either; readers may read on for so long.
BLIND_SECONDS = 600.0
# Longer without the log than its rows are kept (core.housekeeping): everything is forgotten.
LOST_SECONDS = 12 * 3600.0
WAIT_SECONDS = 2.0
LISTEN_SECONDS = 1.0


class KeyWatch:
    """`may_trust()` before every hit; `start()` once per process."""

    def __init__(self, generations: Generations) -> None:
        self.generations = generations
        self._log = ChangeLog()
        self._mark = b""
        self._polled_at = float("-inf")
        self._failing = False
        self._running = False
        self._threads: list[threading.Thread] = []
        self._wake = threading.Event()
        self._polled = threading.Condition()
        self._start_lock = threading.Lock()

    def start(self) -> None:
        """Starts the threads of this process unless they run. Called by the first request, so after any fork."""
        with self._start_lock:
            if self._running:
                return
            self._running = True
            work = {"warta-kim-keys": self._poll_while_running}
            if connection.vendor == "postgresql":
                work["warta-kim-notices"] = self._listen_while_running
            self._threads = [
                threading.Thread(target=run, name=name, daemon=True) for name, run in work.items()
            ]
            for thread in self._threads:
                thread.start()

    def stop(self) -> None:
        """Ends the threads and gives their connections back; a later question starts them again."""
        self._running = False
        self._wake.set()
        for thread in self._threads:
            thread.join()

    def may_trust(self) -> bool:
        """Brings the generations up to date and says whether a stored page may be judged by them."""
        if not self._running:
            self.start()
        now = time.monotonic()
        if now - self._polled_at < TRUSTED_SECONDS and shared_mark().value() == self._mark:
            return True
        return self._catch_up(now)

    def _catch_up(self, now: float) -> bool:
        self._wake.set()
        if not self._failing:
            with self._polled:
                self._polled.wait_for(lambda: self._polled_at >= now or self._failing, WAIT_SECONDS)
        return self._polled_at >= now or (self._failing and now - self._polled_at < BLIND_SECONDS)

    def poll(self) -> None:
        """One reading of the log. Raises what the database raises."""
        started, mark = time.monotonic(), shared_mark().value()
        keys = self._log.read()
        if started - self._polled_at > LOST_SECONDS:
            self.generations.forget_all()
        elif keys:
            self.generations.observe(keys)
        self._mark = mark
        self._polled_at = started

    def _poll_while_running(self) -> None:
        while self._running:
            try:
                self.poll()
                self._failing = False
            except Exception:
                if not self._failing:
                    logger.exception(
                        "the log of raised keys cannot be read; stored pages are kept for a while"
                    )
                self._failing = True
                connections.close_all()
            with self._polled:
                self._polled.notify_all()
            self._wake.wait(POLL_SECONDS)
            self._wake.clear()
            if self._failing and self._running:
                time.sleep(POLL_SECONDS)
        connections.close_all()

    def _listen_while_running(self) -> None:
        """PostgreSQL's notices reach other hosts at once; without them the poll is half a second later."""
        while self._running:
            try:
                with connection.cursor() as cursor:
                    cursor.execute(f"LISTEN {CHANNEL}")
                while self._running:
                    for _notice in connection.connection.notifies(timeout=LISTEN_SECONDS):
                        self._wake.set()
            except Exception:
                logger.info("notices of raised keys were cut off; listening again")
                connections.close_all()
                time.sleep(LISTEN_SECONDS)
        connections.close_all()
