"""What was put right after publication; the note stays visible on the story."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim.models import KimScoped


class Correction(KimScoped):
    class Kind(models.TextChoices):
        ERRATUM = "ralat", _("Erratum")
        CORRECTION = "koreksi", _("Correction")
        RIGHT_OF_REPLY = "hak_jawab", _("Right of reply")
        WITHDRAWAL = "pencabutan", _("Withdrawal")

    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CORRECTION)
    text = models.TextField(_("what was put right"), max_length=1000)
    # Shown to readers; a person, an office or nobody.
    requested_by = models.CharField(_("who asked for it"), max_length=120, blank=True)
    # The reader's report that led here; the report knows it as `correction`.
    report = models.OneToOneField(
        "news.ContentReport",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="correction",
        verbose_name=_("report"),
    )
    # The right of reply as a story of its own, of any KIM of the network.
    reply = models.ForeignKey(
        "news.ArticlePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replies_to",
        verbose_name=_("story that replies"),
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["-made_at", "-id"], name="news_correction_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"
