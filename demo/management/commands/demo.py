"""`manage.py demo`: the demonstration network, or scale data with --kim and --articles."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo import network, scale
from demo.people import ACCOUNTS


class Command(BaseCommand):
    help = "Loads the demonstration network (development and trial installations only)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--kim", type=int, default=0, help="at least so many KIM (scale data)")
        parser.add_argument("--articles", type=int, default=0, help="so many more stories (scale data)")
        parser.add_argument("--accounts", action="store_true", help="only print the accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.KIM_DEMO_ALLOWED:
            raise CommandError("The demo is refused here: its accounts have a known password.")
        password = settings.KIM_DEMO_PASSWORD
        if options["accounts"]:
            self._print_accounts(password)
            return
        start = time.monotonic()
        self.stdout.write("Memuat contoh …")
        network.load(password=password, say=self.stdout.write)
        if options["kim"] or options["articles"]:
            kims = scale.ensure_kims(max(options["kim"], 24), self.stdout.write)
            scale.make_articles(kims, options["articles"], self.stdout.write)
        self.stdout.write(f"Contoh siap dalam {time.monotonic() - start:.0f} detik.")
        self._print_accounts(password)

    def _print_accounts(self, password: str) -> None:
        self.stdout.write(f"Akun contoh (kata sandi: {password})")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username:<7} {account.about}")
