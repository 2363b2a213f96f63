"""Reason codes: one list shared by the review desk, the scoring and the lessons."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReasonCodeQuerySet(models.QuerySet["ReasonCode"]):
    def in_use(self) -> ReasonCodeQuerySet:
        return self.filter(is_active=True)


class ReasonCode(models.Model):
    """Why a story comes back. `code` is the word that rules, marks and lessons use; it never changes."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    label = models.CharField(_("label"), max_length=80)
    hint = models.CharField(_("what to do about it"), max_length=240)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = ReasonCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("reason code")
        verbose_name_plural = _("reason codes")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label
