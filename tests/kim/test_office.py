"""The office's rooms: every KIM of the region, a new one with its chair's invitation, name, policy, status."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from kim.models import Invitation, KimGroup, Region
from kim.selectors.rooms import kims_of_office, office_list, villages_to_choose
from kim.services.login_links import NotAllowed
from kim.services.office import found_kim
from kim.services.regions import load_regions
from tests import builders
from users.models import User

LIST = "/ruang/kantor/kim/"
NEW = "/ruang/kantor/kim/baru/"
A = "/ruang/kantor/kim/bangun-mulya/"
ClientFor = Callable[..., Client]


@pytest.fixture
def office(gita: User, client_for: ClientFor) -> Client:
    """Gita at her desk, with all villages of the regency loaded."""
    load_regions()
    return client_for(gita)


def new_input(**values: Any) -> dict[str, Any]:
    return {
        "region_code": "64.09.03.2009",
        "name": "",
        "review_policy": "kim_editor",
        "chair_name": "Citra Lestari",
        "chair_phone": "0812-5000-0003",
        "slug": "",
        **values,
    }


def edit_input(**values: Any) -> dict[str, Any]:
    return {"name": "KIM Mangun Karya", "review_policy": "kim_editor", "status": "active", **values}


# Doors


@pytest.mark.parametrize("url", [LIST, NEW, A])
@pytest.mark.parametrize(("persona", "status"), [("ani", 404), ("budi", 404), ("citra", 404), ("gita", 200)])
def test_office_rooms_open_for_the_office_alone(
    request: Any, client_for: ClientFor, kim_a: KimGroup, url: str, persona: str, status: int
) -> None:
    client = client_for(request.getfixturevalue(persona))
    assert client.get(url).status_code == status
    if status == 404:
        assert client.post(url, {**new_input(), **edit_input()}).status_code == 404


def test_office_of_a_district_keeps_its_own_kim(
    client_for: ClientFor, kim_a: KimGroup, kim_b: KimGroup
) -> None:
    user = builders.make_user("waru")
    builders.join(user, "office_admin", region=Region.objects.get(code="64.09.02"))
    load_regions()
    client = client_for(user)
    assert [kim.slug for kim in client.get(LIST).context["page"].rows] == ["bangun-mulya"]
    assert client.get("/ruang/kantor/kim/sumber-sari/").status_code == 404
    assert [district for district, _villages in villages_to_choose(user, datetime.date(2026, 1, 1))] == [
        "Waru"
    ]
    response = client.post(NEW, new_input(region_code="64.09.03.2010"))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["region_code"])


def test_found_kim_outside_the_region_is_not_allowed(kim_a: KimGroup) -> None:
    user = builders.make_user("waru")
    builders.join(user, "office_admin", region=Region.objects.get(code="64.09.02"))
    load_regions()
    with pytest.raises(NotAllowed):
        found_kim(by=user, region_code="64.09.03.2010")
    assert KimGroup.objects.count() == 1


# List


def test_list_shows_each_kim_with_what_the_office_asks(
    office: Client, ani: User, budi: User, kim_b: KimGroup
) -> None:
    KimGroup.objects.filter(pk=kim_b.pk).update(status="paused", review_policy="office")
    page = office.get(LIST)
    rows = [
        (kim.name, kim.village.parent.name, kim.status, kim.review_policy, kim.member_count)
        for kim in page.context["page"].rows
    ]
    assert rows == [
        ("KIM Sumber Sari", "Babulu", "paused", "office", 0),
        ("KIM Mangun Karya", "Waru", "active", "kim_editor", 2),
    ]


def test_list_counts_people_with_an_active_membership_once(
    kim_a: KimGroup, ani: User, budi: User, gita: User
) -> None:
    ani.memberships.update(ends_at=timezone.now())
    assert [kim.member_count for kim in kims_of_office(gita)] == [1]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("mangun", ["bangun-mulya"]),
        ("SUMBER", ["sumber-sari"]),
        ("bangun mulya", ["bangun-mulya"]),
        ("tidak ada", []),
        ("", ["sumber-sari", "bangun-mulya"]),
        ("a\x00b", ["sumber-sari", "bangun-mulya"]),
        ("x" * 200, ["sumber-sari", "bangun-mulya"]),
    ],
)
def test_list_is_searched_by_name_and_village(
    office: Client, kim_a: KimGroup, kim_b: KimGroup, asked: str, slugs: list[str]
) -> None:
    response = office.get(LIST, {"q": asked})
    assert (response.status_code, [kim.slug for kim in response.context["page"].rows]) == (200, slugs)


@pytest.mark.parametrize("page", ["0", "2", "999999999999999999999", "abc", "-1"])
def test_list_takes_any_page_number(office: Client, page: str) -> None:
    assert office.get(LIST, {"hal": page}).status_code == 200


def test_list_asks_the_same_queries_at_1_and_3_kim(office: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            office.get(LIST)
        return len(captured)

    queries()
    at_one = queries()
    builders.make_kim()
    builders.make_kim()
    assert (KimGroup.objects.count(), queries(), at_one <= 12) == (3, at_one, True)


# A new KIM


def test_villages_stand_under_their_district_and_say_when_taken(office: Client, gita: User) -> None:
    groups = villages_to_choose(gita, datetime.date(2026, 11, 24))
    assert [district for district, _villages in groups] == ["Babulu", "Penajam", "Sepaku", "Waru"]
    assert sum(len(villages) for _district, villages in groups) == 54
    taken = [label for _district, villages in groups for code, label in villages if code == "64.09.02.2004"]
    free = [label for _district, villages in groups for code, label in villages if code == "64.09.03.2009"]
    assert (taken[0].startswith("Bangun Mulya (Desa)"), taken[0] != "Bangun Mulya (Desa)") == (True, True)
    assert free == ["Sumber Sari (Desa)"]


def test_villages_ask_the_same_queries_at_1_and_54(gita: User, django_assert_num_queries: Any) -> None:
    day = datetime.date(2026, 11, 24)
    with django_assert_num_queries(2):
        villages_to_choose(gita, day)
    load_regions()
    with django_assert_num_queries(1):
        villages_to_choose(gita, day)


def test_villages_that_are_no_more_are_not_offered(office: Client, gita: User) -> None:
    Region.objects.filter(code="64.09.03.2009").update(valid_to=datetime.date(2026, 1, 1))
    codes = [
        code
        for _district, villages in villages_to_choose(gita, datetime.date(2026, 11, 24))
        for code, _label in villages
    ]
    assert ("64.09.03.2009" in codes, len(codes)) == (False, 53)


def test_new_kim_comes_with_an_invitation_to_forward(office: Client, gita: User) -> None:
    response = office.post(NEW, new_input())
    assert (response.status_code, response.url) == (302, "/ruang/anggota/sumber-sari/tautan/")
    kim = KimGroup.objects.get(slug="sumber-sari")
    assert (kim.name, kim.village.code, kim.review_policy) == (
        "KIM Sumber Sari",
        "64.09.03.2009",
        "kim_editor",
    )
    invitation = Invitation.objects.get()
    assert (invitation.kim, invitation.role, invitation.full_name, invitation.phone, invitation.invited_by) == (
        kim, "chair", "Citra Lestari", "+6281250000003", gita,
    )  # fmt: skip
    page = office.get(response.url)
    link = page.context["link"]
    assert page.status_code == 200
    assert link["whatsapp_url"].startswith("https://wa.me/6281250000003?text=")
    assert unquote(link["whatsapp_url"]).endswith(link["url"])
    assert Client().get(link["url"].removeprefix("http://testserver")).status_code == 200


def test_new_kim_without_a_chair_goes_back_to_the_list(office: Client) -> None:
    response = office.post(
        NEW, new_input(name="KIM Sari Warta", chair_name="", chair_phone="", slug="sari-warta")
    )
    assert (response.status_code, response.url) == (302, LIST)
    assert KimGroup.objects.get(slug="sari-warta").name == "KIM Sari Warta"
    assert Invitation.objects.count() == 0


def test_new_kim_posted_five_times_is_one(office: Client) -> None:
    answers = [office.post(NEW, new_input(idempotency_key="k")) for _number in range(5)]
    assert [(answer.status_code, answer.url) for answer in answers] == [
        (302, "/ruang/anggota/sumber-sari/tautan/")
    ] * 5
    assert (KimGroup.objects.count(), Invitation.objects.count()) == (2, 1)


def test_new_kim_twice_changes_nothing(office: Client) -> None:
    office.post(NEW, new_input())
    pages = Page.objects.count()
    response = office.post(NEW, new_input(name="KIM Lain", review_policy="office"))
    assert (response.status_code, response.url) == (302, f"{LIST}sumber-sari/")
    kim = KimGroup.objects.get(slug="sumber-sari")
    assert (kim.name, kim.review_policy) == ("KIM Sumber Sari", "kim_editor")
    assert (Page.objects.count(), Invitation.objects.count()) == (pages, 1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"region_code": ""}, "region_code"),
        ({"region_code": "64.09.03"}, "region_code"),
        ({"region_code": "99"}, "region_code"),
        ({"slug": "admin"}, "slug"),
        ({"slug": "bangun-mulya"}, "slug"),
        ({"slug": "Sumber Sari"}, "slug"),
        ({"slug": "Sumber_Sari"}, "slug"),
        ({"review_policy": "nobody"}, "review_policy"),
        ({"chair_phone": "12"}, "chair_phone"),
        ({"chair_name": ""}, "chair_name"),
        ({"name": "x" * 81}, "name"),
    ],
)
def test_new_kim_is_refused_beside_the_field_and_leaves_nothing(
    office: Client, change: dict[str, str], field: str
) -> None:
    response = office.post(NEW, new_input(**change))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert "error-summary" in response.content.decode()
    assert (KimGroup.objects.count(), Invitation.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("code", "initial"),
    [
        ("64.09.03.2009", {"region_code": "64.09.03.2009", "name": "KIM Sumber Sari"}),
        ("64.09.02.2004", {"region_code": "64.09.02.2004", "name": "KIM Bangun Mulya"}),
        ("64.09.03", {}),
        ("", {}),
    ],
)
def test_new_kim_form_takes_the_village_from_the_address(
    office: Client, code: str, initial: dict[str, str]
) -> None:
    assert office.get(NEW, {"desa": code}).context["form"].initial == initial


def test_new_kim_form_without_regions_says_what_to_do(client_for: ClientFor, gita: User) -> None:
    user = builders.make_user("sepaku")
    builders.join(user, "office_admin", region=builders.make_region("64.09.04", "Sepaku", "district"))
    response = client_for(user).get(NEW)
    assert (response.status_code, response.context["has_villages"]) == (200, False)


# One KIM


def test_new_name_reaches_page_and_collection(office: Client, gita: User, kim_a: KimGroup) -> None:
    response = office.post(
        A, edit_input(name="KIM Mangun Karya Baru", review_policy="office", status="closed")
    )
    assert (response.status_code, response.url) == (302, LIST)
    kim = KimGroup.objects.select_related("page", "collection").get(pk=kim_a.pk)
    assert (kim.name, kim.review_policy, kim.status) == ("KIM Mangun Karya Baru", "office", "closed")
    assert (kim.page.title, kim.page.draft_title, kim.collection.name) == ("KIM Mangun Karya Baru",) * 3
    assert (kim.slug, kim.page.slug, kim.page.live) == ("bangun-mulya", "bangun-mulya", True)
    entry = ModelLogEntry.objects.get(action="kim.change")
    assert (entry.user, entry.data["section"], entry.data["fields"]) == (
        gita, "office", ["name", "review_policy", "status"],
    )  # fmt: skip


def test_unchanged_kim_is_not_logged(office: Client) -> None:
    assert office.post(A, edit_input()).status_code == 302
    assert ModelLogEntry.objects.filter(action="kim.change").count() == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [({"name": ""}, "name"), ({"status": "gone"}, "status"), ({"review_policy": ""}, "review_policy")],
)
def test_kim_is_refused_beside_the_field(
    office: Client, kim_a: KimGroup, change: dict[str, str], field: str
) -> None:
    response = office.post(A, edit_input(**change))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    # The heading keeps the stored name, whatever was typed.
    assert "<h1>KIM Mangun Karya</h1>" in response.content.decode()
    kim_a.refresh_from_db()
    assert (kim_a.name, kim_a.status) == ("KIM Mangun Karya", "active")


def test_unknown_kim_is_not_there(office: Client) -> None:
    assert [
        office.get(f"{LIST}lain/").status_code,
        office.post(f"{LIST}lain/", edit_input()).status_code,
    ] == [404, 404]


def test_list_goes_by_key_forwards_and_back_without_gap(kim_a: KimGroup, kim_b: KimGroup, gita: User) -> None:
    for number in range(7):
        builders.make_kim(
            "KIM Sama Nama", code=f"64.09.02.21{number:02}", village=f"Desa {number}", slug=f"desa-{number}"
        )
    every = [kim.pk for kim in kims_of_office(gita)]
    assert len(every) == 9
    seen, at, back = [], None, []
    while True:
        page = office_list(kims_of_office(gita), after=at, size=2)
        seen += [kim.pk for kim in page.rows]
        at = page.next_id
        if not at:
            break
    assert (seen, page.total, page.previous_id) == (every, 9, every[-1])
    at = page.previous_id
    while at:
        page = office_list(kims_of_office(gita), before=at, size=2)
        back = [*(kim.pk for kim in page.rows), *back]
        at = page.previous_id
    assert back == every[:-1]


@pytest.mark.parametrize("asked", ["sesudah=999999", "sebelum=x", "sesudah=" + "9" * 400, "sebelum=-1"])
def test_list_from_nowhere_begins_at_the_top(office: Client, kim_a: KimGroup, asked: str) -> None:
    response = office.get(f"{LIST}?{asked}")
    assert (response.status_code, [kim.slug for kim in response.context["page"].rows]) == (
        200,
        ["bangun-mulya"],
    )
