"""Names that every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from core.models import NetworkSettings


def network(request: HttpRequest) -> dict[str, Any]:
    """`network`: the office's settings of this Site, read when a template first asks for them."""
    return {
        "network": SimpleLazyObject(lambda: NetworkSettings.for_request(request)),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
    }
