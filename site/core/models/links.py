"""Links that act: signed, expiring, single-use."""

from django.conf import settings
from django.db import models


class SignedLink(models.Model):
    """One link to forward. Only the hash of its token is stored; a GET shows, a POST acts."""

    class Purpose(models.TextChoices):
        LOGIN = "login"
        INVITATION = "invitation"

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=12, choices=Purpose)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="signed_links"
    )
    target_id = models.PositiveBigIntegerField(null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
