"""Write a story: create and save drafts, add and describe photos."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from django.db import transaction

from core import former_addresses, media_services
from core.imaging import CleanImage
from core.models import MediaImage
from kim.models import KimGroup, Person
from news.models import ArticleByline, ArticlePage, ArticleSource, Format, NewsIndexPage, Topic
from news.models.facts import story_facts
from news.permissions import can_edit_draft, can_write_for
from news.rules import checklist, merging, plain_text
from news.rules.slug import make_slug
from news.rules.state import Action
from news.services.link_guard import without_foreign_links
from news.services.state import (
    NotAllowed,
    StaleDraft,
    lock,
    refresh_state,
    require,
    require_fresh,
    working_copy,
)

__all__ = [
    "DraftInput",
    "NotAllowed",
    "StaleDraft",
    "add_photo",
    "create_draft",
    "remove_photo",
    "save_draft",
]


@dataclass(frozen=True)
class DraftInput:
    """What the writer room sends. `text` is the body as plain text with light marks (news.rules.plain_text)."""

    headline: str
    lead: str = ""
    text: str = ""
    kind: str = "kegiatan"
    event_date: datetime.date | None = None
    event_place: str = ""
    topic: Topic | None = None
    format: Format | None = None
    tags: tuple[str, ...] = ()
    # (name, role) of the people who were asked.
    sources: tuple[tuple[str, str], ...] = ()
    is_advertorial: bool = False
    sponsor_name: str = ""


def new_block_id() -> str:
    return str(uuid.uuid4())


def _apply(article: ArticlePage, data: DraftInput) -> None:
    article.title = data.headline.strip()
    article.lead = data.lead.strip()
    base = list(article.body.raw_data) if article.body else []
    text = without_foreign_links(data.text, base=base, kim=article.kim)
    set_body(article, plain_text.to_blocks(text, base=base, new_id=new_block_id))
    article.kind = data.kind
    article.event_date = data.event_date
    article.event_place = data.event_place.strip()
    article.topic = data.topic
    article.format = data.format
    article.is_advertorial = data.is_advertorial
    article.sponsor_name = data.sponsor_name.strip() if data.is_advertorial else ""
    article.tags.set([tag.strip().lower() for tag in data.tags if tag.strip()])
    wanted = [(name.strip(), role.strip()) for name, role in data.sources if name.strip()]
    if [(source.name, source.role) for source in article.sources.all()] != wanted:
        # Inside the cluster only: nothing reaches the public rows before publication.
        article.sources = [
            ArticleSource(name=name, role=role, sort_order=order) for order, (name, role) in enumerate(wanted)
        ]


def set_body(article: ArticlePage, blocks: list[dict[str, Any]]) -> None:
    """Puts raw blocks into the body of a working copy."""
    article.body = ArticlePage._meta.get_field("body").stream_block.to_python(blocks)


def run_checklist(article: ArticlePage) -> dict[str, Any]:
    """The checklist's answer on this text, as it is stored on the revision."""
    return checklist.check_story(story_facts(article)).as_dict()


def person_of(user: Any, kim: KimGroup) -> Person | None:
    return Person.objects.filter(kim=kim, user=user).first()


def _first_byline(article: ArticlePage, user: Any) -> None:
    person = person_of(user, article.kim)
    name = person.full_name if person else user.get_full_name()
    article.bylines = [ArticleByline(person=person, name=name, role=ArticleByline.Role.WRITER, sort_order=0)]


def _free_slug(headline: str, home: Any, draft: ArticlePage | None = None) -> str:
    """An address below this list that no other page has or had."""
    others = home.get_children().exclude(pk=draft.pk) if draft else home.get_children()
    return make_slug(
        headline,
        lambda slug: others.filter(slug=slug).exists() or former_addresses.is_taken(home, slug, draft),
    )


def _save_revision(draft: ArticlePage, user: Any, *, action: str | bool = True) -> Any:
    """Stores the working copy as the newest revision with its checklist; the slug moves until publication."""
    draft.checklist = run_checklist(draft)
    if draft.first_published_at is None:
        draft.slug = _free_slug(draft.title, draft.get_parent(), draft)
        ArticlePage.objects.filter(pk=draft.pk).update(slug=draft.slug)
    return draft.save_revision(user=user, log_action=action)


@transaction.atomic
def create_draft(*, kim: KimGroup, user: Any, data: DraftInput) -> ArticlePage:
    """A new story of this KIM, owned by the user. Raises NotAllowed, or ValidationError for bad facts."""
    if not can_write_for(user, kim):
        raise NotAllowed
    home = NewsIndexPage.objects.get(kim=kim)
    slug = _free_slug(data.headline, home)
    article = ArticlePage(title=data.headline.strip(), slug=slug, kim=kim, owner=user, live=False)
    home.add_child(instance=article)
    _apply(article, data)
    _first_byline(article, user)
    _save_revision(article, user, action="wagtail.create")
    refresh_state(article.pk)
    return ArticlePage.objects.get(pk=article.pk)


@transaction.atomic
def save_draft(
    *, article: ArticlePage, user: Any, data: DraftInput, base_revision_id: int | None
) -> ArticlePage:
    """Saves typed text as a new revision. Raises NotAllowed, or StaleDraft when it is not the newest any more."""
    row = lock(article)
    require(row, Action.SAVE, can_edit_draft(user, row))
    data = _on_newest(row, data, base_revision_id)
    draft = working_copy(row)
    _apply(draft, data)
    _save_revision(draft, user)
    refresh_state(row.pk)
    return ArticlePage.objects.get(pk=row.pk)


def _on_newest(row: ArticlePage, data: DraftInput, base_revision_id: int | None) -> DraftInput:
    """The typed text, fit for the newest revision. Raises StaleDraft when somebody changed words in between.

    A photo that was added or removed meanwhile (the writer's own second screen) is no conflict: the text moves
    over, its photo lines renumbered.
    """
    try:
        require_fresh(row, base_revision_id)
    except StaleDraft as stale:
        base = row.revisions.filter(pk=base_revision_id).first()
        if base is None or not _same_words(base.as_object(), stale.current):
            raise
        return carried_over(data, base.as_object(), stale.current)
    return data


def carried_over(data: DraftInput, base: ArticlePage, current: ArticlePage) -> DraftInput:
    """What was typed on `base`, with its photo lines numbered as in `current`."""
    text = merging.carry_markers(data.text, list(base.body.raw_data), list(current.body.raw_data))
    return replace(data, text=text)


def _same_words(base: ArticlePage, current: ArticlePage) -> bool:
    def facts(story: ArticlePage) -> list[Any]:
        names = (
            "title",
            "lead",
            "kind",
            "event_date",
            "event_place",
            "topic_id",
            "is_advertorial",
            "sponsor_name",
        )
        sources = [(source.name, source.role) for source in story.sources.all()]
        return [
            *(getattr(story, name) for name in names),
            sources,
            sorted(tag.name for tag in story.tags.all()),
        ]

    same_body = merging.differ_in_cards_alone(list(base.body.raw_data), list(current.body.raw_data))
    return same_body and facts(base) == facts(current)


@transaction.atomic
def add_photo(
    *,
    article: ArticlePage,
    user: Any,
    upload: BinaryIO | CleanImage,
    filename: str,
    caption: str = "",
    alt: str = "",
    credit: str = "",
    source: str = "own",
    consent_state: str = "undecided",
    consent_note: str = "",
) -> tuple[ArticlePage, MediaImage]:
    """Adds one photo at the end of the body. Raises imaging.ImageRefused; the text is untouched then."""
    row = lock(article)
    require(row, Action.SAVE, can_edit_draft(user, row))
    draft = working_copy(row)
    image = media_services.add_image(
        collection=row.kim.collection,
        upload=upload,
        filename=filename,
        uploaded_by=user,
        title=caption or alt or draft.title,
        alt=alt,
        credit=credit,
        source=source,
        consent_state=consent_state,
        consent_note=consent_note,
    )
    block = {"type": "photo", "value": {"image": image.pk, "caption": caption[:300]}, "id": new_block_id()}
    set_body(draft, [*draft.body.raw_data, block])
    _save_revision(draft, user, action="news.photo")
    refresh_state(row.pk)
    return ArticlePage.objects.get(pk=row.pk), image


@transaction.atomic
def update_photo(
    *,
    article: ArticlePage,
    user: Any,
    block_id: str,
    caption: str,
    alt: str,
    credit: str,
    source: str,
    consent_state: str,
    consent_note: str = "",
) -> ArticlePage:
    """Changes what is said about one photo of the story. Raises NotAllowed, KeyError for an unknown block."""
    row = lock(article)
    require(row, Action.SAVE, can_edit_draft(user, row))
    draft = working_copy(row)
    blocks = [dict(block) for block in draft.body.raw_data]
    block = next((b for b in blocks if b["id"] == block_id and b["type"] == "photo"), None)
    if block is None:
        raise KeyError(block_id)
    image = MediaImage.objects.get(pk=block["value"]["image"], collection=row.kim.collection)
    consent_changed = image.consent_state != consent_state
    image.description, image.credit = alt[:255], credit[:120]
    image.source, image.consent_state = source, consent_state
    image.save(update_fields=["description", "credit", "source", "consent_state"])
    if consent_changed:
        media_services.record_consent(image=image, state=consent_state, note=consent_note, by=user)
    block["value"] = {**block["value"], "caption": caption[:300]}
    set_body(draft, blocks)
    _save_revision(draft, user)
    return ArticlePage.objects.get(pk=row.pk)


@transaction.atomic
def remove_photo(*, article: ArticlePage, user: Any, block_id: str) -> ArticlePage:
    """Takes one photo out of the story; the file stays in the KIM's library (older revisions show it)."""
    row = lock(article)
    require(row, Action.SAVE, can_edit_draft(user, row))
    draft = working_copy(row)
    blocks = [block for block in draft.body.raw_data if block["id"] != block_id]
    if len(blocks) == len(draft.body.raw_data):
        return row
    set_body(draft, blocks)
    _save_revision(draft, user)
    return ArticlePage.objects.get(pk=row.pk)
