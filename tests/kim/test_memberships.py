"""Memberships: one scope each, once while they last, and codes that only look alike give nothing."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from kim.models import KimGroup, Membership, Person, Region
from kim.permissions import Scope, forget_scopes, may, scopes_of
from tests import builders
from users.models import User
from users.roles import Act, Role

pytestmark = pytest.mark.django_db
NOW = datetime.timedelta()
DAY = datetime.timedelta(days=1)


def refused(**values: Any) -> bool:
    try:
        with transaction.atomic():
            Membership.objects.create(**values)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("has_kim", "has_region", "is_refused"),
    [(True, False, False), (False, True, False), (True, True, True), (False, False, True)],
)
def test_membership_has_exactly_one_scope(
    kim_a: KimGroup, has_kim: bool, has_region: bool, is_refused: bool
) -> None:
    values = {
        "kim": kim_a if has_kim else None,
        "region": Region.objects.get(code="64.09") if has_region else None,
    }
    assert refused(user=builders.make_user("x"), role=Role.WRITER, **values) is is_refused


def test_membership_stands_once_while_it_lasts(kim_a: KimGroup, ani: User) -> None:
    assert refused(user=ani, role=Role.WRITER, kim=kim_a) is True
    assert refused(user=ani, role=Role.EDITOR, kim=kim_a) is False
    Membership.objects.filter(user=ani, role=Role.WRITER).update(ends_at=timezone.now())
    assert refused(user=ani, role=Role.WRITER, kim=kim_a) is False


def test_membership_of_a_region_stands_once_while_it_lasts(gita: User) -> None:
    region = Region.objects.get(code="64.09")
    assert refused(user=gita, role=Role.OFFICE_ADMIN, region=region) is True
    assert refused(user=gita, role=Role.COACH, region=region) is False


@pytest.mark.parametrize("role", Role.values)
def test_membership_takes_roles_of_its_scope_alone(kim_a: KimGroup, role: str) -> None:
    user, region = builders.make_user("x"), Region.objects.get(code="64.09")
    verdict = {}
    for scope in ({"kim": kim_a}, {"region": region}):
        try:
            Membership(user=user, role=role, **scope).clean()
        except ValidationError as error:
            verdict[next(iter(scope))] = sorted(error.message_dict)
        else:
            verdict[next(iter(scope))] = []
    of_kim = role in {"writer", "editor", "chair"}
    assert verdict == {"kim": [] if of_kim else ["role"], "region": ["role"] if of_kim else []}


@pytest.mark.parametrize(
    ("starts", "ends", "is_active"),
    [
        (-DAY, None, True),
        (-DAY, DAY, True),
        (DAY, None, False),
        (-2 * DAY, -DAY, False),
        (-DAY, NOW, False),
    ],
)
def test_membership_gives_rights_from_its_start_to_its_end(
    kim_a: KimGroup, starts: datetime.timedelta, ends: datetime.timedelta | None, is_active: bool
) -> None:
    user, now = builders.make_user("x"), timezone.now()
    Membership.objects.create(
        user=user,
        role=Role.WRITER,
        kim=kim_a,
        starts_at=now + starts,
        ends_at=now + ends if ends is not None else None,
    )
    assert Membership.objects.active().exists() is is_active
    assert may(user, Act.WRITE, kim_a) is is_active


@pytest.mark.parametrize(
    ("region_code", "village_code", "is_inside"),
    [
        ("64.09.02", "64.09.02.2004", True),
        ("64.09", "64.09.02.2004", True),
        ("64", "64.09.02.2004", True),
        ("64.09.02.2004", "64.09.02.2004", True),
        ("64.09.02", "64.09.021.204", False),
        ("64.09.02.200", "64.09.02.2004", False),
        ("64.0", "64.09.02.2004", False),
        ("6", "64.09.02.2004", False),
        ("64.09.03", "64.09.02.2004", False),
    ],
)
def test_region_scope_ends_at_the_dot(region_code: str, village_code: str, is_inside: bool) -> None:
    for code in ("64", "64.09", "64.09.021", "64.0", "6", region_code, village_code):
        builders.make_region(code, code, "desa")
    builders.make_regency()
    kim = builders.make_kim(code="64.09.01.1001")
    kim.village = Region.objects.get(code=village_code)
    kim.save()
    user = builders.make_user("joko")
    builders.join(user, Role.COACH, region=Region.objects.get(code=region_code))
    assert may(user, Act.REVIEW, kim) is is_inside
    # Rows in the database and predicates in memory say the same.
    assert KimGroup.objects.for_user(user, {Role.COACH}).exists() is is_inside


def test_scopes_of_are_read_once_and_can_be_forgotten(
    kim_a: KimGroup, ani: User, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert scopes_of(ani) == (Scope("writer", kim_a.pk, None),)
        assert may(ani, Act.WRITE, kim_a) is True
    Membership.objects.filter(user=ani).update(ends_at=timezone.now())
    assert may(ani, Act.WRITE, kim_a) is True
    forget_scopes(ani)
    assert (may(ani, Act.WRITE, kim_a), scopes_of(ani)) == (False, ())


def test_for_user_gives_each_only_what_lies_in_his_scope(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, gita: User
) -> None:
    seen = {
        user.username: sorted(KimGroup.objects.for_user(user).values_list("slug", flat=True))
        for user in (ani, budi, citra, gita)
    }
    assert seen == {
        "ani": ["bangun-mulya"],
        "budi": ["bangun-mulya"],
        "citra": ["sumber-sari"],
        "gita": ["bangun-mulya", "sumber-sari"],
    }


def test_for_user_of_rows_and_roles(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User
) -> None:
    names = lambda rows: sorted(rows.values_list("full_name", flat=True))  # noqa: E731
    assert names(Person.objects.for_user(citra)) == ["Citra Lestari"]
    assert names(Person.objects.for_user(ani)) == ["Ani Rahmawati", "Budi Santoso"]
    assert names(Person.objects.for_user(ani, {Role.CHAIR})) == []
    assert names(Person.objects.for_user(budi, {Role.CHAIR})) == ["Ani Rahmawati", "Budi Santoso"]


def test_for_user_of_nobody_and_of_a_switched_off_account_is_empty(kim_a: KimGroup, ani: User) -> None:
    from django.contrib.auth.models import AnonymousUser

    ani.is_active = False
    seen = [list(KimGroup.objects.for_user(user)) for user in (AnonymousUser(), ani, None)]
    assert seen == [[], [], []]
