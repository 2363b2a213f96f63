"""The members' room: who sees whom, and what ends with a membership."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.rooms import all_places_of
from kim.models import KimGroup, Membership
from kim.permissions import can_end_membership
from kim.selectors.members import members_of
from kim.services.login_links import NotAllowed
from kim.services.members import end_membership
from tests.builders import PASSWORD, join, make_user
from users.models import User

ROOM = "/ruang/anggota/bangun-mulya/"


@pytest.mark.parametrize(
    ("persona", "status"), [("ani", 404), ("budi", 200), ("citra", 404), ("gita", 200), (None, 302)]
)
def test_who_sees_the_members_of_a_kim(
    request: Any, client_for: Any, kim_a: KimGroup, persona: str | None, status: int
) -> None:
    client = client_for(request.getfixturevalue(persona) if persona else None)
    assert [client.get(f"{ROOM}{page}").status_code for page in ("", "undang/")] == [status, status]


@pytest.mark.parametrize("page", ["tautan/", "{ani}/akhiri/", "undangan/1/batalkan/", "undangan/1/tautan/"])
def test_other_pages_of_a_foreign_kim_answer_404(ani: User, citra: User, client_for: Any, page: str) -> None:
    path = ROOM + page.format(ani=ani.memberships.get().pk)
    assert client_for(citra).post(path, {"idempotency_key": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("persona", "status", "url"),
    [
        ("ani", 404, None),
        ("budi", 302, ROOM),
        ("citra", 302, "/ruang/anggota/sumber-sari/"),
        ("gita", 200, None),
    ],
)
def test_place_of_members(
    request: Any,
    client_for: Any,
    kim_a: KimGroup,
    kim_b: KimGroup,
    persona: str,
    status: int,
    url: str | None,
) -> None:
    response = client_for(request.getfixturevalue(persona)).get("/ruang/anggota/")
    assert (response.status_code, getattr(response, "url", None)) == (status, url)


def test_place_is_offered_to_those_who_invite(ani: User, budi: User, gita: User) -> None:
    offered = [
        "/ruang/anggota/" in [place.url for place in all_places_of(user)] for user in (ani, budi, gita)
    ]
    assert offered == [False, True, True]


def test_members_are_listed_once_with_their_roles(
    kim_a: KimGroup, ani: User, budi: User, citra: User
) -> None:
    rows = members_of(kim_a, budi)
    assert [(row.user, [role.membership.role for role in row.roles]) for row in rows] == [
        (budi, ["chair", "editor"]),
        (ani, ["writer"]),
    ]
    assert [(row.can_issue_login_link, row.can_do_something) for row in rows] == [
        (False, False),
        (True, True),
    ]


def test_member_list_runs_the_same_queries_for_one_and_ten(
    kim_a: KimGroup, budi: User, client_for: Any
) -> None:
    client = client_for(budi)
    client.get(ROOM)
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(ROOM)
        counts.append(len(queries))
        if number == 0:
            for name in range(9):
                join(make_user(f"warga{name}"), "writer", kim=kim_a)
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("by", "role", "allowed"),
    [
        ("ani", "writer", False),
        ("budi", "writer", True),
        ("budi", "editor", True),
        ("budi", "chair", True),
        ("eko", "writer", True),
        ("eko", "editor", False),
        ("eko", "chair", False),
        ("citra", "writer", False),
        ("gita", "chair", True),
    ],
)
def test_who_may_end_which_membership(
    request: Any, kim_a: KimGroup, by: str, role: str, allowed: bool
) -> None:
    if by == "eko":
        actor = make_user("eko")
        join(actor, "editor", kim=kim_a)
    else:
        actor = request.getfixturevalue(by)
    membership = join(make_user("orang"), role, kim=kim_a)
    assert can_end_membership(actor, membership) is allowed


def test_nobody_ends_his_own_membership(kim_a: KimGroup, budi: User, client_for: Any) -> None:
    for membership in budi.memberships.all():
        assert client_for(budi).post(f"{ROOM}{membership.pk}/akhiri/").status_code == 404
        with pytest.raises(NotAllowed):
            end_membership(membership=membership, by=budi)
    assert Membership.objects.active().filter(user=budi).count() == 2


def test_ended_membership_signs_out_everywhere_and_takes_the_rights(
    kim_a: KimGroup, ani: User, budi: User, client_for: Any
) -> None:
    devices = [Client(), Client()]
    for device in devices:
        device.post("/masuk/", {"login": "081250000001", "password": PASSWORD})
    membership = ani.memberships.get()
    editor = client_for(budi)
    assert editor.get(f"{ROOM}{membership.pk}/akhiri/").status_code == 200
    assert [device.get("/akun/").status_code for device in devices] == [200, 200]
    data = {"idempotency_key": "once"}
    answers = {editor.post(f"{ROOM}{membership.pk}/akhiri/", data).url for _number in range(3)}
    assert (answers, [device.get("/akun/").status_code for device in devices]) == ({ROOM}, [302, 302])
    assert KimGroup.objects.for_user(User.objects.get(pk=ani.pk)).count() == 0
    assert [row.user for row in members_of(kim_a, budi)] == [budi]


def test_ending_twice_keeps_the_first_moment(kim_a: KimGroup, ani: User, budi: User) -> None:
    membership = ani.memberships.get()
    end_membership(membership=membership, by=budi)
    first = Membership.objects.get(pk=membership.pk).ends_at
    end_membership(membership=membership, by=budi)
    assert Membership.objects.get(pk=membership.pk).ends_at == first
