"""The coach reads marks before the writer does, where the rubric asks for it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.idempotency import handled_once
from core.room_access import room_view
from evaluation.selectors.releases import sheet_for_release, waiting_sheets
from evaluation.views.rooms import show
from rubrics import services as engine
from rubrics.models import ScoreSheet
from rubrics.permissions import can_release_anywhere


@room_view
def releases(request: HttpRequest) -> HttpResponse:
    """`/ruang/penilaian/rilis/`: marks that wait for the coach, the oldest first."""
    if not can_release_anywhere(request.user):
        raise Http404
    return show(request, "releases", {"rows": waiting_sheets(request.user)}, current="releases")


def _waiting(request: HttpRequest, pk: int) -> ScoreSheet:
    """A sheet that waits for this coach; 404 for everything else."""
    return get_object_or_404(ScoreSheet.objects.to_release_by(request.user), pk=pk)


@room_view
def release_read(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet with its story, as the writer will see it."""
    found = sheet_for_release(_waiting(request, pk))
    return show(request, "release_read", {"found": found, "sheet": found.sheet}, current="releases")


@room_view
@require_POST
@handled_once
def release(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        engine.release(sheet=_waiting(request, pk), user=request.user)
    except engine.NotMarkable:
        messages.error(request, _("These marks can no longer be changed here."))
    else:
        messages.success(request, _("Released. The writer has a message."))
    return redirect("evaluation:releases")


@room_view
@require_POST
@handled_once
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        engine.send_back(sheet=_waiting(request, pk), user=request.user)
    except engine.NotMarkable:
        messages.error(request, _("These marks can no longer be changed here."))
    else:
        messages.success(request, _("The marker looks at it once more."))
    return redirect("evaluation:releases")
