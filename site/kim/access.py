"""Authentication backend: rights follow from active memberships, never from groups."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from kim.permissions import scopes_of
from users.roles import ADMIN_ROLES

# What the office may do with rows of our own apps in the admin; accounts and groups stay out of reach.
OFFICE_APPS = frozenset({"core", "kim", "news", "rubrics", "evaluation"})
ADMIN_ACCESS = "wagtailadmin.access_admin"


class MembershipBackend(BaseBackend):
    """Grants `wagtailadmin.access_admin` and model permissions to the office alone."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return {ADMIN_ACCESS} if self._is_office(user_obj) else set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if obj is not None or not self._is_office(user_obj):
            return False
        return perm == ADMIN_ACCESS or perm.partition(".")[0] in OFFICE_APPS

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return self._is_office(user_obj) and app_label in OFFICE_APPS | {"wagtailadmin"}

    def _is_office(self, user_obj: Any) -> bool:
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        return any(scope.role in ADMIN_ROLES for scope in scopes_of(user_obj))
