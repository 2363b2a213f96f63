"""One story as its reader meets it: every word and picture of the article page."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

from core import when
from core.cache_keys import depends_on
from core.json_rows import json_rows, moment_of
from core.models import MediaImage
from kim.selectors.public import place_of
from news.models import ArticleByline, ArticlePage, ArticleTag, Correction
from news.models.facts import photo_blocks
from news.selectors.corrections import corrections_address
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
_CORRECTION = {
    "pk": "pk",
    "kind": "kind",
    "text": "text",
    "made_at": "made_at",
    "requested_by": "requested_by",
    "reply": "reply_id",
    "reply_live": "reply__live",
    "reply_title": "reply__title",
    "reply_url_path": "reply__url_path",
}
_REPLIED = {"article": "article_id", "title": "article__title", "url_path": "article__url_path"}
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
    """`reply_url` leads to the right of reply as a story of its own; empty without a public one."""

    kind: str
    text: str
    when: str
    iso: str
    requested_by: str = ""
    reply_title: str = ""
    reply_url: str = ""


@dataclass(frozen=True)
class RepliedTo:
    """The story to which this one is the right of reply."""

    title: str
    url: str


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
    replies_to: tuple[RepliedTo, ...]
    corrections_url: str
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
        correction_rows=json_rows(Correction.objects.all(), "article", **_CORRECTION),
        replied_rows=json_rows(Correction.objects.all(), "reply", **_REPLIED),
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
    corrections, replies_to = corrections_of(article)
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
        replies_to=replies_to,
        corrections_url=corrections_address(kim),
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


def corrections_of(article: ArticlePage) -> tuple[tuple[CorrectionNote, ...], tuple[RepliedTo, ...]]:
    """What was put right in this story, newest first, and the stories it replies to.

    A story that is public again keeps the note of its withdrawal.
    """
    notes = _loaded_rows(article, "correction_rows", "article", _CORRECTION)
    replied = _loaded_rows(article, "replied_rows", "reply", _REPLIED)
    depends_on(*(f"row-{row['reply']}" for row in notes if row["reply"]))
    depends_on(*(f"row-{row['article']}" for row in replied))
    titles = {
        row["article"]: RepliedTo(row["title"], _address(row["article"], row["url_path"])) for row in replied
    }
    newest_first = sorted(notes, key=lambda row: (row["made_at"], row["pk"]), reverse=True)
    return tuple(map(_note, newest_first)), tuple(titles.values())


def _loaded_rows(article: ArticlePage, name: str, owner: str, fields: dict[str, str]) -> list[dict[str, Any]]:
    """Corrections that came with the article, or (a draft in preview) are asked for now."""
    rows = article.__dict__.get(name, _NOT_LOADED)
    if rows is _NOT_LOADED:
        found = Correction.objects.filter(**{owner: article.pk}).values_list(*fields.values())
        return [dict(zip(fields, row, strict=True)) for row in found]
    dated = [row for row in rows or [] if "made_at" in row]
    for row in dated:
        row["made_at"] = moment_of(row["made_at"]) if isinstance(row["made_at"], str) else row["made_at"]
    return rows or []


def _address(pk: int, url_path: str) -> str:
    """The address of a page of which only its place is known; no query."""
    return ArticlePage(id=pk, url_path=url_path).get_url() or ""


def _note(row: dict[str, Any]) -> CorrectionNote:
    has_reply = bool(row["reply"] and row["reply_live"])
    return CorrectionNote(
        kind=str(Correction.Kind(row["kind"]).label),
        text=row["text"],
        when=when.date_and_time(row["made_at"]),
        iso=_iso(row["made_at"]),
        requested_by=row["requested_by"],
        reply_title=row["reply_title"] if has_reply else "",
        reply_url=_address(row["reply"], row["reply_url_path"]) if has_reply else "",
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
    same_kim = others.filter(kim_id=article.kim_id).values("pk")[:RELATED_OWN]
    wanted = Q(pk__in=same_kim)
    if article.topic_id:
        elsewhere = others.filter(topic_id=article.topic_id).exclude(kim_id=article.kim_id)
        same_topic = elsewhere.values("pk")[:RELATED_TOPIC]
        if connection.features.supports_slicing_ordering_in_compound:
            # With "or" PostgreSQL reads every story to see which of the two it is in.
            wanted = Q(pk__in=same_kim.union(same_topic, all=True))
        else:
            wanted |= Q(pk__in=same_topic)
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
    """Where a reader tells of a mistake; the form knows the page."""
    return f"{reverse('news:report')}?halaman={article.get_url() or ''}"
