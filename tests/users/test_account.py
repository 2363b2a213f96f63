"""The own account: name, number, devices, second factor."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from tests.builders import PASSWORD
from users.models import User
from users.services import AccountRefused, create_account, end_sessions, free_username


def signed_in(user: User, password: str = PASSWORD) -> Client:
    client = Client()
    client.post("/masuk/", {"login": user.username, "password": password})
    return client


def test_account_page_needs_login(db: Any) -> None:
    assert Client().get("/akun/").url == "/masuk/?next=/akun/"


def test_account_saves_name_and_number_in_one_form(ani: User, client_for: Any) -> None:
    data = {"full_name": "Ani R.", "phone": "0812 9999 8888", "idempotency_key": "k1"}
    assert client_for(ani).post("/akun/", data).url == "/akun/"
    ani.refresh_from_db()
    assert (ani.full_name, ani.phone) == ("Ani R.", "+6281299998888")


@pytest.mark.parametrize(
    ("phone", "code"),
    [("0812", "invalid_phone"), ("0812-5000-0002", "phone_taken"), ("abc", "invalid_phone")],
)
def test_account_refuses_bad_or_taken_number_and_keeps_what_was_typed(
    ani: User, budi: User, client_for: Any, phone: str, code: str
) -> None:
    response = client_for(ani).post("/akun/", {"full_name": "Ani Baru", "phone": phone})
    form = response.context["form"]
    assert (response.status_code, form.errors.as_data()["phone"][0].code) == (422, code)
    assert form["phone"].value() == phone
    ani.refresh_from_db()
    assert (ani.full_name, ani.phone) == ("Ani Rahmawati", "+6281250000001")


def test_account_without_number_stores_null(ani: User, budi: User, client_for: Any) -> None:
    for user in (ani, budi):
        client_for(user).post("/akun/", {"full_name": user.full_name, "phone": ""})
    assert list(User.objects.values_list("phone", flat=True)) == [None, None]


@pytest.mark.parametrize(
    "address",
    [
        "/akun/",
        "/akun/sessions/",
        "/akun/password/change/",
        "/akun/2fa/",
        "/akun/email/",
        "/keluar/",
        "/akun/reauthenticate/",
    ],
)
def test_account_pages_render_in_our_look(ani: User, address: str) -> None:
    response = signed_in(ani).get(address)
    page = response.content.decode()
    assert (response.status_code, page.count("<h1"), "<script" in page, " style=" in page) == (
        200,
        1,
        False,
        False,
    )


def test_password_change_signs_other_devices_out(ani: User) -> None:
    here, there = signed_in(ani), signed_in(ani)
    new = "lima-perahu-biru"
    answer = here.post(
        "/akun/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert answer.status_code == 302
    assert [client.get("/akun/").status_code for client in (here, there)] == [200, 302]


@pytest.mark.parametrize("password", ["pendek", "password12", "ani rahmawati", "1234567890"])
def test_password_change_refuses_weak_passwords(ani: User, password: str) -> None:
    signed_in(ani).post(
        "/akun/password/change/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )
    ani.refresh_from_db()
    assert ani.check_password(PASSWORD) is True


def test_other_devices_can_be_signed_out(ani: User) -> None:
    here, there = signed_in(ani), signed_in(ani)
    here.post("/akun/sessions/")
    assert [client.get("/akun/").status_code for client in (here, there)] == [200, 302]


def test_end_sessions_signs_out_everywhere(ani: User, budi: User) -> None:
    clients = [signed_in(ani), signed_in(ani), signed_in(budi)]
    assert end_sessions(ani) == 2
    assert [client.get("/akun/").status_code for client in clients] == [302, 302, 200]


def activate_second_factor(client: Client) -> str:
    client.post("/akun/reauthenticate/", {"password": PASSWORD})
    page = client.get("/akun/2fa/totp/activate/")
    secret = page.context["form"].secret
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    assert client.post("/akun/2fa/totp/activate/", {"code": code}).status_code == 302
    return str(secret)


def test_second_factor_is_asked_for_after_the_password(ani: User) -> None:
    client = signed_in(ani)
    secret = activate_second_factor(client)
    assert [
        client.get(f"/akun/2fa/{page}").status_code for page in ("", "recovery-codes/", "totp/deactivate/")
    ] == [
        200,
        200,
        200,
    ]
    fresh = Client()
    response = fresh.post("/masuk/", {"login": "ani", "password": PASSWORD})
    assert response.url == "/akun/2fa/authenticate/"
    assert (fresh.get("/akun/2fa/authenticate/").status_code, fresh.get("/akun/").status_code) == (200, 302)
    assert fresh.post("/akun/2fa/authenticate/", {"code": "000000"}).status_code == 200
    codes = Authenticator.objects.get(user=ani, type="recovery_codes").wrap().get_unused_codes()
    assert fresh.post("/akun/2fa/authenticate/", {"code": codes[0]}).url == "/ruang/"
    assert (fresh.get("/akun/").status_code, len(secret) >= 32) == (200, True)


def test_second_factor_code_has_a_white_ground(ani: User) -> None:
    client = signed_in(ani)
    client.post("/akun/reauthenticate/", {"password": PASSWORD})
    page = client.get("/akun/2fa/totp/activate/")
    assert (page.context["totp_svg"].count('fill="#fff"'), "<script" in page.content.decode()) == (1, False)


def test_create_account_makes_user_name_from_name(db: Any) -> None:
    users = [create_account(full_name="Ani Lestari", phone=None, password=PASSWORD) for _number in range(3)]
    assert [user.username for user in users] == ["ani.lestari", "ani.lestari2", "ani.lestari3"]
    assert free_username("Ani Lestari") == "ani.lestari4"


@pytest.mark.parametrize(
    ("phone", "username", "field"), [("+6281250000001", "", "phone"), (None, "ani", "username")]
)
def test_create_account_refuses_what_is_taken(
    ani: User, phone: str | None, username: str, field: str
) -> None:
    with pytest.raises(AccountRefused) as refused:
        create_account(full_name="Orang Lain", phone=phone, username=username, password=PASSWORD)
    assert (refused.value.field, User.objects.count()) == (field, 1)
