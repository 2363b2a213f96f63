"""Stories of one writer, and what the last released marks ask of the next one."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet

from news.models import ArticleByline, ArticlePage
from rubrics.models import ReasonCode, ScoreSheet
from users.roles import Act, roles_that_may


def own_stories(user: Any) -> QuerySet[ArticlePage]:
    """Stories this person began or wrote by byline, in KIM where the person still works."""
    bylines = ArticleByline.objects.filter(
        article=OuterRef("pk"), role=ArticleByline.Role.WRITER, person__user=user
    )
    own: QuerySet[ArticlePage] = ArticlePage.objects.for_user(user, roles_that_may(Act.WRITE))
    return own.filter(Q(owner=user) | Exists(bylines))


def advice_for_the_next(user: Any) -> ReasonCode | None:
    """The one thing the newest released marks of this writer ask to change; None when they ask for nothing."""
    marked = ScoreSheet.objects.released().filter(
        work_type=ContentType.objects.get_for_model(ArticlePage), work_id__in=own_stories(user).values("pk")
    )
    newest = marked.select_related("advice").order_by("-released_at", "-pk").first()
    return newest.advice if newest else None
