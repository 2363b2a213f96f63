"""Periodic jobs: due ones run once, a failing one stops no other."""

import datetime
from collections.abc import Iterator

import pytest
from django.utils import timezone

from core import periodic
from core.models import PeriodicJob


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[list[str]]:
    made: list[str] = []
    monkeypatch.setattr(periodic, "_jobs", {})

    def broken() -> None:
        made.append("rusak")
        raise ValueError("sengaja")

    periodic.register_job("rusak", every_seconds=60, run=broken)
    periodic.register_job("baik", every_seconds=60, run=lambda: made.append("baik"))
    yield made


def test_due_jobs_run_and_a_failure_is_kept(calls: list[str]) -> None:
    now = timezone.now()
    assert periodic.run_due_jobs(now) == ["rusak", "baik"]
    assert calls == ["rusak", "baik"]
    assert PeriodicJob.objects.get(name="rusak").last_error == "ValueError('sengaja')"
    assert PeriodicJob.objects.get(name="baik").last_error == ""


def test_job_waits_for_its_time(calls: list[str]) -> None:
    now = timezone.now()
    periodic.run_due_jobs(now)
    assert periodic.run_due_jobs(now + datetime.timedelta(seconds=59)) == []
    assert periodic.run_due_jobs(now + datetime.timedelta(seconds=60)) == ["rusak", "baik"]


def test_leased_job_is_left_to_its_holder(calls: list[str]) -> None:
    now = timezone.now()
    periodic.run_due_jobs(now)
    later = now + datetime.timedelta(minutes=5)
    PeriodicJob.objects.filter(name="baik").update(leased_until=later + datetime.timedelta(minutes=1))
    assert periodic.run_due_jobs(later) == ["rusak"]
    assert periodic.run_due_jobs(later + datetime.timedelta(minutes=1)) == ["rusak", "baik"]
