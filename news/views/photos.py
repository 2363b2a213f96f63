"""Photos of a story, each its own post; the text was saved before."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core import imaging
from core.idempotency import handled_once
from core.imaging_messages import refusal_message
from core.room_access import room_view
from news import services
from news.forms.photo import NewPhotoForm, PhotoDetailsForm
from news.models import ArticlePage
from news.rules.state import Action, can_transition
from news.selectors.drafts import PhotoCard, newest_draft, photo_cards
from news.services.drafting import person_of
from news.views.rooms import own_or_reviewed, show


def _open_story(request: HttpRequest, pk: int) -> ArticlePage:
    article = own_or_reviewed(request, pk)
    if not can_transition(article.state, Action.SAVE):
        raise Http404
    return article


@room_view
def photo_new(request: HttpRequest, pk: int) -> HttpResponse:
    """One photo; a refused one keeps everything that was typed beside it."""
    article = _open_story(request, pk)
    if request.method != "POST":
        person = person_of(request.user, article.kim)
        credit = person.full_name if person else request.user.get_full_name()
        return _new_page(request, article, NewPhotoForm(initial={"credit": credit}))
    form = NewPhotoForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["photo"]
        try:
            # Cleaned before any row is locked: a large photo takes seconds.
            clean = imaging.sanitise(upload, filename=upload.name)
        except imaging.ImageRefused as refused:
            form.add_error("photo", refusal_message(refused.code, refused.params))
        else:
            return _store(request, article, form, clean)
    return _new_page(request, article, form, status=422)


@handled_once
def _store(
    request: HttpRequest, article: ArticlePage, form: NewPhotoForm, clean: imaging.CleanImage
) -> HttpResponse:
    services.add_photo(article=article, user=request.user, upload=clean, filename="", **form.details())
    messages.success(request, _("The photo is saved."))
    if request.POST.get("action") == "back":
        return redirect(reverse("news:write", args=[article.pk]) + "#foto")
    return redirect("news:photo_new", article.pk)


def _new_page(
    request: HttpRequest, article: ArticlePage, form: NewPhotoForm, *, status: int = 200
) -> HttpResponse:
    photos = photo_cards(newest_draft(article))
    context = {"article": article, "form": form, "photos": photos, "number": len(photos) + 1}
    return show(request, "photo_new", context, current="write", status=status)


def _card_of(article: ArticlePage, block: str) -> PhotoCard:
    card = next((card for card in photo_cards(newest_draft(article)) if card.block_id == block), None)
    if card is None:
        raise Http404
    return card


@room_view
@handled_once
def photo(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """What is said about one photo."""
    article = _open_story(request, pk)
    card = _card_of(article, block)
    initial = {
        "caption": card.caption,
        "alt": card.image.alt_text,
        "credit": card.image.credit,
        "source": card.image.source,
        "consent": card.image.consent_state,
    }
    form = PhotoDetailsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.update_photo(article=article, user=request.user, block_id=block, **form.details())
        messages.success(request, _("What you wrote about the photo is saved."))
        return redirect(reverse("news:write", args=[pk]) + "#foto")
    context: dict[str, Any] = {"article": article, "form": form, "card": card}
    return show(request, "photo", context, current="write", status=422 if form.errors else 200)


@room_view
@handled_once
def photo_remove(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """Asks once more, then takes the photo out of the story."""
    article = own_or_reviewed(request, pk)
    if request.method == "POST":
        try:
            services.remove_photo(article=article, user=request.user, block_id=block)
        except PermissionDenied as refused:
            raise Http404 from refused
        messages.success(request, _("The photo is out of the story."))
        return redirect(reverse("news:write", args=[pk]) + "#foto")
    article = _open_story(request, pk)
    return show(
        request, "photo_remove", {"article": article, "card": _card_of(article, block)}, current="write"
    )
