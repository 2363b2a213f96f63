"""The office's rooms: rubrics, their versions, the draft of the next one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.idempotency import handled_once
from core.room_access import room_view
from core.rooms_context import room_context
from kim.permissions import can_administer
from rubrics import services
from rubrics.forms.editing import InUseForm, RubricForm
from rubrics.models import Rubric, RubricVersion
from rubrics.rules.versions import differences, plain, problems_of
from rubrics.selectors.versions import version_in_use, version_text, whole_version
from rubrics.selectors.wording import change_line, flaw_words

BAD_INPUT = 422


def show(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Renders templates/rubrics/rooms/<name>.html inside the shell of the rooms."""
    context = {"room": room_context(request, "rubrics"), **context}
    return render(request, f"rubrics/rooms/{name}.html", context, status=status)


def rubric_of(request: HttpRequest, code: str) -> Rubric:
    """A rubric, for the office alone; 404 for everybody else."""
    if not can_administer(request.user):
        raise Http404
    return get_object_or_404(Rubric, code=code)


def version_of(request: HttpRequest, code: str, number: int) -> RubricVersion:
    """One version with its parts, for the office alone."""
    row = get_object_or_404(RubricVersion, rubric=rubric_of(request, code), number=number)
    return whole_version(row.pk)


@room_view
def rubrics(request: HttpRequest) -> HttpResponse:
    """`/ruang/kantor/rubrik/`: every rubric."""
    if not can_administer(request.user):
        raise Http404
    rows = [(row, version_in_use(row.code)) for row in Rubric.objects.order_by("name")]
    return show(request, "rubrics", {"rows": rows})


@room_view
@handled_once
def rubric(request: HttpRequest, code: str) -> HttpResponse:
    """`/ruang/kantor/rubrik/<code>/`: its settings and all its versions."""
    stored = rubric_of(request, code)
    form = RubricForm(request.POST if request.method == "POST" else None, instance=stored)
    if request.method == "POST" and form.is_valid():
        services.save_rubric(rubric=stored, user=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("rubrics:rubric", code)
    versions = stored.versions.annotate(sheet_count=Count("sheets")).order_by("-number")
    context = {"rubric": stored, "versions": versions, "form": form}
    return show(request, "rubric", context, status=BAD_INPUT if form.errors else 200)


@room_view
@require_POST
@handled_once
def start_draft(request: HttpRequest, code: str) -> HttpResponse:
    draft = services.start_draft(rubric=rubric_of(request, code), user=request.user)
    return redirect("rubrics:version", code, draft.number)


@room_view
@handled_once
def version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """`/ruang/kantor/rubrik/<code>/<number>/`: one version; a draft with what it lacks and what it changes."""
    found = version_of(request, code, number)
    is_draft = found.status == RubricVersion.Status.DRAFT
    form = InUseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.put_in_use(version=found, user=request.user, note=form.cleaned_data["note"])
        except services.VersionRefused:
            messages.error(request, _("This version cannot be used yet. See what is missing."))
        else:
            messages.success(request, _("From now on works are marked by this version."))
        return redirect("rubrics:version", code, number)
    text = version_text(found)
    current = version_in_use(code)
    context = {
        "version": found,
        "rubric": found.rubric,
        "is_draft": is_draft,
        "form": form,
        "weight": plain(sum((one.weight for one in text.criteria), start=Decimal(0))),
        "problems": [flaw_words(one) for one in problems_of(text)] if is_draft else [],
        "current": current,
        "changes": _changes(current, found) if is_draft else [],
        "others": found.rubric.versions.exclude(pk=found.pk).order_by("-number"),
    }
    return show(request, "version", context, status=BAD_INPUT if form.errors else 200)


def _changes(old: RubricVersion | None, new: RubricVersion) -> list[Any]:
    if old is None:
        return []
    return [change_line(one) for one in differences(version_text(old), version_text(new))]


@room_view
def compare(request: HttpRequest, code: str, number: int, other: int) -> HttpResponse:
    """`…/<number>/banding/<other>/`: what the later of two versions changed."""
    older, newer = sorted((number, other))
    old, new = version_of(request, code, older), version_of(request, code, newer)
    context = {"old": old, "new": new, "rubric": new.rubric, "changes": _changes(old, new)}
    return show(request, "version_compare", context)


@room_view
@handled_once
def discard(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """`…/<number>/buang/`: asks once, then drops a draft."""
    found = version_of(request, code, number)
    if found.status != RubricVersion.Status.DRAFT:
        raise Http404
    if request.method == "POST":
        services.discard_draft(version=found, user=request.user)
        messages.success(request, _("The draft is dropped. The version in use stays."))
        return redirect("rubrics:rubric", code)
    return show(request, "version_discard", {"version": found, "rubric": found.rubric})
