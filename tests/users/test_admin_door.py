"""The Wagtail admin is for the office alone: nobody else gets `access_admin`."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kim.models import Region
from tests.builders import join, make_user
from users.roles import ADMIN_ROLES, KIM_ROLES, Role

ACCESS = "wagtailadmin.access_admin"


@pytest.mark.parametrize("role", Role.values)
def test_access_admin_comes_with_the_office_role_alone(kim_a: Any, role: str) -> None:
    user = make_user("orang")
    scope = {"kim": kim_a} if role in KIM_ROLES else {"region": Region.objects.get(code="64.09")}
    join(user, role, **scope)
    assert user.has_perm(ACCESS) == (role in ADMIN_ROLES)


def test_access_admin_ends_with_the_membership(gita: Any) -> None:
    membership = gita.memberships.get()
    membership.ends_at = membership.starts_at
    membership.save()
    assert type(gita).objects.get(pk=gita.pk).has_perm(ACCESS) is False


@pytest.mark.parametrize("persona", ["ani", "budi", "citra"])
def test_admin_sends_tenants_to_their_rooms(request: Any, client_for: Any, persona: str) -> None:
    client = client_for(request.getfixturevalue(persona))
    first = client.get("/admin/")
    assert (first.status_code, first.url) == (302, "/masuk/?next=/admin/")
    second = client.get(first.url)
    assert (second.status_code, second.url) == (302, "/ruang/")


def test_admin_opens_for_the_office(gita: Any, client_for: Any) -> None:
    assert client_for(gita).get("/admin/").status_code == 200


def test_admin_asks_strangers_to_sign_in(kim_a: Any) -> None:
    assert Client().get("/admin/").url == "/masuk/?next=/admin/"
