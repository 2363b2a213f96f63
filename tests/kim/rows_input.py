"""What a careful chair types, and rows as they are stored, for each section of a KIM's data."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import ModelLogEntry

from kim.forms.sections import BY_PATH
from kim.models import Decree, KimGroup, Officer, Person, Potential, WorkPlan, WorkPlanItem

A = "/ruang/kim/bangun-mulya/"
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n"
ClientFor = Callable[..., Client]


def pdf(content: bytes = PDF, name: str = "SK KIM.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def good_input(path: str, kim: KimGroup) -> dict[str, Any]:
    """What a careful chair types into an empty form of this section."""
    person = Person.objects.filter(kim=kim).first()
    return {
        "pengurus": {"person": person and person.pk, "section": "secretary", "term_from": "2025-01-01", "term_until": ""},
        "orang": {"full_name": "Sri Wahyuni", "bio": "Petani padi", "consents_to_show": "on"},
        "sk": {"number": "140/12/2024 (contoh)", "issued_on": "2024-03-05", "issuer": "village", "file": pdf()},
        "rencana": {"title": "Pelatihan foto", "year": "2026", "month": "5", "done_on": "", "report": ""},
        "rencana-tahunan": {"year": "2026", "note": "Tahun foto"},
        "potensi": {"code": "pertanian", "is_main": "on", "note": "40 hektare", "evidence": "Profil desa", "year": "2025"},
        "saluran": {"kind": "notice_board", "name": "Papan RT 04", "place": "Pos ronda", "reach": "120 rumah", "is_active": "on"},
        "penghargaan": {"title": "Juara II KIM Fest", "year": "2025", "level": "regency", "giver": "Diskominfo"},
    }[path]  # fmt: skip


def make_row(path: str, kim: KimGroup, number: int = 1) -> Any:
    """One stored row of this section."""
    if path == "pengurus":
        person = Person.objects.create(kim=kim, full_name=f"Orang {number}", slug=f"orang-{kim.pk}-{number}")
        return Officer.objects.create(kim=kim, person=person, section="chair")
    if path == "orang":
        return Person.objects.create(kim=kim, full_name=f"Warga {number}", slug=f"warga-{kim.pk}-{number}")
    if path == "sk":
        return Decree.objects.create(kim=kim, number=f"SK {number}", issued_on=datetime.date(2024, 3, number))
    if path == "rencana":
        plan, _new = WorkPlan.objects.get_or_create(kim=kim, year=2020 + number)
        return WorkPlanItem.objects.create(kim=kim, plan=plan, title=f"Kegiatan {number}")
    if path == "rencana-tahunan":
        return WorkPlan.objects.create(kim=kim, year=2020 + number)
    if path == "potensi":
        return Potential.objects.create(kim=kim, code=Potential.Code.values[number])
    model = BY_PATH[path].model
    values = {
        "penghargaan": {"title": f"Juara {number}", "year": 2025},
        "saluran": {"kind": "radio", "name": f"FM {number}"},
    }
    return model.objects.create(kim=kim, **values[path])


def changes() -> list[tuple[str, str]]:
    entries = ModelLogEntry.objects.filter(action="kim.change").order_by("pk")
    return [(entry.data["section"], entry.data["act"]) for entry in entries]
