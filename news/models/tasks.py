"""The one review step, owned by the office; who may act on it comes from Membership."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from news.permissions import can_review


class KimReviewTask(Task):
    """`obj` may come as a plain Page (Wagtail's lists do so), hence `.specific` before every question."""

    class Meta:
        verbose_name = _("review by KIM or office")
        verbose_name_plural = _("reviews by KIM or office")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return can_review(user, obj.specific)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not can_review(user, obj.specific)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        # Sending back needs a reason from the list, which only the review desk asks for.
        return [("approve", _("Approve"), False)] if can_review(user, obj.specific) else []

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        from news.models.pages import ArticlePage

        articles = ArticlePage.objects.reviewable_by(user).values_list("pk", flat=True)
        return self.task_states.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__object_id__in=[str(pk) for pk in articles],
        )

    @classmethod
    def get_description(cls) -> str:
        return str(_("Editors of the KIM, or the office, read the story before it is published."))
