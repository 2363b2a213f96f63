"""Reason codes: one list shared by the review desk, the scoring and the lessons."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReasonCodeQuerySet(models.QuerySet["ReasonCode"]):
    def in_use(self) -> ReasonCodeQuerySet:
        return self.filter(is_active=True)


class ReasonCode(models.Model):
    """Why a story comes back or loses points. `code` is the word that rules, marks and lessons use; it never changes.

    The card tells a writer in about 80 words what to do next time: `card_title`, `card_text` in paragraphs, and the
    same words before and after. `praise` is what a marker may say when this point was done well.
    """

    code = models.SlugField(_("code"), max_length=20, unique=True)
    label = models.CharField(_("label"), max_length=80)
    hint = models.CharField(_("what to do about it"), max_length=240)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    card_title = models.CharField(_("title of the card"), max_length=60, blank=True)
    card_text = models.TextField(_("card, about 80 words"), max_length=1200, blank=True)
    bad_example = models.TextField(_("example with the fault"), max_length=300, blank=True)
    good_example = models.TextField(_("the same example, mended"), max_length=300, blank=True)
    praise = models.CharField(_("praise when it is done well"), max_length=160, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = ReasonCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("reason code")
        verbose_name_plural = _("reason codes")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.label
