"""The headers that protect readers, on every kind of answer; no cookie for who only reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from core import media_services
from kim.models import KimGroup
from kim.services.login_links import issue_login_link
from tests import builders
from users.models import User

ClientFor = Callable[[User | None], Client]
PUBLIC = [
    "/", "/kim/", "/berita/", "/topik/pertanian/", "/tag/panen-raya/", "/cari/?q=panen", "/rss.xml", "/bangun-mulya/",
    "/bangun-mulya/rss.xml", "/bangun-mulya/berita/", "/sitemap.xml", "/sitemap-berita.xml", "/sitemap-halaman.xml",
    "/healthz", "/readyz", "/robots.txt", "/manifest.webmanifest", "/tidak-ada/", "/wa/bangun-mulya/", "/kim",
    "/documents/1/x.pdf", "/media/images/aa/x.webp", "/penulis/tidak-ada/",
]  # fmt: skip
ROOMS = [
    "/ruang/", "/ruang/kotak/", "/ruang/tulis/", "/ruang/tulis/baru/", "/ruang/redaksi/", "/ruang/tulis/999999/",
    "/ruang/anggota/bangun-mulya/", "/ruang/kim/bangun-mulya/", "/ruang/kim/bangun-mulya/sk/", "/akun/",
    "/akun/password/change/", "/akun/sessions/", "/akun/2fa/", "/akun/email/", "/t/tebakan/", "/keluar/", "/masuk/",
]  # fmt: skip
STRICT = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
}


def policy_of(response: Any) -> dict[str, list[str]]:
    directives = [part.split() for part in response["Content-Security-Policy"].split(";") if part.strip()]
    return {words[0]: words[1:] for words in directives}


def wrong_headers(response: Any) -> list[str]:
    """What is missing or too loose in an answer outside the admin."""
    policy = policy_of(response)
    wrong = [f"{name} {policy.get(name)}" for name, words in STRICT.items() if policy.get(name) != words]
    wrong += [
        f"{name}: {word}"
        for name, words in policy.items()
        for word in words
        if "unsafe" in word or word in {"*", "https:", "http:"} or "//" in word
    ]
    expected = {
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    wrong += [
        f"{name}: {response.get(name)}" for name, value in expected.items() if response.get(name) != value
    ]
    if "geolocation=()" not in response.get("Permissions-Policy", ""):
        wrong.append("Permissions-Policy")
    if response.get("Referrer-Policy") not in {"strict-origin-when-cross-origin", "same-origin"}:
        wrong.append("Referrer-Policy")
    return wrong


@pytest.fixture
def site(kim_a: KimGroup, ani: User, budi: User) -> KimGroup:
    KimGroup.objects.filter(pk=kim_a.pk).update(whatsapp="6281250000009")
    builders.make_article(kim_a, ani)
    return kim_a


def test_public_answers_are_strict_and_set_no_cookie(site: KimGroup) -> None:
    answers = {url: Client().get(url) for url in PUBLIC}
    found = {url: wrong_headers(answer) for url, answer in answers.items()}
    assert {url: wrong for url, wrong in found.items() if wrong} == {}
    assert [url for url, answer in answers.items() if answer.cookies] == []


def test_public_errors_are_strict_too(site: KimGroup) -> None:
    client = Client(enforce_csrf_checks=True)
    answers = {
        "405": client.post("/berita/"),
        "400": client.get("/", HTTP_HOST="tidak sah"),
        "csrf": client.post("/masuk/", {"login": "x"}),
        "signed out": Client().post("/ruang/tulis/baru/", {"text": "Kata"}),
        "422": Client().post("/masuk/", {"login": "x", "password": "y"}),
    }
    assert [answer.status_code for answer in answers.values()] == [403, 400, 403, 401, 422]
    assert {name: wrong_headers(answer) for name, answer in answers.items()} == {name: [] for name in answers}


def test_failure_is_strict_and_tells_nothing(site: KimGroup, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("rahasia-dapur")

    monkeypatch.setattr("news.selectors.public.live_stories", fail)
    response = Client(raise_request_exception=False).get("/berita/")
    assert (response.status_code, wrong_headers(response)) == (500, [])
    assert "rahasia-dapur" not in response.content.decode()
    assert "RuntimeError" not in response.content.decode()


@pytest.mark.parametrize("signed_in", [True, False])
def test_rooms_are_strict_and_kept_by_nobody(
    signed_in: bool, site: KimGroup, budi: User, client_for: ClientFor
) -> None:
    wrong: dict[str, Any] = {}
    for url in ROOMS:
        response = client_for(budi if signed_in else None).get(url)
        found = wrong_headers(response)
        if "no-store" not in response.get("Cache-Control", ""):
            found.append(f"Cache-Control: {response.get('Cache-Control')}")
        if found:
            wrong[url] = found
    assert wrong == {}


def test_signed_link_is_kept_by_nobody_and_told_to_nobody(site: KimGroup, ani: User, budi: User) -> None:
    path = "/" + issue_login_link(for_user=ani, by=budi).url.split("/", 3)[3]
    response = Client().get(path)
    assert (response.status_code, wrong_headers(response)) == (200, [])
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


def test_admin_is_looser_in_scripts_alone(site: KimGroup, gita: User, client_for: ClientFor) -> None:
    policy = policy_of(client_for(gita).get("/admin/"))
    loose = {name for name, words in policy.items() if "'unsafe-inline'" in words}
    assert loose == {"script-src", "style-src"}
    assert (policy["object-src"], policy["base-uri"]) == (["'none'"], ["'none'"])


def test_cookies_of_a_session_are_closed_to_scripts_and_other_sites(site: KimGroup, ani: User) -> None:
    client = Client()
    client.post("/masuk/", {"login": "ani", "password": builders.PASSWORD})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_page_for_who_is_signed_in_is_never_shared(site: KimGroup, ani: User, client_for: ClientFor) -> None:
    assert "private" in client_for(ani).get("/")["Cache-Control"]


def test_picture_carries_its_own_policy(site: KimGroup, kim_a: KimGroup, ani: User) -> None:
    image = builders.make_image(kim_a, ani)
    media_services.make_renditions_of(image.pk)
    response: Any = Client().get(image.renditions.first().url)
    response.close()
    assert policy_of(response) == {"default-src": ["'none'"], "sandbox": []}
    assert response["X-Content-Type-Options"] == "nosniff"
