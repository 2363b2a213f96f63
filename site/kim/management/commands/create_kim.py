"""`manage.py create_kim CODE …`: KIM from official village codes; twice changes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kim.models import Region
from kim.services.groups import KimRefused, create_kim, create_regency
from kim.services.login_links import NotAllowed
from kim.services.office import found_kim
from kim.services.regions import load_regions
from users.models import User


class Command(BaseCommand):
    help = "Creates the KIM of one or more villages with page, collection, news list and review policy."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("codes", nargs="+", help="official village codes, for example 64.09.02.2004")
        parser.add_argument("--name", default="", help="name of the KIM (with one code only)")
        parser.add_argument("--by", default="", help="user name of the office account that invites")
        parser.add_argument(
            "--chair", default="", help="full name of the chair to invite (with one code and --by)"
        )
        parser.add_argument("--phone", default="", help="telephone of the chair")

    def handle(self, *args: Any, **options: Any) -> None:
        if (options["name"] or options["chair"]) and len(options["codes"]) > 1:
            raise CommandError("--name and --chair go with one code.")
        by = User.objects.filter(username=options["by"]).first()
        if options["chair"] and by is None:
            raise CommandError("--chair needs --by, the user name of an office account.")
        if Region.objects.filter(code__in=options["codes"]).count() < len(options["codes"]):
            load_regions()
        for code in options["codes"]:
            regency = Region.objects.filter(
                code=".".join(code.split(".")[:2]), kind=Region.Kind.REGENCY
            ).first()
            link = None
            try:
                if regency is not None:
                    create_regency(region=regency)
                if by is None:
                    result = create_kim(region_code=code, name=options["name"])
                else:
                    result, link = found_kim(
                        by=by,
                        region_code=code,
                        name=options["name"],
                        chair_name=options["chair"],
                        chair_phone=options["phone"],
                        base_url=settings.WAGTAILADMIN_BASE_URL,
                    )
            except KimRefused as refused:
                raise CommandError(f"{code}: {refused.message}") from refused
            except NotAllowed as refused:
                raise CommandError(f"{code}: {options['by']} does not look after this region.") from refused
            word = "dibuat" if result.created else "sudah ada"
            self.stdout.write(f"{result.kim.name}: {word}, /{result.kim.slug}/")
            if link is not None:
                self.stdout.write(link.text)
