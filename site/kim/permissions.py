"""Who may do what in a KIM, as sentences. Reads the scopes of a user once per request."""

from typing import Any, NamedTuple

from users.roles import KIM_ROLES, Act, Role, roles_that_may


class Scope(NamedTuple):
    role: str
    kim_id: int | None
    region_code: str | None


def scopes_of(user: Any) -> tuple[Scope, ...]:
    """Active scopes of a user, read once per user object (so once per request)."""
    cached: tuple[Scope, ...] | None = getattr(user, "_kim_scopes", None)
    if cached is None:
        rows = user.memberships.active().values_list("role", "kim_id", "region__code")
        cached = tuple(Scope(*row) for row in rows)
        user._kim_scopes = cached
    return cached


def forget_scopes(user: Any) -> None:
    """Drop what was read, after a membership of this user changed within the same request."""
    user.__dict__.pop("_kim_scopes", None)
    user.__dict__.pop("_active_memberships", None)


def may(user: Any, act: str, kim: Any) -> bool:
    """Whether one of the user's memberships allows this act in this KIM (None, as of a region's row: no)."""
    if kim is None or not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    roles = roles_that_may(act)
    code = kim.village.code
    for scope in scopes_of(user):
        if scope.role not in roles:
            continue
        if scope.kim_id == kim.pk:
            return True
        if scope.region_code and (code == scope.region_code or code.startswith(f"{scope.region_code}.")):
            return True
    return False


def can_manage_kim(user: Any, kim: Any) -> bool:
    """May keep the KIM's own data: its chair and the office."""
    return may(user, Act.MANAGE_KIM, kim)


def can_invite(user: Any, kim: Any) -> bool:
    """May invite members and hand out login links: editors, the chair and the office."""
    return may(user, Act.INVITE, kim)


def can_administer(user: Any) -> bool:
    """Holds the office's role anywhere."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    return any(scope.role in roles_that_may(Act.ADMINISTER) for scope in scopes_of(user))


def can_administer_region(user: Any, code: str) -> bool:
    """Holds the office's role for this region or one above it."""
    return _administers(user, code)


def can_manage_anywhere(user: Any) -> bool:
    """Keeps the data of some KIM: a chair or the office."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    return any(scope.role in roles_that_may(Act.MANAGE_KIM) for scope in scopes_of(user))


def can_invite_anywhere(user: Any) -> bool:
    """Holds a role that invites members, wherever that is."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    return any(scope.role in roles_that_may(Act.INVITE) for scope in scopes_of(user))


def can_invite_as(user: Any, kim: Any, role: str) -> bool:
    """May invite to this role: editors invite writers, the chair and the office every role of a KIM."""
    if role == Role.WRITER:
        return can_invite(user, kim)
    return role in KIM_ROLES and can_invite(user, kim) and can_manage_kim(user, kim)


def can_end_membership(user: Any, membership: Any) -> bool:
    """May end what he may give, in a KIM, and never his own (the office does that)."""
    if membership.kim_id is None or membership.user_id == user.pk:
        return False
    return can_invite_as(user, membership.kim, membership.role)


def can_issue_login_link(by: Any, user: Any) -> bool:
    """May hand out a login link for this person.

    Who holds the link enters every place of that person, so `by` must be able to invite in each KIM of theirs
    (for a chair: manage it), and must administer each region where they hold a role of the office. Nobody
    makes one for himself, and there is none for superusers or for people without any membership.
    """
    if by is None or by.pk == user.pk or user.is_superuser or user.is_staff or not user.is_active:
        return False
    memberships = active_memberships_of(user)
    return bool(memberships) and all(_can_enter_for(by, membership) for membership in memberships)


def active_memberships_of(user: Any) -> list[Any]:
    """Active memberships with their KIM, village and region, read once per user object."""
    cached: list[Any] | None = getattr(user, "_active_memberships", None)
    if cached is None:
        cached = list(user.memberships.active().select_related("kim__village", "region"))
        remember_memberships(user, cached)
    return cached


def remember_memberships(user: Any, memberships: list[Any]) -> None:
    """Hands over active memberships that a list has read for many users at once."""
    user._active_memberships = memberships


def _can_enter_for(by: Any, membership: Any) -> bool:
    if membership.kim_id is None:
        return _administers(by, membership.region.code)
    if membership.role == Role.CHAIR:
        return can_invite(by, membership.kim) and can_manage_kim(by, membership.kim)
    return can_invite(by, membership.kim)


def _administers(user: Any, code: str) -> bool:
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    roles = roles_that_may(Act.ADMINISTER)
    return any(
        scope.role in roles
        and scope.region_code
        and (code == scope.region_code or code.startswith(f"{scope.region_code}."))
        for scope in scopes_of(user)
    )
