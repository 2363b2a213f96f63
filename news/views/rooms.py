"""What the rooms of news share: reaching a story, showing a screen, the ready WhatsApp text."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from core.notifications import whatsapp_share_url
from core.rooms_context import room_context
from news.models import ArticlePage
from news.permissions import can_review


def own_or_reviewed(request: HttpRequest, pk: int) -> ArticlePage:
    """A story this person may write on; 404 for everything else."""
    rows = ArticlePage.objects.editable_by(request.user).select_related("kim__village", "owner")
    return get_object_or_404(rows, pk=pk)


def on_my_desk(request: HttpRequest, pk: int) -> ArticlePage:
    """A story this person reviews; 404 for everything else."""
    rows = ArticlePage.objects.reviewable_by(request.user).select_related("kim__village", "owner")
    article = get_object_or_404(rows, pk=pk)
    if not can_review(request.user, article):
        raise Http404
    return article


def show(
    request: HttpRequest, name: str, context: dict[str, Any], *, current: str, status: int = 200
) -> HttpResponse:
    """Renders templates/news/rooms/<name>.html inside the shell of the rooms."""
    context = {"room": room_context(request, current=current), **context}
    return render(request, f"news/rooms/{name}.html", context, status=status)


def tell_on_whatsapp(person: Any, text: str) -> dict[str, str] | None:
    """Name of a person and the address that opens WhatsApp with this text; without a number, one picks the chat."""
    if person is None:
        return None
    return {
        "name": person.get_short_name(),
        "url": whatsapp_share_url(_("Hello %(name)s, %(text)s") % {"name": person.get_short_name(), "text": text},
                                  person.phone or ""),
    }  # fmt: skip


def at_once_on_phone(people: list[Any]) -> Any | None:
    """Whom to write to: the first with a telephone number, else the first."""
    return next((person for person in people if person.phone), people[0] if people else None)
