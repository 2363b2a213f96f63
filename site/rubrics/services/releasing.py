"""A sheet reaches the writer: released by its marker or the coach, changed afterwards only with a reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from kim.permissions import may
from rubrics.models import ReasonCode, RubricVersion, ScoreSheet, SheetChange
from rubrics.rules.advice import needs_reason, next_step
from rubrics.rules.totals import missing_marks
from rubrics.selectors.sheets import marks_of, reasons_of, violated_by
from rubrics.selectors.versions import scheme_of, whole_version
from rubrics.services.marking import NotMarkable, loaded, locked, put_judgement, put_mark, store_total
from rubrics.services.scores import refresh_score, supersede_decision
from rubrics.signals import sheet_changed, sheet_released, sheet_submitted
from users.roles import Act

State = ScoreSheet.State


class SheetIncomplete(Exception):
    """`missing` are the criteria without a mark, `unexplained` those whose low mark has no reason."""

    def __init__(self, missing: Sequence[str], unexplained: Sequence[str] = ()) -> None:
        super().__init__("the sheet is not complete")
        self.missing = tuple(missing)
        self.unexplained = tuple(unexplained)


class ReasonMissing(Exception):
    """A released mark changes only with a reason."""


def unexplained(sheet: ScoreSheet, version: RubricVersion) -> list[str]:
    """Criteria with a low mark and no reason although the rubric offers some."""
    offers = {one.code for one in version.criteria.all() if one.reasons.all()}
    return [
        one.criterion.code
        for one in sheet.marks.all()
        if needs_reason(one.level) and one.criterion.code in offers and not one.reasons.all()
    ]


@transaction.atomic
def finish(*, sheet: ScoreSheet, user: Any) -> ScoreSheet:
    """The marker is done: the sheet is released, or waits for the coach where the rubric says so.

    Raises NotMarkable, SheetIncomplete. Twice changes nothing.
    """
    known = ScoreSheet.objects.get(pk=sheet.pk)
    if known.marker_id == user.pk and known.state != State.DRAFT:
        return known
    row = locked(sheet, user, State.DRAFT)
    version = whole_version(row.version_id)
    full = loaded(row.pk)
    scheme, marks = scheme_of(version), marks_of(full)
    missing, open_reasons = missing_marks(scheme, marks), unexplained(full, version)
    if missing or open_reasons:
        raise SheetIncomplete(missing, open_reasons)
    if row.advice_id is None:
        code = next_step(scheme, marks, reasons_of(full))
        row.advice = ReasonCode.objects.filter(code=code).first() if code else None
        row.save(update_fields=["advice"])
    store_total(row, version)
    now = timezone.now()
    if version.rubric.release_by == version.rubric.ReleaseBy.COACH:
        ScoreSheet.objects.filter(pk=row.pk).update(state=State.SUBMITTED, submitted_at=now)
        _tell(sheet_submitted, sheet_id=row.pk)
        return ScoreSheet.objects.get(pk=row.pk)
    return _release(row, user)


@transaction.atomic
def release(*, sheet: ScoreSheet, user: Any) -> ScoreSheet:
    """The coach lets the marks go to the writer. Raises NotMarkable. Twice changes nothing."""
    row = ScoreSheet.objects.select_for_update().get(pk=sheet.pk)
    if not may(user, Act.COACH, row.kim):
        raise NotMarkable
    if row.state == State.RELEASED:
        return row
    if row.state != State.SUBMITTED:
        raise NotMarkable
    return _release(row, user)


@transaction.atomic
def send_back(*, sheet: ScoreSheet, user: Any) -> ScoreSheet:
    """The coach asks the marker to look once more: the sheet is a draft again. Raises NotMarkable."""
    row = ScoreSheet.objects.select_for_update().get(pk=sheet.pk)
    if not may(user, Act.COACH, row.kim) or row.state != State.SUBMITTED:
        raise NotMarkable
    ScoreSheet.objects.filter(pk=row.pk).update(state=State.DRAFT, submitted_at=None)
    return ScoreSheet.objects.get(pk=row.pk)


def _release(row: ScoreSheet, user: Any) -> ScoreSheet:
    ScoreSheet.objects.filter(pk=row.pk).update(
        state=State.RELEASED, released_at=timezone.now(), released_by=user
    )
    supersede_decision(row.work)
    refresh_score(row.work)
    _tell(sheet_released, sheet_id=row.pk)
    return ScoreSheet.objects.get(pk=row.pk)


def snapshot(sheet: ScoreSheet) -> dict[str, Any]:
    """What a sheet says, as history keeps it."""
    return {
        "marks": marks_of(sheet),
        "reasons": reasons_of(sheet),
        "violated": violated_by(sheet),
        "praise": sheet.praise,
        "note": sheet.note,
        "advice": sheet.advice.code if sheet.advice else "",
        "total": str(sheet.total) if sheet.total is not None else None,
    }


@transaction.atomic
def change_released(
    *,
    sheet: ScoreSheet,
    user: Any,
    marks: Mapping[str, tuple[int | None, Collection[str]]],
    violated: Collection[str],
    praise: str,
    note: str,
    reason: str,
) -> SheetChange | None:
    """Changes a sheet that the writer has seen; `marks` are (level, reason codes) by criterion.

    None when nothing differs. Raises ReasonMissing, NotMarkable, MarkRefused, SheetIncomplete.
    """
    if not reason.strip():
        raise ReasonMissing
    row = locked(sheet, user, State.RELEASED)
    version = whole_version(row.version_id)
    before = snapshot(loaded(row.pk))
    for code, (level, codes) in marks.items():
        put_mark(row, version, code, level, codes)
    put_judgement(row, version, violated, praise, note)
    full = loaded(row.pk)
    scheme = scheme_of(version)
    missing, open_reasons = missing_marks(scheme, marks_of(full)), unexplained(full, version)
    if missing or open_reasons:
        raise SheetIncomplete(missing, open_reasons)
    code = next_step(scheme, marks_of(full), reasons_of(full))
    row.advice = ReasonCode.objects.filter(code=code).first() if code else None
    row.save(update_fields=["praise", "note", "advice", "changed_at"])
    store_total(row, version)
    after = snapshot(loaded(row.pk))
    if after == before:
        return None
    change = SheetChange.objects.create(
        sheet=row, changed_by=user, reason=reason.strip(), before=before, after=after
    )
    supersede_decision(row.work)
    refresh_score(row.work)
    _tell(sheet_changed, sheet_id=row.pk, change_id=change.pk)
    return change


def _tell(signal: Signal, **facts: Any) -> None:
    transaction.on_commit(partial(signal.send_robust, sender=ScoreSheet, **facts))
