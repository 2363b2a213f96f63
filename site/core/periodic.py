"""Periodic jobs: registered by apps, run by whoever holds the lease."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable

from django.db import models
from django.utils import timezone

from core.models import PeriodicJob

logger = logging.getLogger("core.periodic")
LEASE = datetime.timedelta(minutes=10)

_jobs: dict[str, tuple[int, Callable[[], object]]] = {}


def register_job(name: str, *, every_seconds: int, run: Callable[[], object]) -> None:
    """Adds a job; `run` takes nothing, must be safe to run twice and keep its own transactions."""
    _jobs[name] = (every_seconds, run)


def run_due_jobs(now: datetime.datetime | None = None) -> list[str]:
    """Runs every due job once; two schedulers at the same time run each job once. Returns the names run."""
    now = now or timezone.now()
    ran = []
    for name, (every_seconds, run) in _jobs.items():
        row, _created = PeriodicJob.objects.get_or_create(
            name=name, defaults={"every_seconds": every_seconds, "due_at": now}
        )
        if row.due_at > now:
            continue
        taken = PeriodicJob.objects.filter(
            models.Q(leased_until__isnull=True) | models.Q(leased_until__lte=now), pk=row.pk, due_at__lte=now
        ).update(leased_until=now + LEASE)
        if taken != 1:
            continue
        error = ""
        try:
            run()
        except Exception as problem:
            logger.exception("periodic job %s failed", name)
            error = repr(problem)[:2000]
        PeriodicJob.objects.filter(pk=row.pk).update(
            leased_until=None,
            last_run_at=now,
            last_error=error,
            every_seconds=every_seconds,
            due_at=now + datetime.timedelta(seconds=every_seconds),
        )
        ran.append(name)
    return ran
