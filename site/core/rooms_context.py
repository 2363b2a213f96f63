"""What the shell of every work room needs."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from core.notifications import unread_count
from core.rooms import places_of


def room_context(request: HttpRequest, current: str = "") -> dict[str, Any]:
    """`unread` notices, `inbox_url`, `places` of the bottom bar (label, url, icon, current)."""
    return {
        "unread": unread_count(request.user),
        "inbox_url": reverse("inbox"),
        "places": [
            {"label": place.label, "url": place.url, "icon": place.icon, "current": place.name == current}
            for place in places_of(request.user)
        ],
    }
