"""The account of a person who works here."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Signs in by user name, e-mail or telephone; rights come from Membership, never from groups."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("full name"), max_length=120)
    # Digits with country code and plus sign (+62812…), as users.rules.phone gives it.
    phone = models.CharField(_("telephone"), max_length=16, unique=True, null=True, blank=True)
    phone_verified = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        return self.full_name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name().split(" ")[0]
