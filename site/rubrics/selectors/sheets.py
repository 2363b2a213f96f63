"""A sheet as the rules see it, and the sheets of one work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, QuerySet

from rubrics.models import CriterionMark, Decision, ParagraphNote, ScoreSheet
from rubrics.rules import agreement


def with_marks(sheets: QuerySet[ScoreSheet]) -> QuerySet[ScoreSheet]:
    """Marks with criterion and reasons, violated gates and remarks come along."""
    marks = CriterionMark.objects.select_related("criterion").prefetch_related("reasons")
    notes = ParagraphNote.objects.select_related("reason").order_by("pk")
    return sheets.select_related("version__rubric", "marker", "advice").prefetch_related(
        Prefetch("marks", marks.order_by("criterion__position", "pk")),
        "violated",
        Prefetch("paragraph_notes", notes),
    )


def marks_of(sheet: ScoreSheet) -> dict[str, int | None]:
    """{criterion code: level, None when it does not apply}."""
    return {mark.criterion.code: mark.level for mark in sheet.marks.all()}


def reasons_of(sheet: ScoreSheet) -> dict[str, list[str]]:
    """{criterion code: reason codes}."""
    return {mark.criterion.code: [one.code for one in mark.reasons.all()] for mark in sheet.marks.all()}


def violated_by(sheet: ScoreSheet) -> list[str]:
    return sorted(gate.code for gate in sheet.violated.all())


def faults_in(sheet: ScoreSheet) -> frozenset[str]:
    """Every reason code that stands on the sheet: at a criterion or a paragraph."""
    marked = {reason.code for mark in sheet.marks.all() for reason in mark.reasons.all()}
    noted = {note.reason.code for note in sheet.paragraph_notes.all() if note.reason}
    return frozenset(marked | noted)


def as_rule_sheet(sheet: ScoreSheet) -> agreement.Sheet:
    return agreement.Sheet(marks_of(sheet), sheet.total, frozenset(violated_by(sheet)))


def work_key(work: Any) -> dict[str, Any]:
    """What rows about this piece of work carry."""
    return {"work_type": ContentType.objects.get_for_model(work), "work_id": work.pk}


def released_sheets(work: Any) -> list[ScoreSheet]:
    """Released sheets of one work with their marks, in the order in which they were begun."""
    return list(with_marks(ScoreSheet.objects.released().filter(**work_key(work))).order_by("pk"))


def decision_on(work: Any) -> Decision | None:
    """The decision that holds for this work."""
    rows = Decision.objects.filter(**work_key(work), superseded_at__isnull=True)
    return rows.select_related("decided_by").first()


def sheets_by_work(kind: ContentType, works: Iterable[int]) -> dict[int, list[ScoreSheet]]:
    """Released sheets with their marks by work, in a fixed number of queries."""
    rows = ScoreSheet.objects.released().filter(work_type=kind, work_id__in=list(works))
    found: dict[int, list[ScoreSheet]] = {}
    for sheet in with_marks(rows).order_by("pk"):
        found.setdefault(sheet.work_id, []).append(sheet)
    return found
