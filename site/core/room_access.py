"""The door of every work room: people sign in, nothing typed is lost, a script gets its answer as JSON."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render, resolve_url

from core.idempotency import FIELD

View = Callable[..., HttpResponse]

# A script that sends a form itself asks for the address of the next page instead of the page.
SCRIPT_HEADER = "X-Room-Script"
NEVER_SHOWN = frozenset({"csrfmiddlewaretoken", "login"})
# Shorter values travel along unseen; longer ones are shown so that the person can read and copy them.
SHOWN_FROM = 20


def room_view(view: View) -> View:
    """Wraps a view of a work room: who is not signed in is asked to, and a typed text waits meanwhile."""

    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.method == "POST":
                return typed_again(request, status=401)
            return redirect_to_login(request.get_full_path())
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect) and request.headers.get(SCRIPT_HEADER):
            return JsonResponse({"location": response.url})
        return response

    return wrapper


def typed_again(request: HttpRequest, *, status: int) -> HttpResponse:
    """A page with everything that was typed, ready to be sent once more. Files have to be chosen again.

    The button stands there only when the form came from one of our own pages: otherwise a foreign page could
    put its own words under a fresh token.
    """
    typed = [
        (name, value, len(value) > SHOWN_FROM)
        for name, values in request.POST.lists()
        if name not in NEVER_SHOWN and not is_secret(name)
        for value in map(str, values)
    ]
    context = {
        "typed": typed,
        "has_words": any(shown for name, _value, shown in typed if name != FIELD),
        "key_field": FIELD,
        "action": request.get_full_path(),
        "lost_files": bool(request.FILES),
        # What holds a password is never sent again by itself.
        "can_send": is_our_own_form(request) and not any(map(is_secret, request.POST)),
        "login_url": f"{resolve_url(settings.LOGIN_URL)}?next=/ruang/",
        "signed_in": request.user.is_authenticated,
    }
    return render(request, "core/rooms/typed_again.html", context, status=status)


def is_secret(name: str) -> bool:
    """Whether a field of this name holds a password or the code of a second factor, in whichever form it stands."""
    return "password" in name.lower() or name == "code"


def is_our_own_form(request: HttpRequest) -> bool:
    """Whether the browser says that the form was shown by this very site."""
    sender = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return urlsplit(sender).netloc == request.get_host()
    except ValueError:  # no address at all, such as "http://["
        return False
