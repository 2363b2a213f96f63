"""What an assessor finds to read: unscored first and in fair rotation, or what is new, begun, done, to settle."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from evaluation.rules.conflicts import Conflict
from evaluation.rules.rotation import Candidate, fair_order
from evaluation.selectors.conflicts import article_type, conflict_with, with_conflicts
from kim.models import KimGroup
from news.models import ArticlePage, Topic
from rubrics.models import ScoreSheet, WorkScore
from rubrics.rules.agreement import Standing
from users.roles import Act, roles_that_may

PAGE_SIZE = 20
# Older stories without marks wait for nobody any more; the list of new ones and the activity of a KIM have them.
WAITS_FOR = datetime.timedelta(days=60)
LATELY = datetime.timedelta(days=30)
# More than a team reads in two months; the newest come into the rotation.
MOST = 2000


class Show(StrEnum):
    """Which list; the values stand in the address."""

    UNSCORED = "belum"
    NEW = "baru"
    BEGUN = "mulai"
    SECOND = "kedua"
    SETTLE = "sepakat"
    DONE = "selesai"


@dataclass(frozen=True)
class QueueRow:
    """One story to read. `total` is that of the marker's own sheet, `score` what counts for the work."""

    pk: int
    headline: str
    kim: str
    topic: str
    published_at: datetime.datetime
    is_new: bool
    sheet_state: str
    marked: int
    total: Any
    score: Any
    standing: str
    conflict: Conflict


@dataclass(frozen=True)
class Queue:
    """`count` is the length of the whole list; `next_page` and `previous_page` are 0 where it ends."""

    show: Show
    rows: tuple[QueueRow, ...]
    count: int
    is_cut: bool
    next_page: int
    previous_page: int
    kims: tuple[KimGroup, ...]
    topics: tuple[Topic, ...]
    kim: KimGroup | None
    topic: Topic | None
    begun: int
    to_settle: int


def markable_stories(user: Any) -> Any:
    """Public stories of the KIM that this person assesses."""
    stories = ArticlePage.objects.live().for_user(user, roles_that_may(Act.ASSESS))
    return stories.filter(published_at__isnull=False)


def assessed_kims(user: Any) -> QuerySet[KimGroup]:
    return KimGroup.objects.for_user(user, roles_that_may(Act.ASSESS))


def marking_queue(
    user: Any,
    *,
    show: Show = Show.UNSCORED,
    kim_slug: str = "",
    topic_slug: str = "",
    since: datetime.datetime | None = None,
    page: int = 1,
) -> Queue:
    """One page of a list of this assessor: the same number of queries for any number of stories and KIM."""
    kims = tuple(assessed_kims(user).only("pk", "name", "slug").order_by("name"))
    topics = tuple(Topic.objects.order_by("name"))
    kim = next((one for one in kims if one.slug == kim_slug), None)
    topic = next((one for one in topics if one.slug == topic_slug), None)
    stories = markable_stories(user)
    if kim is not None:
        stories = stories.filter(kim=kim)
    if topic is not None:
        stories = stories.filter(topic=topic)
    numbers = _numbers(stories, user, show, since)
    page = max(page, 1)
    start = (page - 1) * PAGE_SIZE
    shown = numbers[start : start + PAGE_SIZE]
    return Queue(
        show=show,
        rows=_rows(shown, user, since),
        count=len(numbers),
        is_cut=len(numbers) >= MOST,
        next_page=page + 1 if start + PAGE_SIZE < len(numbers) else 0,
        previous_page=page - 1 if page > 1 else 0,
        kims=kims,
        topics=topics,
        kim=kim,
        topic=topic,
        begun=_own_sheets(user).filter(state=ScoreSheet.State.DRAFT).count(),
        to_settle=to_settle(user).count(),
    )


def next_to_mark(user: Any, *, but: int = 0) -> int:
    """Number of the story that is next in the rotation for this assessor, 0 when nothing waits."""
    numbers = _numbers(markable_stories(user), user, Show.UNSCORED, None)
    return next((number for number in numbers if number != but), 0)


def unscored_count(user: Any) -> int:
    """How many stories wait for marks by this person."""
    return len(_numbers(markable_stories(user), user, Show.UNSCORED, None))


def to_settle(user: Any) -> QuerySet[WorkScore]:
    """Works whose markers are far apart, within this person's scope."""
    return WorkScore.objects.filter(
        work_type=article_type(), standing=Standing.TO_RECONCILE.value, kim__in=assessed_kims(user)
    )


def _own_sheets(user: Any) -> QuerySet[ScoreSheet]:
    return ScoreSheet.objects.filter(work_type=article_type(), marker=user)


def _numbers(stories: Any, user: Any, show: Show, since: datetime.datetime | None) -> list[int]:
    """Numbers of the stories of a list in its order, at most MOST."""
    now = timezone.now()
    if show is Show.NEW:
        newest = stories.filter(published_at__gt=since or now - LATELY).newest_first()
        return list(newest.values_list("pk", flat=True)[:MOST])
    if show in {Show.BEGUN, Show.DONE, Show.SETTLE}:
        if show is Show.SETTLE:
            works: Any = to_settle(user).order_by("changed_at")
        else:
            is_draft = {"state": ScoreSheet.State.DRAFT}
            own = _own_sheets(user).order_by("-changed_at")
            works = own.filter(**is_draft) if show is Show.BEGUN else own.exclude(**is_draft)
        numbers = list(works.values_list("work_id", flat=True)[:MOST])
        there = set(stories.filter(pk__in=numbers).values_list("pk", flat=True))
        return [number for number in numbers if number in there]
    return _in_rotation(_waiting(stories, user, show, now), user, now)


def _waiting(stories: Any, user: Any, show: Show, now: datetime.datetime) -> Any:
    """Stories without marks of this person: those nobody marked, or those that one other marker did."""
    kind = article_type()
    scores = WorkScore.objects.filter(work_type=kind, work_id=OuterRef("pk"))
    waiting = stories.filter(published_at__gt=now - WAITS_FOR)
    waiting = waiting.exclude(Exists(_own_sheets(user).filter(work_id=OuterRef("pk"))))
    if show is Show.SECOND:
        return waiting.filter(Exists(scores.filter(sheets=1)))
    done = ScoreSheet.objects.filter(work_type=kind, work_id=OuterRef("pk"), state=ScoreSheet.State.SUBMITTED)
    return waiting.exclude(Exists(scores)).exclude(Exists(done))


def _in_rotation(waiting: Any, user: Any, now: datetime.datetime) -> list[int]:
    free = with_conflicts(waiting, user).filter(
        owns_it=False, edited_it=False, sent_it_back=False, recused_it=False
    )
    rows = free.order_by("-published_at", "-pk").values_list("pk", "kim_id", "published_at")[:MOST]
    return fair_order([Candidate(*row) for row in rows], scored_lately(user, now))


def scored_lately(user: Any, now: datetime.datetime) -> dict[int, int]:
    """How many stories of each KIM in scope were scored in the last 30 days."""
    rows = WorkScore.objects.filter(
        work_type=article_type(), scored_at__gt=now - LATELY, kim__in=assessed_kims(user)
    )
    return dict(rows.order_by().values_list("kim").annotate(n=Count("pk")))


def _rows(numbers: list[int], user: Any, since: datetime.datetime | None) -> tuple[QueueRow, ...]:
    """The rows of these stories, in this order: three queries."""
    kind = article_type()
    stories = with_conflicts(markable_stories(user).filter(pk__in=numbers), user)
    found = {
        story.pk: story
        for story in stories.select_related("kim", "topic").defer("body", "checklist", "kim__about")
    }
    sheets = _own_sheets(user).filter(work_id__in=numbers).annotate(marked=Count("marks"))
    own = {sheet.work_id: sheet for sheet in sheets}
    scores = {row.work_id: row for row in WorkScore.objects.filter(work_type=kind, work_id__in=numbers)}
    return tuple(
        _row(found[number], user, own.get(number), scores.get(number), since)
        for number in numbers
        if number in found
    )


def _row(story: Any, user: Any, sheet: Any, score: Any, since: datetime.datetime | None) -> QueueRow:
    # Whoever has not finished own marks does not see what another marker found.
    is_open = sheet is not None and sheet.state == ScoreSheet.State.RELEASED
    return QueueRow(
        pk=story.pk,
        headline=story.title,
        kim=story.kim.name,
        topic=story.topic.name if story.topic else "",
        published_at=story.published_at,
        is_new=since is not None and story.published_at > since,
        sheet_state=sheet.state if sheet else "",
        marked=sheet.marked if sheet else 0,
        total=sheet.total if sheet else None,
        score=score.total if score and is_open else None,
        standing=score.standing if score else "",
        conflict=conflict_with(story, user),
    )
