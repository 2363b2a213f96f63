"""The backend that derives the admin door and model rights from memberships."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from kim.access import MembershipBackend
from kim.models import Region
from tests import builders
from users.models import User
from users.roles import KIM_ROLES, Role

PERMS = (
    "wagtailadmin.access_admin",
    "kim.change_region",
    "news.add_topic",
    "rubrics.change_reasoncode",
    "core.change_networksettings",
    "users.change_user",
    "auth.change_group",
    "wagtailcore.change_site",
    "wagtailcore.delete_collection",
)
OFFICE_MAY = PERMS[:5]


def held(user: Any) -> tuple[str, ...]:
    return tuple(perm for perm in PERMS if user.has_perm(perm))


@pytest.mark.parametrize("role", Role.values)
def test_only_the_office_gets_rights_from_its_role(role: str, kim_a: Any) -> None:
    user = builders.make_user("x")
    scope = {"kim": kim_a} if role in KIM_ROLES else {"region": Region.objects.get(code="64.09")}
    builders.join(user, role, **scope)
    assert held(user) == (OFFICE_MAY if role == Role.OFFICE_ADMIN else ())


def test_personas_and_the_admin_door(ani: User, budi: User, citra: User, gita: User) -> None:
    doors = {user.username: user.has_perm("wagtailadmin.access_admin") for user in (ani, budi, citra, gita)}
    assert doors == {"ani": False, "budi": False, "citra": False, "gita": True}


def test_rights_end_with_the_membership(gita: User) -> None:
    gita.memberships.update(ends_at="2026-01-01T00:00:00Z")
    assert held(User.objects.get(pk=gita.pk)) == ()


def test_switched_off_accounts_and_strangers_have_no_rights(gita: User) -> None:
    gita.is_active = False
    assert (held(gita), held(AnonymousUser())) == ((), ())


def test_rights_on_one_object_are_left_to_the_policies(gita: User) -> None:
    assert MembershipBackend().has_perm(gita, "kim.change_region", Region()) is False


def test_module_rights_name_our_apps_alone(ani: User, gita: User) -> None:
    labels = ("core", "kim", "news", "rubrics", "wagtailadmin", "users", "auth", "wagtailcore", "sessions")
    assert [label for label in labels if gita.has_module_perms(label)] == list(labels[:5])
    assert [label for label in labels if ani.has_module_perms(label)] == []


def test_all_permissions_of_the_office_are_the_door(gita: User, ani: User) -> None:
    backend = MembershipBackend()
    assert backend.get_all_permissions(gita) == {"wagtailadmin.access_admin"}
    assert backend.get_all_permissions(ani) == set()
