"""Who may do what where: the whole table of role × act × scope."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from kim.models import KimGroup, Membership, Region
from kim.permissions import (
    can_administer,
    can_end_membership,
    can_invite,
    can_invite_anywhere,
    can_invite_as,
    can_issue_login_link,
    can_manage_kim,
    may,
)
from tests import builders
from users.models import User
from users.roles import KIM_ROLES, REGION_ROLES, ROLE_ACTS, Act, Role, roles_that_may

# The table as people agreed on it, written out a second time on purpose.
MAY = {
    "writer": {"write"},
    "editor": {"write", "review", "publish", "invite"},
    "chair": {"write", "review", "publish", "invite", "manage_kim"},
    "coach": {"coach", "review", "publish"},
    "assessor": {"assess"},
    "trainer": {"train"},
    "office_admin": {"administer", "manage_kim", "invite", "coach", "review", "publish"},
}
SCOPES = {
    "kim_a": {"kim_a"},
    "kim_b": {"kim_b"},
    "64.09.02": {"kim_a"},
    "64.09.03": {"kim_b"},
    "64.09": {"kim_a", "kim_b"},
    "64": {"kim_a", "kim_b"},
}


def allowed(user: Any, kims: dict[str, KimGroup]) -> set[tuple[str, str]]:
    return {(act, name) for act in Act.values for name, kim in kims.items() if may(user, act, kim)}


def test_table_of_rights_is_the_agreed_one() -> None:
    assert {str(role): {str(act) for act in acts} for role, acts in ROLE_ACTS.items()} == MAY


@pytest.mark.parametrize("act", Act.values)
def test_roles_that_may_turns_the_table_round(act: str) -> None:
    assert {str(role) for role in roles_that_may(act)} == {role for role, acts in MAY.items() if act in acts}


CASES = [
    (role, scope)
    for role in Role.values
    for scope in SCOPES
    if (role in KIM_ROLES) is scope.startswith("kim_")
]


@pytest.mark.parametrize(("role", "scope"), CASES)
def test_may_follows_role_and_scope(kim_a: KimGroup, kim_b: KimGroup, role: str, scope: str) -> None:
    kims = {"kim_a": kim_a, "kim_b": kim_b}
    kim = kims.get(scope)
    user = builders.make_user("x")
    builders.join(user, role, kim=kim, region=None if kim else Region.objects.get(code=scope))
    assert allowed(user, kims) == {(act, name) for act in MAY[role] for name in SCOPES[scope]}


def test_every_role_is_given_for_one_kind_of_scope() -> None:
    assert (set(Role), set()) == (KIM_ROLES | REGION_ROLES, KIM_ROLES & REGION_ROLES)


def test_may_adds_roles_up_and_keeps_scopes_apart(kim_a: KimGroup, kim_b: KimGroup) -> None:
    user = builders.make_user("x")
    builders.join(user, Role.WRITER, kim=kim_a)
    builders.join(user, Role.EDITOR, kim=kim_b)
    assert allowed(user, {"a": kim_a, "b": kim_b}) == {("write", "a")} | {(act, "b") for act in MAY["editor"]}


def test_may_gives_nothing_to_nobody(kim_a: KimGroup, budi: User) -> None:
    switched_off = User.objects.get(pk=budi.pk)
    switched_off.is_active = False
    superuser = builders.make_user("root", is_superuser=True)
    people = [None, AnonymousUser(), switched_off, superuser, builders.make_user("x")]
    assert [allowed(user, {"a": kim_a}) for user in people] == [set()] * 5


def test_may_of_no_kim_is_no(budi: User) -> None:
    assert may(budi, Act.MANAGE_KIM, None) is False


def test_named_predicates_of_the_personas(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, gita: User
) -> None:
    people = {"nobody": AnonymousUser(), "ani": ani, "budi": budi, "citra": citra, "gita": gita}
    verdicts = {
        name: (
            can_manage_kim(user, kim_a),
            can_manage_kim(user, kim_b),
            can_invite(user, kim_a),
            can_invite(user, kim_b),
            can_invite_anywhere(user),
            can_administer(user),
        )
        for name, user in people.items()
    }
    assert verdicts == {
        "nobody": (False, False, False, False, False, False),
        "ani": (False, False, False, False, False, False),
        "budi": (True, False, True, False, True, False),
        "citra": (False, False, False, True, True, False),
        "gita": (True, True, True, True, True, True),
    }


def test_can_invite_as_lets_editors_invite_writers_only(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, gita: User
) -> None:
    verdicts = {
        user.username: [
            role for role in Role.values for kim in (kim_a, kim_b) if can_invite_as(user, kim, role)
        ]
        for user in (ani, budi, citra, gita)
    }
    assert verdicts == {
        "ani": [],
        "budi": ["writer", "editor", "chair"],
        "citra": ["writer"],
        "gita": ["writer", "writer", "editor", "editor", "chair", "chair"],
    }


def test_can_end_membership_ends_what_one_may_give_and_never_ones_own(
    kim_a: KimGroup, ani: User, budi: User, citra: User, gita: User
) -> None:
    rows = {f"{row.user.username} {row.role}": row for row in Membership.objects.all()}
    verdicts = {
        user.username: sorted(name for name, row in rows.items() if can_end_membership(user, row))
        for user in (ani, budi, citra, gita)
    }
    assert verdicts == {
        "ani": [],
        "budi": ["ani writer"],
        "citra": [],
        "gita": ["ani writer", "budi chair", "budi editor", "citra editor"],
    }


def test_can_issue_login_link_only_downwards(
    kim_a: KimGroup, ani: User, budi: User, citra: User, gita: User
) -> None:
    people = (ani, budi, citra, gita)
    verdicts = {
        by.username: [user.username for user in people if can_issue_login_link(by, user)] for by in people
    }
    assert verdicts == {"ani": [], "budi": ["ani"], "citra": [], "gita": ["ani", "budi", "citra"]}


def test_can_issue_login_link_needs_every_place_of_the_person(kim_b: KimGroup, ani: User, budi: User) -> None:
    builders.join(ani, Role.WRITER, kim=kim_b)
    assert can_issue_login_link(budi, User.objects.get(pk=ani.pk)) is False
