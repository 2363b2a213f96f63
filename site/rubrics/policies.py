"""Permission policies of rubrics: marks are seen by few, and changed by whoever gave them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import register_permission_policy

from kim.permissions import may
from kim.policies import KimRowPolicy
from rubrics.models import Decision, Recusal, ScoreSheet, WorkScore
from users.roles import Act, roles_that_may

# Who reads scores of a whole KIM. Its writers see those of their own works, which the apps above know.
READING_ACTS = (Act.REVIEW, Act.ASSESS, Act.COACH)


class ScorePolicy(KimRowPolicy):
    """Totals, decisions and recusals: read by editors, coaches and assessors, written by assessors."""

    def _roles(self, actions: Iterable[str]) -> frozenset[str]:
        if set(actions) <= {"view", "choose"}:
            return frozenset().union(*(roles_that_may(act) for act in READING_ACTS))
        return roles_that_may(self.change_act)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        if getattr(user, "is_superuser", False) and user.is_active:
            return True
        if set(actions) <= {"view", "choose"}:
            return any(may(user, act, instance.kim) for act in READING_ACTS)
        return may(user, self.change_act, instance.kim)


class ScoreSheetPolicy(ScorePolicy):
    """A sheet: seen as `ScoreSheetQuerySet.for_user` says, changed by its marker alone."""

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        if set(actions) <= {"view", "choose"}:
            return ScoreSheet.objects.for_user(user).filter(pk=instance.pk).exists()
        return instance.marker_id == user.pk and may(user, Act.ASSESS, instance.kim)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        rows = ScoreSheet.objects.for_user(user)
        return rows if set(actions) <= {"view", "choose"} else rows.filter(marker=user)


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_permission_policy(ScoreSheet, ScoreSheetPolicy(ScoreSheet, change_act=Act.ASSESS))
    for model in (WorkScore, Decision, Recusal):
        register_permission_policy(model, ScorePolicy(model, change_act=Act.ASSESS))
