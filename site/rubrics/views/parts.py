"""Criteria and gates of a draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.room_access import room_view
from rubrics import services
from rubrics.forms.editing import CriterionForm, GateForm
from rubrics.models import RubricVersion
from rubrics.views.office import BAD_INPUT, show, version_of

_KINDS: dict[str, tuple[Any, Any, Any]] = {
    "kriteria": (CriterionForm, services.save_criterion, services.remove_criterion),
    "batas": (GateForm, services.save_gate, services.remove_gate),
}


def _draft(request: HttpRequest, code: str, number: int) -> RubricVersion:
    found = version_of(request, code, number)
    if found.status != RubricVersion.Status.DRAFT:
        raise Http404
    return found


def _part(version: RubricVersion, kind: str, name: str) -> Any:
    rows = version.criteria.all() if kind == "kriteria" else version.gates.all()
    part = next((one for one in rows if one.code == name), None)
    if part is None:
        raise Http404
    return part


@room_view
@handled_once
def edit(request: HttpRequest, code: str, number: int, kind: str, name: str = "") -> HttpResponse:
    """`…/<number>/kriteria/<code>/`, `…/batas/<code>/`, or `…/baru/` without a name."""
    version = _draft(request, code, number)
    part = _part(version, kind, name) if name else None
    form_class, save, _remove = _KINDS[kind]
    form = form_class(
        request.POST if request.method == "POST" else None,
        version=version,
        part=part,
        initial=form_class.initial_of(part) if part else None,
    )
    if request.method == "POST" and form.is_valid():
        try:
            save(
                version=version,
                user=request.user,
                code=part.code if part else form.cleaned_data["code"],
                **form.content(),
            )
        except services.VersionRefused:
            messages.error(request, _("This version can no longer be changed."))
        else:
            messages.success(request, _("Saved."))
        return redirect("rubrics:version", code, number)
    context = {"version": version, "rubric": version.rubric, "part": part, "kind": kind, "form": form}
    return show(request, "version_part", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def remove(request: HttpRequest, code: str, number: int, kind: str, name: str) -> HttpResponse:
    """`…/<code>/hapus/`: asks once, then takes a criterion or gate out of the draft."""
    version = _draft(request, code, number)
    part = _part(version, kind, name)
    if request.method == "POST":
        _KINDS[kind][2](version=version, user=request.user, code=part.code)
        messages.success(request, _("Taken out of the draft."))
        return redirect("rubrics:version", code, number)
    context = {"version": version, "rubric": version.rubric, "part": part, "kind": kind}
    return show(request, "version_part_remove", context)
