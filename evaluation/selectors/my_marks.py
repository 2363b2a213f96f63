"""What a writer sees of released marks: own stories, the one thing to change, faults that came back or are gone."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from core import paging
from evaluation.selectors.conflicts import article_type
from evaluation.selectors.sheet_view import SheetView, sheet_view
from kim.models.groups import scope_filter
from news.models import ArticleByline, ArticlePage, ArticleReturn
from news.selectors.own import own_stories
from rubrics.models import Decision, ReasonCode, ScoreSheet, WorkScore
from rubrics.rules.agreement import Standing
from rubrics.rules.faults import Faults, faults_of
from rubrics.selectors.sheets import decision_on, faults_in, released_sheets, sheets_by_work, work_key
from rubrics.selectors.versions import whole_version
from users.roles import Act, roles_that_may

PAGE_SIZE = 20
# A longer memory would hold a beginner's faults against somebody for years.
REMEMBERED = 30


@dataclass(frozen=True)
class MarkedStory:
    """`total` is None while two markers have to settle."""

    pk: int
    headline: str
    kim: str
    scored_at: datetime.datetime
    total: Any
    is_open: bool
    advice: ReasonCode | None


@dataclass(frozen=True)
class FaultLines:
    """Reason codes with their cards, from the newest story of a writer. `percent` of known faults that returned."""

    back: tuple[ReasonCode, ...]
    gone: tuple[ReasonCode, ...]
    new: tuple[ReasonCode, ...]
    percent: int | None
    repeated: int
    chances: int

    @property
    def is_empty(self) -> bool:
        return not (self.back or self.gone or self.new)


@dataclass(frozen=True)
class StoryMarks:
    """A story with everything that was released about it."""

    story: ArticlePage
    score: WorkScore
    sheets: tuple[SheetView, ...]
    decision: Decision | None
    must_settle: bool
    advice: ReasonCode | None
    is_own: bool


def readable_stories(user: Any) -> QuerySet[ArticlePage]:
    """Stories whose released marks this person may read: own ones, and those of KIM that the person edits or oversees."""
    bylines = ArticleByline.objects.filter(
        article=OuterRef("pk"), role=ArticleByline.Role.WRITER, person__user=user
    )
    own = scope_filter(user, roles_that_may(Act.WRITE), "kim__") & (Q(owner=user) | Q(Exists(bylines)))
    readers = roles_that_may(Act.REVIEW) | roles_that_may(Act.COACH)
    return ArticlePage.objects.filter(own | scope_filter(user, readers, "kim__"))


def my_marked_stories(user: Any, *, before: str = "", after: str = "") -> Any:
    """Own stories with released marks, newest marks first, as a page of MarkedStory rows."""
    scores = WorkScore.objects.filter(work_type=article_type(), work_id__in=own_stories(user).values("pk"))
    page = paging.cut(
        scores.select_related("kim").order_by("-scored_at", "-pk"),
        "scored_at",
        before=before,
        after=after,
        size=PAGE_SIZE,
    )
    numbers = [score.work_id for score in page.rows]
    titles = dict(ArticlePage.objects.filter(pk__in=numbers).values_list("pk", "title"))
    sheets = ScoreSheet.objects.released().filter(work_type=article_type(), work_id__in=numbers)
    advice: dict[int, ReasonCode | None] = {}
    for sheet in sheets.select_related("advice").order_by("released_at", "pk"):
        advice[sheet.work_id] = sheet.advice or advice.get(sheet.work_id)
    rows = tuple(
        MarkedStory(
            pk=score.work_id,
            headline=titles.get(score.work_id, ""),
            kim=score.kim.name,
            scored_at=score.scored_at,
            total=score.total,
            is_open=score.standing == Standing.TO_RECONCILE,
            advice=advice.get(score.work_id),
        )
        for score in page.rows
    )
    return page, rows


def story_marks(user: Any, pk: int) -> StoryMarks | None:
    """Released marks of one story this person may read; None for everything else."""
    story = readable_stories(user).filter(pk=pk).select_related("kim", "owner").first()
    score = WorkScore.objects.filter(**work_key(story)).first() if story else None
    if story is None or score is None:
        return None
    sheets = released_sheets(story)
    versions = {number: whole_version(number) for number in {sheet.version_id for sheet in sheets}}
    views = tuple(sheet_view(sheet, versions[sheet.version_id]) for sheet in sheets)
    return StoryMarks(
        story=story,
        score=score,
        sheets=views,
        decision=decision_on(story),
        must_settle=score.standing == Standing.TO_RECONCILE,
        advice=next((view.advice for view in reversed(views) if view.advice), None),
        is_own=own_stories(user).filter(pk=pk).exists(),
    )


def faults_by_story(user: Any) -> list[tuple[int, frozenset[str]]]:
    """(story, faults) of the writer's latest judged stories, oldest first.

    A story counts when marks were released or an editor sent it back: both carry the same reason codes.
    """
    kind = article_type()
    sheets = ScoreSheet.objects.released().filter(work_type=kind, work_id=OuterRef("pk"))
    returns = ArticleReturn.objects.filter(article=OuterRef("pk"))
    judged = own_stories(user).filter(Q(Exists(sheets)) | Q(Exists(returns)))
    numbers = list(judged.order_by("-pk").values_list("pk", flat=True)[:REMEMBERED])[::-1]
    found: dict[int, set[str]] = {number: set() for number in numbers}
    for number, marked in sheets_by_work(kind, numbers).items():
        for sheet in marked:
            found[number] |= faults_in(sheet)
    rows = ArticleReturn.objects.filter(article__in=numbers).values_list("article", "reasons__code")
    for number, code in rows:
        if code:
            found[number].add(code)
    return [(number, frozenset(found[number])) for number in numbers]


def fault_lines(user: Any) -> FaultLines:
    """Which faults came back and which are gone, seen from the newest judged story."""
    found: Faults = faults_of([faults for _number, faults in faults_by_story(user)])
    codes = {
        one.code: one for one in ReasonCode.objects.filter(code__in=[*found.back, *found.gone, *found.new])
    }

    def of(names: tuple[str, ...]) -> tuple[ReasonCode, ...]:
        return tuple(codes[name] for name in names if name in codes)

    return FaultLines(
        back=of(found.back),
        gone=of(found.gone),
        new=of(found.new),
        percent=round(100 * found.rate) if found.rate is not None else None,
        repeated=found.repeated,
        chances=found.chances,
    )
