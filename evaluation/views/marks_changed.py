"""Beside the marks: a remark on a paragraph, stepping back, changing released marks, settling between two markers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.room_access import room_view
from evaluation import services
from evaluation.forms.marking import ChangeForm, MarksForm, RecuseForm, RemarkForm, SettleForm
from evaluation.selectors.marking import part_of
from evaluation.selectors.settling import settling_of
from evaluation.views.rooms import BAD_INPUT, my_desk, my_released, posted, show
from rubrics import services as engine
from rubrics.models import ReasonCode, ScoreSheet
from rubrics.selectors.sheets import marks_of, reasons_of
from rubrics.selectors.versions import whole_version


@room_view
@handled_once
def remark(request: HttpRequest, pk: int, place: str) -> HttpResponse:
    """`/ruang/penilaian/<story>/bagian/<place>/`: a remark on the headline, the lead or a paragraph."""
    desk = my_desk(request, pk)
    quote = part_of(desk.story, place)
    if quote is None or desk.conflict or not desk.is_draft:
        raise Http404
    known = None
    if desk.sheet is not None:
        known = next((note for note in desk.sheet.paragraph_notes.all() if note.place == place), None)
    reasons = [(one.code, one.label) for one in ReasonCode.objects.in_use()]
    initial = {
        "reason": known.reason.code if known and known.reason else "",
        "text": known.text if known else "",
    }
    form = RemarkForm(posted(request), reasons=reasons, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            sheet = services.begin(story=desk.story, user=request.user)
            engine.note_paragraph(
                sheet=sheet, user=request.user, place=place, quote=quote, **form.cleaned_data
            )
        except (services.ConflictOfInterest, engine.NotMarkable):
            messages.error(request, _("These marks can no longer be changed here."))
        return redirect(f"{reverse('evaluation:mark_story', args=[pk])}#bagian-{place}")
    context = {"desk": desk, "story": desk.story, "quote": quote, "place": place, "form": form}
    return show(request, "mark_remark", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def recuse(request: HttpRequest, pk: int) -> HttpResponse:
    """`/ruang/penilaian/<story>/undur/`: this person does not mark the story, and says why."""
    desk = my_desk(request, pk)
    if desk.sheet is not None and desk.sheet.state != ScoreSheet.State.DRAFT:
        raise Http404
    form = RecuseForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            engine.recuse(work=desk.story, user=request.user, reason=form.cleaned_data["reason"])
        except engine.DecisionRefused:
            messages.error(request, _("These marks can no longer be changed here."))
        else:
            messages.success(request, _("You do not mark this story. Somebody else will."))
        return redirect("evaluation:marking")
    context = {"desk": desk, "story": desk.story, "form": form}
    return show(request, "mark_recuse", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """`/ruang/penilaian/<story>/ubah/`: released marks change with a reason; the old ones stay in the history."""
    desk = my_released(request, pk)
    sheet: Any = desk.sheet
    initial = MarksForm.initial_of(marks_of(sheet), reasons_of(sheet))
    initial |= {
        "violated": [gate.code for gate in sheet.violated.all()],
        "praise": sheet.praise,
        "note": sheet.note,
    }
    form = ChangeForm(posted(request), version=desk.version, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            changed = engine.change_released(
                sheet=sheet,
                user=request.user,
                marks=form.marks(),
                violated=data.get("violated", []),
                praise=data["praise"],
                note=data["note"],
                reason=data["why"],
            )
        except (engine.NotMarkable, engine.SheetIncomplete):
            messages.error(request, _("These marks can no longer be changed here."))
        else:
            text = _("Changed. The writer reads the reason.") if changed else _("Nothing was changed.")
            messages.success(request, text)
        return redirect("evaluation:mark_story", pk)
    context = {"desk": desk, "story": desk.story, "sheet": sheet, "form": form}
    return show(request, "mark_change", context, status=BAD_INPUT if form.errors else 200)


@room_view
@handled_once
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """`/ruang/penilaian/<story>/sepakat/`: the marks of all markers side by side, and the ones they settle on."""
    desk = my_desk(request, pk)
    found = settling_of(request.user, desk.story)
    if found is None:
        raise Http404
    version = whole_version(found.score.version_id)
    form = None
    if found.may_decide:
        form = SettleForm(posted(request), version=version, initial=MarksForm.initial_of(found.common, {}))
        if request.method == "POST" and form.is_valid():
            try:
                engine.decide(
                    work=desk.story,
                    user=request.user,
                    marks={code: level for code, (level, _codes) in form.marks().items()},
                    violated=form.cleaned_data.get("violated", []),
                    reason=form.cleaned_data["why"],
                )
            except engine.DecisionRefused:
                messages.error(request, _("This was settled in the meantime. Look at it once more."))
            else:
                messages.success(request, _("Settled. Both sheets stay as they were marked."))
            return redirect("evaluation:settle", pk)
    context = {"desk": desk, "story": desk.story, "found": found, "form": form}
    return show(request, "mark_settle", context, status=BAD_INPUT if form and form.errors else 200)
