"""The office's rubric editor: from a copy to a version in use, with every mistake said beside its field."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from rubrics.models import Rubric, RubricVersion
from users.models import User

pytestmark = pytest.mark.django_db
ClientFor = Callable[..., Client]
ROOM = "/ruang/kantor/rubrik/artikel/"


@pytest.fixture
def office(gita: User, client_for: ClientFor) -> Client:
    return client_for(gita)


def criterion_form(**changed: Any) -> dict[str, Any]:
    form = {
        "name": "Judul berita",
        "question": "Apakah judulnya jelas?",
        "weight": "10",
        "descriptor_4": "Konkret.",
        "descriptor_0": "Menyesatkan.",
        "example_4": "Warga Waru Ganti 40 Papan Dermaga",
    }
    return form | changed


def test_from_a_copy_to_a_version_in_use(office: Client) -> None:
    assert office.get("/ruang/kantor/rubrik/").status_code == 200
    assert office.get(ROOM).status_code == 200
    assert office.post(f"{ROOM}rancangan/")["Location"] == f"{ROOM}2/"
    assert office.get(f"{ROOM}2/").context["changes"] == []
    page = office.get(f"{ROOM}2/kriteria/W2/")
    assert page.context["form"].initial["weight"] == Decimal("10.00")
    reason = page.context["form"].fields["reasons"].queryset.get(code="judul")
    response = office.post(f"{ROOM}2/kriteria/W2/", criterion_form(weight="12,5", reasons=[reason.pk]))
    assert response["Location"] == f"{ROOM}2/"
    page = office.get(f"{ROOM}2/")
    assert page.context["weight"] == "102.5"
    assert len(page.context["problems"]) == 1
    assert "102.5" in page.context["problems"][0]
    assert office.post(f"{ROOM}2/", {"note": "Judul lebih penting."}).status_code == 302
    assert RubricVersion.objects.get(number=2).status == "draft"
    office.post(f"{ROOM}2/kriteria/W2/", criterion_form(reasons=[reason.pk]))
    assert office.post(f"{ROOM}2/", {"note": ""}).status_code == 422
    office.post(f"{ROOM}2/", {"note": "Judul diuraikan lagi."})
    assert RubricVersion.objects.get(number=2).status == "in_use"
    page = office.get(f"{ROOM}2/banding/1/")
    assert page.context["changes"][0].label == "W2 nama"
    assert office.get(f"{ROOM}1/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"weight": "sepuluh"}, "weight"),
        ({"weight": "0"}, "weight"),
        ({"weight": "101"}, "weight"),
        ({"weight": "1,234"}, "weight"),
        ({"weight": "9" * 40}, "weight"),
        ({"name": ""}, "name"),
        ({"question": "x" * 161}, "question"),
        ({"descriptor_4": " "}, "descriptor_4"),
        ({"reasons": ["0"]}, "reasons"),
        ({"reasons": ["abc"]}, "reasons"),
    ],
)
def test_mistakes_stand_beside_their_field(office: Client, changed: dict[str, Any], field: str) -> None:
    office.post(f"{ROOM}rancangan/")
    response = office.post(f"{ROOM}2/kriteria/W2/", criterion_form(**changed))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Warga Waru Ganti 40 Papan Dermaga" in response.content.decode()


def test_new_parts_and_their_removal(office: Client) -> None:
    office.post(f"{ROOM}rancangan/")
    new = f"{ROOM}2/kriteria/baru/"
    assert office.get(new).status_code == 200
    for code in ("", "W 1", "W1", "terlalu-panjang"):
        assert list(office.post(new, criterion_form(code=code)).context["form"].errors) == ["code"]
    assert office.post(new, criterion_form(code="W10"))["Location"] == f"{ROOM}2/"
    gate = {"name": "Baru", "question": "Adakah?", "effect": "cap"}
    assert list(office.post(f"{ROOM}2/batas/baru/", gate | {"code": "g"}).context["form"].errors) == ["cap"]
    assert office.post(f"{ROOM}2/batas/baru/", gate | {"code": "g", "cap": "30"})["Location"] == f"{ROOM}2/"
    assert office.get(f"{ROOM}2/batas/g/").status_code == 200
    assert office.get(f"{ROOM}2/batas/g/hapus/").status_code == 200
    office.post(f"{ROOM}2/batas/g/hapus/")
    office.post(f"{ROOM}2/kriteria/W10/hapus/")
    draft = RubricVersion.objects.get(number=2)
    assert (draft.criteria.count(), draft.gates.count()) == (9, 3)
    assert office.get(f"{ROOM}2/kriteria/W10/").status_code == 404


def test_settings_of_a_rubric(office: Client) -> None:
    assert (
        office.post(ROOM, {"release_by": "coach", "gap_points": "abc", "gap_levels": "9"}).status_code == 422
    )
    assert (
        office.post(ROOM, {"release_by": "coach", "gap_points": "12,5", "gap_levels": "3"})["Location"]
        == ROOM
    )
    stored = Rubric.objects.get(code="artikel")
    assert (stored.release_by, stored.gap_points, stored.gap_levels) == ("coach", Decimal("12.50"), 3)


def test_a_draft_is_dropped_after_asking(office: Client) -> None:
    office.post(f"{ROOM}rancangan/")
    assert office.get(f"{ROOM}2/buang/").status_code == 200
    assert RubricVersion.objects.count() == 2
    assert office.post(f"{ROOM}2/buang/")["Location"] == ROOM
    assert RubricVersion.objects.count() == 1
    assert office.get(f"{ROOM}1/buang/").status_code == 404
    assert office.get(f"{ROOM}1/kriteria/W1/").status_code == 404
