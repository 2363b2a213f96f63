"""Lists of stories for the rooms: mine, and those that wait on the desk. A fixed number of queries each."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import Truncator

from core import paging
from kim.models import KimGroup
from kim.models.groups import scope_filter
from news.models import ArticleByline, ArticlePage, ArticleReturn
from news.rules.state import PUBLIC, ArticleState
from news.selectors.reads import reads_sentences
from news.selectors.state_words import StateWords, state_words
from users.roles import KIM_ROLES, Act, roles_that_may

WAITING_SHOWN = 60
RECENT_SHOWN = 10
STORIES_A_PAGE = 30
RETURNED_SHOWN = 60


@dataclass(frozen=True)
class StoryRow:
    """One line of a list: what, whose, state, since when, what next."""

    pk: int
    title: str
    kim_name: str
    writer: str
    state: str
    words: StateWords
    since: datetime.datetime | None
    live: bool
    scheduled_for: datetime.datetime | None
    url: str
    # How often it was read, in words; only in the list of the writer.
    reads: str = ""


def _with_notes(rows: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
    returns = ArticleReturn.objects.filter(article=OuterRef("pk")).order_by("-returned_at", "-pk")
    return (
        rows.annotate(
            notes=Subquery(returns.annotate(n=Count("reasons")).values("n")[:1]),
            was_returned=Exists(returns),
            scheduled_for=F("latest_revision__approved_go_live_at"),
            byline=Subquery(
                ArticleByline.objects.filter(article=OuterRef("pk")).order_by("sort_order").values("name")[:1]
            ),
        )
        .select_related("kim", "owner")
        .defer("body", "lead", "checklist", "kim__about")
    )


def _row(article: Any) -> StoryRow:
    return StoryRow(
        pk=article.pk,
        title=Truncator(article.draft_title or article.title).chars(160),
        kim_name=article.kim.name,
        writer=article.owner.get_full_name() if article.owner else article.byline or "",
        state=article.state,
        words=state_words(
            article.state, notes=article.notes or 0, live=article.live, again=article.was_returned
        ),
        since=article.state_since,
        live=article.live,
        scheduled_for=article.scheduled_for,
        url=article.url_path,
    )


@dataclass(frozen=True)
class MyStories:
    """One page of the own stories; the addresses are query strings and empty where the list ends."""

    rows: tuple[StoryRow, ...]
    older_url: str
    newer_url: str


def my_stories(user: Any, *, before: str = "", after: str = "") -> MyStories:
    """The user's own stories by last change; those that came back stand before all others, on the first page."""
    mine = _with_notes(ArticlePage.objects.written_by(user))
    returned = Q(state=ArticleState.RETURNED)
    changed = mine.exclude(returned).annotate(
        changed_at=Coalesce("latest_revision_created_at", "first_published_at", "state_since")
    )
    page = paging.cut(
        changed.order_by("-changed_at", "-pk"), "changed_at", before=before, after=after, size=STORIES_A_PAGE
    )
    first = mine.filter(returned).order_by("-latest_revision_created_at", "-pk")[:RETURNED_SHOWN]
    rows = [_row(article) for article in (*(first if page.from_top else ()), *page.rows)]
    reads = reads_sentences((row.pk, row.live) for row in rows)
    return MyStories(
        tuple(replace(row, reads=reads.get(row.pk, "")) for row in rows), page.older_url, page.newer_url
    )


def waiting_for(user: Any) -> QuerySet[ArticlePage]:
    """What this person has to read: stories of the own KIM; of a whole region only where the office reads first."""
    kim_roles = roles_that_may(Act.REVIEW) & KIM_ROLES
    office_roles = roles_that_may(Act.REVIEW) - KIM_ROLES
    own = scope_filter(user, kim_roles, "kim__")
    office = scope_filter(user, office_roles, "kim__") & Q(kim__review_policy=KimGroup.ReviewPolicy.OFFICE)
    return ArticlePage.objects.filter(own | office, state=ArticleState.IN_REVIEW)


def waiting_rows(user: Any, limit: int) -> list[StoryRow]:
    """The oldest first; one more than `limit` tells that there are more."""
    return [_row(row) for row in _with_notes(waiting_for(user)).order_by("state_since", "pk")[: limit + 1]]


def unfinished_rows(user: Any, limit: int) -> list[StoryRow]:
    """The user's own stories that came back or were never handed in."""
    states = [ArticleState.RETURNED, ArticleState.DRAFT]
    rows = _with_notes(ArticlePage.objects.written_by(user).filter(state__in=states))
    return [_row(row) for row in rows.order_by("-state", "-state_since", "-pk")[:limit]]


@dataclass(frozen=True)
class Queue:
    """The desk of one person, perhaps of one KIM alone."""

    waiting: list[StoryRow]
    more_waiting: bool
    scheduled: list[StoryRow]
    returned: list[StoryRow]
    recent: list[StoryRow]
    groups: list[KimGroup]
    chosen: KimGroup | None

    @property
    def is_empty(self) -> bool:
        return not (self.waiting or self.scheduled or self.returned or self.recent)


def reviewed_groups(user: Any) -> list[KimGroup]:
    """KIM whose stories this person reviews, in alphabetical order."""
    roles = roles_that_may(Act.REVIEW)
    return list(KimGroup.objects.for_user(user, roles).only("pk", "name", "slug").order_by("name"))


def desk_queue(user: Any, *, kim_slug: str = "") -> Queue:
    """Everything on the desk of this user; six queries however many stories and KIM there are."""
    groups = reviewed_groups(user)
    chosen = next((group for group in groups if group.slug == kim_slug), None)
    base = ArticlePage.objects.reviewable_by(user)
    if chosen is not None:
        base = base.filter(kim=chosen)
    rows = _with_notes(base)

    def of(state: ArticleState, *order: str, limit: int = WAITING_SHOWN) -> list[StoryRow]:
        return [_row(row) for row in rows.filter(state=state).order_by(*order)[:limit]]

    waiting = of(ArticleState.IN_REVIEW, "state_since", "pk", limit=WAITING_SHOWN + 1)
    recent = rows.filter(state__in=PUBLIC).order_by("-published_at", "-pk")[:RECENT_SHOWN]
    return Queue(
        waiting=waiting[:WAITING_SHOWN],
        more_waiting=len(waiting) > WAITING_SHOWN,
        scheduled=of(ArticleState.SCHEDULED, "scheduled_for", "pk"),
        returned=of(ArticleState.RETURNED, "-state_since", "-pk"),
        recent=[_row(row) for row in recent],
        groups=groups,
        chosen=chosen,
    )
