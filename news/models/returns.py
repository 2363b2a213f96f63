"""A story that went back to its writer: reasons as data, so that lessons and scores can use them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim.models import KimScoped


class ArticleReturn(KimScoped):
    article = models.ForeignKey("news.ArticlePage", on_delete=models.CASCADE, related_name="returns")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reasons = models.ManyToManyField("rubrics.ReasonCode", related_name="returns", verbose_name=_("reasons"))
    note = models.TextField(_("note"), max_length=2000)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    returned_at = models.DateTimeField(auto_now_add=True)
    # Set by news.services.submit when the writer hands the story in again.
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        ordering = ["-returned_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.article_id} {self.returned_at:%Y-%m-%d}"
