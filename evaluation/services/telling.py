"""Who hears of marks, and in which words. Nobody hears of marks that are not released."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _

from core.notifications import notify
from evaluation.selectors.conflicts import article_type
from news.models import ArticlePage
from news.services import coaches_of
from rubrics.models import Decision, ScoreSheet, SheetChange, WorkScore


def writers_of(story: ArticlePage) -> list[Any]:
    """The people whose work a story is: who began it and every writer in its byline with an account."""
    people = get_user_model().objects.filter(is_active=True)
    named = people.filter(people__bylines__article=story, people__bylines__role="writer")
    return list(people.filter(pk=story.owner_id).union(named))


def tell_about(event: str, number: int) -> int:
    """Writes the notices of one event of rubrics.signals; returns how many are new. Safe to run twice."""
    return _EVENTS[event](number)


def _story(row: Any) -> ArticlePage | None:
    if row is None or row.work_type_id != article_type().pk:
        return None
    return ArticlePage.objects.select_related("kim__village", "owner").filter(pk=row.work_id).first()


def _submitted(sheet_id: int) -> int:
    sheet = ScoreSheet.objects.filter(pk=sheet_id, state=ScoreSheet.State.SUBMITTED).first()
    story = _story(sheet)
    if sheet is None or story is None:
        return 0
    return notify(
        recipients=[one for one in coaches_of(story.kim) if one.pk != sheet.marker_id],
        text=_("Marks of “%(title)s” wait for you to release them.") % {"title": story.title},
        url=reverse("evaluation:release_read", args=[sheet.pk]),
        key=f"sheet-submitted-{sheet.pk}-{sheet.submitted_at}",
    )


def _released(sheet_id: int) -> int:
    sheet = ScoreSheet.objects.filter(pk=sheet_id, state=ScoreSheet.State.RELEASED).first()
    story = _story(sheet)
    if sheet is None or story is None:
        return 0
    return notify(
        recipients=writers_of(story),
        text=_("“%(title)s” has marks: what was good, and one thing for the next story.")
        % {"title": story.title},
        url=reverse("evaluation:my_story", args=[story.pk]),
        key=f"sheet-released-{sheet.pk}",
    )


def _changed(change_id: int) -> int:
    change = SheetChange.objects.select_related("sheet").filter(pk=change_id).first()
    story = _story(change.sheet) if change else None
    if change is None or story is None:
        return 0
    return notify(
        recipients=writers_of(story),
        text=_("The marks of “%(title)s” were changed. The reason stands beside them.")
        % {"title": story.title},
        url=reverse("evaluation:my_story", args=[story.pk]),
        key=f"sheet-changed-{change.pk}",
    )


def _to_reconcile(score_id: int) -> int:
    score = WorkScore.objects.filter(pk=score_id).first()
    story = _story(score)
    if score is None or story is None:
        return 0
    sheets = ScoreSheet.objects.released().of(story).select_related("marker")
    return notify(
        recipients=[sheet.marker for sheet in sheets],
        text=_("Two markers of “%(title)s” are far apart. Look at both and settle on one answer.")
        % {"title": story.title},
        url=reverse("evaluation:settle", args=[story.pk]),
        key=f"reconcile-{score.pk}-{sheets.count()}-{score.changed_at}",
    )


def _decided(decision_id: int) -> int:
    decision = Decision.objects.filter(pk=decision_id).first()
    story = _story(decision)
    if decision is None or story is None:
        return 0
    sheets = ScoreSheet.objects.released().of(story).select_related("marker")
    markers = [sheet.marker for sheet in sheets if sheet.marker_id != decision.decided_by_id]
    text = _("The marks of “%(title)s” are settled.") % {"title": story.title}
    key = f"decided-{decision.pk}"
    told = notify(recipients=markers, text=text, url=reverse("evaluation:settle", args=[story.pk]), key=key)
    return told + notify(
        recipients=writers_of(story), text=text, url=reverse("evaluation:my_story", args=[story.pk]), key=key
    )


_EVENTS = {
    "submitted": _submitted,
    "released": _released,
    "changed": _changed,
    "to_reconcile": _to_reconcile,
    "decided": _decided,
}
