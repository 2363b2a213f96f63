"""One marker at work: open a sheet, mark criterion by criterion, judge as a whole, note a paragraph."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from kim.permissions import may
from rubrics.models import CriterionMark, ParagraphNote, ReasonCode, RubricVersion, ScoreSheet
from rubrics.rules.advice import needs_reason
from rubrics.rules.totals import RULE_VERSION, MarkRefused, check_mark, missing_marks, total_of
from rubrics.selectors.sheets import marks_of, violated_by, with_marks, work_key
from rubrics.selectors.versions import scheme_of, version_in_use, whole_version
from rubrics.services.scores import is_recused
from users.roles import Act

State = ScoreSheet.State


class NotMarkable(Exception):
    """This person may not mark this work, or the sheet is in a state that allows no marks."""


@transaction.atomic
def open_sheet(*, work: Any, user: Any, rubric: str) -> ScoreSheet:
    """The sheet of this marker for this work, made at the first mark. `work` has `kim` and perhaps `live_revision_id`.

    The version in use is frozen by its first sheet. Raises NotMarkable.
    """
    if not may(user, Act.ASSESS, work.kim) or is_recused(work, user):
        raise NotMarkable
    known = ScoreSheet.objects.filter(**work_key(work), marker=user).first()
    if known is not None:
        return known
    version = version_in_use(rubric)
    if version is None:
        raise NotMarkable
    freeze(version)
    sheet, _created = ScoreSheet.objects.get_or_create(
        **work_key(work),
        marker=user,
        defaults={
            "kim_id": work.kim_id,
            "version": version,
            "work_revision": getattr(work, "live_revision_id", None),
        },
    )
    return sheet


def freeze(version: RubricVersion) -> None:
    """From the first use on nothing of this version changes any more."""
    RubricVersion.objects.filter(pk=version.pk, frozen_at__isnull=True).update(frozen_at=timezone.now())


def locked(sheet: ScoreSheet, user: Any, *states: str) -> ScoreSheet:
    """The sheet, locked, when it is this marker's and in one of the states; raises NotMarkable."""
    row = ScoreSheet.objects.select_for_update().get(pk=sheet.pk)
    if row.marker_id != user.pk or row.state not in states or not may(user, Act.ASSESS, row.kim):
        raise NotMarkable
    return row


@transaction.atomic
def mark(
    *, sheet: ScoreSheet, user: Any, criterion: str, level: int | None, reasons: Collection[str] = ()
) -> CriterionMark:
    """Gives one criterion its level (None: does not apply). Raises NotMarkable, MarkRefused.

    A low mark takes the reasons that were chosen among those the criterion offers; when it offers one alone, that
    one. A good mark has none.
    """
    row = locked(sheet, user, State.DRAFT)
    version = whole_version(row.version_id)
    given = put_mark(row, version, criterion, level, reasons)
    store_total(row, version)
    return given


def put_mark(
    sheet: ScoreSheet, version: RubricVersion, code: str, level: int | None, reasons: Collection[str]
) -> CriterionMark:
    criterion = next((one for one in version.criteria.all() if one.code == code), None)
    if criterion is None:
        raise MarkRefused(code, "is not in this rubric")
    check_mark(next(one for one in scheme_of(version).criteria if one.code == code), level)
    given, _created = CriterionMark.objects.update_or_create(
        sheet=sheet, criterion=criterion, defaults={"level": level}
    )
    offered = list(criterion.reasons.all())
    chosen = [one for one in offered if one.code in reasons]
    if needs_reason(level) and not chosen and len(offered) == 1:
        chosen = offered
    given.reasons.set(chosen if needs_reason(level) else [])
    return given


@transaction.atomic
def judge(
    *, sheet: ScoreSheet, user: Any, violated: Collection[str], praise: str, note: str, advice: str = ""
) -> ScoreSheet:
    """Gates, praise, note and the one thing to change ("" leaves it to the rule). Raises NotMarkable, MarkRefused."""
    row = locked(sheet, user, State.DRAFT)
    version = whole_version(row.version_id)
    put_judgement(row, version, violated, praise, note)
    row.advice = ReasonCode.objects.filter(code=advice).first() if advice else None
    row.save(update_fields=["praise", "note", "advice", "changed_at"])
    store_total(row, version)
    return row


def put_judgement(
    row: ScoreSheet, version: RubricVersion, violated: Collection[str], praise: str, note: str
) -> None:
    gates = [gate for gate in version.gates.all() if gate.code in violated]
    for code in violated:
        if code not in {gate.code for gate in gates}:
            raise MarkRefused(code, "is no gate of this rubric")
    row.violated.set(gates)
    row.praise, row.note = praise.strip(), note.strip()


@transaction.atomic
def note_paragraph(
    *, sheet: ScoreSheet, user: Any, place: str, quote: str, reason: str = "", text: str = ""
) -> ParagraphNote | None:
    """A remark on one part of the work; without reason and text the remark goes away. Raises NotMarkable."""
    row = locked(sheet, user, State.DRAFT)
    code = ReasonCode.objects.in_use().filter(code=reason).first() if reason else None
    if code is None and not text.strip():
        ParagraphNote.objects.filter(sheet=row, place=place).delete()
        return None
    note, _created = ParagraphNote.objects.update_or_create(
        sheet=row, place=place, defaults={"quote": quote[:160], "reason": code, "text": text.strip()}
    )
    return note


def loaded(pk: int) -> ScoreSheet:
    """A sheet with everything that stands on it."""
    return with_marks(ScoreSheet.objects.filter(pk=pk)).get()


def store_total(sheet: ScoreSheet, version: RubricVersion) -> None:
    """Writes total, raw total, limiting gate and the rule's version; empty while a mark is missing."""
    full = loaded(sheet.pk)
    scheme, marks = scheme_of(version), marks_of(full)
    values: dict[str, Any] = {
        "total": None,
        "raw_total": None,
        "limited_by": "",
        "rule_version": RULE_VERSION,
    }
    if not missing_marks(scheme, marks):
        result = total_of(scheme, marks, violated_by(full))
        values |= {"total": result.total, "raw_total": result.raw, "limited_by": result.limited_by}
    ScoreSheet.objects.filter(pk=sheet.pk).update(**values, changed_at=timezone.now())
