"""Publish a story now or at its hour."""

from __future__ import annotations

import datetime
import logging
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision, TaskState

from news.models import ArticlePage
from news.permissions import can_publish
from news.rules.state import Action
from news.services.gates import require_open
from news.services.state import (
    lock,
    refresh_state,
    require,
    require_fresh,
    send_on_commit,
    working_copy,
)
from news.signals import story_published, story_schedule_failed, story_scheduled

logger = logging.getLogger("news.publishing")


class TimeNotAhead(Exception):
    """A story can only be scheduled for a moment that is still to come."""


def note_published(article: ArticlePage, user: Any) -> None:
    """Logs a publication and tells the writer, wherever the button stood."""
    log(instance=article, action="news.publish", user=user, revision=article.latest_revision)
    send_on_commit(story_published, article_id=article.pk, by_id=user.pk if user else None)


@transaction.atomic
def publish(*, article: ArticlePage, user: Any, base_revision_id: int | None = None) -> ArticlePage:
    """Makes the newest revision public now. Raises NotAllowed, StaleDraft, PublishRefused, SilentChange."""
    row = lock(article)
    if row.state in {"published", "corrected"} and can_publish(user, row):
        return row
    require(row, Action.PUBLISH, can_publish(user, row))
    require_fresh(row, base_revision_id)
    _go_live(row, user, at=None)
    note_published(row, user)
    return ArticlePage.objects.get(pk=row.pk)


@transaction.atomic
def schedule(
    *, article: ArticlePage, user: Any, at: datetime.datetime, base_revision_id: int | None = None
) -> ArticlePage:
    """Puts the newest revision on the clock. `at` is aware and ahead. Raises as publish, and TimeNotAhead."""
    if at <= timezone.now():
        raise TimeNotAhead
    row = lock(article)
    require(row, Action.SCHEDULE, can_publish(user, row))
    require_fresh(row, base_revision_id)
    _go_live(row, user, at=at)
    log(instance=row, action="news.schedule", user=user, data={"at": at.isoformat()})
    send_on_commit(story_scheduled, article_id=row.pk, by_id=user.pk, at=at.isoformat())
    return ArticlePage.objects.get(pk=row.pk)


def _go_live(row: ArticlePage, user: Any, *, at: datetime.datetime | None) -> None:
    """Checks the gates, ends the review with a yes, and hands the newest revision to Wagtail."""
    draft = working_copy(row)
    require_open(draft)
    if draft.go_live_at != at or row.latest_revision_id is None:
        draft.go_live_at = at
        draft.save_revision(user=user)
        row.refresh_from_db()
    task_state = row.current_workflow_task_state
    if task_state is not None and task_state.status == TaskState.STATUS_IN_PROGRESS:
        task_state.specific.approve(user=user)  # ends in publish_reviewed
    else:
        publish_latest(row, user)
    refresh_state(row.pk)


def publish_latest(row: ArticlePage, user: Any) -> None:
    """Publishes (or schedules, by its go_live_at) the newest revision; rights were checked by the caller."""
    latest = ArticlePage.objects.get(pk=row.pk).get_latest_revision()
    _publish_keeping_date(row, latest, user)


def _publish_keeping_date(row: ArticlePage, revision: Revision, user: Any) -> None:
    """Wagtail takes the dates from the revision, where they are rounded or older than a later change of the row."""
    first, shown = row.first_published_at, row.published_at
    row.publish(revision, user=user, skip_permission_checks=True)
    if first is not None:
        ArticlePage.objects.filter(pk=row.pk).update(first_published_at=first, published_at=shown or first)


@transaction.atomic
def publish_reviewed(*, article_id: int, user: Any) -> None:
    """The review ended with a yes (desk or Wagtail's button).

    Raises PublishRefused or SilentChange, which undo the approval.
    """
    row = ArticlePage.objects.select_related("kim__village").get(pk=article_id)
    require_open(working_copy(row))
    publish_latest(row, user)
    refresh_state(article_id)


def publish_due(now: datetime.datetime | None = None) -> tuple[list[int], list[int]]:
    """Publishes every scheduled story whose hour has come; returns (published, failed) page ids.

    Each story stands in a transaction of its own, so one that fails stops no other. Two schedulers at the same
    time publish each story once: whoever clears `approved_go_live_at` first has it.
    """
    now = now or timezone.now()
    ids = [str(pk) for pk in ArticlePage.objects.filter(state="scheduled").values_list("pk", flat=True)]
    due = list(
        Revision.page_revisions.filter(approved_go_live_at__lte=now, object_id__in=ids).order_by(
            "approved_go_live_at"
        )
    )
    published, failed = [], []
    for revision in due:
        page_id = int(revision.object_id)
        try:
            if _publish_one(revision, now):
                published.append(page_id)
        except Exception as problem:
            logger.exception("scheduled story %s could not be published", page_id)
            _take_off_schedule(page_id, revision, problem)
            failed.append(page_id)
    return published, failed


@transaction.atomic
def _publish_one(revision: Revision, now: datetime.datetime) -> bool:
    taken = Revision.objects.filter(pk=revision.pk, approved_go_live_at__lte=now).update(
        approved_go_live_at=None
    )
    if taken != 1:
        return False
    row = lock(ArticlePage.objects.get(pk=int(revision.object_id)))
    require_open(revision.as_object())
    _publish_keeping_date(row, revision, None)
    log(instance=row, action="news.publish", data={"scheduled": True})
    refresh_state(row.pk)
    send_on_commit(story_published, article_id=row.pk, by_id=None)
    return True


@transaction.atomic
def _take_off_schedule(page_id: int, revision: Revision, problem: Exception) -> None:
    """A story that cannot go out leaves the schedule, so that its editor hears of it once."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    ArticlePage.objects.filter(pk=page_id).update(go_live_at=None)
    refresh_state(page_id)
    send_on_commit(story_schedule_failed, article_id=page_id, by_id=None, reason=str(problem)[:200])
