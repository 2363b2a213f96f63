"""Notices in the inbox of a person, and the ready text to forward on WhatsApp."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.utils import timezone

from core.models import Notice


def notify(*, recipients: Iterable[Any], text: str, url: str, key: str) -> int:
    """One notice per recipient and key; running it twice adds nothing. Returns how many are new."""
    before = Notice.objects.filter(key=key).count()
    Notice.objects.bulk_create(
        [Notice(recipient=user, text=text[:300], url=url[:300], key=key[:120]) for user in set(recipients)],
        ignore_conflicts=True,
    )
    return Notice.objects.filter(key=key).count() - before


def unread_count(user: Any) -> int:
    return Notice.objects.filter(recipient=user, read_at__isnull=True).count()


def mark_read(user: Any, notice_id: int | None = None) -> int:
    """Marks one or all notices of this user as read; returns how many changed."""
    rows = Notice.objects.filter(recipient=user, read_at__isnull=True)
    if notice_id is not None:
        rows = rows.filter(pk=notice_id)
    return rows.update(read_at=timezone.now())


def whatsapp_share_url(text: str, phone: str = "") -> str:
    """Address that opens WhatsApp with this text; `phone` is digits with country code or empty (pick a chat)."""
    digits = "".join(character for character in phone if character.isdigit())
    return f"https://wa.me/{digits}?text={quote(text, safe='')}"
