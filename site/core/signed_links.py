"""Links that act: signed, expiring, single-use. A GET shows a page, a POST acts; chat previews fetch links."""

from __future__ import annotations

import datetime
import hashlib
import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.models import SignedLink

LIFETIME = {
    SignedLink.Purpose.LOGIN: datetime.timedelta(hours=24),
    SignedLink.Purpose.INVITATION: datetime.timedelta(days=14),
}


class LinkUnusable(Exception):
    """The link is unknown, expired or used; the three look the same from outside."""


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def issue(*, purpose: str, issued_by: Any, user: Any = None, target_id: int | None = None) -> str:
    """Makes a link and returns its token (128 random bits). Older unused ones for the same thing end."""
    now = timezone.now()
    SignedLink.objects.filter(purpose=purpose, user=user, target_id=target_id, used_at__isnull=True).update(
        expires_at=now
    )
    token = secrets.token_urlsafe(16)
    SignedLink.objects.create(
        token_hash=_hash(token),
        purpose=purpose,
        user=user,
        target_id=target_id,
        issued_by=issued_by,
        expires_at=now + LIFETIME[SignedLink.Purpose(purpose)],
    )
    return token


def find(token: str) -> SignedLink | None:
    """The link behind a token in whatever state, to recognise a repeated post. Never acts on it."""
    return SignedLink.objects.select_related("user", "issued_by").filter(token_hash=_hash(token)).first()


def look_up(token: str) -> SignedLink:
    """The usable link behind a token. Raises LinkUnusable."""
    link = find(token)
    if link is None or link.used_at is not None or link.expires_at <= timezone.now():
        raise LinkUnusable
    return link


def use(token: str) -> SignedLink:
    """Takes the link once; two at the same time: one wins. Raises LinkUnusable. Call inside a transaction."""
    link = look_up(token)
    now = timezone.now()
    taken = SignedLink.objects.filter(pk=link.pk, used_at__isnull=True, expires_at__gt=now).update(
        used_at=now
    )
    if taken != 1:
        raise LinkUnusable
    link.used_at = now
    return link
