"""What one marker says of one work: a mark for each criterion, gates, notes on paragraphs, praise and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim.models import KimScoped
from kim.models.groups import scope_filter
from rubrics.models.reasons import ReasonCode
from rubrics.models.rubrics import Criterion, Gate, RubricVersion
from rubrics.rules.totals import HIGHEST_LEVEL
from users.roles import Act, Role, roles_that_may

if TYPE_CHECKING:
    from collections.abc import Iterable


class OfWork(KimScoped):
    """Abstract base of rows about one piece of work of a KIM: a story now, what a learner hands in later."""

    work_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    work_id = models.PositiveBigIntegerField()
    work = GenericForeignKey("work_type", "work_id")

    class Meta:
        abstract = True


class ScoreSheetQuerySet(models.QuerySet["ScoreSheet"]):
    def for_user(self, user: Any, roles: Iterable[str] = tuple(Role.values)) -> ScoreSheetQuerySet:
        """Sheets this person may see: own ones; what waits for release, as a coach; released ones by role.

        Released marks are open to editors, coaches and assessors of the KIM and to the owner of the work, whom
        the apps know (see `evaluation.selectors`); a plain member sees none of them here.
        """
        if not getattr(user, "is_authenticated", False) or not user.is_active:
            return self.none()
        wanted = frozenset(roles)
        coach = scope_filter(user, roles_that_may(Act.COACH) & wanted, "kim__")
        readers = roles_that_may(Act.COACH) | roles_that_may(Act.ASSESS) | roles_that_may(Act.REVIEW)
        released = scope_filter(user, readers & wanted, "kim__")
        own = models.Q(marker=user) & scope_filter(user, roles_that_may(Act.ASSESS) & wanted, "kim__")
        return self.filter(
            own
            | (coach & models.Q(state=ScoreSheet.State.SUBMITTED))
            | (released & models.Q(state=ScoreSheet.State.RELEASED))
        )

    def to_release_by(self, user: Any) -> ScoreSheetQuerySet:
        """Sheets that wait for this person as a coach."""
        coached = scope_filter(user, roles_that_may(Act.COACH), "kim__")
        return self.filter(coached, state=ScoreSheet.State.SUBMITTED)

    def released(self) -> ScoreSheetQuerySet:
        return self.filter(state=ScoreSheet.State.RELEASED)

    def of(self, work: Any) -> ScoreSheetQuerySet:
        """All sheets of one piece of work."""
        kind = ContentType.objects.get_for_model(work, for_concrete_model=True)
        return self.filter(work_type=kind, work_id=work.pk)


class ScoreSheet(OfWork):
    """Draft until it is released. Totals are written by rubrics.services.marking.store_total alone (rule: totals)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Waits for release")
        RELEASED = "released", _("Released")

    version = models.ForeignKey(RubricVersion, on_delete=models.PROTECT, related_name="sheets")
    # Which text was read: a number of wagtailcore.Revision for a page.
    work_revision = models.PositiveBigIntegerField(null=True)
    marker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="score_sheets"
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT)
    violated = models.ManyToManyField(Gate, related_name="+", verbose_name=_("violations"), blank=True)
    praise = models.TextField(_("what was good"), max_length=600, blank=True)
    note = models.TextField(_("note to the writer"), max_length=1000, blank=True)
    advice = models.ForeignKey(
        ReasonCode,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("one thing to change next"),
    )
    # None until every criterion has a mark, and when none of them applies.
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True, editable=False)
    raw_total = models.DecimalField(max_digits=5, decimal_places=2, null=True, editable=False)
    limited_by = models.CharField(max_length=20, blank=True, editable=False)
    rule_version = models.PositiveSmallIntegerField(null=True, editable=False)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True, editable=False)
    released_at = models.DateTimeField(null=True, editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    objects = ScoreSheetQuerySet.as_manager()  # type: ignore[misc,assignment]

    class Meta:
        verbose_name = _("score sheet")
        verbose_name_plural = _("score sheets")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["work_type", "work_id", "marker"], name="rubrics_sheet_once"),
            models.CheckConstraint(
                condition=models.Q(total__isnull=True) | models.Q(total__gte=0, total__lte=100),
                name="rubrics_sheet_total",
            ),
        ]
        indexes = [
            models.Index(fields=["marker", "state"], name="rubrics_sheet_of_marker"),
            models.Index(fields=["kim", "state", "-released_at"], name="rubrics_sheet_of_kim"),
        ]

    def __str__(self) -> str:
        return f"{self.work_type_id}/{self.work_id} by {self.marker_id}"


class CriterionMark(models.Model):
    """`level` None: the criterion does not apply to this work."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="marks")
    level = models.PositiveSmallIntegerField(_("level"), null=True)
    reasons = models.ManyToManyField(ReasonCode, related_name="marks", verbose_name=_("reasons"), blank=True)

    class Meta:
        ordering = ["criterion__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="rubrics_mark_once"),
            models.CheckConstraint(
                condition=models.Q(level__isnull=True) | models.Q(level__lte=HIGHEST_LEVEL),
                name="rubrics_mark_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.criterion_id}: {self.level}"


class ParagraphNote(models.Model):
    """A remark on one part of the work. `quote` is how that part began when it was read."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="paragraph_notes")
    place = models.CharField(max_length=40)
    quote = models.CharField(max_length=160)
    reason = models.ForeignKey(
        ReasonCode,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("reason"),
    )
    text = models.CharField(_("remark"), max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["sheet", "place"], name="rubrics_paragraph_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.place}"
