"""Hand a story in, and send it back with reasons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from news.models import ArticlePage, ArticleReturn, KimReviewTask
from news.permissions import can_edit_draft, can_review
from news.rules.state import Action
from news.services.state import lock, refresh_state, require, require_fresh, send_on_commit, working_copy
from news.signals import story_returned, story_submitted
from rubrics.models import ReasonCode

WORKFLOW_NAME = "Tinjauan redaksi"


class ReasonMissing(Exception):
    """A story goes back only with at least one reason from the list and a note."""


def review_workflow() -> Workflow:
    """The one workflow of the network, owned by the office; made when first needed."""
    task = KimReviewTask.objects.first() or KimReviewTask.objects.create(name=WORKFLOW_NAME)
    workflow = Workflow.objects.filter(workflow_tasks__task=task).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=WORKFLOW_NAME)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    root = Page.get_first_root_node()
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    return workflow


@transaction.atomic
def submit(*, article: ArticlePage, user: Any, base_revision_id: int | None = None) -> ArticlePage:
    """Puts the newest revision before the editor. Handing in twice changes nothing. Raises NotAllowed."""
    row = lock(article)
    if row.state == "in_review" and can_edit_draft(user, row):
        return row
    require(row, Action.SUBMIT, can_edit_draft(user, row))
    require_fresh(row, base_revision_id)
    draft = working_copy(row)
    current = row.current_workflow_state
    if current is not None and current.status == WorkflowState.STATUS_NEEDS_CHANGES:
        current.resume(user)
    else:
        review_workflow().start(draft, user)
    ArticleReturn.objects.filter(article=row, answered_at__isnull=True).update(answered_at=timezone.now())
    log(instance=row, action="news.submit", user=user, revision=row.latest_revision)
    refresh_state(row.pk)
    send_on_commit(story_submitted, article_id=row.pk, by_id=user.pk)
    return ArticlePage.objects.get(pk=row.pk)


@transaction.atomic
def return_to_writer(
    *, article: ArticlePage, user: Any, reasons: Iterable[ReasonCode], note: str
) -> ArticleReturn:
    """Sends a story back. Raises NotAllowed, ReasonMissing."""
    codes = list(reasons)
    if not codes or not note.strip():
        raise ReasonMissing
    row = lock(article)
    require(row, Action.RETURN, can_review(user, row))
    task_state = row.current_workflow_task_state
    if task_state is None and row.approved_schedule:
        # It was already waiting for its hour: take it off the schedule, then back to the writer.
        row.revisions.update(approved_go_live_at=None)
        draft = working_copy(row)
        draft.go_live_at = None
        draft.save_revision(user=user)
        workflow_state = review_workflow().start(draft, user)
        task_state = workflow_state.current_task_state
    if task_state is not None and task_state.status == TaskState.STATUS_IN_PROGRESS:
        task_state.specific.reject(user=user, comment=note.strip())
    returned = ArticleReturn.objects.create(
        kim=row.kim, article=row, revision=row.latest_revision, note=note.strip(), returned_by=user
    )
    returned.reasons.set(codes)
    log(
        instance=row,
        action="news.return",
        user=user,
        revision=row.latest_revision,
        data={"reasons": [code.code for code in codes]},
    )
    refresh_state(row.pk)
    send_on_commit(story_returned, article_id=row.pk, by_id=user.pk, return_id=returned.pk)
    return returned
