"""What becomes of the sheets of one work: the total that counts, a decision between markers, history, recusals."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from rubrics.models.rubrics import RubricVersion
from rubrics.models.sheets import OfWork, ScoreSheet
from rubrics.rules.agreement import Standing


class WorkScore(OfWork):
    """The total that counts for a work. Written by rubrics.services.scores.refresh_score alone (rule: agreement).

    `total` None while two markers have to settle. A row exists as soon as one sheet is released.
    """

    version = models.ForeignKey(RubricVersion, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Standing])
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    sheets = models.PositiveSmallIntegerField()
    rule_version = models.PositiveSmallIntegerField()
    # When the first sheet was released, and when the number last changed.
    scored_at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work_type", "work_id"], name="rubrics_score_once")]
        indexes = [models.Index(fields=["kim", "scored_at"], name="rubrics_score_of_kim")]

    def __str__(self) -> str:
        return f"{self.work_type_id}/{self.work_id}: {self.total}"


class Decision(OfWork):
    """Two markers settled: the marks that count, with the reason. Their own sheets stay as they were.

    `marks` is {criterion code: level or null}, `violated` a list of gate codes. A sheet that changes afterwards
    sets `superseded_at`, and the markers settle again.
    """

    class Kind(models.TextChoices):
        CONSENSUS = "consensus", _("The markers agreed")
        THIRD = "third", _("A third person decided")

    version = models.ForeignKey(RubricVersion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("how"), max_length=9, choices=Kind)
    marks = models.JSONField()
    violated = models.JSONField(default=list)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    rule_version = models.PositiveSmallIntegerField()
    reason = models.TextField(_("reason"), max_length=1000)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(auto_now_add=True)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["work_type", "work_id"],
                condition=models.Q(superseded_at__isnull=True),
                name="rubrics_one_decision",
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_type_id}/{self.work_id}: {self.total}"


class SheetChange(models.Model):
    """A released sheet was changed: who, when, why, and how it looked before and after. Never changed itself."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="changes")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField(_("why"), max_length=400)
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.changed_at:%Y-%m-%d}"


class Recusal(OfWork):
    """Somebody does not mark this work."""

    class Reason(models.TextChoices):
        EDITED = "edited", _("I edited it or helped to write it")
        COACHED = "coached", _("I coached its writer")
        CLOSE = "close", _("I am close to somebody in it")

    marker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(_("reason"), max_length=8, choices=Reason)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["work_type", "work_id", "marker"], name="rubrics_recusal_once")
        ]

    def __str__(self) -> str:
        return f"{self.work_type_id}/{self.work_id}: {self.marker_id}"
