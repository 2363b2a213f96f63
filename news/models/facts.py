"""An article as the plain values that the rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from core.models import MediaImage
from core.models.media import ConsentState, ImageSource
from news.rules.merging import typed_lines
from news.rules.plain_text import cards, prose
from news.rules.silent_edit import StoryText
from news.rules.story import Photo, Source, Story


def photo_blocks(body: Any) -> Iterator[Any]:
    """Struct values of all photos of a body in reading order, gallery photos included."""
    for block in body:
        if block.block_type == "photo":
            yield block.value
        elif block.block_type == "gallery":
            yield from block.value["photos"]


def _photo(image: MediaImage, caption: str) -> Photo:
    return Photo(
        alt=image.alt_text,
        caption=caption,
        credit=image.credit,
        consent=image.consent_state,
        shows_children=image.consent_state == ConsentState.GUARDIAN,
        own=image.source == ImageSource.OWN,
    )


def story_facts(article: Any) -> Story:
    """The article (a live row or a revision as object) as news.rules.story.Story."""
    photos = []
    seen = set()
    for value in photo_blocks(article.body):
        if value.get("image") is not None:
            seen.add(value["image"].pk)
            photos.append(_photo(value["image"], value.get("caption") or ""))
    if article.hero_id and article.hero_id not in seen:
        photos.append(_photo(article.hero, ""))
    raw = list(article.body.raw_data)
    return Story(
        kind=article.kind,
        headline=article.title,
        lead=article.lead,
        body=prose(raw),
        topic=article.topic.slug if article.topic_id else "",
        event_date_given=article.event_date is not None,
        event_place=article.event_place,
        sources=tuple(Source(source.name, source.role) for source in article.sources.all()),
        photos=tuple(photos),
        quotes=sum(1 for block in raw if block["type"] == "quote"),
        is_advertorial=article.is_advertorial,
        sponsor=article.sponsor_name,
    )


def story_text(article: Any) -> StoryText:
    """What readers rely on (see news.rules.silent_edit), of a live row or a revision as object.

    The words come with their marks: where a link leads is part of what is said.
    """
    raw = list(article.body.raw_data)
    photos = [
        (value["image"].pk, value.get("caption") or "")
        for value in photo_blocks(article.body)
        if value.get("image") is not None
    ]
    if article.hero_id and article.hero_id not in {key for key, _caption in photos}:
        photos.append((article.hero_id, ""))
    return StoryText(
        headline=article.title,
        lead=article.lead,
        body="\n".join(typed_lines(raw)),
        boxes=_boxes(raw),
        event_date=article.event_date,
        event_place=article.event_place,
        sources=tuple((source.name, source.role) for source in article.sources.all()),
        photos=tuple(photos),
        is_advertorial=article.is_advertorial,
        sponsor=article.sponsor_name,
    )


def _boxes(raw: Sequence[Any]) -> tuple[str, ...]:
    """The words of every block that the writer room shows as a card; photos are told by their own."""
    shown_as_card = {card.block_id for card in cards(raw)}
    return tuple(
        f"{block['type']} {' '.join(_words_in(block['value']))}"
        for block in raw
        if str(block.get("id") or "") in shown_as_card and block["type"] not in {"photo", "gallery"}
    )


def _words_in(value: Any) -> Iterator[str]:
    """Every text and number inside a raw block value, its own ids left out."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in {"id", "type"}:
                yield from _words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words_in(part)
    elif value is not None:
        yield unescape(re.sub(r"<[^>]*>", " ", str(value)))
