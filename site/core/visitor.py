"""Public forms that know nobody: sessions are ignored, and posts from other sites are turned away."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]
OWN_CONTEXTS = frozenset({"same-origin", "none"})


def unknown_visitor(view: View) -> View:
    """Wraps a view that treats everybody alike: who is signed in is forgotten, no cookie is read or set.

    Without a cookie there is no forgery token either. None is needed: such a post uses no right of the visitor,
    so a foreign page that sends one gains nothing that it could not send by itself. What remains is that a busy
    foreign page could make its readers send rubbish from their addresses; `comes_from_elsewhere` stops that.
    The answer is private: a form carries a key that must not be shown to two people.
    """

    @csrf_exempt
    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.user = AnonymousUser()
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return wrapper


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a form on another site sent this.

    Browsers that say neither (old phones, tools) are believed: they could claim anything.
    """
    context = request.headers.get("Sec-Fetch-Site", "")
    if context:
        return context not in OWN_CONTEXTS
    origin = request.headers.get("Origin", "")
    if not origin:
        return False
    try:
        return urlsplit(origin).netloc != request.get_host()
    except ValueError:  # no address at all, such as "http://["
        return True
