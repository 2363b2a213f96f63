"""Sessions under attack: passwords echoed by no page, one door, no way out to other hosts, links not guessed."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, override_settings

from core.models import SignedLink
from kim.models import KimGroup
from kim.services.login_links import issue_login_link
from tests.builders import PASSWORD
from users.models import User

ClientFor = Callable[[User | None], Client]
SECRET = "sandi-rahasia-yang-panjang-sekali"
TYPED = "Paragraf panjang yang sudah diketik warga."
ELSEWHERE = [
    "https://jahat.id/", "//jahat.id", "///jahat.id", "/\\jahat.id", "\\\\jahat.id", "https:jahat.id",
    "http:///jahat.id", "javascript:alert(1)", "data:text/html,x", "/%09/jahat.id", "\t//jahat.id", " //jahat.id",
    "https://testserver@jahat.id/", "https://testserver.jahat.id/", "/\r\nLocation: //jahat.id", "https://[jahat",
]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "fields"),
    [
        ("/akun/password/change/", ["oldpassword", "password1", "password2"]),
        ("/akun/reauthenticate/", ["password"]),
        ("/masuk/", ["password"]),
        ("/t/tebakan/", ["password"]),
        ("/akun/2fa/authenticate/", ["code"]),
        ("/ruang/tulis/baru/", ["Password_lama", "new-password"]),
    ],
)
@pytest.mark.parametrize("signed_in", [True, False])
def test_refused_form_keeps_words_and_shows_no_password(
    signed_in: bool, url: str, fields: list[str], ani: User, client_for: ClientFor
) -> None:
    client = client_for(ani if signed_in else None)
    client.handler.enforce_csrf_checks = True
    post = {"text": TYPED, **dict.fromkeys(fields, SECRET)}
    response = client.post(url, post, HTTP_ORIGIN="http://testserver")
    html = response.content.decode()
    assert (response.status_code, TYPED in html, SECRET in html) == (403, True, False)
    # A form with a password is never sent again by itself.
    assert "csrfmiddlewaretoken" not in html


def test_refused_form_of_a_foreign_page_gets_no_fresh_token(ani: User, client_for: ClientFor) -> None:
    client = client_for(ani)
    client.handler.enforce_csrf_checks = True
    for origin in ("https://jahat.id", "null", "http://testserver.jahat.id", "http://["):
        html = client.post("/ruang/tulis/baru/", {"text": TYPED}, HTTP_ORIGIN=origin).content.decode()
        assert (TYPED in html, "csrfmiddlewaretoken" in html) == (True, False)


def stays_here(location: str) -> bool:
    """Whether a browser reads this as a path of the host it is on, whatever it drops or turns around."""
    return location.isprintable() and location[:1] == "/" and location[1:2] not in {"/", "\\"}


@pytest.mark.parametrize("next_url", ELSEWHERE)
def test_login_leads_to_no_other_host(next_url: str, ani: User) -> None:
    for address, data in (("/masuk/", {"next": next_url}), (f"/masuk/?next={next_url.strip()}", {})):
        response: Any = Client().post(address, {"login": "ani", "password": PASSWORD, **data})
        assert (response.status_code, stays_here(response["Location"])) == (302, True)


@pytest.mark.parametrize("next_url", ELSEWHERE)
def test_logout_leads_to_no_other_host(next_url: str, ani: User, client_for: ClientFor) -> None:
    response: Any = client_for(ani).post("/keluar/", {"next": next_url})
    assert (response.status_code, stays_here(response["Location"])) == (302, True)


@pytest.mark.parametrize("door", ["/_util/login/", "/admin/login/", "/akun/login/"])
def test_no_second_door_passes_by_the_second_factor(door: str, ani: User) -> None:
    TOTP.activate(ani, generate_totp_secret())
    client = Client()
    names = {"username": "ani", "login": "ani", "password": PASSWORD}
    response: Any = client.post(door, names, follow=True)
    assert (response.status_code, client.session.get("_auth_user_id")) == (200, None)
    client.post("/masuk/", names)
    assert client.session.get("_auth_user_id") is None
    assert client.get("/ruang/").status_code == 302


def test_session_key_changes_at_login(ani: User) -> None:
    client = Client()
    client.session.save()
    before = client.session.session_key
    client.cookies["sessionid"] = "ditanamolehoranglainditanamolehora"
    client.post("/masuk/", {"login": "ani", "password": PASSWORD})
    assert client.session.get("_auth_user_id") == str(ani.pk)
    assert client.cookies["sessionid"].value not in {before, "ditanamolehoranglainditanamolehora"}


def test_guessed_links_look_alike_and_use_nothing_up(kim_a: KimGroup, ani: User, budi: User) -> None:
    token = issue_login_link(for_user=ani, by=budi).url.rstrip("/").rpartition("/")[2]
    flipped = token[:-1] + ("A" if token[-1] != "A" else "B")
    guesses = [secrets.token_urlsafe(16) for _number in range(40)]
    guesses += [
        flipped,
        token.swapcase(),
        token[:-1],
        token + "A",
        token + "=",
        "0",
        "%00",
        "a" * 3000,
        "x%2Fy",
    ]
    client = Client()
    answers = {
        (client.get(f"/t/{guess}/").status_code, client.post(f"/t/{guess}/").status_code) for guess in guesses
    }
    assert answers == {(404, 404)}
    assert SignedLink.objects.filter(used_at__isnull=False).count() == 0
    assert client.session.get("_auth_user_id") is None
    assert Client().get(f"/t/{token}/").status_code == 200


@override_settings(ACCOUNT_RATE_LIMITS={"signed_link": "20/m/ip"})
def test_guessing_is_slowed_down(kim_a: KimGroup) -> None:
    client = Client()
    assert [client.post(f"/t/{number}/").status_code for number in range(25)] == [404] * 20 + [429] * 5


def test_end_of_the_membership_closes_the_rooms_at_once(ani: User, client_for: ClientFor) -> None:
    client = client_for(ani)
    assert client.get("/ruang/tulis/baru/").status_code == 200
    membership = ani.memberships.get()
    membership.ends_at = membership.starts_at
    membership.save()
    assert client.get("/ruang/tulis/baru/").status_code == 404


def test_account_that_is_switched_off_is_signed_out(ani: User, client_for: ClientFor) -> None:
    client = client_for(ani)
    User.objects.filter(pk=ani.pk).update(is_active=False)
    assert client.get("/ruang/").status_code == 302
