"""Conflicts of interest between a marker and stories, from what the database knows of both."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import PageLogEntry, Revision

from evaluation.rules.conflicts import Conflict, conflict_of
from kim.permissions import scopes_of
from news.models import ArticleByline, ArticlePage, ArticleReturn
from rubrics.models import Recusal

# What an editor does with a story; reading it or answering a reader is none of it.
EDITING = ("news.submit", "news.publish", "news.schedule", "news.correct", "news.withdraw", "news.photo")


def article_type() -> ContentType:
    """The kind of work that the article rubric marks."""
    return ContentType.objects.get_for_model(ArticlePage)


def with_conflicts(stories: QuerySet[ArticlePage], user: Any) -> QuerySet[ArticlePage]:
    """Adds owns_it, edited_it, sent_it_back and recused_it of this user to each row, within the same query."""
    number_as_text = Cast(OuterRef("pk"), CharField())
    revisions = Revision.page_revisions.filter(object_id=number_as_text, user=user)
    entries = PageLogEntry.objects.filter(page=OuterRef("pk"), user=user, action__in=EDITING)
    bylines = ArticleByline.objects.filter(article=OuterRef("pk"), person__user=user)
    returns = ArticleReturn.objects.filter(article=OuterRef("pk"), returned_by=user)
    recusals = Recusal.objects.filter(work_type=article_type(), work_id=OuterRef("pk"), marker=user)
    return stories.annotate(
        owns_it=Case(When(owner=user, then=Value(True)), default=Exists(bylines)),
        edited_it=Case(When(Q(Exists(revisions)), then=Value(True)), default=Exists(entries)),
        sent_it_back=Exists(returns),
        recused_it=Exists(recusals),
    )


def conflict_with(story: Any, user: Any) -> Conflict:
    """What stands between this user and a story that `with_conflicts` has looked at."""
    return conflict_of(
        owns=story.owns_it,
        is_member=any(scope.kim_id == story.kim_id for scope in scopes_of(user)),
        edited=story.edited_it,
        sent_back=story.sent_it_back,
        recused=story.recused_it,
    )
