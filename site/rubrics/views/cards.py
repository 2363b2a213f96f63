"""The short cards: one fault, what to do next time, the same words before and after."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from core.room_access import room_view
from core.rooms_context import room_context
from rubrics.models import ReasonCode


@room_view
def cards(request: HttpRequest) -> HttpResponse:
    """`/ruang/kartu/`: every card."""
    rows = ReasonCode.objects.in_use().exclude(card_text="")
    context = {"cards": rows, "room": room_context(request, "cards")}
    return render(request, "rubrics/rooms/cards.html", context)


@room_view
def card(request: HttpRequest, code: str) -> HttpResponse:
    """`/ruang/kartu/<code>/`: one card, also of a code that is no longer given: old marks point to it."""
    row = get_object_or_404(ReasonCode, code=code)
    context = {"card": row, "room": room_context(request, "cards")}
    return render(request, "rubrics/rooms/card.html", context)
