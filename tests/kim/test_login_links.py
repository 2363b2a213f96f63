"""One-time login links: who may issue one for whom, and that each works once."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from core.models import SignedLink
from kim.models import KimGroup, Region
from kim.permissions import can_issue_login_link
from kim.services.login_links import NotAllowed, issue_login_link
from tests.builders import PASSWORD, join, make_region, make_user
from users.models import User

ROOM = "/ruang/anggota/bangun-mulya/"


def link_for(user: User, by: User) -> str:
    return "/" + issue_login_link(for_user=user, by=by).url.split("/", 3)[3]


def key_in(page: Any) -> str:
    return re.findall(r'name="idempotency_key" value="([^"]+)"', page.content.decode())[-1]


def person(name: str, role: str, **scope: Any) -> User:
    user = make_user(name)
    join(user, role, **scope)
    return user


@pytest.fixture
def people(
    ani: User, budi: User, citra: User, gita: User, kim_a: KimGroup, kim_b: KimGroup
) -> dict[str, User]:
    regency = Region.objects.get(code="64.09")
    other = make_region("64.10", "Kabupaten Lain", "regency")
    both = person("keduanya", "writer", kim=kim_a)
    join(both, "writer", kim=kim_b)
    former = person("mantan", "writer", kim=kim_a)
    former.memberships.update(ends_at=timezone.now())
    return {
        "ani": ani,
        "budi": budi,
        "citra": citra,
        "gita": gita,
        "editor": person("eko", "editor", kim=kim_a),
        "both": both,
        "former": former,
        "coach": person("pembina", "coach", region=regency),
        "assessor": person("penilai", "assessor", region=regency),
        "office2": person("kantor2", "office_admin", region=regency),
        "other_office": person("kantorlain", "office_admin", region=other),
        "root": make_user("akar", is_superuser=True),
    }


@pytest.mark.parametrize(
    ("by", "allowed"),
    [
        ("ani", []),
        ("editor", ["ani"]),
        ("budi", ["ani", "editor"]),
        ("citra", []),
        ("coach", []),
        ("assessor", []),
        ("other_office", []),
        ("former", []),
        ("gita", ["ani", "assessor", "both", "budi", "citra", "coach", "editor", "office2"]),
    ],
)
def test_who_may_issue_a_login_link_for_whom(people: dict[str, User], by: str, allowed: list[str]) -> None:
    done = []
    for name, user in people.items():
        try:
            issue_login_link(for_user=user, by=people[by])
        except NotAllowed:
            continue
        done.append(name)
    assert sorted(done) == allowed


def test_writer_of_two_kim_gets_no_link_from_one_editor(people: dict[str, User]) -> None:
    """Otherwise the editor of one KIM could walk into the other."""
    answers = [can_issue_login_link(people[by], people["both"]) for by in ("budi", "citra", "gita")]
    assert answers == [False, False, True]


def test_link_signs_in_with_one_button_and_offers_a_password(ani: User, budi: User) -> None:
    """Three taps: the link, the button, and save or skip."""
    path, client = link_for(ani, budi), Client()
    page = client.get(path)
    assert (page.status_code, page.content.decode().partition("<main")[2].count("<button")) == (200, 1)
    answer = client.post(path, {"idempotency_key": key_in(page)})
    assert (answer.status_code, answer.url) == (302, "/akun/sandi-baru/")
    offer = client.get(answer.url)
    assert (offer.status_code, offer.context["skip_url"]) == (200, "/ruang/")
    saved = client.post(answer.url, {"password": "empat-rusa-di-hutan"})
    ani.refresh_from_db()
    assert (saved.url, ani.check_password("empat-rusa-di-hutan")) == ("/ruang/", True)
    assert client.get("/akun/").status_code == 200


def test_new_password_is_offered_once_and_only_after_a_link(ani: User, budi: User) -> None:
    client = Client()
    client.post(link_for(ani, budi), {})
    client.post("/akun/sandi-baru/", {"password": "empat-rusa-di-hutan"})
    by_password = Client()
    by_password.post("/masuk/", {"login": "budi", "password": PASSWORD})
    for visitor in (client, by_password):
        assert visitor.get("/akun/sandi-baru/").url == "/akun/password/change/"
        assert (
            visitor.post("/akun/sandi-baru/", {"password": "sandi-lain-lagi-1"}).url
            == "/akun/password/change/"
        )


def test_new_password_is_no_longer_offered_after_half_an_hour(
    ani: User, budi: User, time_machine: Any
) -> None:
    client = Client()
    client.post(link_for(ani, budi), {})
    time_machine.move_to(timezone.now() + datetime.timedelta(minutes=31))
    assert client.get("/akun/sandi-baru/").url == "/akun/password/change/"


def test_weak_new_password_is_refused(ani: User, budi: User) -> None:
    client = Client()
    client.post(link_for(ani, budi), {})
    response = client.post("/akun/sandi-baru/", {"password": "ani"})
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, ["password"])


def test_link_works_once(ani: User, budi: User) -> None:
    path = link_for(ani, budi)
    Client().post(path, {"idempotency_key": "one"})
    late = Client()
    assert [late.post(path, {"idempotency_key": "two"}).status_code, late.get(path).status_code] == [404, 404]
    assert late.get("/akun/").status_code == 302


def test_same_form_sent_again_signs_in_again_for_ten_minutes(
    ani: User, budi: User, time_machine: Any
) -> None:
    """The answer to the first post may be lost on the way, and with it the session cookie."""
    path = link_for(ani, budi)
    data = {"idempotency_key": key_in(Client().get(path))}
    Client().post(path, data)
    again, late = Client(), Client()
    assert again.post(path, data).url == "/akun/sandi-baru/"
    assert again.get("/akun/").status_code == 200
    time_machine.move_to(timezone.now() + datetime.timedelta(minutes=11))
    assert late.post(path, data).status_code == 404


def test_get_signs_nobody_in(ani: User, budi: User) -> None:
    path, preview = link_for(ani, budi), Client()
    assert [preview.get(path).status_code, preview.head(path).status_code] == [200, 200]
    assert (preview.get("/akun/").status_code, SignedLink.objects.get().used_at) == (302, None)


def test_newer_link_ends_the_older_one(ani: User, budi: User) -> None:
    older, newer = link_for(ani, budi), link_for(ani, budi)
    assert [Client().get(path).status_code for path in (older, newer)] == [404, 200]


def test_link_ends_after_a_day(ani: User, budi: User, time_machine: Any) -> None:
    path = link_for(ani, budi)
    time_machine.move_to(timezone.now() + datetime.timedelta(hours=24, seconds=1))
    assert [Client().get(path).status_code, Client().post(path).status_code] == [404, 404]


def test_unusable_links_look_the_same(ani: User, budi: User, gita: User, people: dict[str, User]) -> None:
    used, dismissed, promoted, unknown = (
        link_for(ani, gita),
        link_for(people["editor"], budi),
        link_for(people["coach"], gita),
        "/t/tidak-pernah-ada/",
    )
    Client().post(used, {})
    budi.memberships.update(ends_at=timezone.now())
    people["coach"].is_active = False
    people["coach"].save()
    pages = {
        (Client().get(path).status_code, Client().get(path).content)
        for path in (used, dismissed, promoted, unknown)
    }
    assert (len(pages), next(iter(pages))[0]) == (1, 404)


def test_session_key_changes_and_the_former_person_is_signed_out(ani: User, budi: User, citra: User) -> None:
    client = Client()
    client.force_login(citra)
    before = client.session.session_key
    client.post(link_for(ani, budi), {})
    assert (client.session["_auth_user_id"], client.session.session_key != before) == (str(ani.pk), True)


def test_issuer_only_forwards_the_link(ani: User, budi: User, client_for: Any) -> None:
    path, client = link_for(ani, budi), client_for(budi)
    assert [client.get(path).context["is_issuer"], client.post(path).context["is_issuer"]] == [True, True]
    assert (client.session["_auth_user_id"], SignedLink.objects.get().used_at) == (str(budi.pk), None)


def test_link_does_not_pass_the_second_factor(ani: User, budi: User) -> None:
    TOTP.activate(ani, generate_totp_secret())
    codes = RecoveryCodes.activate(ani).get_unused_codes()
    client = Client()
    assert client.post(link_for(ani, budi), {}).url == "/akun/2fa/authenticate/"
    assert client.get("/akun/sandi-baru/").status_code == 302
    assert client.post("/akun/2fa/authenticate/", {"code": codes[0]}).url == "/akun/sandi-baru/"
    assert client.get("/akun/sandi-baru/").status_code == 200


def test_link_page_is_not_kept_and_tells_other_sites_nothing(ani: User, budi: User) -> None:
    for path in (link_for(ani, budi), "/t/tidak-pernah-ada/"):
        headers = Client().get(path).headers
        missing = {"no-store", "private"} - set(headers["Cache-Control"].split(", "))
        assert (missing, headers["Referrer-Policy"]) == (set(), "same-origin")


def test_button_in_the_room_makes_the_link(ani: User, budi: User, client_for: Any) -> None:
    client = client_for(budi)
    membership = ani.memberships.get()
    data = {"idempotency_key": "same"}
    places = {client.post(f"{ROOM}{membership.pk}/tautan/", data).url for _number in range(3)}
    page = client.get(f"{ROOM}tautan/").content.decode()
    assert (places, SignedLink.objects.count()) == ({f"{ROOM}tautan/"}, 1)
    assert page.count("https://wa.me/6281250000001?text=") == 1
    token = re.findall(r"/t/([\w-]+)/", page)[0]
    assert Client().get(f"/t/{token}/").context["person"] == ani


def test_editor_of_another_kim_cannot_issue_and_sees_404(
    ani: User, budi: User, citra: User, client_for: Any
) -> None:
    membership = ani.memberships.get()
    for path in (f"{ROOM}{membership.pk}/tautan/", f"/ruang/anggota/sumber-sari/{membership.pk}/tautan/"):
        assert client_for(citra).post(path, {"idempotency_key": "x"}).status_code == 404
    assert SignedLink.objects.count() == 0


def test_login_link_action_needs_a_post(ani: User, budi: User, client_for: Any) -> None:
    assert client_for(budi).get(f"{ROOM}{ani.memberships.get().pk}/tautan/").status_code == 405
