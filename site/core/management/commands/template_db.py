"""`manage.py template_db [--start]`: the migrated template database, and a first database copied from it."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core.template_db import prepare_template, start_database


class Command(BaseCommand):
    help = "Builds the migrated template database if it is absent and prints where it is."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--start",
            action="store_true",
            help="bring this installation's own database up to date: copy the template where there is none, else migrate",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        result = start_database() if options["start"] else prepare_template()
        self.stdout.write(f"{result} ({time.monotonic() - started:.1f} s)")
