"""Membership: the one source of rights. A person, a role, one KIM or one region, from when until when."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kim.models.groups import KimGroup, scope_filter
from kim.models.regions import Region
from users.roles import KIM_ROLES, REGION_ROLES, Role


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> MembershipQuerySet:
        now = timezone.now()
        return self.filter(models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=now), starts_at__lte=now)

    def for_user(self, user: Any, roles: Any = tuple(Role.values)) -> MembershipQuerySet:
        """Memberships of the KIM that lie in this user's scope, not the user's own memberships."""
        return self.filter(scope_filter(user, roles, "kim__"))


class Membership(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    kim = models.ForeignKey(
        KimGroup,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("KIM"),
    )
    region = models.ForeignKey(
        Region,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("region"),
    )
    starts_at = models.DateTimeField(_("starts"), default=timezone.now)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kim__isnull=False, region__isnull=True)
                | models.Q(kim__isnull=True, region__isnull=False),
                name="kim_membership_one_scope",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "kim"],
                condition=models.Q(ends_at__isnull=True, kim__isnull=False),
                name="kim_membership_once_per_kim",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "region"],
                condition=models.Q(ends_at__isnull=True, region__isnull=False),
                name="kim_membership_once_per_region",
            ),
        ]
        indexes = [models.Index(fields=["kim", "role"], name="kim_membership_of_kim")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()} ({self.kim or self.region})"

    def clean(self) -> None:
        if self.kim_id and self.role not in KIM_ROLES:
            raise ValidationError({"role": _("This role is given for a region, not for one KIM.")})
        if self.region_id and self.role not in REGION_ROLES:
            raise ValidationError({"role": _("This role is given for one KIM, not for a region.")})
