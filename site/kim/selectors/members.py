"""Members of a KIM and what the person who looks may do with each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from kim.models import Invitation, KimGroup, Membership
from kim.permissions import (
    can_end_membership,
    can_invite_as,
    can_issue_login_link,
    remember_memberships,
)
from users.roles import KIM_ROLES, Act, Role, roles_that_may

_ORDER = {Role.CHAIR: 0, Role.EDITOR: 1, Role.WRITER: 2}


@dataclass(frozen=True)
class RoleRow:
    membership: Membership
    can_end: bool


@dataclass(frozen=True)
class MemberRow:
    """One person with the roles held in this KIM, the weightiest first."""

    user: Any
    roles: list[RoleRow]
    can_issue_login_link: bool

    @property
    def can_do_something(self) -> bool:
        return self.can_issue_login_link or any(role.can_end for role in self.roles)


def kims_to_invite_in(user: Any) -> QuerySet[KimGroup]:
    """KIM whose members this user keeps, with `member_count`."""
    now = timezone.now()
    active = Q(memberships__starts_at__lte=now) & (
        Q(memberships__ends_at__isnull=True) | Q(memberships__ends_at__gt=now)
    )
    kims = KimGroup.objects.for_user(user, roles_that_may(Act.INVITE)).select_related("village")
    return kims.annotate(member_count=Count("memberships__user", filter=active, distinct=True))


def members_of(kim: KimGroup, seen_by: Any) -> list[MemberRow]:
    """Active members, chair first, then by name; always the same number of queries."""
    rows = list(
        Membership.objects.active().filter(kim=kim, role__in=KIM_ROLES).select_related("user", "kim__village")
    )
    # What each of them holds elsewhere decides about login links: read for all of them at once.
    held: dict[int, list[Membership]] = {row.user_id: [] for row in rows}
    elsewhere = Membership.objects.active().filter(user__in=held).select_related("kim__village", "region")
    for membership in elsewhere:
        held[membership.user_id].append(membership)
    for row in rows:
        remember_memberships(row.user, held[row.user_id])
    people: dict[int, MemberRow] = {}
    for row in sorted(
        rows, key=lambda row: (_ORDER[Role(row.role)], row.user.get_full_name().casefold(), row.pk)
    ):
        if row.user_id not in people:
            people[row.user_id] = MemberRow(row.user, [], can_issue_login_link(seen_by, row.user))
        people[row.user_id].roles.append(RoleRow(row, can_end_membership(seen_by, row)))
    return list(people.values())


def open_invitations(kim: KimGroup) -> QuerySet[Invitation]:
    """Invitations that nobody has accepted yet, newest first."""
    return Invitation.objects.filter(kim=kim, accepted_at__isnull=True).select_related("invited_by")


def roles_to_give(kim: KimGroup, by: Any) -> list[Role]:
    """Roles of this KIM to which this person may invite."""
    return [role for role in (Role.WRITER, Role.EDITOR, Role.CHAIR) if can_invite_as(by, kim, role)]
