"""Members of a KIM: list, invite, login link, end of membership."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.idempotency import handled_once
from core.room_access import room_view
from core.rooms_context import room_context
from kim.forms.members import InvitationForm
from kim.models import Invitation, KimGroup, Membership
from kim.permissions import can_end_membership
from kim.selectors.members import kims_to_invite_in, members_of, open_invitations, roles_to_give
from kim.services import invitations
from kim.services.login_links import ForwardableLink, NotAllowed, issue_login_link
from kim.services.members import end_membership

BAD_INPUT = 422
# The link itself is stored nowhere but in the sender's session, and there only while it is being forwarded.
_SESSION_KEY = "link_to_forward"
_SHOWN_FOR = datetime.timedelta(minutes=30)


@room_view
def member_places(request: HttpRequest) -> HttpResponse:
    """`/ruang/anggota/`: the KIM whose members this person keeps; straight on when there is one."""
    kims = list(kims_to_invite_in(request.user))
    if not kims:
        raise Http404
    if len(kims) == 1:
        return redirect("kim:members", kims[0].slug)
    return render(request, "kim/member_places.html", {"kims": kims, "room": room_context(request, "members")})


@room_view
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/anggota/<kim>/`: members and open invitations."""
    kim = _kim(request, slug)
    context = {
        "kim": kim,
        "rows": members_of(kim, request.user),
        "invitations": open_invitations(kim),
        "room": room_context(request, "members"),
    }
    return render(request, "kim/members.html", context)


@room_view
@handled_once
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/anggota/<kim>/undang/`: name, number and role; then the link to forward."""
    kim = _kim(request, slug)
    form = InvitationForm(request.POST or None, kim=kim, roles=roles_to_give(kim, request.user))
    if request.method == "POST" and form.is_valid():
        link = invitations.invite(kim=kim, by=request.user, base_url=_base_url(request), **form.cleaned_data)
        return show_link_to_forward(request, kim, link, "invitation")
    context = {"kim": kim, "form": form, "room": room_context(request, "members")}
    return render(request, "kim/invite.html", context, status=BAD_INPUT if form.errors else 200)


@room_view
def link_to_forward(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/anggota/<kim>/tautan/`: the link just made, with the button that opens WhatsApp."""
    kim = _kim(request, slug)
    kept: dict[str, Any] | None = request.session.get(_SESSION_KEY)
    if kept is None or kept["kim"] != kim.pk or kept["until"] < timezone.now().timestamp():
        request.session.pop(_SESSION_KEY, None)
        return redirect("kim:members", kim.slug)
    return render(
        request,
        "kim/link_to_forward.html",
        {"kim": kim, "link": kept, "room": room_context(request, "members")},
    )


@room_view
@require_POST
@handled_once
def login_link(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """Makes a login link for a member who lost the password."""
    kim = _kim(request, slug)
    membership = _membership(kim, membership_id)
    try:
        link = issue_login_link(for_user=membership.user, by=request.user, base_url=_base_url(request))
    except NotAllowed as error:
        raise Http404 from error
    return show_link_to_forward(request, kim, link, "login")


@room_view
@require_POST
@handled_once
def invitation_link(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """A new link for an open invitation."""
    kim = _kim(request, slug)
    invitation = _invitation(kim, invitation_id)
    try:
        link = invitations.renew_link(invitation=invitation, by=request.user, base_url=_base_url(request))
    except NotAllowed as error:
        raise Http404 from error
    return show_link_to_forward(request, kim, link, "invitation")


@room_view
@require_POST
@handled_once
def withdraw_invitation(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Takes an open invitation back."""
    kim = _kim(request, slug)
    invitation = _invitation(kim, invitation_id)
    try:
        invitations.withdraw(invitation=invitation, by=request.user)
    except NotAllowed as error:
        raise Http404 from error
    messages.success(request, _("The invitation for {name} is withdrawn.").format(name=invitation.full_name))
    return redirect("kim:members", kim.slug)


@room_view
@handled_once
def end(request: HttpRequest, slug: str, membership_id: int) -> HttpResponse:
    """`…/akhiri/`: asks once more, then ends the membership."""
    kim = _kim(request, slug)
    membership = _membership(kim, membership_id)
    if not can_end_membership(request.user, membership):
        raise Http404
    if request.method == "POST":
        end_membership(membership=membership, by=request.user)
        messages.success(
            request, _("The membership of {name} has ended.").format(name=membership.user.get_full_name())
        )
        return redirect("kim:members", kim.slug)
    context = {"kim": kim, "membership": membership, "room": room_context(request, "members")}
    return render(request, "kim/end_membership.html", context)


def _kim(request: HttpRequest, slug: str) -> KimGroup:
    return get_object_or_404(kims_to_invite_in(request.user), slug=slug)


def _membership(kim: KimGroup, membership_id: int) -> Membership:
    rows = Membership.objects.active().filter(kim=kim).select_related("user", "kim__village")
    return get_object_or_404(rows, pk=membership_id)


def _invitation(kim: KimGroup, invitation_id: int) -> Invitation:
    return get_object_or_404(open_invitations(kim).select_related("kim__village"), pk=invitation_id)


def _base_url(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")


def show_link_to_forward(
    request: HttpRequest, kim: KimGroup, link: ForwardableLink, kind: str
) -> HttpResponse:
    """Keeps the link for half an hour and goes to the page that forwards it; `kind` is "invitation" or "login"."""
    request.session[_SESSION_KEY] = {
        "kim": kim.pk,
        "kind": kind,
        "name": link.name,
        "url": link.url,
        "text": link.text,
        "whatsapp_url": link.whatsapp_url,
        "until": (timezone.now() + _SHOWN_FOR).timestamp(),
    }
    return redirect("kim:link_to_forward", kim.slug)
