"""The writer's side: own stories with marks, one story with everything that was said of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from core.room_access import room_view
from evaluation.permissions import can_see_own_marks
from evaluation.selectors.my_marks import fault_lines, my_marked_stories, story_marks
from evaluation.views.rooms import show


@room_view
def my_marks(request: HttpRequest) -> HttpResponse:
    """`/ruang/nilai/`: what to change next, faults that came back or are gone, stories with marks."""
    if not can_see_own_marks(request.user):
        raise Http404
    page, rows = my_marked_stories(
        request.user, before=request.GET.get("sebelum", ""), after=request.GET.get("sesudah", "")
    )
    newest = rows[0] if rows and page.is_first else None
    context = {"page": page, "rows": rows, "newest": newest, "faults": fault_lines(request.user)}
    return show(request, "my_marks", context, current="marks")


@room_view
def my_story(request: HttpRequest, pk: int) -> HttpResponse:
    """`/ruang/nilai/<story>/`: released marks of one story, for its writers and the editors of its KIM."""
    found = story_marks(request.user, pk)
    if found is None:
        raise Http404
    context = {
        "found": found,
        "story": found.story,
        "faults": fault_lines(request.user) if found.is_own else None,
    }
    return show(request, "my_story", context, current="marks")
