"""The office's rooms: every KIM of its regions, found a new one, keep name, review policy and status."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.room_access import room_view
from core.rooms_context import room_context
from core.rules.row_numbers import row_number
from kim.forms.office import KimSearchForm, NewKimForm, OfficeKimForm
from kim.permissions import can_administer
from kim.selectors.rooms import kims_of_office, office_list, villages_to_choose
from kim.services.groups import KimRefused
from kim.services.office import change_kim, found_kim
from kim.views.members import show_link_to_forward
from kim.views.profile import BAD_INPUT

SHOWN = 50


@room_view
def kims(request: HttpRequest) -> HttpResponse:
    """`/ruang/kantor/kim/`: the KIM of the office's regions, 50 on a page."""
    _require_office(request)
    search = KimSearchForm(request.GET)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    page = office_list(
        kims_of_office(request.user, asked),
        after=row_number(request.GET.get("sesudah", "")),
        before=row_number(request.GET.get("sebelum", "")),
        size=SHOWN,
    )
    context = {"page": page, "search": search, "asked": asked, "room": room_context(request, "office")}
    return render(request, "kim/rooms/office_kims.html", context)


@room_view
@handled_once
def new_kim(request: HttpRequest) -> HttpResponse:
    """`/ruang/kantor/kim/baru/`: a KIM from a village; `?desa=` names the village beforehand."""
    _require_office(request)
    villages = villages_to_choose(request.user, timezone.localdate())
    form = NewKimForm(request.POST or None, villages=villages, initial=_initial(request, villages))
    if request.method == "POST" and form.is_valid():
        try:
            made, link = found_kim(
                by=request.user, base_url=request.build_absolute_uri("/"), **form.cleaned_data
            )
        except KimRefused as refused:
            form.add_error(refused.field, refused.message)
        else:
            if not made.created:
                messages.info(
                    request, _("%(kim)s is there already; nothing was changed.") % {"kim": made.kim.name}
                )
                return redirect("kim:office_kim", made.kim.slug)
            messages.success(
                request,
                _("%(kim)s is made. Its address is %(url)s")
                % {"kim": made.kim.name, "url": made.page.get_url(request)},
            )
            if link is not None:
                return show_link_to_forward(request, made.kim, link, "invitation")
            return redirect("kim:office_kims")
    context = {"form": form, "has_villages": bool(villages), "room": room_context(request, "office")}
    return render(request, "kim/rooms/office_new_kim.html", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def kim(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/kantor/kim/<kim>/`: name, review policy and status."""
    _require_office(request)
    stored = get_object_or_404(kims_of_office(request.user), slug=slug)
    name = stored.name
    form = OfficeKimForm(request.POST or None, instance=stored)
    if request.method == "POST" and form.is_valid():
        change_kim(kim=stored, by=request.user, changed=form.changed_data)
        messages.success(request, _("Saved."))
        return redirect("kim:office_kims")
    context = {"kim": stored, "name": name, "form": form, "room": room_context(request, "office")}
    return render(request, "kim/rooms/office_kim.html", context, status=BAD_INPUT if form.errors else 200)


def _require_office(request: HttpRequest) -> None:
    if not can_administer(request.user):
        raise Http404


def _initial(request: HttpRequest, villages: list[tuple[str, list[tuple[str, str]]]]) -> dict[str, str]:
    """The village that the address names, with the usual name of its KIM."""
    code = request.GET.get("desa", "")
    labels = dict(choice for _district, choices in villages for choice in choices)
    if code not in labels:
        return {}
    return {"region_code": code, "name": f"KIM {labels[code].rpartition(' (')[0]}"}
