"""Who marks and who releases marks, as sentences."""

from __future__ import annotations

from typing import Any

from kim.permissions import scopes_of
from users.roles import Act, roles_that_may


def can_assess_anywhere(user: Any) -> bool:
    """Marks the work of at least one KIM."""
    return _holds(user, Act.ASSESS)


def can_release_anywhere(user: Any) -> bool:
    """Coaches at least one KIM, and so releases marks where a rubric asks for it."""
    return _holds(user, Act.COACH)


def _holds(user: Any, act: str) -> bool:
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return False
    roles = roles_that_may(act)
    return any(scope.role in roles for scope in scopes_of(user))
