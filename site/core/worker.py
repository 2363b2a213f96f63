"""The worker thread inside the web process, for installations without a worker process of their own."""

import fcntl
import logging
import threading
import time
from pathlib import Path
from typing import IO

from django.conf import settings

logger = logging.getLogger("core.worker")
_lock_file: IO[str] | None = None


def start_worker_thread_if_wanted() -> threading.Thread | None:
    """Starts one thread that runs queued tasks and due periodic jobs; at most one process on a host gets it."""
    global _lock_file
    if not settings.KIM_WORKER_THREAD:
        return None
    Path(settings.VAR).mkdir(parents=True, exist_ok=True)
    _lock_file = open(Path(settings.VAR) / "worker.lock", "w")  # noqa: SIM115 held as long as the process lives
    try:
        fcntl.flock(_lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return None
    thread = threading.Thread(target=run_forever, name="warta-kim-worker", daemon=True)
    thread.start()
    return thread


def run_forever(pause: float = 1.0) -> None:
    """Runs tasks as they come and the periodic jobs as they fall due; an error is logged, never fatal."""
    from django.db import close_old_connections

    from core.periodic import run_due_jobs
    from core.task_queue import run_waiting_tasks

    while True:
        try:
            close_old_connections()
            busy = run_waiting_tasks()
            run_due_jobs()
        except Exception:
            logger.exception("the worker met an error and goes on")
            busy = 0
        if not busy:
            time.sleep(pause)
