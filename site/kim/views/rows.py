"""The lists of a KIM's data: every section of kim.forms.sections with list, add, edit and delete."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.idempotency import handled_once
from core.room_access import room_view
from core.rooms_context import room_context
from core.rules.row_numbers import row_number
from kim.forms.sections import BY_PATH, Section, title_of
from kim.models import Decree, KimGroup, KimScoped
from kim.services.profile import RowInUse, delete_row, is_in_use, save_row
from kim.views.profile import BAD_INPUT, kim_or_404


@dataclass(frozen=True)
class ShownRow:
    pk: int
    title: str
    details: list[str]


@room_view
@require_safe
def rows(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    """`/ruang/kim/<kim>/<section>/`: the rows under their headings."""
    kim, section = kim_or_404(request, slug), _section(path)
    found = sorted(_rows_of(kim, section), key=section.order)
    groups = [
        (head, [_shown(section, row) for row in members])
        for head, members in groupby(found, key=section.group)
    ]
    return render(request, "kim/rooms/rows.html", _context(request, kim, section, groups=groups))


@room_view
@handled_once
def add(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    """`…/baru/`: one new row."""
    kim, section = kim_or_404(request, slug), _section(path)
    return _edit(request, kim, section, section.model(kim=kim))


@room_view
@handled_once
def edit(request: HttpRequest, slug: str, path: str, row_id: int) -> HttpResponse:
    """`…/<id>/`: one row."""
    kim, section = kim_or_404(request, slug), _section(path)
    return _edit(request, kim, section, _row(kim, section, row_id))


@room_view
@handled_once
def delete(request: HttpRequest, slug: str, path: str, row_id: int) -> HttpResponse:
    """`…/<id>/hapus/`: asks once more, then deletes."""
    kim, section = kim_or_404(request, slug), _section(path)
    row = _row(kim, section, row_id)
    title = title_of(section, row)
    if request.method == "POST":
        try:
            delete_row(row=row, by=request.user, section=section.name)
        except RowInUse:
            return redirect("kim:row_delete", kim.slug, section.path, row.pk)
        messages.success(request, _("%(what)s is deleted.") % {"what": title})
        return redirect("kim:rows", kim.slug, section.path)
    context = _context(request, kim, section, row=_shown(section, row), in_use=is_in_use(row))
    return render(request, "kim/rooms/row_delete.html", context)


@room_view
@require_safe
def decree_file(request: HttpRequest, slug: str, row_id: int) -> FileResponse:
    """`…/sk/<id>/berkas/`: the scanned decree, for those who keep the KIM's data."""
    kim = kim_or_404(request, slug)
    decree = get_object_or_404(
        Decree.objects.for_user(request.user).filter(kim=kim).exclude(file=""), pk=row_id
    )
    try:
        content = decree.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = get_valid_filename(f"SK-{decree.number}")[:80].strip("._-") or "SK"
    response = FileResponse(
        content, as_attachment=True, filename=f"{name}.pdf", content_type="application/pdf"
    )
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _edit(request: HttpRequest, kim: KimGroup, section: Section, row: KimScoped) -> HttpResponse:
    is_new = row.pk is None
    title = "" if is_new else title_of(section, row)
    if request.method == "POST":
        form = section.form(request.POST, request.FILES, instance=row, kim=kim)
        if form.is_valid():
            year = form.cleaned_data.get("year") if section.name == "plan" else None
            save_row(
                row=form.instance, by=request.user, section=section.name, changed=form.changed_data, year=year
            )
            messages.success(request, _("Saved."))
            return redirect("kim:rows", kim.slug, section.path)
    else:
        form = section.form(instance=row, kim=kim, initial=_initial(request) if is_new else None)
    has_file = (
        isinstance(row, Decree) and not is_new and bool(Decree.objects.filter(pk=row.pk).exclude(file=""))
    )
    context = _context(request, kim, section, form=form, row_id=row.pk, title=title, has_file=has_file)
    return render(request, "kim/rooms/row_form.html", context, status=BAD_INPUT if form.errors else 200)


def _initial(request: HttpRequest) -> dict[str, Any]:
    """A new row speaks of this year; a neighbouring list may name the person it is about."""
    return {"year": timezone.localdate().year, "person": row_number(request.GET.get("orang", ""))}


def _section(path: str) -> Section:
    section = BY_PATH.get(path)
    if section is None:
        raise Http404
    return section


def _rows_of(kim: KimGroup, section: Section) -> Any:
    return section.model.objects.filter(kim=kim).select_related(*section.related)


def _row(kim: KimGroup, section: Section, row_id: int) -> Any:
    row = get_object_or_404(_rows_of(kim, section), pk=row_id)
    row.kim = kim
    return row


def _shown(section: Section, row: Any) -> ShownRow:
    return ShownRow(row.pk, title_of(section, row), [text for text in section.details(row) if text])


def _context(request: HttpRequest, kim: KimGroup, section: Section, **values: Any) -> dict[str, Any]:
    return {"kim": kim, "section": section, "room": room_context(request, "kim"), **values}
