"""What the rooms of marks share: reaching a story, showing a screen."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from core.rooms_context import room_context
from evaluation.selectors.marking import Desk, desk_of, story_to_mark
from rubrics.models import ScoreSheet

BAD_INPUT = 422


def my_desk(request: HttpRequest, pk: int) -> Desk:
    """A public story of a KIM this person assesses, beside the rubric; 404 for everything else."""
    story = story_to_mark(request.user, pk)
    if story is None:
        raise Http404
    desk = desk_of(request.user, story)
    if desk.version is None:
        raise Http404
    return desk


def my_released(request: HttpRequest, pk: int) -> Desk:
    """The same, when the marks of this person are released; 404 otherwise."""
    desk = my_desk(request, pk)
    if desk.sheet is None or desk.sheet.state != ScoreSheet.State.RELEASED:
        raise Http404
    return desk


def posted(request: HttpRequest) -> QueryDict | None:
    """What was posted, even when it is empty; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def show(
    request: HttpRequest, name: str, context: dict[str, Any], *, current: str = "marking", status: int = 200
) -> HttpResponse:
    """Renders templates/evaluation/rooms/<name>.html inside the shell of the rooms."""
    context = {"room": room_context(request, current=current), **context}
    return render(request, f"evaluation/rooms/{name}.html", context, status=status)
