"""An article as the plain values that the rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.models import MediaImage
from core.models.media import ConsentState, ImageSource
from news.rules.plain_text import prose
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
