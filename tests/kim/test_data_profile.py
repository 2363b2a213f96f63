"""Profile and cover picture of a KIM: stored, refused in words, closed to others."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.models import Consent, MediaImage
from kim.forms.sections import SECTIONS
from kim.models import KimGroup
from tests import builders
from users.models import User

A = "/ruang/kim/bangun-mulya/"
PATHS = [
    "",
    "profil/",
    "sampul/",
    *(f"{section.path}/{end}" for section in SECTIONS for end in ("", "baru/")),
]
TODAY = datetime.date(2026, 11, 24)
ClientFor = Callable[..., Client]


def profile_input(**values: Any) -> dict[str, Any]:
    return {
        "tagline": "Kabar dari lumbung padi",
        "about": "Kami menulis sejak 2016.",
        "address": "Balai Desa Bangun Mulya",
        "whatsapp": "0812-5000-0002",
        "founded_year": "2016",
        "kim_id_number": "KIM-6409-0021",
        "hue": "4",
        "status": "active",
        **values,
    }


def photo(content: bytes | None = None, name: str = "desa.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(
        name, builders.jpeg_bytes() if content is None else content, content_type="image/jpeg"
    )


def cover_input(**values: Any) -> dict[str, Any]:
    return {
        "photo": photo(),
        "alt": "Petak sawah menguning di pagi hari",
        "credit": "Ani Rahmawati",
        "consent_state": "given",
        "consent_note": "Sukirman",
        **values,
    }


# Profile


def test_profile_is_stored_and_logged(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    response = client_for(budi).post(f"{A}profil/", profile_input())
    assert (response.status_code, response.url) == (302, A)
    kim_a.refresh_from_db()
    stored = (kim_a.tagline, kim_a.whatsapp, kim_a.founded_year, kim_a.kim_id_number, kim_a.hue, kim_a.status)
    assert stored == ("Kabar dari lumbung padi", "6281250000002", 2016, "KIM-6409-0021", 4, "active")
    assert (kim_a.name, kim_a.slug, kim_a.review_policy) == ("KIM Mangun Karya", "bangun-mulya", "kim_editor")
    entry = ModelLogEntry.objects.get(action="kim.change")
    assert (entry.user, entry.object_id, entry.data["section"]) == (budi, str(kim_a.pk), "profile")


@pytest.mark.parametrize("number", ["081250000002", "+62 812-5000-0002", "62812 5000 0002", "812.5000.0002"])
def test_profile_keeps_whatsapp_numbers_in_one_form(
    client_for: ClientFor, budi: User, kim_a: KimGroup, number: str
) -> None:
    client_for(budi).post(f"{A}profil/", profile_input(whatsapp=number))
    kim_a.refresh_from_db()
    assert kim_a.whatsapp == "6281250000002"


def test_profile_sent_again_unchanged_writes_nothing(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    client = client_for(budi)
    client.post(f"{A}profil/", profile_input())
    shown = client.get(f"{A}profil/").context["form"]["whatsapp"].value()
    client.post(f"{A}profil/", profile_input(whatsapp=shown))
    assert ModelLogEntry.objects.filter(action="kim.change").count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"whatsapp": "12"}, "whatsapp"),
        ({"founded_year": "26"}, "founded_year"),
        ({"founded_year": "2100"}, "founded_year"),
        ({"hue": "9"}, "hue"),
        ({"hue": ""}, "hue"),
        ({"status": "closed"}, "status"),
        ({"tagline": "x" * 161}, "tagline"),
        ({"about": "x" * 1201}, "about"),
    ],
)
def test_profile_refuses_beside_the_field_and_keeps_what_was_typed(
    client_for: ClientFor, budi: User, kim_a: KimGroup, change: dict[str, str], field: str
) -> None:
    response = client_for(budi).post(f"{A}profil/", profile_input(**change))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    page = response.content.decode()
    assert ("error-summary" in page, f"id_{field}" in page, "KIM-6409-0021" in page) == (True, True, True)
    kim_a.refresh_from_db()
    assert (kim_a.tagline, kim_a.status) == ("", "active")


def test_profile_never_takes_what_is_the_offices(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    sent = profile_input(name="KIM Lain", slug="lain", review_policy="self_publish")
    client_for(budi).post(f"{A}profil/", sent)
    kim_a.refresh_from_db()
    assert (kim_a.name, kim_a.slug, kim_a.review_policy) == ("KIM Mangun Karya", "bangun-mulya", "kim_editor")


def test_profile_of_a_closed_kim_does_not_open_it(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    KimGroup.objects.update(status="closed")
    response = client_for(budi).post(f"{A}profil/", profile_input())
    kim_a.refresh_from_db()
    assert (response.status_code, kim_a.status, kim_a.hue) == (302, "closed", 4)


def test_profile_posted_five_times_counts_once(client_for: ClientFor, budi: User) -> None:
    client = client_for(budi)
    answers = [client.post(f"{A}profil/", profile_input(idempotency_key="k")) for _number in range(5)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, A)] * 5
    assert ModelLogEntry.objects.filter(action="kim.change").count() == 1


@pytest.mark.parametrize("path", ["profil/", "sampul/", "sampul/lepas/", "pengurus/baru/"])
def test_posts_into_a_foreign_kim_find_nothing(
    client_for: ClientFor, kim_a: KimGroup, ani: User, citra: User, path: str
) -> None:
    answers = [client_for(user).post(A + path, profile_input()).status_code for user in (ani, citra)]
    assert (answers, ModelLogEntry.objects.filter(action="kim.change").count()) == ([404, 404], 0)


# Cover picture


def test_cover_is_cleaned_stored_and_shown(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    client = client_for(budi)
    response = client.post(f"{A}sampul/", cover_input())
    assert (response.status_code, response.url) == (302, A)
    image = MediaImage.objects.get()
    kim_a.page.refresh_from_db()
    assert (kim_a.page.cover, image.collection, image.uploaded_by_user) == (image, kim_a.collection, budi)
    assert (image.alt_text, image.credit, image.consent_state) == (
        "Petak sawah menguning di pagi hari", "Ani Rahmawati", "given",
    )  # fmt: skip
    consent = Consent.objects.get()
    assert (consent.subject, consent.image, consent.recorded_by) == ("Sukirman", image, budi)
    assert "Petak sawah menguning" in client.get(f"{A}sampul/").content.decode()
    assert [entry.data["section"] for entry in ModelLogEntry.objects.filter(action="kim.change")] == ["cover"]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"photo": ""}, ["photo"]),
        ({"photo": photo(b"")}, ["photo"]),
        ({"photo": photo(b"ini bukan foto", "desa.jpg")}, ["photo"]),
        ({"alt": ""}, ["alt"]),
        ({"credit": ""}, ["credit"]),
        ({"consent_state": ""}, ["consent_state"]),
        ({"consent_state": "refused"}, ["consent_state"]),
        ({"consent_state": "undecided"}, ["consent_state"]),
        ({"consent_note": ""}, ["consent_note"]),
        ({"consent_state": "guardian", "consent_note": ""}, ["consent_note"]),
    ],
)
def test_cover_refuses_and_stores_nothing(
    client_for: ClientFor, budi: User, kim_a: KimGroup, change: dict[str, Any], fields: list[str]
) -> None:
    if isinstance(change.get("photo"), SimpleUploadedFile):
        change["photo"].seek(0)
    response = client_for(budi).post(f"{A}sampul/", cover_input(**change))
    assert (response.status_code, list(response.context["form"].errors)) == (422, fields)
    assert (MediaImage.objects.count(), Consent.objects.count()) == (0, 0)


def test_cover_without_people_needs_no_names(client_for: ClientFor, budi: User) -> None:
    sent = cover_input(consent_state="not_needed", consent_note="")
    assert client_for(budi).post(f"{A}sampul/", sent).status_code == 302
    assert (MediaImage.objects.count(), Consent.objects.count()) == (1, 0)


def test_cover_is_taken_off_and_twice_changes_nothing(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    client = client_for(budi)
    client.post(f"{A}sampul/", cover_input())
    answers = [client.post(f"{A}sampul/lepas/") for _number in range(2)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, f"{A}sampul/")] * 2
    kim_a.page.refresh_from_db()
    assert (kim_a.page.cover, MediaImage.objects.count()) == (None, 1)
    acts = [entry.data["act"] for entry in ModelLogEntry.objects.filter(action="kim.change").order_by("pk")]
    assert acts == ["change", "delete"]


def test_cover_leaves_an_open_draft_of_the_office_open(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    page = kim_a.page
    page.seo_title = "Rancangan kantor"
    page.save_revision()
    client_for(budi).post(f"{A}sampul/", cover_input())
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (page.seo_title, draft.seo_title, page.has_unpublished_changes) == ("", "Rancangan kantor", True)
    assert page.cover_id == draft.cover_id == MediaImage.objects.get().pk


def test_addresses_of_the_room_are_the_agreed_ones() -> None:
    names = {"kim:data": A, "kim:profile": f"{A}profil/", "kim:cover": f"{A}sampul/"}
    assert {name: reverse(name, args=["bangun-mulya"]) for name in names} == names
