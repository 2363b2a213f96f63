"""One story as its reader meets it: every word and picture of the article page."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from core import when
from core.cache_keys import depends_on
from core.json_rows import json_rows, moment_of
from core.models import MediaImage
from kim.selectors.public import place_of, whatsapp_address
from news.models import ArticleByline, ArticlePage, ArticleTag, Correction
from news.models.facts import photo_blocks
from news.selectors.public import StoryRow, kicker_of, live_stories, story_row

RELATED_OWN = 4
RELATED_TOPIC = 3
_BYLINE = {
    "pk": "pk",
    "order": "sort_order",
    "name": "name",
    "role": "role",
    "person": "person_id",
    "slug": "person__slug",
    "shown": "person__consents_to_show",
}
_TAG = {"pk": "pk", "name": "tag__name", "slug": "tag__slug"}
_CORRECTION = {"pk": "pk", "kind": "kind", "text": "text", "made_at": "made_at"}
_NOT_LOADED: Any = object()
# Links inside rich text, as Wagtail stores them.
_LINKED = re.compile(
    r'linktype="(page|document)"[^>]*?\bid="(\d+)"|\bid="(\d+)"[^>]*?linktype="(page|document)"'
)


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
    """What an article page is loaded with (see core.page_routes): makers, tags and corrections come in its query."""
    joined = pages.select_related(
        "kim__village__parent", "kim__page", "topic", "hero", "list_image", "share_card"
    )
    return joined.annotate(
        byline_rows=json_rows(ArticleByline.objects.all(), "article", **_BYLINE),
        tag_rows=json_rows(ArticleTag.objects.all(), "content_object", **_TAG),
        correction_rows=json_rows(_shown_corrections(), "article", **_CORRECTION),
    )


def article_view(article: ArticlePage) -> ArticleView:
    """A live story, or a draft in preview, ready to be printed: at most three queries beside the row, six for a draft."""
    kim = article.kim
    depends_on(*_keys_of(article))
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
        tags=tags_of(article),
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


def _keys_of(article: ArticlePage) -> set[str]:
    """What stands on the page beside the rows of other stories: its KIM, topic, pictures, linked pages and files."""
    keys = {f"kim-{article.kim_id}", f"list-kim-{article.kim_id}", f"image-{article.list_image_id}"}
    if article.topic_id:
        keys |= {f"topic-{article.topic_id}", f"list-topic-{article.topic_id}"}
    keys |= {f"image-{image.pk}" for image in (article.hero, *_body_images(article)) if image is not None}
    for block in article.body.raw_data:
        if block["type"] == "related" and block["value"].get("page"):
            keys.add(f"row-{block['value']['page']}")
        if block["type"] == "paragraph":
            for kind, pk, other_pk, other_kind in _LINKED.findall(block["value"]):
                keys.add(f"{'row' if (kind or other_kind) == 'page' else 'document'}-{pk or other_pk}")
    return keys


def makers_of(article: ArticlePage) -> tuple[Maker, ...]:
    """Bylines in order; a name links to the portfolio of a person who agreed to be shown."""
    rows = article.__dict__.get("byline_rows", _NOT_LOADED)
    if rows is _NOT_LOADED:  # a draft in preview has its own
        rows = [_byline(row) for row in article.bylines.select_related("person")]
    rows = rows or []
    depends_on(*(f"person-{row['person']}" for row in rows if row["person"]))
    return tuple(
        Maker(
            name=row["name"],
            url=f"/penulis/{row['slug']}/" if row["slug"] and row["shown"] else "",
            role=str(ArticleByline.Role(row["role"]).label),
            key=row["role"],
        )
        for row in sorted(rows, key=lambda row: (row["order"] or 0, row["pk"]))
    )


def _byline(row: ArticleByline) -> dict[str, Any]:
    """A byline as `byline_rows` give it."""
    person = row.person
    return {
        "pk": row.pk or 0,
        "order": row.sort_order,
        "name": row.name,
        "role": row.role,
        "person": row.person_id,
        "slug": person.slug if person else "",
        "shown": person is not None and person.consents_to_show,
    }


def tags_of(article: ArticlePage) -> tuple[Tag, ...]:
    """Tags in the order in which they were given; a tag without an address is left out."""
    rows = article.__dict__.get("tag_rows", _NOT_LOADED)
    if rows is _NOT_LOADED:
        named = [(tag.name, tag.slug) for tag in article.tags.all()]
    else:
        named = [(row["name"], row["slug"]) for row in sorted(rows or [], key=lambda row: row["pk"])]
    return tuple(Tag(name, f"/tag/{slug}/") for name, slug in named if slug)


def corrections_of(article: ArticlePage) -> tuple[CorrectionNote, ...]:
    """What was put right, newest first."""
    rows = article.__dict__.get("correction_rows", _NOT_LOADED)
    if rows is _NOT_LOADED:
        rows = _shown_corrections().filter(article_id=article.pk).values(*_CORRECTION)
    notes = []
    for row in rows or []:
        made = row["made_at"]
        notes.append((moment_of(made) if isinstance(made, str) else made, row))
    return tuple(
        CorrectionNote(
            str(Correction.Kind(row["kind"]).label), row["text"], when.date_and_time(made), _iso(made)
        )
        for made, row in sorted(notes, key=lambda note: (note[0], note[1]["pk"]), reverse=True)
    )


def _shown_corrections() -> QuerySet[Correction]:
    """Notes that stand above a public story."""
    return Correction.objects.exclude(kind=Correction.Kind.WITHDRAWAL)


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
