"""Invitations: who may invite to what, and how an invited person joins exactly once."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from core.models import Notice, SignedLink
from kim.models import Invitation, KimGroup, Membership, Person
from kim.services import invitations
from kim.services.login_links import NotAllowed
from tests.builders import PASSWORD, join, make_user
from users.models import User

ROOM = "/ruang/anggota/bangun-mulya/"


@pytest.fixture
def writer_editor(kim_a: KimGroup) -> User:
    """An editor who is not chair."""
    user = make_user("eko", "Eko Prasetyo", phone="+6281250000009")
    join(user, "editor", kim=kim_a)
    return user


def invite(kim: KimGroup, by: User, **fields: Any) -> str:
    """Makes an invitation; returns the path of its link."""
    values = {"full_name": "Fitri Handayani", "role": "writer", "phone": "+6281277778888", **fields}
    return path_of(invitations.invite(kim=kim, by=by, **values).url)


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def key_in(page: Any) -> str:
    return re.findall(r'name="idempotency_key" value="([^"]+)"', page.content.decode())[-1]


def answers(**fields: Any) -> dict[str, Any]:
    return {
        "full_name": "Fitri Handayani",
        "phone": "0812-7777-8888",
        "username": "fitri.handayani",
        "password": PASSWORD,
        **fields,
    }


@pytest.mark.parametrize(
    ("persona", "allowed"),
    [
        ("ani", []),
        ("writer_editor", ["writer"]),
        ("budi", ["writer", "editor", "chair"]),
        ("gita", ["writer", "editor", "chair"]),
        ("citra", []),
    ],
)
def test_who_may_invite_to_which_role(
    request: Any, kim_a: KimGroup, persona: str, allowed: list[str]
) -> None:
    by = request.getfixturevalue(persona)
    done = []
    for role in ("writer", "editor", "chair", "coach", "office_admin", "nonsense"):
        try:
            invite(kim_a, by, role=role)
        except NotAllowed:
            continue
        done.append(role)
    assert done == allowed


def test_invite_form_leads_to_the_link_with_whatsapp_button(
    kim_a: KimGroup, budi: User, client_for: Any
) -> None:
    client = client_for(budi)
    data = {
        "full_name": "Fitri Handayani",
        "phone": "0812 7777 8888",
        "role": "writer",
        "idempotency_key": "k",
    }
    response = client.post(f"{ROOM}undang/", data)
    assert (response.status_code, response.url) == (302, f"{ROOM}tautan/")
    page = client.get(response.url).content.decode()
    token = re.findall(r"/t/([\w-]+)/", page)[0]
    assert page.count("https://wa.me/6281277778888?text=") == 1
    assert (
        SignedLink.objects.count(),
        token in str(SignedLink.objects.values_list("token_hash", flat=True)),
    ) == (
        1,
        False,
    )


def test_invite_form_sent_five_times_makes_one_invitation(
    kim_a: KimGroup, budi: User, client_for: Any
) -> None:
    client = client_for(budi)
    data = {"full_name": "Fitri Handayani", "phone": "", "role": "writer", "idempotency_key": "same"}
    places = {client.post(f"{ROOM}undang/", data).url for _number in range(5)}
    assert (places, Invitation.objects.count(), SignedLink.objects.count()) == ({f"{ROOM}tautan/"}, 1, 1)


@pytest.mark.parametrize(
    ("fields", "bad"),
    [
        ({"full_name": ""}, ["full_name"]),
        ({"phone": "0812"}, ["phone"]),
        ({"phone": "081250000001"}, ["phone"]),
        ({"role": "coach"}, ["role"]),
        ({"role": ""}, ["role"]),
    ],
)
def test_invite_form_says_what_is_wrong(
    kim_a: KimGroup, ani: User, budi: User, client_for: Any, fields: dict[str, str], bad: list[str]
) -> None:
    data = {"full_name": "Fitri", "phone": "081277778888", "role": "writer", **fields}
    response = client_for(budi).post(f"{ROOM}undang/", data)
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, bad)
    assert Invitation.objects.count() == 0


def test_plain_editor_cannot_post_another_role(kim_a: KimGroup, writer_editor: User, client_for: Any) -> None:
    response = client_for(writer_editor).post(f"{ROOM}undang/", {"full_name": "Fitri", "role": "chair"})
    assert (response.status_code, Invitation.objects.count()) == (422, 0)


def test_invitation_page_shows_the_prefilled_form(kim_a: KimGroup, budi: User) -> None:
    response = Client().get(invite(kim_a, budi))
    form = response.context["form"]
    assert response.status_code == 200
    assert [form[name].value() for name in ("full_name", "phone", "username")] == [
        "Fitri Handayani",
        "0812-7777-8888",
        "fitri.handayani",
    ]
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_get_changes_nothing(kim_a: KimGroup, budi: User) -> None:
    path = invite(kim_a, budi)
    assert [Client().get(path).status_code for _number in range(3)] == [200, 200, 200]
    assert (User.objects.count(), SignedLink.objects.get().used_at) == (1, None)


def test_accepting_makes_account_membership_and_person(kim_a: KimGroup, budi: User) -> None:
    path, client = invite(kim_a, budi), Client()
    response = client.post(path, answers())
    user = User.objects.get(username="fitri.handayani")
    membership = user.memberships.get()
    assert (response.status_code, response.url) == (302, "/ruang/")
    assert (user.full_name, user.phone, user.check_password(PASSWORD)) == (
        "Fitri Handayani",
        "+6281277778888",
        True,
    )
    assert (membership.role, membership.kim, membership.invited_by) == ("writer", kim_a, budi)
    assert Person.objects.get(user=user).slug == "fitri-handayani"
    assert (client.get("/ruang/anggota/").status_code, client.get("/akun/").status_code) == (404, 200)
    assert Notice.objects.filter(recipient=budi).count() == 1


def test_accepting_five_times_makes_one_account(kim_a: KimGroup, budi: User) -> None:
    path = invite(kim_a, budi)
    client = Client()
    data = answers(idempotency_key=key_in(client.get(path)))
    responses = [client.post(path, data) for _number in range(5)]
    assert [(response.status_code, response.url) for response in responses] == [(302, "/ruang/")] * 5
    assert (
        User.objects.count(),
        Membership.objects.filter(role="writer").count(),
        Person.objects.count(),
    ) == (2, 1, 2)


def test_accepting_again_from_the_same_form_without_cookies_signs_in_again(
    kim_a: KimGroup, budi: User
) -> None:
    path = invite(kim_a, budi)
    data = answers(idempotency_key=key_in(Client().get(path)))
    Client().post(path, data)
    retry = Client()
    assert retry.post(path, data).url == "/ruang/"
    assert (retry.get("/akun/").status_code, User.objects.count()) == (200, 2)


def test_used_invitation_is_unusable_for_others(kim_a: KimGroup, budi: User) -> None:
    path = invite(kim_a, budi)
    Client().post(path, answers(idempotency_key="first"))
    late = Client().post(
        path, answers(username="", phone="", full_name="Orang Lain", idempotency_key="second")
    )
    assert (late.status_code, User.objects.count()) == (404, 2)


def test_used_invitation_leads_its_person_to_the_rooms(kim_a: KimGroup, budi: User) -> None:
    path, client = invite(kim_a, budi), Client()
    client.post(path, answers())
    assert client.get(path).url == "/ruang/"


@pytest.mark.parametrize(
    ("fields", "bad"),
    [
        ({"full_name": ""}, ["full_name"]),
        ({"phone": "12"}, ["phone"]),
        ({"phone": "081250000001"}, ["phone"]),
        ({"username": "ani"}, ["username"]),
        ({"username": "Ani"}, ["username"]),
        ({"username": "0812345678"}, ["username"]),
        ({"password": "pendek"}, ["password"]),
        ({"password": "fitri.handayani"}, ["password"]),
        ({"password": ""}, ["password"]),
    ],
)
def test_accepting_says_what_is_wrong_and_keeps_the_link(
    kim_a: KimGroup, ani: User, budi: User, fields: dict[str, str], bad: list[str]
) -> None:
    path = invite(kim_a, budi)
    response = Client().post(path, answers(**fields))
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, bad)
    assert (User.objects.count(), SignedLink.objects.get().used_at) == (2, None)


def test_number_taken_at_the_last_moment_undoes_everything(
    kim_a: KimGroup, budi: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = invite(kim_a, budi)
    make_user("duluan", phone="+6281277778888")
    monkeypatch.setattr("users.forms.JoinForm.clean_phone", lambda form: "+6281277778888")
    response = Client().post(path, answers())
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, ["phone"])
    assert (User.objects.count(), SignedLink.objects.get().used_at) == (2, None)


def test_user_name_may_stay_empty(kim_a: KimGroup, budi: User) -> None:
    Client().post(invite(kim_a, budi), answers(username="", full_name="Fitri H."))
    assert User.objects.get(phone="+6281277778888").username == "fitri"


def test_known_number_is_asked_to_sign_in_and_accepts_with_that_account(kim_a: KimGroup, budi: User) -> None:
    hadi = make_user("hadi", "Hadi Wijaya", phone="+6281277778888")
    path, client = invite(kim_a, budi), Client()
    page = client.get(path)
    assert (page.context["show_form"], f"/masuk/?next={path}" in page.content.decode()) == (False, True)
    assert client.get(f"{path}?baru=1").context["show_form"] is True
    assert client.post("/masuk/", {"login": "081277778888", "password": PASSWORD, "next": path}).url == path
    data = {"idempotency_key": key_in(client.get(path))}
    assert [client.post(path, data).url for _number in range(3)] == ["/ruang/"] * 3
    assert list(hadi.memberships.values_list("role", "kim")) == [("writer", kim_a.pk)]
    assert (User.objects.count(), Person.objects.filter(user=hadi).count()) == (2, 1)


def test_member_who_accepts_the_same_role_again_keeps_one_membership(
    kim_a: KimGroup, ani: User, budi: User, client_for: Any
) -> None:
    client_for(ani).post(invite(kim_a, budi, full_name="Ani", phone=""), {})
    assert (ani.memberships.count(), Person.objects.filter(user=ani).count()) == (1, 1)


def test_inviter_cannot_accept_his_own_invitation(kim_a: KimGroup, budi: User, client_for: Any) -> None:
    path, client = invite(kim_a, budi), client_for(budi)
    page = client.get(path)
    assert (page.context["is_issuer"], "<form method=" in page.content.decode().partition("<main")[2]) == (
        True,
        False,
    )
    assert (client.post(path, {}).status_code, budi.memberships.count()) == (200, 2)
    assert SignedLink.objects.get().used_at is None


def test_officer_of_that_name_becomes_the_account_s_person(kim_a: KimGroup, budi: User) -> None:
    officer = Person.objects.create(kim=kim_a, full_name="Fitri Handayani", slug="fitri")
    Client().post(invite(kim_a, budi), answers())
    officer.refresh_from_db()
    assert (officer.user.username, Person.objects.filter(full_name="Fitri Handayani").count()) == (
        "fitri.handayani",
        1,
    )


def test_namesake_of_another_kim_gets_an_own_person(kim_a: KimGroup, kim_b: KimGroup, budi: User) -> None:
    Person.objects.create(kim=kim_b, full_name="Fitri Handayani", slug="fitri-handayani")
    Client().post(invite(kim_a, budi), answers())
    assert Person.objects.get(kim=kim_a, full_name="Fitri Handayani").slug == "fitri-handayani-2"


def unusable_page(path: str) -> tuple[int, str]:
    response = Client().get(path)
    return response.status_code, response.content.decode()


def test_unknown_expired_withdrawn_and_orphaned_links_look_the_same(
    kim_a: KimGroup, budi: User, gita: User
) -> None:
    expired, withdrawn, renewed = (invite(kim_a, gita) for _number in range(3))
    orphaned = invite(kim_a, budi)
    SignedLink.objects.filter(pk=SignedLink.objects.order_by("pk").first().pk).update(
        expires_at=timezone.now() - datetime.timedelta(seconds=1)
    )
    _first, second, third, _fourth = Invitation.objects.order_by("pk")
    invitations.withdraw(invitation=second, by=gita)
    invitations.renew_link(invitation=third, by=gita)
    budi.memberships.update(ends_at=timezone.now())
    pages = {unusable_page(path) for path in (expired, withdrawn, renewed, orphaned, "/t/tidak-pernah-ada/")}
    assert (len(pages), next(iter(pages))[0]) == (1, 404)


def test_link_of_an_open_invitation_can_be_renewed_and_withdrawn_in_the_room(
    kim_a: KimGroup, budi: User, client_for: Any
) -> None:
    path, client = invite(kim_a, budi), client_for(budi)
    invitation = Invitation.objects.get()
    answer = client.post(f"{ROOM}undangan/{invitation.pk}/tautan/", {"idempotency_key": "a"})
    assert (answer.url, Client().get(path).status_code) == (f"{ROOM}tautan/", 404)
    answer = client.post(f"{ROOM}undangan/{invitation.pk}/batalkan/", {"idempotency_key": "b"})
    assert (answer.url, Invitation.objects.count()) == (ROOM, 0)


def test_posts_to_links_are_limited_per_address(kim_a: KimGroup, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"signed_link": "2/m/ip"}
    statuses = [Client().post(f"/t/tebakan-{number}/").status_code for number in range(3)]
    assert (statuses, Client().get("/t/tebakan/").status_code) == ([404, 404, 429], 404)


def test_post_without_forgery_token_is_refused(kim_a: KimGroup, budi: User) -> None:
    response = Client(enforce_csrf_checks=True).post(invite(kim_a, budi), answers())
    assert (response.status_code, User.objects.count()) == (403, 1)
