"""The writer's side: own stories with marks, one story with everything that was said of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.room_access import room_view
from core.rules.line_charts import Series, line_chart
from evaluation.permissions import can_see_own_marks
from evaluation.selectors.kim_trend import kim_trend, kims_i_write_for, kims_with_trend
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
    context = {
        "page": page,
        "rows": rows,
        "newest": newest,
        "faults": fault_lines(request.user),
        "kims": kims_i_write_for(request.user),
    }
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


@room_view
def trend(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/nilai/kim/<kim>/`: means by month of the own KIM, and its most usual faults."""
    found = kim_trend(get_object_or_404(kims_with_trend(request.user), slug=slug), timezone.localdate())
    names = [date_format(month.first, "M") for month in found.months]
    values = [float(month.mean) if month.mean is not None else None for month in found.months]
    chart = line_chart(names, [Series(_("Mean"), values, is_own=True)]) if found.stories else None
    return show(request, "kim_trend", {"found": found, "chart": chart}, current="marks")
