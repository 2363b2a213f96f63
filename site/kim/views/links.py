"""`/t/<token>/`: links that act. A GET shows a page, the button on it acts: chat previews fetch links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from core.idempotency import FIELD, MAX_LENGTH
from core.models import SignedLink
from core.signed_links import LinkUnusable, look_up
from kim.models import Invitation
from kim.services import invitations
from kim.services.login_links import NotAllowed, check_login_link, use_login_link
from users.forms import JoinForm
from users.link_login import BY_INVITATION, BY_LINK, let_in
from users.models import User
from users.services import AccountRefused, free_username

BAD_INPUT = 422
UNUSABLE = 404


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
@method_decorator(never_cache, name="dispatch")
@method_decorator(rate_limit(action="signed_link"), name="dispatch")
class SignedLinkView(View):
    """Unknown, expired and used links answer alike. Repeated posts are recognised by link and form key."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase
        try:
            response = super().dispatch(request, *args, **kwargs)
        except LinkUnusable:
            if request.user.is_authenticated and invitations.was_used_by(
                token=kwargs["token"], user=request.user
            ):
                response = redirect(_home())
            else:
                response = render(request, "users/link_unusable.html", status=UNUSABLE)
        # Other sites learn nothing of the token. ("no-referrer" would make browsers send `Origin: null` with
        # our own form, which the forgery check must refuse.)
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        link = look_up(token)
        return _SHOW[SignedLink.Purpose(link.purpose)](request, token, link)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        key = request.POST.get(FIELD, "")[:MAX_LENGTH]
        try:
            link = look_up(token)
        except LinkUnusable:
            return _answer_again(request, token, key)
        return _ACT[SignedLink.Purpose(link.purpose)](request, token, link, key)


signed_link = SignedLinkView.as_view()


def _answer_again(request: HttpRequest, token: str, key: str) -> HttpResponse:
    """The same form once more, because the first answer was lost on the way. Raises LinkUnusable."""
    joined = invitations.joined_by_this_post(token=token, post_key=key)
    if joined is not None and joined == request.user:
        return redirect(_home())
    if joined is not None:
        return let_in(request, joined, method=BY_INVITATION, next_url=_home())
    user = use_login_link(token=token, post_key=key)
    return let_in(request, user, method=BY_LINK, next_url=reverse("users:new_password"))


def _show_login(request: HttpRequest, token: str, link: SignedLink) -> HttpResponse:
    user = check_login_link(link)
    return render(request, "users/login_link.html", {"person": user, "is_issuer": _is_issuer(request, link)})


def _log_in(request: HttpRequest, token: str, link: SignedLink, key: str) -> HttpResponse:
    if _is_issuer(request, link):
        return _show_login(request, token, link)
    user = use_login_link(token=token, post_key=key)
    return let_in(request, user, method=BY_LINK, next_url=reverse("users:new_password"))


def _show_invitation(request: HttpRequest, token: str, link: SignedLink) -> HttpResponse:
    invitation = invitations.invitation_behind(link)
    form = JoinForm(
        initial={
            "full_name": invitation.full_name,
            "phone": invitation.phone,
            "username": free_username(invitation.full_name),
        }
    )
    known = bool(invitation.phone) and User.objects.filter(phone=invitation.phone).exists()
    return _invitation_page(request, link, invitation, form, phone_is_known=known)


def _accept(request: HttpRequest, token: str, link: SignedLink, key: str) -> HttpResponse:
    invitation = invitations.invitation_behind(link)
    if request.user.is_authenticated:
        try:
            invitations.accept_as(token=token, user=request.user, post_key=key)
        except NotAllowed:
            return _show_invitation(request, token, link)
        messages.success(request, _("Welcome to {kim}.").format(kim=invitation.kim.name))
        return redirect(_home())
    form = JoinForm(request.POST)
    if form.is_valid():
        try:
            user = invitations.accept_as_new(token=token, post_key=key, **form.cleaned_data)
        except AccountRefused as refused:
            form.add_error(refused.field, refused.message)
        else:
            response = let_in(request, user, method=BY_INVITATION, next_url=_home())
            messages.success(
                request,
                _("Welcome to {kim}. Your user name is {username}.").format(
                    kim=invitation.kim.name, username=user.username
                ),
            )
            return response
    return _invitation_page(
        request, link, invitation, form, phone_is_known=form.phone_is_known, status=BAD_INPUT
    )


def _invitation_page(
    request: HttpRequest,
    link: SignedLink,
    invitation: Invitation,
    form: JoinForm,
    *,
    phone_is_known: bool,
    status: int = 200,
) -> HttpResponse:
    context = {
        "invitation": invitation,
        "form": form,
        "is_issuer": _is_issuer(request, link),
        "phone_is_known": phone_is_known,
        # With another number somebody else may still join.
        "show_form": not phone_is_known or form.is_bound or "baru" in request.GET,
    }
    return render(request, "users/invitation.html", context, status=status)


def _is_issuer(request: HttpRequest, link: SignedLink) -> bool:
    """Who made the link only forwards it; opening it signs nobody in."""
    return bool(request.user.is_authenticated and link.issued_by_id == request.user.pk)


def _home() -> str:
    return str(resolve_url(settings.LOGIN_REDIRECT_URL))


_SHOW: dict[str, Callable[..., HttpResponse]] = {
    SignedLink.Purpose.LOGIN: _show_login,
    SignedLink.Purpose.INVITATION: _show_invitation,
}
_ACT: dict[str, Callable[..., HttpResponse]] = {
    SignedLink.Purpose.LOGIN: _log_in,
    SignedLink.Purpose.INVITATION: _accept,
}
