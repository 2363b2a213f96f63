"""What the shell of every work room needs."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from core.notifications import unread_count
from core.rooms import MAX_PLACES, all_places_of


def room_context(request: HttpRequest, current: str = "") -> dict[str, Any]:
    """`unread` notices, `inbox_url`, `places` (label, url, icon, current, and beyond: only where the screen is wide)."""
    return {
        "unread": unread_count(request.user),
        "inbox_url": reverse("inbox"),
        "places": [
            {
                "label": place.label,
                "url": place.url,
                "icon": place.icon,
                "current": place.name == current,
                "beyond": number >= MAX_PLACES,
            }
            for number, place in enumerate(all_places_of(request.user))
        ],
    }
