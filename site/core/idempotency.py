"""Every post that a phone may repeat carries a key; the second arrival gets the first answer."""

from __future__ import annotations

import functools
import secrets
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from core.models import HandledPost

FIELD = "idempotency_key"
MAX_LENGTH = 64


def new_key() -> str:
    """A fresh key for a form that is being shown (22 characters)."""
    return secrets.token_urlsafe(16)


def actor_of(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    return f"u{user.pk}" if user is not None and user.is_authenticated else "anonymous"


def handled_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wraps a view: a POST whose key was already answered with a redirect is sent to that same address.

    The whole POST runs in one transaction together with the row that remembers it, so a repeated post that
    arrives while the first is still at work waits at the unique constraint and then finds the answer. A POST that
    only shows the form again (bad input) is not remembered: its key stays free for the next try.
    """

    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.POST.get(FIELD, "")[:MAX_LENGTH] if request.method == "POST" else ""
        # Ours are letters and digits; PostgreSQL stores no text with a zero byte.
        if not key.isprintable() or not key:
            return view(request, *args, **kwargs)
        name = f"{view.__module__}.{view.__qualname__}"[-80:]
        identity = {"actor": actor_of(request), "view": name, "key": key}
        try:
            with transaction.atomic():
                post = HandledPost.objects.create(**identity)
                response = view(request, *args, **kwargs)
                if isinstance(response, HttpResponseRedirect):
                    HandledPost.objects.filter(pk=post.pk).update(location=response.url[:400])
                else:
                    post.delete()
                return response
        except IntegrityError:
            earlier = HandledPost.objects.filter(**identity).first()
            if earlier is None:  # the conflict was about something else
                raise
            return HttpResponseRedirect(earlier.location or request.path)

    return wrapper
