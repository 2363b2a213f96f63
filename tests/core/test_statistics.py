"""Reads: exact numbers from a known log, no person in them, nothing lost when the database is away."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import statistics
from core.models import PageReads
from core.statistics import ReadCounter, Reads, add_reads, reads_between, reads_of
from tests.cache_reader import PHONE

DAY = datetime.date(2026, 11, 21)
NOON = datetime.datetime(2026, 11, 21, 4, 0, tzinfo=datetime.UTC)
# (page, user agent, further headers)
LOG: list[tuple[int, str, dict[str, str]]] = [
    (1, PHONE, {}),
    (1, PHONE, {}),
    (2, PHONE, {}),
    (1, "WhatsApp/2.23.20.0 A", {}),
    (2, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", {}),
    (1, PHONE, {"HTTP_SEC_PURPOSE": "prefetch;prerender"}),
    (1, PHONE, {"HTTP_PURPOSE": "prefetch"}),
    (3, "", {}),
]


def stored() -> dict[tuple[int, datetime.date], int]:
    return {(row.page, row.day): row.reads for row in PageReads.objects.all()}


def count(counter: ReadCounter, log: list[tuple[int, str, dict[str, str]]]) -> None:
    for page, agent, headers in log:
        counter.count({"HTTP_USER_AGENT": agent, **headers}, page)


@pytest.mark.django_db
def test_known_log_gives_exact_numbers() -> None:
    counter = ReadCounter(background=False)
    with time_machine.travel(NOON):
        count(counter, LOG)
        assert counter.flush() == 3
        count(counter, LOG)
        assert counter.flush() == 3
    assert stored() == {(1, DAY): 4, (2, DAY): 2}
    assert counter.flush() == 0


@pytest.mark.django_db
def test_day_changes_at_midnight_of_the_regency() -> None:
    counter = ReadCounter(background=False)
    with time_machine.travel(
        datetime.datetime(2026, 11, 21, 15, 59, 59, tzinfo=datetime.UTC), tick=False
    ) as clock:
        count(counter, LOG[:1])
        clock.shift(1)
        count(counter, LOG[:1])
    counter.flush()
    assert stored() == {(1, DAY): 1, (1, DAY + datetime.timedelta(days=1)): 1}


@pytest.mark.django_db
def test_reads_are_kept_while_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    counter = ReadCounter(background=False)
    with time_machine.travel(NOON):
        count(counter, LOG)

        def away(rows: Any) -> None:
            raise ConnectionError

        with monkeypatch.context() as patch:
            patch.setattr(statistics, "add_reads", away)
            with pytest.raises(ConnectionError):
                counter.flush()
        count(counter, LOG[:1])
    assert counter.flush() == 4
    assert stored() == {(1, DAY): 3, (2, DAY): 1}


@pytest.mark.django_db
def test_two_processes_add_up() -> None:
    add_reads([(1, DAY, 3), (2, DAY, 1)])
    add_reads([(1, DAY, 4)])
    assert stored() == {(1, DAY): 7, (2, DAY): 1}


@pytest.mark.django_db
def test_reads_of_week_and_period() -> None:
    days = [DAY - datetime.timedelta(days=age) for age in (0, 6, 7, 40)]
    add_reads([(1, day, 10) for day in days] + [(2, days[3], 5)])
    assert reads_of([1, 2, 3], today=DAY) == {1: Reads(40, 20), 2: Reads(5, 0)}
    assert reads_between([1, 2], days[2], days[1]) == {1: 20}


@pytest.mark.django_db
def test_reads_cost_one_query_for_one_and_three_pages() -> None:
    add_reads([(page, DAY, 1) for page in (1, 2, 3)])
    for pages in ([1], [1, 2, 3]):
        with CaptureQueriesContext(connection) as captured:
            assert reads_of(pages, today=DAY).keys() == set(pages)
        assert len(captured) == 1


def test_nothing_about_a_person_is_stored() -> None:
    assert {field.name for field in PageReads._meta.get_fields()} == {"id", "page", "day", "reads"}
