"""One story as its reader meets it: every word and picture of the article page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from core import when
from core.models import MediaImage
from kim.selectors.public import place_of, whatsapp_address
from news.models import ArticleByline, ArticlePage, Correction
from news.models.facts import photo_blocks
from news.selectors.public import StoryRow, kicker_of, live_stories, story_row

RELATED_OWN = 4
RELATED_TOPIC = 3


@dataclass(frozen=True)
class Maker:
    """`url` is empty unless the person agreed to be shown; `key` is the byline role."""

    name: str
    url: str
    role: str
    key: str


@dataclass(frozen=True)
class CorrectionNote:
    kind: str
    text: str
    when: str
    iso: str


@dataclass(frozen=True)
class Hero:
    image: MediaImage
    caption: str
    credit: str


@dataclass(frozen=True)
class Tag:
    name: str
    url: str


@dataclass(frozen=True)
class ArticleView:
    """Dates are given in words and as ISO text. `blocks` are the bound blocks below the main picture."""

    kicker: str
    headline: str
    lead: str
    sponsor: str
    is_advertorial: bool
    makers: tuple[Maker, ...]
    published: str
    published_iso: str
    event_date: str
    event_iso: str
    event_place: str
    updated: str
    updated_iso: str
    corrections: tuple[CorrectionNote, ...]
    hero: Hero | None
    blocks: tuple[Any, ...]
    tags: tuple[Tag, ...]
    topic_name: str
    topic_url: str
    own: tuple[StoryRow, ...]
    same_topic: tuple[StoryRow, ...]
    kim_name: str
    kim_url: str
    kim_place: str
    editors: str
    report_url: str
    hue: int


def article_joins(pages: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
    """What an article page is loaded with (see core.page_routes)."""
    return pages.select_related(
        "kim__village__parent", "kim__page", "topic", "hero", "list_image", "share_card"
    )


def article_view(article: ArticlePage) -> ArticleView:
    """A live story, or a draft in preview, ready to be printed: at most seven queries beside the row."""
    kim = article.kim
    hero, blocks = _split_body(article)
    own, same_topic = _related(article)
    shown = [hero.image if hero else None, article.list_image, *_body_images(article)]
    _load_renditions([*shown, *(row.list_image for row in own + same_topic)])
    makers = makers_of(article)
    corrections = corrections_of(article)
    newest = corrections[0] if corrections else None
    published = article.published_at or article.first_published_at or timezone.now()
    now = timezone.now()
    return ArticleView(
        kicker=f"{kicker_of(article)} · {place_of(kim.village)}",
        headline=article.title,
        lead=article.lead,
        sponsor=article.sponsor_name,
        is_advertorial=article.is_advertorial,
        makers=makers,
        published=when.date_and_time(published),
        published_iso=_iso(published),
        event_date=when.short_date(article.event_date) if article.event_date else "",
        event_iso=article.event_date.isoformat() if article.event_date else "",
        event_place=article.event_place,
        updated=newest.when if newest else "",
        updated_iso=newest.iso if newest else "",
        corrections=corrections,
        hero=hero,
        blocks=blocks,
        tags=tuple(Tag(tag.name, f"/tag/{tag.slug}/") for tag in article.tags.all() if tag.slug),
        topic_name=article.topic.name if article.topic else "",
        topic_url=f"/topik/{article.topic.slug}/" if article.topic else "",
        own=tuple(story_row(row, now) for row in own),
        same_topic=tuple(story_row(row, now) for row in same_topic),
        kim_name=kim.name,
        kim_url=kim.page.get_url() or "/",
        kim_place=place_of(kim.village),
        editors=", ".join(maker.name for maker in makers if maker.key == ArticleByline.Role.EDITOR),
        report_url=_report_url(article),
        hue=kim.hue,
    )


def makers_of(article: ArticlePage) -> tuple[Maker, ...]:
    """Bylines in order; a name links to the portfolio of a person who agreed to be shown."""
    return tuple(
        Maker(
            name=row.name,
            url=f"/penulis/{row.person.slug}/" if row.person and row.person.consents_to_show else "",
            role=row.get_role_display(),
            key=row.role,
        )
        for row in article.bylines.select_related("person")
    )


def corrections_of(article: ArticlePage) -> tuple[CorrectionNote, ...]:
    """What was put right, newest first."""
    rows = Correction.objects.filter(article_id=article.pk).exclude(kind=Correction.Kind.WITHDRAWAL)
    return tuple(
        CorrectionNote(row.get_kind_display(), row.text, when.date_and_time(row.made_at), _iso(row.made_at))
        for row in rows
    )


def _iso(moment: datetime.datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="minutes")


def _split_body(article: ArticlePage) -> tuple[Hero | None, tuple[Any, ...]]:
    """The main picture with its caption, and the body without the block it came from."""
    blocks = list(article.body)
    chosen = article.hero
    for index, block in enumerate(blocks):
        if block.block_type != "photo" or block.value.get("image") is None:
            continue
        image = block.value["image"]
        if chosen is None or image.pk == chosen.pk:
            hero = Hero(image, block.value.get("caption") or "", image.credit)
            return hero, tuple(blocks[:index] + blocks[index + 1 :])
    return (Hero(chosen, "", chosen.credit) if chosen else None), tuple(blocks)


def _body_images(article: ArticlePage) -> list[MediaImage]:
    return [value["image"] for value in photo_blocks(article.body) if value.get("image") is not None]


def _load_renditions(images: list[MediaImage | None]) -> None:
    """Public sizes of all these pictures in one query, so that no template asks for them."""
    prefetch_related_objects([image for image in images if image is not None], "renditions")


def _related(article: ArticlePage) -> tuple[list[ArticlePage], list[ArticlePage]]:
    """The newest stories of the same KIM, and of the same topic elsewhere, in one query. Only what is public."""
    others = live_stories(_network_of(article)).prefetch_related(None).exclude(pk=article.pk)
    wanted = Q(pk__in=others.filter(kim_id=article.kim_id).values("pk")[:RELATED_OWN])
    if article.topic_id:
        elsewhere = others.filter(topic_id=article.topic_id).exclude(kim_id=article.kim_id)
        wanted |= Q(pk__in=elsewhere.values("pk")[:RELATED_TOPIC])
    found = list(others.filter(wanted))
    own = [row for row in found if row.kim_id == article.kim_id]
    return own, [row for row in found if row.kim_id != article.kim_id]


@dataclass(frozen=True)
class _Under:
    """A place in the page tree by its path alone."""

    path: str


def _network_of(article: ArticlePage) -> _Under:
    """The regency of the story: the page above its KIM home, which is above the list it stands in."""
    return _Under(article.path[: -article.steplen * 3])


def _report_url(article: ArticlePage) -> str:
    """Where a reader tells the KIM of a mistake; empty when the KIM gave no number."""
    address = whatsapp_address(article.kim)
    return f"{address}?halaman={article.get_url() or ''}" if address else ""
