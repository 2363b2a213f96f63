"""Permission policies built on Membership: pages, media by Collection, rows with a `kim` key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import Model, Q, QuerySet
from wagtail.models import AbstractPage, Collection, GroupPagePermission
from wagtail.permission_policies.base import BaseDjangoAuthPermissionPolicy, BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from core.models import Consent, MediaDocument, MediaImage
from kim.models import KimGroup, KimPage, Membership, RegencyPage
from kim.models.groups import scope_filter
from kim.permissions import may, scopes_of
from users.roles import MEDIA_PERMISSIONS, PAGE_PERMISSIONS, ROLE_ACTS, Act, roles_that_may


def permissions_of_role(table: dict[str, frozenset[str]], role: str) -> frozenset[str]:
    """Wagtail action names a role has, from a table act → actions."""
    return frozenset().union(*(table.get(act, frozenset()) for act in ROLE_ACTS[role]))


def roles_with(table: dict[str, frozenset[str]], actions: Iterable[str]) -> frozenset[str]:
    wanted = set(actions)
    return frozenset(role for role in ROLE_ACTS if permissions_of_role(table, role) & wanted)


class MembershipPagePolicy(PagePermissionPolicy):
    """Page rights from memberships: unsaved GroupPagePermission rows, so Wagtail's own checks work unchanged."""

    def get_all_permissions_for_user(self, user: Any) -> list[GroupPagePermission]:
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        kim_roles: dict[int, set[str]] = {}
        region_roles: dict[str, set[str]] = {}
        for scope in scopes_of(user):
            actions = permissions_of_role(PAGE_PERMISSIONS, scope.role)
            if actions and scope.kim_id:
                kim_roles.setdefault(scope.kim_id, set()).update(actions)
            elif actions and scope.region_code:
                region_roles.setdefault(scope.region_code, set()).update(actions)
        if not kim_roles and not region_roles:
            return []
        granted: list[tuple[Any, Iterable[str]]] = []
        granted.extend(
            (page.get_base_page(), kim_roles[page.kim_id])
            for page in KimPage.objects.filter(kim_id__in=kim_roles)
        )
        for code, held in region_roles.items():
            inside = Q(region__code=code) | Q(region__code__startswith=f"{code}.")
            granted.extend((page.get_base_page(), held) for page in RegencyPage.objects.filter(inside))
        codenames = {f"{action}_page" for _page, allowed in granted for action in allowed}
        permissions = {
            permission.codename: permission
            for permission in Permission.objects.filter(
                content_type__app_label="wagtailcore", codename__in=codenames
            )
        }
        return [
            GroupPagePermission(page=page, permission=permissions[f"{action}_page"])
            for page, allowed in granted
            for action in allowed
            if f"{action}_page" in permissions
        ]

    def _roots(self, user: Any, actions: Iterable[str]) -> list[str]:
        """Minimal tree paths (none below another) on which the user has one of the actions."""
        codenames = self._get_permission_codenames(actions)
        roots: list[str] = []
        for path in sorted(
            {
                permission.page.path
                for permission in self.get_cached_permissions_for_user(user)
                if permission.permission.codename in codenames
            }
        ):
            if not roots or not path.startswith(roots[-1]):
                roots.append(path)
        return roots

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        condition = Q(pk__in=[])
        for path in self._roots(user, actions):
            condition |= Q(path__startswith=path)
        return self.model._default_manager.filter(condition)

    def explorable_instances(self, user: Any) -> QuerySet[Any]:
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        roots = self._roots(user, {"add", "change", "publish", "bulk_delete", "lock", "unlock"})
        condition = Q(pk__in=[])
        for path in roots:
            condition |= Q(path__startswith=path)
        if len(roots) > 1:
            # The way down from the page above all of them, so that each can be reached from the explorer's root.
            step = self.model.steplen
            # Sorted, so what the first and the last share all share.
            shared = 0
            while roots[0][: shared + step] == roots[-1][: shared + step]:
                shared += step
            above = {path[:end] for path in roots for end in range(shared, len(path), step) if end}
            condition |= Q(path__in=above)
        return self.model._default_manager.filter(condition)

    def users_with_any_permission(
        self, actions: Iterable[str], include_superusers: bool = True
    ) -> QuerySet[Any]:
        roles = roles_with(PAGE_PERMISSIONS, actions)
        condition = Q(memberships__in=Membership.objects.active().filter(role__in=roles))
        if include_superusers:
            condition |= Q(is_superuser=True)
        return get_user_model().objects.filter(condition, is_active=True).distinct()

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Any, include_superusers: bool = True
    ) -> QuerySet[Any]:
        allowed = [
            user.pk
            for user in self.users_with_any_permission(actions, include_superusers)
            if self.user_has_any_permission_for_instance(user, actions, instance)
        ]
        return get_user_model().objects.filter(pk__in=allowed)


class MembershipCollectionPolicy(BaseDjangoAuthPermissionPolicy):
    """Media of a KIM live in its collection; the root collection is the office's shared pool."""

    def _collections(self, user: Any, actions: Iterable[str]) -> QuerySet[Collection]:
        if not getattr(user, "is_active", False) or user.is_anonymous:
            return Collection.objects.none()
        if user.is_superuser:
            return Collection.objects.all()
        kims = KimGroup.objects.for_user(user, roles_with(MEDIA_PERMISSIONS, actions))
        condition = Q(kim__in=kims)
        office = roles_that_may(Act.ADMINISTER)
        works_here = any(scope.role in roles_with(MEDIA_PERMISSIONS, {"choose"}) for scope in scopes_of(user))
        if any(scope.role in office for scope in scopes_of(user)) or (
            "choose" in set(actions) and works_here
        ):
            condition |= Q(depth=1)
        return Collection.objects.filter(condition)

    def collections_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        return self._collections(user, actions)

    def collections_user_has_permission_for(self, user: Any, action: str) -> QuerySet[Collection]:
        return self._collections(user, {action})

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return self._collections(user, actions).exists()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        return self._collections(user, actions).filter(pk=instance.collection_id).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        return self.model._default_manager.filter(collection__in=self._collections(user, actions))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        roles = roles_with(MEDIA_PERMISSIONS, actions)
        rows = Membership.objects.active().filter(role__in=roles)
        return get_user_model().objects.filter(Q(memberships__in=rows) | Q(is_superuser=True)).distinct()

    def users_with_any_permission_for_instance(self, actions: Iterable[str], instance: Any) -> QuerySet[Any]:
        allowed = [
            user.pk
            for user in self.users_with_any_permission(actions)
            if self.user_has_any_permission_for_instance(user, actions, instance)
        ]
        return get_user_model().objects.filter(pk__in=allowed)


class KimRowPolicy(BasePermissionPolicy):
    """Rows with a `kim` key: `view` for everybody in the KIM, changes by the act named at registration."""

    def __init__(self, model: type[Model], change_act: str = Act.MANAGE_KIM) -> None:
        super().__init__(model)
        self.change_act = change_act

    def _roles(self, actions: Iterable[str]) -> frozenset[str]:
        if set(actions) <= {"view", "choose"}:
            return frozenset(ROLE_ACTS)
        return roles_that_may(self.change_act)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        if not getattr(user, "is_active", False) or user.is_anonymous:
            return False
        return user.is_superuser or any(scope.role in self._roles(actions) for scope in scopes_of(user))

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        if getattr(user, "is_superuser", False) and user.is_active:
            return True
        if set(actions) <= {"view", "choose"}:
            return any(may(user, act, instance.kim) for act in Act.values)
        return may(user, self.change_act, instance.kim)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.all()
        if getattr(user, "is_superuser", False):
            return rows
        return rows.filter(scope_filter(user, self._roles(actions), "kim__"))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        rows = Membership.objects.active().filter(role__in=self._roles(actions))
        return get_user_model().objects.filter(memberships__in=rows).distinct()

    def users_with_any_permission_for_instance(self, actions: Iterable[str], instance: Any) -> QuerySet[Any]:
        allowed = [
            user.pk
            for user in self.users_with_any_permission(actions)
            if self.user_has_any_permission_for_instance(user, actions, instance)
        ]
        return get_user_model().objects.filter(pk__in=allowed)


def register() -> None:
    """Registers the policies of this app; called once from AppConfig.ready()."""
    register_permission_policy(AbstractPage, MembershipPagePolicy())
    for model in (MediaImage, MediaDocument, Consent):
        # For the exact class: the apps of Wagtail that own images and documents get ready after this one and would
        # put their group-based policies in the place of ours.
        register_permission_policy(model, MembershipCollectionPolicy(model), exact_class=True)
    for name in (
        "Person", "Officer", "Decree", "WorkPlan", "WorkPlanItem", "Award", "Potential", "Channel",
    ):  # fmt: skip
        model = apps.get_model("kim", name)
        register_permission_policy(model, KimRowPolicy(model))
    for name in ("Membership", "Invitation"):
        model = apps.get_model("kim", name)
        register_permission_policy(model, KimRowPolicy(model, change_act=Act.INVITE))


def has_registered_policy(model: type[Model]) -> bool:
    """Whether a policy of ours (not Wagtail's global fallback) answers for this model."""
    policy = policy_registry.get_by_type(model, fallback=False)
    return isinstance(policy, MembershipPagePolicy | MembershipCollectionPolicy | KimRowPolicy)
