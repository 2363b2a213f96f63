"""Let in who came by a login link or an invitation, through allauth's stages (second factor included)."""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse

from users.models import User

BY_LINK = "link"
BY_INVITATION = "invitation"
# How long after coming by a link a new password may be set without the old one.
NEW_PASSWORD_SECONDS = 30 * 60


def let_in(request: HttpRequest, user: User, *, method: str, next_url: str) -> HttpResponse:
    """Signs `user` in (the session key changes); redirects to `next_url` or the second factor."""
    if request.user.is_authenticated:
        get_adapter().logout(request)
    record_authentication(request, user, method=method)
    response: HttpResponse = perform_login(request, user, redirect_url=next_url)
    return response


def came_by_link(request: HttpRequest) -> bool:
    """Whether this session began with a login link a short while ago and set no password since."""
    earliest = time.time() - NEW_PASSWORD_SECONDS
    return any(
        record["method"] == BY_LINK and record["at"] >= earliest
        for record in get_authentication_records(request, request.user)
    ) and not request.session.get("password_set_after_link")
