"""Put right or take back what readers already saw, with a note that stays visible."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Revision

from news.models import ArticlePage, ContentReport, Correction
from news.permissions import can_publish, can_withdraw
from news.rules.state import Action, ArticleState
from news.services.drafting import DraftInput, _apply, _save_revision
from news.services.gates import require_complete
from news.services.publishing import publish_latest
from news.services.reports import close_with
from news.services.state import lock, refresh_state, require, require_fresh, send_on_commit, working_copy
from news.signals import story_corrected, story_withdrawn


@transaction.atomic
def correct(
    *,
    article: ArticlePage,
    user: Any,
    data: DraftInput | None,
    note: str,
    kind: str = Correction.Kind.CORRECTION,
    base_revision_id: int | None = None,
    requested_by: str = "",
    reply: ArticlePage | None = None,
    report: ContentReport | None = None,
    answer: str = "",
) -> Correction:
    """Publishes a changed text together with a visible note; without `data` the note alone, the text stays.

    A withdrawn story comes back this way too. `reply` is a public story that is the right of reply; `report` is
    answered with `answer` and linked. Raises NotAllowed, StaleDraft, PublishRefused, ReportClosed; ValueError
    without a note, for a reply to itself, or for a withdrawn story without a text.
    """
    if not note.strip():
        raise ValueError("a correction needs a note")
    if reply is not None and (reply.pk == article.pk or not reply.live):
        raise ValueError("the reply is another story that readers can open")
    row = lock(article)
    restored = row.state == ArticleState.WITHDRAWN
    require(row, Action.RESTORE if restored else Action.CORRECT, can_publish(user, row))
    if restored and data is None:
        raise ValueError("a withdrawn story comes back with its text")
    revision = row.live_revision if data is None else _new_text(row, user, data, base_revision_id)
    correction = Correction.objects.create(
        kim=row.kim,
        article=row,
        kind=kind,
        text=note.strip(),
        requested_by=requested_by.strip(),
        reply=reply,
        revision=revision,
        made_by=user,
    )
    if data is not None:
        publish_latest(row, user)
    if report is not None:
        close_with(report=report, correction=correction, user=user, answer=answer)
    facts = {"kind": kind, "note_alone": data is None, "restored": restored}
    log(instance=row, action="news.correct", user=user, revision=revision, data=facts)
    refresh_state(row.pk)
    send_on_commit(story_corrected, article_id=row.pk, by_id=user.pk, correction_id=correction.pk)
    return correction


def _new_text(row: ArticlePage, user: Any, data: DraftInput, base_revision_id: int | None) -> Revision:
    """The newest revision, with the corrected text; it goes out at once, whatever hour was set before."""
    require_fresh(row, base_revision_id)
    draft = working_copy(row)
    _apply(draft, data)
    draft.go_live_at = None
    require_complete(draft)
    return _save_revision(draft, user)


@transaction.atomic
def withdraw(
    *, article: ArticlePage, user: Any, reason: str, report: ContentReport | None = None, answer: str = ""
) -> Correction:
    """Takes a public story back with a reason that stays visible. Raises NotAllowed, ValueError, ReportClosed."""
    if not reason.strip():
        raise ValueError("a withdrawal needs a reason")
    row = lock(article)
    require(row, Action.WITHDRAW, can_withdraw(user, row))
    correction = Correction.objects.create(
        kim=row.kim,
        article=row,
        kind=Correction.Kind.WITHDRAWAL,
        text=reason.strip(),
        # What readers had: its address goes on naming it, whatever is written into the story later.
        revision=row.live_revision,
        made_by=user,
    )
    if report is not None:
        close_with(report=report, correction=correction, user=user, answer=answer)
    # Who may withdraw was decided above; Wagtail's page rights know the office alone.
    UnpublishPageAction(row, user=user).execute(skip_permission_checks=True)
    log(instance=row, action="news.withdraw", user=user, data={"reason": reason.strip()[:200]})
    refresh_state(row.pk)
    send_on_commit(story_withdrawn, article_id=row.pk, by_id=user.pk)
    return correction
