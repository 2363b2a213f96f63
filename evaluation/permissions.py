"""Who looks at the activity of KIM, as sentences."""

from __future__ import annotations

from typing import Any

from kim.permissions import scopes_of
from users.roles import KIM_ROLES, Act, roles_that_may

# Whoever coaches, scores or keeps a whole region.
OVERSEEING_ROLES = (
    roles_that_may(Act.COACH) | roles_that_may(Act.ASSESS) | roles_that_may(Act.ADMINISTER)
) - KIM_ROLES
# They, and the members of a KIM for their own one.
SEEING_ROLES = OVERSEEING_ROLES | KIM_ROLES


def can_see_activity(user: Any) -> bool:
    """Sees the published work of at least one KIM in numbers."""
    return _holds_any(user, SEEING_ROLES)


def oversees_kim(user: Any) -> bool:
    """Coaches, scores or keeps the KIM of a region."""
    return _holds_any(user, OVERSEEING_ROLES)


def sees_own_kim_alone(user: Any) -> bool:
    """Belongs to a KIM and oversees none."""
    return can_see_activity(user) and not oversees_kim(user)


def coaches_kim(user: Any) -> bool:
    """Goes to see a KIM that has fallen silent."""
    return _holds_any(user, roles_that_may(Act.COACH))


def can_see_own_marks(user: Any) -> bool:
    """Writes for at least one KIM, and so reads what was said of own stories."""
    return _holds_any(user, roles_that_may(Act.WRITE))


def _holds_any(user: Any, roles: frozenset[str]) -> bool:
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    return any(scope.role in roles for scope in scopes_of(user))
