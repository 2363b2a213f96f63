"""`manage.py create_kim CODE …`: KIM from official village codes; twice changes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kim.models import Region
from kim.services.groups import KimRefused, create_kim, create_regency
from kim.services.regions import load_regions


class Command(BaseCommand):
    help = "Creates the KIM of one or more villages with page, collection, news list and review policy."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="+", help="official village codes, for example 64.09.02.2004")
        parser.add_argument("--name", default="", help="name of the KIM (with one code only)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["name"] and len(options["codes"]) > 1:
            raise CommandError("--name goes with one code.")
        if not Region.objects.exists():
            load_regions()
        for code in options["codes"]:
            regency = Region.objects.filter(code=".".join(code.split(".")[:2]), kind=Region.Kind.REGENCY).first()
            try:
                if regency is not None:
                    create_regency(region=regency)
                result = create_kim(region_code=code, name=options["name"])
            except KimRefused as refused:
                raise CommandError(f"{code}: {refused.message}") from refused
            word = "dibuat" if result.created else "sudah ada"
            self.stdout.write(f"{result.kim.name}: {word}, /{result.kim.slug}/")
