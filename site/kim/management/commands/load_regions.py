"""`manage.py load_regions [file.csv]`: official regions with codes."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from kim.services.regions import PPU_CSV, load_regions


class Command(BaseCommand):
    help = "Loads or updates regions from a CSV file (default: Penajam Paser Utara)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", nargs="?", type=Path, default=PPU_CSV)
        parser.add_argument("--time-zone", default="Asia/Makassar")

    def handle(self, *args: Any, **options: Any) -> None:
        created, updated = load_regions(options["path"], time_zone=options["time_zone"])
        self.stdout.write(f"Wilayah baru: {created}, diperbarui: {updated}")
