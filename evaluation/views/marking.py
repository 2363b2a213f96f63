"""The assessor's room: what to read, the story beside the rubric, one criterion after the other, release."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.notifications import whatsapp_share_url
from core.room_access import room_view
from core.rules.row_numbers import row_number
from evaluation import services
from evaluation.forms.marking import JudgementForm, level_of
from evaluation.selectors.marking import Desk, look_with_parts
from evaluation.selectors.queue import Show, marking_queue, next_to_mark
from evaluation.selectors.sheet_cards import Card, first_open, hints_for
from evaluation.views.rooms import BAD_INPUT, my_desk, posted, show
from rubrics import services as engine
from rubrics.models import ScoreSheet
from rubrics.permissions import can_assess_anywhere
from rubrics.rules.totals import MarkRefused
from rubrics.selectors.praise import praise_lines


@room_view
def queue(request: HttpRequest) -> HttpResponse:
    """`/ruang/penilaian/`: a list of stories by `?tampil=`, `?kim=`, `?topik=`, page by page."""
    if not can_assess_anywhere(request.user):
        raise Http404
    since = services.note_visit(user=request.user, now=timezone.now())
    word = request.GET.get("tampil", "")
    found = marking_queue(
        request.user,
        show=Show(word) if word in Show.__members__.values() else Show.UNSCORED,
        kim_slug=request.GET.get("kim", ""),
        topic_slug=request.GET.get("topik", ""),
        since=since,
        page=min(row_number(request.GET.get("halaman", "")) or 1, 1000),
    )
    return show(request, "queue", {"queue": found, "since": since, "lists": list(Show)})


@room_view
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """`/ruang/penilaian/<story>/`: the story with what was marked so far."""
    desk = my_desk(request, pk)
    return show(request, "mark_story", {**_beside(desk), "open": first_open(desk.cards)})


def _beside(desk: Desk) -> dict[str, Any]:
    return {
        "desk": desk,
        "story": desk.story,
        "sheet": desk.sheet,
        "look": look_with_parts(desk.story, desk.sheet),
    }


@room_view
def card(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """`/ruang/penilaian/<story>/<criterion>/`: one tap marks it and leads to the next one.

    No key against repeated posts: a mark that arrives again is the same mark.
    """
    desk = my_desk(request, pk)
    chosen = next((one for one in desk.cards if one.code == code), None)
    if chosen is None:
        raise Http404
    if desk.conflict or not desk.is_draft:
        if request.method == "POST":
            messages.error(request, _("These marks can no longer be changed here."))
        return redirect("evaluation:mark_story", pk)
    if request.method == "POST":
        return _mark(request, desk, chosen)
    return _card_page(request, desk, chosen)


def _card_page(
    request: HttpRequest, desk: Desk, chosen: Card, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        **_beside(desk),
        "card": chosen,
        "hints": hints_for(desk.story, chosen.code),
        "problem": problem,
    }
    return show(request, "mark_card", context, status=status)


def _mark(request: HttpRequest, desk: Desk, chosen: Card) -> HttpResponse:
    try:
        level = level_of(request.POST.get("level", ""))
        sheet = services.begin(story=desk.story, user=request.user)
        engine.mark(
            sheet=sheet,
            user=request.user,
            criterion=chosen.code,
            level=level,
            reasons=request.POST.getlist("reason"),
        )
    except (ValueError, MarkRefused):
        return _card_page(
            request, desk, chosen, problem=_("Choose one of the levels below."), status=BAD_INPUT
        )
    except (services.ConflictOfInterest, engine.NotMarkable):
        messages.error(request, _("These marks can no longer be changed here."))
        return redirect("evaluation:mark_story", desk.story.pk)
    cards = my_desk(request, desk.story.pk).cards
    marked = next(one for one in cards if one.code == chosen.code)
    if marked.asks_reason:
        address = reverse("evaluation:mark_card", args=[desk.story.pk, chosen.code])
        return redirect(f"{address}#sebab")
    following = first_open(cards, after=chosen.code)
    if following:
        return redirect("evaluation:mark_card", desk.story.pk, following)
    return redirect("evaluation:mark_summary", desk.story.pk)


@room_view
@handled_once
def summary(request: HttpRequest, pk: int) -> HttpResponse:
    """`/ruang/penilaian/<story>/ringkasan/`: gates, praise, note; kept as a draft or released."""
    desk = my_desk(request, pk)
    if desk.sheet is None or not desk.is_draft:
        return redirect("evaluation:mark_story", pk)
    faults = _faults(desk)
    form = JudgementForm(
        posted(request), version=desk.version, faults=faults, initial=_initial_judgement(desk.sheet)
    )
    status = 200
    if request.method == "POST":
        if form.is_valid():
            return _judged(request, desk, form)
        status = BAD_INPUT
    context = {
        **_beside(desk),
        "form": form,
        "open": first_open(desk.cards),
        "praise_lines": praise_lines(desk.sheet, desk.version),
        "waits_for_coach": desk.version.rubric.release_by == "coach",
    }
    return show(request, "mark_summary", context, status=status)


def _initial_judgement(sheet: ScoreSheet) -> dict[str, Any]:
    return {
        "violated": [gate.code for gate in sheet.violated.all()],
        "praise": sheet.praise,
        "note": sheet.note,
        "advice": sheet.advice.code if sheet.advice else "",
    }


def _faults(desk: Desk) -> list[tuple[str, str]]:
    """(code, label) of the reasons on the sheet, each once."""
    found = {one.code: one.label for card in desk.cards for one in card.reasons if one.is_chosen}
    return list(found.items())


def _judged(request: HttpRequest, desk: Desk, form: JudgementForm) -> HttpResponse:
    sheet: Any = desk.sheet
    try:
        engine.judge(sheet=sheet, user=request.user, **form.judgement())
        if request.POST.get("action") != "release":
            messages.success(request, _("Saved. Only you see these marks."))
            return redirect("evaluation:mark_summary", desk.story.pk)
        engine.finish(sheet=sheet, user=request.user)
    except engine.SheetIncomplete as incomplete:
        messages.error(request, _("Some criteria still want a mark or a reason."))
        wanted = [*incomplete.missing, *incomplete.unexplained]
        return redirect("evaluation:mark_card", desk.story.pk, wanted[0])
    except engine.NotMarkable:
        messages.error(request, _("These marks can no longer be changed here."))
        return redirect("evaluation:mark_story", desk.story.pk)
    return redirect("evaluation:mark_done", desk.story.pk)


@room_view
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened, the next story, and a ready text for the writer."""
    desk = my_desk(request, pk)
    if desk.sheet is None or desk.is_draft:
        return redirect("evaluation:mark_story", pk)
    released = desk.sheet.state == ScoreSheet.State.RELEASED
    writer = desk.story.owner if released else None
    url = request.build_absolute_uri(reverse("evaluation:my_story", args=[pk]))
    text = _("Hello %(name)s, your story “%(title)s” has marks: %(url)s") % {
        "name": writer.get_short_name() if writer else "",
        "title": desk.story.title,
        "url": url,
    }
    context = {
        "desk": desk,
        "story": desk.story,
        "sheet": desk.sheet,
        "released": released,
        "next": next_to_mark(request.user, but=pk),
        "writer": writer,
        "whatsapp_url": whatsapp_share_url(text, writer.phone or "") if writer else "",
    }
    return show(request, "mark_done", context)
