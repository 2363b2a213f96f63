"""What a reader reported about a page of a KIM, and what the editors answered."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kim.models import KimScoped


def new_code() -> str:
    """The secret word of a private address: 128 random bits in 22 letters."""
    return secrets.token_urlsafe(16)


class ContentReport(KimScoped):
    """Nothing here knows who sent it beside what the sender typed: no account, no address of a device."""

    class Kind(models.TextChoices):
        FACT = "fakta", _("A fact is wrong")
        NAME_OR_NUMBER = "nama_angka", _("A name or a figure is wrong")
        RIGHT_OF_REPLY = "hak_jawab", _("I want to answer (right of reply)")
        PHOTO = "foto", _("A photo without permission")
        PRIVACY = "privasi", _("Privacy, or a child")
        HIDDEN_AD = "iklan", _("Hidden advertising")
        OTHER = "lain", _("Something else")

    class State(models.TextChoices):
        OPEN = "open", _("Waits for an answer")
        ANSWERED = "answered", _("Answered")
        DISMISSED = "dismissed", _("Closed: no report")

    class Dismissal(models.TextChoices):
        ADVERTISING = "iklan", _("It is advertising or a list of links")
        UNREADABLE = "tak_terbaca", _("It cannot be understood")
        NOT_ABOUT_US = "bukan_isi", _("It is not about what we published")
        REPEATED = "berulang", _("The same report came before")
        RUDE = "kasar", _("It only insults")

    code = models.CharField(max_length=32, unique=True, default=new_code, editable=False)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="content_reports")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.FACT)
    text = models.TextField(_("what is wrong"), max_length=2000)
    # Both are seen by who answers alone and emptied by news.services.forget_reporters 90 days after the answer.
    reporter_name = models.CharField(_("name"), max_length=80, blank=True)
    contact = models.CharField(_("telephone or e-mail"), max_length=120, blank=True)
    received_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    dismissal = models.CharField(_("why it is no report"), max_length=11, choices=Dismissal, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report of a reader")
        verbose_name_plural = _("reports of readers")
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["kim", "state", "received_at"], name="news_report_queue")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN
