"""The card of a shared link: drawn at publication, dropped with the story."""

from __future__ import annotations

import hashlib
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from core import imaging, share_card
from core.models import MediaImage
from kim.selectors.public import place_of
from news.models import ArticlePage, ShareCard

# Raise it when the drawing itself changes; then every next publication draws anew.
DRAWING = 1


def card_key(article: ArticlePage) -> str:
    """What a card depends on, as 32 hex digits."""
    parts = (str(DRAWING), article.title, _kicker(article), str(article.list_image_id or ""))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def make_share_card(article_id: int) -> bool:
    """Draws and stores the card of a public story; True when a new one was made. Safe to run twice."""
    article = (
        ArticlePage.objects.live()
        .select_related("kim__village__parent", "list_image")
        .filter(pk=article_id)
        .first()
    )
    if article is None:
        return False
    key = card_key(article)
    existing = ShareCard.objects.filter(article=article).first()
    if existing is not None and existing.key == key:
        return False
    content = _draw(article)
    with transaction.atomic():
        card = ShareCard.objects.select_for_update().filter(article=article).first()
        old = card.file.name if card else ""
        card = card or ShareCard(article=article)
        card.key = key
        card.file.save("kartu.jpg", ContentFile(content), save=False)
        card.save()
        if old:
            transaction.on_commit(partial(default_storage.delete, old))
    return True


def drop_share_card(article_id: int) -> bool:
    """Takes the card of a withdrawn story away, file and row; True when there was one."""
    card = ShareCard.objects.filter(article_id=article_id).first()
    if card is None:
        return False
    name = card.file.name or ""
    with transaction.atomic():
        card.delete()
        transaction.on_commit(partial(default_storage.delete, name))
    return True


def _kicker(article: ArticlePage) -> str:
    return f"{article.kim.name} · {place_of(article.kim.village)}"


def _draw(article: ArticlePage) -> bytes:
    photo = _bytes_of(article.list_image)
    try:
        return share_card.draw(headline=article.title, kicker=_kicker(article), photo=photo)
    except imaging.ImageRefused:
        return share_card.draw(headline=article.title, kicker=_kicker(article))


def _bytes_of(image: MediaImage | None) -> bytes | None:
    """The stored picture, or None when its file is gone."""
    if image is None:
        return None
    try:
        with image.open_file() as stored:
            content: bytes = stored.read()
            return content
    except OSError:
        return None
