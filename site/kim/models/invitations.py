"""An invitation to a role, carried by a link that is forwarded on WhatsApp."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim.models.groups import KimScoped
from users.roles import Role


class Invitation(KimScoped):
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.WRITER)
    full_name = models.CharField(_("full name"), max_length=120)
    phone = models.CharField(_("telephone"), max_length=16, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.get_role_display()})"
