"""The rows behind a number of activity: exactly the public stories, or the corrections, that it counts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.utils import timezone

from core import paging
from core.models import PageReads
from core.statistics import reads_between
from evaluation.rules.periods import Period
from evaluation.selectors.activity import within
from evaluation.selectors.activity_kim import NONE
from kim.models import KimGroup, Person
from news.models import ArticleByline, ArticlePage, Correction, Format, Topic

ROWS_A_PAGE = 30
ALL_KINDS = "semua"


class NoSuchNumber(ValueError):
    """The address asks for something that no number counts."""


@dataclass(frozen=True)
class Wanted:
    """What narrows the rows of a KIM and period; None where it does not.

    `topic` and `format` 0 mean stories without one. `read` means the stories read in the period, whenever they
    came out. `corrections` is a kind of correction or "semua", and then the rows are corrections.
    """

    topic: int | None = None
    format: int | None = None
    writer: int | None = None
    read: bool = False
    corrections: str = ""


@dataclass(frozen=True)
class Row:
    """A story, or a correction with the story it belongs to; `reads` are those of the period."""

    headline: str
    url: str
    moment: datetime.datetime | None
    topic: str = ""
    format: str = ""
    writers: str = ""
    reads: int | None = None
    kind: str = ""
    text: str = ""


@dataclass(frozen=True)
class RowsBehind:
    """One page of the rows; `total` is how many there are, `reads` how often they were read when that was tapped.

    `narrowed` names the topic, format, writer or kind; empty where all are meant or where those without are.
    """

    rows: tuple[Row, ...]
    total: int
    reads: int | None
    narrowed: str
    older_url: str
    newer_url: str


def rows_behind(
    kim: KimGroup, *, period: Period, wanted: Wanted, before: str = "", after: str = "", query: str = ""
) -> RowsBehind:
    """The rows of one number, newest first. Raises NoSuchNumber for a topic, format, person or kind that is none."""
    if wanted.corrections:
        return _corrections(kim, period, wanted.corrections, before, after, query)
    narrowed = _name_of(kim, wanted)
    stories = stories_behind(kim, period, wanted)
    shown = stories.select_related("topic", "format").only(
        "title", "url_path", "published_at", "topic__name", "format__name"
    )
    page = paging.cut(shown, "published_at", before=before, after=after, query=query, size=ROWS_A_PAGE)
    return RowsBehind(
        rows=_story_rows(page.rows, period),
        total=stories.order_by().count(),
        reads=_reads_of(stories, period) if wanted.read else None,
        narrowed=narrowed,
        older_url=page.older_url,
        newer_url=page.newer_url,
    )


def stories_behind(kim: KimGroup, period: Period, wanted: Wanted) -> QuerySet[ArticlePage]:
    """The public stories that a number counts, newest first."""
    stories = ArticlePage.objects.live().filter(kim=kim, published_at__isnull=False).newest_first()
    if wanted.read:
        read = PageReads.objects.filter(page=OuterRef("pk"), day__range=(period.first, period.last))
        stories = stories.filter(Exists(read))
    else:
        stories = stories.filter(within("published_at", period))
    if wanted.topic is not None:
        stories = stories.filter(topic=wanted.topic or None)
    if wanted.format is not None:
        stories = stories.filter(format=wanted.format or None)
    if wanted.writer is not None:
        made = ArticleByline.objects.filter(
            article=OuterRef("pk"), role=ArticleByline.Role.WRITER, person=wanted.writer
        )
        stories = stories.filter(Exists(made))
    return stories


def _name_of(kim: KimGroup, wanted: Wanted) -> str:
    """The topic, format or writer in words. A person is named only as the writer of a public story of this KIM."""
    signed = ArticleByline.objects.filter(
        person=OuterRef("pk"), role=ArticleByline.Role.WRITER, article__kim=kim, article__live=True
    )
    choices: tuple[tuple[int | None, QuerySet[Any], str], ...] = (
        (wanted.topic, Topic.objects.all(), "name"),
        (wanted.format, Format.objects.all(), "name"),
        (wanted.writer, Person.objects.filter(Exists(signed)), "full_name"),
    )
    names = []
    for value, rows, field in choices:
        if not value:
            continue
        name = rows.filter(pk=value).values_list(field, flat=True).first()
        if name is None:
            raise NoSuchNumber
        names.append(name)
    if wanted.writer == NONE:
        raise NoSuchNumber
    return ", ".join(names)


def _reads_of(stories: QuerySet[ArticlePage], period: Period) -> int:
    rows = PageReads.objects.filter(
        page__in=stories.order_by().values("pk"), day__range=(period.first, period.last)
    )
    return int(rows.aggregate(total=Sum("reads", default=0))["total"])


def _story_rows(stories: Sequence[ArticlePage], period: Period) -> tuple[Row, ...]:
    """Each story with its writers and its reads in the period, in two more queries for all."""
    numbers = [story.pk for story in stories]
    writers: dict[int, list[str]] = {}
    makers = ArticleByline.objects.filter(article__in=numbers, role=ArticleByline.Role.WRITER)
    for story_id, name in makers.order_by("sort_order", "pk").values_list("article_id", "name"):
        writers.setdefault(story_id, []).append(name)
    reads = reads_between(numbers, period.first, period.last)
    return tuple(
        Row(
            headline=story.title,
            url=story.get_url() or "",
            moment=story.published_at or timezone.now(),
            topic=story.topic.name if story.topic else "",
            format=story.format.name if story.format else "",
            writers=", ".join(writers.get(story.pk, [])),
            reads=reads.get(story.pk, 0),
        )
        for story in stories
    )


def _corrections(kim: KimGroup, period: Period, kind: str, before: str, after: str, query: str) -> RowsBehind:
    if kind != ALL_KINDS and kind not in Correction.Kind.values:
        raise NoSuchNumber
    notes = Correction.objects.filter(within("made_at", period), kim=kim)
    if kind != ALL_KINDS:
        notes = notes.filter(kind=kind)
    shown = (
        notes.select_related("article")
        .only("kind", "text", "made_at", "article__title", "article__url_path")
        .order_by("-made_at", "-pk")
    )
    page = paging.cut(shown, "made_at", before=before, after=after, query=query, size=ROWS_A_PAGE)
    rows = tuple(
        Row(
            headline=note.article.title,
            url=note.article.get_url() or "",
            moment=note.made_at,
            kind=note.get_kind_display(),
            text=note.text,
        )
        for note in page.rows
    )
    narrowed = "" if kind == ALL_KINDS else str(Correction.Kind(kind).label)
    return RowsBehind(rows, notes.order_by().count(), None, narrowed, page.older_url, page.newer_url)
