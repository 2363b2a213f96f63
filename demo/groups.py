"""Demo KIM: groups with their own data, cover and people."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.text import slugify

from demo.photos import demo_image
from kim.models import (
    Award,
    Channel,
    Decree,
    KimGroup,
    KimPage,
    Officer,
    Person,
    Potential,
    WorkPlan,
    WorkPlanItem,
)
from kim.services.groups import create_kim

ISSUERS = (
    ("desa", "village"),
    ("lurah", "village"),
    ("camat", "district"),
    ("diskominfo", "office"),
    ("bupati", "regent"),
)
SECTIONS = set(Officer.Section.values)


def make_kim(row: dict[str, Any], today: datetime.date) -> KimGroup:
    """One KIM with everything its file tells; a second run renews the texts and adds nothing twice."""
    kim = create_kim(region_code=row["region_code"], name=row["name"], slug=row["slug"]).kim
    kim.tagline, kim.about = row["tagline"][:160], row["about"]
    kim.kim_id_number, kim.founded_year = row["kim_id_number"], row["founded_year"]
    kim.whatsapp = f"6281250001{int(kim.pk) % 1000:03d}"
    kim.save()
    for person in row["people"]:
        _person(kim, person, today)
    if not Channel.objects.filter(kim=kim).exists():
        _profile(kim, row, today)
    page = KimPage.objects.get(kim=kim)
    if page.cover_id is None:
        page.cover = demo_image(row["cover"], kim, alt=row["cover_alt"], credit=kim.name)
        page.save()
    return kim


def _person(kim: KimGroup, row: dict[str, Any], today: datetime.date) -> Person:
    person, created = Person.objects.get_or_create(
        kim=kim,
        full_name=row["name"],
        defaults={
            "slug": f"{slugify(row['name'])}-{kim.slug}"[:80],
            "bio": row.get("bio", "")[:240],
            "consents_to_show": True,
        },
    )
    if created:
        section = row["role"] if row["role"] in SECTIONS else Officer.Section.MEMBER
        Officer.objects.create(
            kim=kim,
            person=person,
            section=section,
            term_from=datetime.date(today.year - 2, 1, 15),
            term_until=datetime.date(today.year + 1, 12, 31),
        )
    return person


def _profile(kim: KimGroup, row: dict[str, Any], today: datetime.date) -> None:
    Channel.objects.bulk_create(
        Channel(kim=kim, kind=c["kind"], name=c["name"][:120], reach=c.get("reach", "")[:120])
        for c in row["channel"]
    )
    for decree in row["decree"]:
        issuer = next((kind for word, kind in ISSUERS if word in decree["issuer"].lower()), "village")
        Decree.objects.create(
            kim=kim,
            number=decree["number"],
            issuer=issuer,
            issuer_name=decree["issuer"],
            issued_on=datetime.date(decree["year"], 1, 15),
            term_from=datetime.date(decree["year"], 1, 15),
            term_until=datetime.date(decree["year"] + 3, 12, 31),
        )
    Potential.objects.bulk_create(
        Potential(kim=kim, code=code, is_main=position == 0, year=today.year, note=_note(row, code))
        for position, code in enumerate(
            dict.fromkeys([*row["themes"], *(p["code"] for p in row["potential"])])
        )
    )
    plan = WorkPlan.objects.create(kim=kim, year=today.year)
    for item in row["work_plan"]:
        done = datetime.date(today.year, item["month"], 20) if item["done"] else None
        WorkPlanItem.objects.create(
            kim=kim,
            plan=plan,
            title=item["title"][:160],
            month=item["month"],
            done_on=done if done and done <= today else None,
        )
    for award in row.get("award", []):
        Award.objects.create(kim=kim, title=award["title"][:160], year=award["year"], level=award["level"])


def _note(row: dict[str, Any], code: str) -> str:
    return next((p["note"][:240] for p in row["potential"] if p["code"] == code), "")
