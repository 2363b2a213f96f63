"""Who made a story and who was asked for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class ArticleByline(Orderable):
    """One maker in order. The name stands in the row too: a byline outlives the person's record."""

    class Role(models.TextChoices):
        WRITER = "writer", _("Writer")
        PHOTO = "photo", _("Photos")
        EDITOR = "editor", _("Editor")
        MENTOR = "mentor", _("Mentor")

    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="bylines")
    person = models.ForeignKey(
        "kim.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="bylines"
    )
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=8, choices=Role, default=Role.WRITER)

    class Meta(Orderable.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return self.name


class ArticleSource(Orderable):
    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name
