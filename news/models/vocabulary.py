"""Topics and formats: editable words of the whole network."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import former_addresses


class Topic(models.Model):
    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        return f"/topik/{self.slug}/"

    def clean(self) -> None:
        super().clean()
        stored = Topic.objects.filter(pk=self.pk).first()
        if former_addresses.path_is_taken(self.path, stored.path if stored else ""):
            raise ValidationError({"slug": _("Another topic had this address once. Choose another one.")})


class Format(models.Model):
    name = models.CharField(_("name"), max_length=40)
    slug = models.SlugField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("format")
        verbose_name_plural = _("formats")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name
