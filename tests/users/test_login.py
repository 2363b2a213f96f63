"""Sign in by number, e-mail or user name; wrong tries say nothing; nobody leaves for another host."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import resolve, reverse

from tests.builders import PASSWORD, make_user
from users.models import User

WRONG = "bukan-sandi-yang-benar"


@pytest.fixture
def dewi(db: Any) -> User:
    return make_user("dewi.sartika", "Dewi Sartika", phone="+6281234567890", email="dewi@example.org")


def sign_in(client: Client, login: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/masuk/", {"login": login, "password": password, **more})


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def texts(response: Any) -> list[str]:
    return [str(error) for error in response.context["form"].non_field_errors()]


@pytest.mark.parametrize(
    "login",
    [
        "081234567890",
        "0812-3456-7890",
        "+62 812 3456 7890",
        "6281234567890",
        "+62 (0)812-3456-7890",
        "81234567890",
        "dewi.sartika",
        "Dewi.Sartika",
        " dewi.sartika ",
        "dewi@example.org",
        "DEWI@example.org",
    ],
)
def test_login_with_any_spelling_opens_the_rooms(dewi: User, login: str) -> None:
    client = Client()
    response = sign_in(client, login)
    assert (response.status_code, response.url) == (302, "/ruang/")
    assert signed_in_as(client) == str(dewi.pk)


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("081234567890", "081299999999"),
        ("dewi.sartika", "tidak.ada"),
        ("dewi@example.org", "tidak@example.org"),
    ],
)
def test_wrong_password_reads_the_same_for_known_and_unknown(dewi: User, known: str, unknown: str) -> None:
    answers = [sign_in(Client(), login, WRONG) for login in (known, unknown)]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert texts(answers[0]) == texts(answers[1])
    assert len(answers[0].content) - len(known) == len(answers[1].content) - len(unknown)


def test_wrong_password_reads_the_same_for_all_kinds_of_login(dewi: User) -> None:
    messages = {
        tuple(texts(sign_in(Client(), login, WRONG))) for login in ("081234567890", "dewi.sartika", "a@b.id")
    }
    assert len(messages) == 1


@pytest.mark.parametrize("login", ["081234567890", "081299999999", "dewi.sartika", "tidak.ada"])
def test_wrong_password_costs_one_hash_for_known_and_unknown(
    dewi: User, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    hashed = []
    encode = MD5PasswordHasher.encode

    def counted(self: Any, password: str, *args: Any, **kwargs: Any) -> str:
        hashed.append(password)
        return encode(self, password, *args, **kwargs)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    sign_in(Client(), login, WRONG)
    assert hashed == [WRONG]


def test_wrong_login_keeps_the_typed_login_and_no_password(dewi: User) -> None:
    page = sign_in(Client(), "0812-3456-7890", WRONG).content.decode()
    assert ('value="0812-3456-7890"' in page, WRONG in page) == (True, False)


def test_empty_login_asks_for_both_fields(db: Any) -> None:
    response = sign_in(Client(), "", "")
    assert (response.status_code, sorted(response.context["form"].errors)) == (422, ["login", "password"])


def test_inactive_account_cannot_sign_in(dewi: User) -> None:
    dewi.is_active = False
    dewi.save()
    client = Client()
    sign_in(client, "dewi.sartika")
    assert signed_in_as(client) is None


def test_session_key_changes_at_login(dewi: User) -> None:
    client = Client()
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    sign_in(client, "dewi.sartika")
    assert client.session.session_key != before


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/ruang/tulis/", "/ruang/tulis/"),
        ("http://testserver/ruang/", "http://testserver/ruang/"),
        ("https://evil.example/", "/ruang/"),
        ("//evil.example/", "/ruang/"),
        ("/\\evil.example", "/ruang/"),
        ("javascript:alert(1)", "/ruang/"),
        ("https:evil.example", "/ruang/"),
        ("http://testserver@evil.example/", "/ruang/"),
    ],
)
def test_next_leads_only_to_own_host(dewi: User, settings: Any, wanted: str, reached: str) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
    settings.CSRF_TRUSTED_ORIGINS = ["https://evil.example"]
    assert sign_in(Client(), "dewi.sartika", next=wanted).url == reached


def test_next_of_signed_in_person_leads_only_to_own_host(dewi: User, client_for: Any) -> None:
    assert client_for(dewi).get("/masuk/?next=//evil.example/").url == "/ruang/"


def test_sixth_wrong_try_is_refused_whatever_the_spelling(dewi: User, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
    client = Client()
    spellings = ["081234567890", "0812 3456 7890", "0812-3456-7890", "+6281234567890", "6281234567890"]
    first = [texts(sign_in(client, spelling, WRONG)) for spelling in spellings]
    sixth = sign_in(client, "0812.3456.7890")
    assert len({tuple(text) for text in first}) == 1
    assert (sixth.status_code, texts(sixth) != first[0], signed_in_as(client)) == (422, True, None)


def test_many_posts_from_one_address_get_the_friendly_429(dewi: User, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    answers = [sign_in(Client(), "dewi.sartika", WRONG) for _number in range(3)]
    assert [answer.status_code for answer in answers] == [422, 422, 429]
    assert "429.html" in [template.name for template in answers[2].templates]


def test_logout_needs_a_post(dewi: User, client_for: Any) -> None:
    client = client_for(dewi)
    assert (client.get("/keluar/").status_code, signed_in_as(client)) == (200, str(dewi.pk))
    assert (client.post("/keluar/").url, signed_in_as(client)) == ("/", None)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("account_login", "/masuk/"),
        ("account_logout", "/keluar/"),
        ("account_change_password", "/akun/password/change/"),
        ("mfa_index", "/akun/2fa/"),
        ("usersessions_list", "/akun/sessions/"),
        ("users:account", "/akun/"),
    ],
)
def test_addresses_of_the_account(name: str, address: str) -> None:
    assert reverse(name) == address


@pytest.mark.parametrize("address", ["/akun/login/", "/admin/login/"])
def test_other_login_forms_lead_to_ours(db: Any, address: str) -> None:
    response = Client().post(f"{address}?next=/ruang/", {"username": "x", "password": "y"})
    assert (response.status_code, response.url) == (302, "/masuk/?next=/ruang/")


def test_sign_up_is_closed(db: Any) -> None:
    response = Client().post(
        "/akun/signup/", {"username": "penyusup", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert (response.status_code, User.objects.count()) == (200, 0)
    assert resolve("/akun/signup/").view_name == "account_signup"


def test_login_page_sets_nothing_inline_and_names_no_foreign_host(db: Any) -> None:
    page = Client().get("/masuk/").content.decode()
    body = page.partition("</head>")[2]
    assert ("<script" in body, " style=" in body, "https://" in body) == (False, False, False)
