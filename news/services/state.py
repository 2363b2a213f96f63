"""The one writer of ArticlePage.state, and the lock every act on a story takes first."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from news.models import ArticlePage, Correction
from news.models.facts import photo_blocks
from news.rules.state import Action, Review, StateFacts, can_transition, derive_state


class NotAllowed(PermissionDenied):
    """The person may not do this, or the story is not in a state that allows it."""


class StaleDraft(Exception):
    """Somebody saved a newer text in between; `current` is that newest draft as object."""

    def __init__(self, current: ArticlePage) -> None:
        super().__init__("a newer revision exists")
        self.current = current


def lock(article: ArticlePage) -> ArticlePage:
    """The row of this story, locked until the transaction ends (SQLite locks the whole file by itself).

    Locked first and read afterwards: one query that waits for the lock would bring the joined page row (newest
    revision, live) as it was before the wait, and two saves on one base would both count as fresh. The row of
    the page is the one that Wagtail's own saves change too.
    """
    Page.objects.select_for_update().values_list("pk").get(pk=article.pk)
    return ArticlePage.objects.select_related("kim__village").get(pk=article.pk)


def working_copy(row: ArticlePage) -> ArticlePage:
    """The newest revision as an object, or the row itself when nothing was changed since."""
    draft: ArticlePage = row.get_latest_revision_as_object()
    return draft


def require(row: ArticlePage, action: Action, allowed: bool) -> None:
    """Raises NotAllowed unless the predicate said yes and the state allows the act."""
    if not allowed or not can_transition(row.state, action, live=row.live):
        raise NotAllowed


def require_fresh(row: ArticlePage, base_revision_id: int | None) -> None:
    """Optimistic lock: refuses work that was done on an older revision. None skips the check."""
    if base_revision_id is not None and row.latest_revision_id != base_revision_id:
        raise StaleDraft(working_copy(row))


def review_of(article: ArticlePage) -> Review:
    """Where Wagtail's workflow stands for this page."""
    state = article.current_workflow_state
    if state is None:
        return Review.NONE
    return Review.RETURNED if state.status == WorkflowState.STATUS_NEEDS_CHANGES else Review.IN_REVIEW


def state_facts(article: ArticlePage) -> StateFacts:
    last = (
        Correction.objects.filter(article=article).order_by("-made_at", "-pk").values_list("kind", flat=True)
    )
    kinds = list(last)
    return StateFacts(
        live=article.live,
        has_unpublished_changes=article.has_unpublished_changes,
        review=review_of(article),
        scheduled=article.approved_schedule,
        ever_published=article.first_published_at is not None,
        corrected=any(kind != Correction.Kind.WITHDRAWAL for kind in kinds),
        withdrawn=bool(kinds) and kinds[0] == Correction.Kind.WITHDRAWAL,
    )


def refresh_state(article_id: int) -> str:
    """Derives the state of a story from what the database says now and stores it; returns it."""
    article = ArticlePage.objects.get(pk=article_id)
    state = derive_state(state_facts(article))
    ArticlePage.objects.filter(pk=article_id).exclude(state=state).update(
        state=state, state_since=timezone.now()
    )
    ArticlePage.objects.filter(pk=article_id, state_since__isnull=True).update(state_since=timezone.now())
    return state


def send_on_commit(signal: Signal, **kwargs: Any) -> None:
    """Sends a signal of news.signals once the transaction has ended; receivers cannot undo the act."""
    transaction.on_commit(partial(signal.send_robust, sender=ArticlePage, **kwargs))


def refresh_list_columns(article_id: int) -> None:
    """What lists sort by and show, kept with the row: first publication and picture of the live version."""
    article = ArticlePage.objects.get(pk=article_id)
    if not article.live:
        return
    first = next((value["image"] for value in photo_blocks(article.body) if value.get("image")), None)
    image_id = article.hero_id or (first.pk if first else None)
    ArticlePage.objects.filter(pk=article_id).update(
        published_at=article.published_at or article.first_published_at,
        list_image_id=image_id,
    )
