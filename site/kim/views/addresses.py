"""The office changes where a KIM lives: gives it another address, or lets another KIM take it over."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.idempotency import handled_once
from core.room_access import room_view
from core.rooms_context import room_context
from kim.forms.addresses import AddressForm, MergeForm
from kim.models import KimGroup
from kim.permissions import can_administer
from kim.selectors.addresses import belongings_of, kims_to_merge_into
from kim.selectors.rooms import kims_of_office
from kim.services.addresses import rename_kim
from kim.services.groups import KimRefused
from kim.services.merging import merge_kim
from kim.views.profile import BAD_INPUT


@room_view
@handled_once
def rename(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/kantor/kim/<kim>/alamat/`: another address; the old one leads on for ever."""
    kim = _kim_of_office(request, slug)
    form = AddressForm(request.POST or None, initial={"slug": kim.slug})
    if request.method == "POST" and form.is_valid():
        try:
            page = rename_kim(kim=kim, slug=form.cleaned_data["slug"], user=request.user)
        except KimRefused as refused:
            form.add_error(refused.field, refused.message)
        else:
            messages.success(
                request,
                _("The address of %(kim)s is %(url)s") % {"kim": kim.name, "url": page.get_url(request)},
            )
            return redirect("kim:office_kim", page.slug)
    context = {
        "kim": kim,
        "form": form,
        "has": belongings_of(kim.page),
        "room": room_context(request, "office"),
    }
    return render(request, "kim/rooms/office_address.html", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/kantor/kim/<kim>/gabung/`: another KIM takes everything over, this one is closed."""
    kim = _kim_of_office(request, slug)
    choices = kims_to_merge_into(request.user, kim)
    form = MergeForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        into = get_object_or_404(kims_of_office(request.user), slug=form.cleaned_data["into"])
        try:
            merged = merge_kim(source=kim, into=into, user=request.user)
        except KimRefused as refused:
            form.add_error(refused.field, refused.message)
        else:
            text = ngettext(
                "%(kim)s has taken over %(n)d story and everybody of %(old)s.",
                "%(kim)s has taken over %(n)d stories and everybody of %(old)s.",
                merged.stories,
            )
            messages.success(request, text % {"kim": into.name, "old": kim.name, "n": merged.stories})
            return redirect("kim:office_kim", into.slug)
    context = {
        "kim": kim,
        "form": form,
        "has": belongings_of(kim.page),
        "has_choices": bool(choices),
        "room": room_context(request, "office"),
    }
    return render(request, "kim/rooms/office_merge.html", context, status=BAD_INPUT if form.errors else 200)


def _kim_of_office(request: HttpRequest, slug: str) -> KimGroup:
    """A KIM of this office's regions with a public home; 404 for everything else."""
    if not can_administer(request.user):
        raise Http404
    kims = kims_of_office(request.user).exclude(status=KimGroup.Status.CLOSED)
    kim: KimGroup = get_object_or_404(kims.filter(page__live=True), slug=slug)
    return kim
