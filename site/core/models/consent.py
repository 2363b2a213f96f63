"""The consent ledger: who agreed to what, when, how, and until when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionMember


class Consent(CollectionMember, models.Model):
    """One given (or withdrawn) agreement. Scoped by Collection like the media it speaks of."""

    class Purpose(models.TextChoices):
        PHOTO = "photo", _("Be seen in a photo")
        NAME = "name", _("Be named as an officer or writer")
        QUOTE = "quote", _("Be quoted")

    class Method(models.TextChoices):
        SPOKEN = "spoken", _("Said so")
        WRITTEN = "written", _("Signed a paper")
        WHATSAPP = "whatsapp", _("Wrote it on WhatsApp")

    # The wording people agreed to; a changed text gets a new number and old rows keep theirs.
    TEXT_VERSION = 1

    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="consents",
    )
    subject = models.CharField(_("who agreed"), max_length=160, blank=True)
    purpose = models.CharField(_("purpose"), max_length=8, choices=Purpose, default=Purpose.PHOTO)
    is_child = models.BooleanField(_("is a child"), default=False)
    guardian = models.CharField(_("parent or guardian"), max_length=120, blank=True)
    method = models.CharField(_("how"), max_length=8, choices=Method, default=Method.SPOKEN)
    text_version = models.PositiveSmallIntegerField(default=TEXT_VERSION)
    given_at = models.DateTimeField(auto_now_add=True)
    valid_until = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.subject}"
