"""`manage.py work`: the worker process of a production installation."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core.periodic import run_due_jobs
from core.task_queue import run_waiting_tasks
from core.worker import run_forever


class Command(BaseCommand):
    help = "Runs queued tasks and periodic jobs until it is stopped; with --once until nothing waits."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["once"]:
            run_forever()
        while run_waiting_tasks():
            pass
        run_due_jobs()
