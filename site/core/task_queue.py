"""Runs what waits in the database queue; used by the worker thread, the `work` command and the demo."""

from django.conf import settings
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


def run_waiting_tasks(limit: int = 100) -> int:
    """Runs up to `limit` waiting tasks in this thread and returns how many waited."""
    if not str(settings.TASKS["default"]["BACKEND"]).startswith("django_tasks_db"):
        return 0
    waiting = DBTaskResult.objects.ready().count()
    if waiting:
        Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=limit,
            worker_id="warta-kim",
            excluded_queue_names=[],
        ).run()
    return waiting
