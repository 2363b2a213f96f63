"""One story as the rooms show it: its photos, its checklist, what stands in its way, how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from core.models import MediaImage
from core.models.media import PUBLISHABLE_CONSENT
from core.pictures import PictureSources, picture_sources
from news.models import ArticlePage
from news.models.facts import photo_blocks, story_facts
from news.rules import checklist
from news.rules.checklist_items import MESSAGES
from news.rules.plain_text import cards
from news.rules.publish_gate import missing_for_publication
from news.rules.story import Story
from news.selectors.public_article import article_view


@dataclass(frozen=True)
class PhotoCard:
    """A photo of the body with the marker that stands for it in the text; `lacks` says in words what is missing."""

    block_id: str
    marker: str
    image: MediaImage
    caption: str
    picture: PictureSources | None
    lacks: list[str]


@dataclass(frozen=True)
class CheckLine:
    """One line of the checklist in the language of the person. `matches` are words to look at."""

    code: str
    passed: bool
    must: bool
    text: str
    matches: list[str]


@dataclass(frozen=True)
class Checklist:
    todo: list[CheckLine]
    done: list[CheckLine]

    @property
    def total(self) -> int:
        return len(self.todo) + len(self.done)


@dataclass(frozen=True)
class ProblemLine:
    """What stands between a story and publication, and the screen where it is mended ("" for the text)."""

    text: str
    block_id: str


def newest_draft(article: ArticlePage) -> ArticlePage:
    """The newest revision as an object."""
    draft: ArticlePage = article.get_latest_revision_as_object()
    return draft


def with_pictures(draft: ArticlePage) -> ArticlePage:
    """Reads the public sizes of all photos of the body at once."""
    images = [value["image"] for value in photo_blocks(draft.body) if value.get("image") is not None]
    if images:
        prefetch_related_objects(images, "renditions")
    return draft


def photo_cards(draft: ArticlePage) -> list[PhotoCard]:
    """The photos of the body in reading order (two queries)."""
    with_pictures(draft)
    markers = {card.block_id: card.marker for card in cards(list(draft.body.raw_data))}
    found = []
    for block in draft.body:
        if block.block_type != "photo" or block.value.get("image") is None:
            continue
        image, caption = block.value["image"], block.value.get("caption") or ""
        found.append(
            PhotoCard(
                block.id,
                markers.get(block.id, ""),
                image,
                caption,
                picture_sources(image),
                _lacks(image, caption),
            )
        )
    return found


def _lacks(image: MediaImage, caption: str) -> list[str]:
    wanted = [
        (bool(caption), _("caption")),
        (bool(image.alt_text), _("what can be seen")),
        (bool(image.credit), _("who took it")),
        (image.consent_state in PUBLISHABLE_CONSENT, _("consent")),
    ]
    return [word for given, word in wanted if not given]


def checklist_of(draft: ArticlePage) -> Checklist:
    """What the checklist says of this text now, what is missing first."""
    lines = [
        CheckLine(
            item.code,
            item.passed,
            item.level is checklist.Level.MUST,
            _(MESSAGES[item.code]) % dict(item.details),
            [f"{found} → {better}" if better else found for found, better in item.matches],
        )
        for item in checklist.check_story(story_facts(draft)).items
    ]
    todo = sorted((line for line in lines if not line.passed), key=lambda line: not line.must)
    return Checklist(todo, [line for line in lines if line.passed])


def problem_lines(draft: ArticlePage) -> list[ProblemLine]:
    """What the publication gate misses, each with the photo it is about."""
    facts: Story = story_facts(draft)
    return [
        ProblemLine(_(problem.message) % problem.details, _block_of_photo(draft, problem.photo))
        for problem in missing_for_publication(facts)
    ]


def _block_of_photo(draft: ArticlePage, number: int | None) -> str:
    if number is None:
        return ""
    # The gate counts gallery photos too; only single photos have a screen of their own.
    ids = [
        block.id if block.block_type == "photo" else ""
        for block in draft.body
        if block.block_type in {"photo", "gallery"}
        for _value in ([block.value] if block.block_type == "photo" else block.value["photos"])
    ]
    return ids[number - 1] if number <= len(ids) else ""


def look_of(draft: ArticlePage) -> dict[str, Any]:
    """The story as readers will see it (`view`), and the people who were asked, for news/rooms/_look.html."""
    return {"view": article_view(draft), "sources": list(draft.sources.all())}
