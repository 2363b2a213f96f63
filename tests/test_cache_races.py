"""Races between rendering and publishing: no stored page outlives a change, also when the publisher is killed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.http import HttpResponse

from core.cache import PUBLIC, Question
from core.cache_keys import Trace
from core.generations import Generations, raise_keys
from core.key_watch import KeyWatch
from core.models import PeriodicJob
from core.page_cache import Entry, PageCache
from tests.cache_reader import Reader
from tests.source_tree import ROOT

RACES = 1000
KEY = "page-1"


def version() -> int:
    return PeriodicJob.objects.values_list("every_seconds", flat=True).get(name="race")


def publish() -> int:
    """One publication in a thread and connection of its own, as another process would do it."""
    new: list[int] = []

    def act() -> None:
        try:
            with transaction.atomic():
                row = PeriodicJob.objects.select_for_update().get(name="race")
                row.every_seconds += 1
                row.save()
                raise_keys(KEY)
            new.append(row.every_seconds)
        finally:
            connections.close_all()

    thread = threading.Thread(target=act)
    thread.start()
    thread.join()
    return new[0]


class Page:
    """Renders the version it finds in the database; `meanwhile` happens between reading and answering."""

    def __init__(self) -> None:
        self.before: Any = lambda: None
        self.meanwhile: Any = lambda: None

    def __call__(self, environ: dict[str, Any], start_response: Any) -> HttpResponse:
        self.before()
        body = str(version()).encode()
        self.meanwhile()
        response = HttpResponse(body, headers={"Cache-Control": PUBLIC})
        response.reader_trace = Trace({"site", KEY}, None, None)  # type: ignore[attr-defined]
        start_response("200 OK", list(response.items()))
        return response


@pytest.fixture
def race_row(transactional_db: None) -> None:
    from django.utils import timezone

    PeriodicJob.objects.create(name="race", every_seconds=1, due_at=timezone.now())


@pytest.fixture
def real_watch(transactional_db: None) -> Iterator[KeyWatch]:
    """The watch as it runs in production, with its threads."""
    watch = KeyWatch(Generations())
    yield watch
    watch.stop()


def stale_answers(reader: Reader, page: Page, races: int) -> int:
    """How often a reader got an older version than the last one published before the question."""
    chance = random.Random(20261120)
    stale = 0
    for number in range(races):
        current: list[int] = [version()]

        def change(current: list[int] = current, seen: bool = chance.random() < 0.7) -> None:
            current[0] = publish()
            if seen:  # another reader's question made this process read the log meanwhile
                reader.cache.watch.poll()

        page.before, page.meanwhile = (
            (change, lambda: None) if chance.random() < 0.3 else (lambda: None, change)
        )
        path = f"/{number % 7}/"
        reader.get(path)
        page.before = page.meanwhile = lambda: None
        if int(reader.get(path).body) != current[0]:
            stale += 1
    return stale


@pytest.mark.slow
def test_no_reader_gets_an_older_version_in_a_thousand_races(race_row: None) -> None:
    page = Page()
    assert stale_answers(Reader(page), page, RACES) == 0


class ReadAfterwards(PageCache):
    """The mistake that the order in PageCache._render avoids: the generation is read when the page is rendered."""

    def _store(self, question: Question, entry: Entry) -> None:
        entry.read_at = entry.current_at = self.watch.generations.tick
        super()._store(question, entry)


def test_generation_read_after_rendering_is_caught_by_the_same_races(race_row: None) -> None:
    page = Page()
    reader = Reader(page)
    wrong = ReadAfterwards(page, watch=reader.cache.watch, limit=8_000_000)
    reader.cache = wrong
    assert stale_answers(reader, page, 60) > 10


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite writes one transaction at a time")
def test_transaction_that_ends_late_is_not_missed(race_row: None) -> None:
    """A raise that was written first and committed last must be seen, though later ones were seen before it."""
    watch = KeyWatch(Generations())
    watch.poll()
    began = watch.generations.tick
    written, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        try:
            with transaction.atomic():
                raise_keys("row-slow")
                written.set()
                go_on.wait(10)
        finally:
            connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    try:
        assert written.wait(10)
        raise_keys("row-fast")
        watch.poll()
        before = watch.generations.tick
        assert watch.generations.is_current(["row-slow"], began) is True
        assert watch.generations.is_current(["row-fast"], began) is False
    finally:
        go_on.set()
        thread.join()
    watch.poll()
    assert watch.generations.is_current(["row-slow"], before) is False
    assert watch.generations.is_current(["row-fast"], before) is True


KILLED = """
import os, signal, sys
sys.path[:0] = ["site", "."]
import django
django.setup()
from django.db import connection, transaction
from core.generations import raise_keys
from core.models import PeriodicJob
connection.settings_dict["NAME"] = sys.argv[1]
with transaction.atomic():
    # Runs first after the commit: the mark is never touched.
    transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
    PeriodicJob.objects.filter(name="race").update(every_seconds=int(sys.argv[2]))
    raise_keys("page-1")
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [2, 3])
def test_change_of_a_killed_publisher_is_seen_within_a_second(
    race_row: None, real_watch: KeyWatch, number: int
) -> None:
    page = Page()
    reader = Reader(page)
    reader.cache.watch = real_watch
    assert reader.get("/").body == b"1"
    name = str(connection.settings_dict["NAME"])
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    died = subprocess.run(
        [sys.executable, "-c", KILLED, name, str(number)], cwd=ROOT, env=environment, check=False
    )
    committed = time.monotonic()
    assert died.returncode == -9
    assert version() == number
    while (answer := reader.get("/")).body != str(number).encode():
        assert time.monotonic() - committed < 1.0
        time.sleep(0.01)
    assert (answer.status, reader.get("/").is_hit) == (200, True)


def test_reader_is_answered_from_memory_while_the_database_is_away(
    race_row: None, real_watch: KeyWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page()
    reader = Reader(page)
    watch = reader.cache.watch = real_watch
    reader.get("/")

    def away() -> None:
        raise ConnectionError("the database is away")

    monkeypatch.setattr(watch, "poll", away)
    watch._polled_at -= 5
    assert reader.get("/").is_hit is True
    watch._polled_at -= 600
    assert reader.get("/").is_hit is False
