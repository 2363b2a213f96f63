"""The one place that says how long a public page may be kept by shared caches."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Browsers ask again each time, a shared cache may answer for 15 seconds (quality goal: seconds, never a purge).
PUBLIC = "public, max-age=0, s-maxage=15, stale-while-revalidate=60"
PRIVATE = "private, no-cache"


def mark_for_readers(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Sets Cache-Control: public for a page an anonymous reader got, private for everything else."""
    anonymous = settings.SESSION_COOKIE_NAME not in request.COOKIES
    shared = (
        anonymous
        and request.method in {"GET", "HEAD"}
        and response.status_code == 200
        and not getattr(request, "is_preview", False)
    )
    response.headers.setdefault("Cache-Control", PUBLIC if shared else PRIVATE)
    return response


def for_readers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wraps a view whose answer is the same for every reader."""

    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return mark_for_readers(request, view(request, *args, **kwargs))

    return wrapper
