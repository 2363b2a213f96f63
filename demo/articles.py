"""Demo stories: published at their own hour within the last twelve months."""

from __future__ import annotations

import datetime
import random
import uuid
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from demo.photos import demo_image
from kim.models import KimGroup, Person
from news import services
from news.models import ArticleByline, ArticlePage, ArticleSource, Correction, Format, NewsIndexPage, Topic
from news.rules import plain_text
from users.models import User

SEED = 6409
CORRECTION_TEXT = "Versi awal salah menulis jumlah. Angka di dalam berita sudah diperbaiki setelah kami bertanya lagi kepada narasumber."


def make_story(
    row: dict[str, Any], *, kim: KimGroup, owner: User | None, anchor: datetime.date
) -> ArticlePage:
    """Publishes one story of the folder; a story that exists already is left alone."""
    home = NewsIndexPage.objects.get(kim=kim)
    existing = ArticlePage.objects.child_of(home).filter(slug=row["slug"]).first()
    if existing is not None:
        return existing
    moment = published_moment(row, anchor)
    article = ArticlePage(
        title=row["headline"],
        slug=row["slug"],
        kim=kim,
        owner=owner,
        live=False,
        kind=row["kind"],
        lead=row["lead"],
        event_date=moment.date() - datetime.timedelta(days=row.get("event_days_before", 0)),
        event_place=row["event_place"],
        topic=Topic.objects.get(slug=row["topic"]),
        format=Format.objects.get(slug=row["format"]),
    )
    services.set_body(article, _body(row, kim))
    home.add_child(instance=article)
    article.tags.set(row["tags"])
    article.sources = [
        ArticleSource(name=source["name"], role=source.get("role", "")[:120], sort_order=order)
        for order, source in enumerate(row.get("source", []))
    ]
    article.bylines = _bylines(row, kim)
    article.checklist = services.run_checklist(article)
    revision = article.save_revision(user=owner)
    article.publish(revision, user=owner, skip_permission_checks=True)
    _move_in_time(article, revision, moment)
    if row.get("corrected"):
        correction = Correction.objects.create(
            kim=kim, article=article, kind=Correction.Kind.ERRATUM, text=CORRECTION_TEXT, revision=revision
        )
        Correction.objects.filter(pk=correction.pk).update(made_at=moment + datetime.timedelta(days=1))
    services.refresh_state(article.pk)
    ArticlePage.objects.filter(pk=article.pk).update(state_since=moment)
    return article


def published_moment(row: dict[str, Any], anchor: datetime.date) -> datetime.datetime:
    """Day by the file, hour by a seed of the address: the same on every machine, never in the future."""
    chance = random.Random(f"{SEED}-{row['slug']}")  # noqa: S311 no secret
    day = anchor - datetime.timedelta(days=row["days_ago"])
    clock = datetime.time(chance.randint(6, 19), chance.randint(0, 59))
    return timezone.make_aware(datetime.datetime.combine(day, clock))


def _body(row: dict[str, Any], kim: KimGroup) -> list[dict[str, Any]]:
    credit = row.get("photographer") or row["author"]
    blocks: list[dict[str, Any]] = []
    if row.get("picture"):
        blocks += _photo(
            row["picture"], row.get("picture_alt", ""), row.get("picture_caption", ""), credit, kim
        )
    for block in row["block"]:
        if block["type"] == "photo":
            blocks += _photo(block["picture"], block["alt"], block["caption"], credit, kim)
        else:
            blocks += _text_block(block)
    return blocks


def _text_block(block: dict[str, Any]) -> list[dict[str, Any]]:
    kind = block["type"]
    if kind == "facts":
        rows = [{"label": str(label), "value": str(value)} for label, value in block["rows"]]
        return [_block("facts", {"title": block["title"], "rows": rows})]
    if kind == "quote":
        return [_block("quote", {"text": block["text"], "source": block.get("source", "")})]
    if kind == "heading":
        return [_block("heading", block["text"])]
    text = "\n".join(f"- {item}" for item in block["items"]) if kind == "list" else block["text"]
    return plain_text.to_blocks(text, base=[], new_id=lambda: str(uuid.uuid4()))


def _photo(picture: str, alt: str, caption: str, credit: str, kim: KimGroup) -> list[dict[str, Any]]:
    image = demo_image(picture, kim, alt=alt, credit=f"Ilustrasi: {credit}")
    return [_block("photo", {"image": image.pk, "caption": caption[:300]})] if image is not None else []


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def _bylines(row: dict[str, Any], kim: KimGroup) -> list[ArticleByline]:
    names = [(row["author"], ArticleByline.Role.WRITER)]
    if row.get("photographer") and row["photographer"] != row["author"]:
        names.append((row["photographer"], ArticleByline.Role.PHOTO))
    people = {person.full_name: person for person in Person.objects.filter(kim=kim)}
    return [
        ArticleByline(person=people.get(name), name=name, role=role, sort_order=order)
        for order, (name, role) in enumerate(names)
    ]


def _move_in_time(article: ArticlePage, revision: Revision, moment: datetime.datetime) -> None:
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    ArticlePage.objects.filter(pk=article.pk).update(
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
        published_at=moment,
    )
