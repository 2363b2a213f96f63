"""The room of a KIM's own data: what is complete, its page, its cover picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.idempotency import handled_once
from core.imaging import ImageRefused
from core.imaging_messages import refusal_message
from core.room_access import room_view
from core.rooms_context import room_context
from kim.forms.profile import CoverForm, ProfileForm
from kim.forms.sections import SECTIONS
from kim.models import KimGroup
from kim.rules.completeness import missing_in
from kim.rules.letters import letters_of
from kim.selectors.rooms import Overview, kims_to_manage, overview_of
from kim.selectors.wording import missing_in_words, what_next
from kim.services import profile as services

BAD_INPUT = 422
# How the landing page lists the sections; "people" and "years" are reached from their neighbours.
_LISTED = ("officers", "decrees", "plan", "potentials", "channels", "awards")
_OPTIONAL = frozenset({"awards"})


@dataclass(frozen=True)
class SectionRow:
    """One line of the landing page; `count` is None where there is nothing to count."""

    title: Any
    url: str
    missing: str
    count: int | None = None
    is_optional: bool = False


@room_view
def places(request: HttpRequest) -> HttpResponse:
    """`/ruang/kim/`: whose data? Straight on when there is one KIM."""
    kims = list(kims_to_manage(request.user))
    if not kims:
        raise Http404
    if len(kims) == 1:
        return redirect("kim:data", kims[0].slug)
    return render(request, "kim/rooms/places.html", {"kims": kims, "room": room_context(request, "kim")})


@room_view
def data(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/kim/<kim>/`: what is complete, what is missing, what comes next."""
    kim = kim_or_404(request, slug)
    overview = overview_of(kim, timezone.localdate())
    first = overview.next
    context = {
        "kim": kim,
        "overview": overview,
        "total": len(overview.items),
        "rows": _rows(kim, overview),
        "next": first and {"text": what_next(first), "url": _address(kim, first.section)},
        "room": room_context(request, "kim"),
    }
    return render(request, "kim/rooms/data.html", context)


@room_view
@handled_once
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """`…/profil/`: who we are, how to reach us, our colour."""
    kim = kim_or_404(request, slug)
    # The form writes into its instance while it validates; the page around it keeps what is stored.
    form = ProfileForm(request.POST or None, instance=kim_or_404(request, slug))
    if request.method == "POST" and form.is_valid():
        changed = [name for name, value in form.cleaned_data.items() if getattr(kim, name) != value]
        services.save_profile(kim=form.instance, by=request.user, changed=changed)
        messages.success(request, _("Saved."))
        return redirect("kim:data", kim.slug)
    context = {
        "kim": kim,
        "form": form,
        "letters": letters_of(kim.village.name),
        "room": room_context(request, "kim"),
    }
    return render(request, "kim/rooms/profile.html", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def cover(request: HttpRequest, slug: str) -> HttpResponse:
    """`…/sampul/`: the picture on top of the KIM's home."""
    kim = kim_or_404(request, slug)
    form = CoverForm(request.POST, request.FILES) if request.method == "POST" else CoverForm()
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        photo = values.pop("photo")
        try:
            services.set_cover(kim=kim, by=request.user, upload=photo.file, filename=photo.name, **values)
        except ImageRefused as refused:
            form.add_error("photo", refusal_message(refused.code, refused.params))
        else:
            messages.success(request, _("The cover picture is in place."))
            return redirect("kim:data", kim.slug)
    context = {"kim": kim, "form": form, "cover": kim.page.cover, "room": room_context(request, "kim")}
    return render(request, "kim/rooms/cover.html", context, status=BAD_INPUT if form.errors else 200)


@room_view
@require_POST
@handled_once
def remove_cover(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes the cover picture off the home."""
    kim = kim_or_404(request, slug)
    services.remove_cover(kim=kim, by=request.user)
    messages.success(request, _("The home now stands without a cover picture."))
    return redirect("kim:cover", kim.slug)


def kim_or_404(request: HttpRequest, slug: str) -> KimGroup:
    """The KIM of the address when this person keeps its data; everybody else gets the page of what is not there."""
    return get_object_or_404(kims_to_manage(request.user), slug=slug)


def _address(kim: KimGroup, section: str) -> str:
    if section in {"profile", "cover"}:
        return reverse(f"kim:{section}", args=[kim.slug])
    return reverse("kim:rows", args=[kim.slug, next(row.path for row in SECTIONS if row.name == section)])


def _rows(kim: KimGroup, overview: Overview) -> list[SectionRow]:
    def words(name: str) -> str:
        return missing_in_words(missing_in(overview.items, name))

    titles = {section.name: section.title for section in SECTIONS}
    rows = [
        SectionRow(_("Profile and contact"), _address(kim, "profile"), words("profile")),
        SectionRow(_("Cover picture"), _address(kim, "cover"), words("cover")),
    ]
    rows += [
        SectionRow(titles[name], _address(kim, name), words(name), overview.counts[name], name in _OPTIONAL)
        for name in _LISTED
    ]
    return rows
