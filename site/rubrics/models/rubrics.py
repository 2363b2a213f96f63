"""A rubric and its versions: criteria with weights and level descriptors, and gates. A version used once is frozen."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rubrics.models.reasons import ReasonCode
from rubrics.rules.agreement import GAP_LEVELS, GAP_POINTS
from rubrics.rules.totals import HIGHEST_LEVEL, GateEffect


class Rubric(models.Model):
    """An instrument for one kind of work. `code` is what apps ask for ("artikel"); it never changes."""

    class ReleaseBy(models.TextChoices):
        MARKER = "marker", _("Whoever marked the work")
        COACH = "coach", _("The coach, after reading the marks")

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=80)
    release_by = models.CharField(
        _("who releases marks"), max_length=6, choices=ReleaseBy, default=ReleaseBy.MARKER
    )
    gap_points = models.DecimalField(
        _("gap of two totals that asks for a decision"),
        max_digits=5,
        decimal_places=2,
        default=GAP_POINTS,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    gap_levels = models.PositiveSmallIntegerField(
        _("gap of two levels that asks for a decision"),
        default=GAP_LEVELS,
        validators=[MinValueValidator(1), MaxValueValidator(HIGHEST_LEVEL)],
    )

    class Meta:
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class RubricVersion(models.Model):
    """Frozen at its first use: from then on the database refuses every change of its content (migration 0004)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_USE = "in_use", _("In use")
        RETIRED = "retired", _("Replaced")

    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    status = models.CharField(_("status"), max_length=7, choices=Status, default=Status.DRAFT)
    note = models.CharField(_("why this version"), max_length=300, blank=True)
    frozen_at = models.DateTimeField(null=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    made_at = models.DateTimeField(auto_now_add=True)
    used_from = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("version of a rubric")
        verbose_name_plural = _("versions of rubrics")
        ordering = ["rubric", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["rubric", "number"], name="rubrics_version_number"),
            models.UniqueConstraint(
                fields=["rubric"], condition=models.Q(status="in_use"), name="rubrics_one_version_in_use"
            ),
            models.UniqueConstraint(
                fields=["rubric"], condition=models.Q(status="draft"), name="rubrics_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rubric_id} v{self.number}"


class Criterion(models.Model):
    version = models.ForeignKey(RubricVersion, on_delete=models.CASCADE, related_name="criteria")
    code = models.CharField(_("code"), max_length=12)
    name = models.CharField(_("name"), max_length=60)
    question = models.CharField(_("question to the marker"), max_length=160)
    weight = models.DecimalField(
        _("weight"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(100)],
    )
    allows_na = models.BooleanField(_("may not apply"), default=False)
    position = models.PositiveSmallIntegerField(default=0)
    reasons = models.ManyToManyField(ReasonCode, related_name="criteria", verbose_name=_("reasons"))

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="rubrics_criterion_code"),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0, weight__lte=100), name="rubrics_criterion_weight"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Level(models.Model):
    """What a work of this level looks like, and a snippet that shows it."""

    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="levels")
    value = models.PositiveSmallIntegerField(_("level"), validators=[MaxValueValidator(HIGHEST_LEVEL)])
    descriptor = models.CharField(_("descriptor"), max_length=200)
    example = models.CharField(_("example"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        ordering = ["value"]
        constraints = [
            models.UniqueConstraint(fields=["criterion", "value"], name="rubrics_level_once"),
            models.CheckConstraint(condition=models.Q(value__lte=HIGHEST_LEVEL), name="rubrics_level_range"),
        ]

    def __str__(self) -> str:
        return f"{self.value}: {self.descriptor}"


class Gate(models.Model):
    """A question apart from all points. `cap` counts for the effect "cap" alone."""

    class Effect(models.TextChoices):
        BLOCK = GateEffect.BLOCK.value, _("No points at all")
        CAP = GateEffect.CAP.value, _("Never more points than")

    version = models.ForeignKey(RubricVersion, on_delete=models.CASCADE, related_name="gates")
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=60)
    question = models.CharField(_("question to the marker"), max_length=240)
    effect = models.CharField(_("effect"), max_length=5, choices=Effect, default=Effect.BLOCK)
    cap = models.DecimalField(
        _("highest total"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    position = models.PositiveSmallIntegerField(default=0)
    reasons = models.ManyToManyField(ReasonCode, related_name="gates", verbose_name=_("reasons"), blank=True)

    class Meta:
        verbose_name = _("gate")
        verbose_name_plural = _("gates")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="rubrics_gate_code"),
            models.CheckConstraint(
                condition=models.Q(effect="block") | models.Q(cap__gte=0, cap__lte=100),
                name="rubrics_gate_cap",
            ),
        ]

    def __str__(self) -> str:
        return self.name
