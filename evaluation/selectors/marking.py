"""One story with everything an assessor needs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags

from evaluation.rules.conflicts import Conflict
from evaluation.selectors.conflicts import article_type, conflict_with, with_conflicts
from evaluation.selectors.queue import markable_stories
from evaluation.selectors.sheet_cards import Card, cards_of
from news.models import ArticlePage
from news.selectors.drafts import look_of, with_pictures
from rubrics.models import ParagraphNote, RubricVersion, ScoreSheet
from rubrics.selectors.sheets import with_marks
from rubrics.selectors.versions import version_in_use, whole_version

RUBRIC = "artikel"
QUOTE = 120


@dataclass(frozen=True)
class Part:
    """A headline, lead or block of the story that may carry a remark. `block` is None for headline and lead."""

    place: str
    quote: str
    block: Any
    note: ParagraphNote | None


@dataclass(frozen=True)
class Desk:
    """A story beside the rubric. `sheet` is None before the first mark; `cards` are empty without a rubric."""

    story: ArticlePage
    conflict: Conflict
    version: RubricVersion | None
    sheet: ScoreSheet | None
    cards: tuple[Card, ...]

    @property
    def marked(self) -> int:
        return sum(card.is_marked for card in self.cards)

    @property
    def is_draft(self) -> bool:
        return self.sheet is None or self.sheet.state == ScoreSheet.State.DRAFT

    @property
    def is_changed_since(self) -> bool:
        """The story was corrected after the marks were begun."""
        return self.sheet is not None and self.sheet.work_revision != self.story.live_revision_id


def story_to_mark(user: Any, pk: int) -> ArticlePage | None:
    """A public story that this person may assess, with what conflicts need; None for everything else."""
    stories = with_conflicts(markable_stories(user).filter(pk=pk), user)
    story: ArticlePage | None = stories.select_related("kim__village", "kim__page", "owner", "topic").first()
    return story


def desk_of(user: Any, story: ArticlePage) -> Desk:
    """The rubric of this marker beside a story: the version the sheet was begun with, else the one in use."""
    sheets = ScoreSheet.objects.filter(work_type=article_type(), work_id=story.pk, marker=user)
    sheet = with_marks(sheets).first()
    version = whole_version(sheet.version_id) if sheet else version_in_use(RUBRIC)
    return Desk(
        story=story,
        conflict=conflict_with(story, user),
        version=version,
        sheet=sheet,
        cards=cards_of(version, sheet) if version else (),
    )


def look_with_parts(story: ArticlePage, sheet: ScoreSheet | None) -> dict[str, Any]:
    """The public version as readers see it, cut into parts that may carry a remark of this sheet."""
    look = look_of(with_pictures(story))
    notes = {note.place: note for note in sheet.paragraph_notes.all()} if sheet else {}
    view = look["view"]
    parts = [Part("judul", view.headline, None, notes.get("judul"))]
    if view.lead:
        parts.append(Part("teras", view.lead[:QUOTE], None, notes.get("teras")))
    blocks = [Part(str(block.id), quote_of(block), block, notes.get(str(block.id))) for block in view.blocks]
    return {**look, "parts": parts, "blocks": blocks}


def part_of(story: ArticlePage, place: str) -> str | None:
    """How a part of the public version begins; None when there is no such part."""
    if place == "judul":
        return str(story.title)
    if place == "teras":
        return story.lead[:QUOTE] if story.lead else None
    block = next((one for one in story.body if str(one.id) == place), None)
    return quote_of(block) if block is not None else None


def quote_of(block: Any) -> str:
    """The first words of a block, or what a picture block says."""
    words = " ".join(strip_tags(str(block.render())).split())
    return words[:QUOTE]
