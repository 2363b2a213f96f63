"""The rooms of activity: all KIM that a person sees, one of them, and the rows behind a number."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from core.room_access import room_view
from core.rules.row_numbers import row_number
from evaluation.permissions import oversees_kim
from evaluation.selectors.activity import activity_list, kims_in_sight
from evaluation.selectors.activity_kim import activity_of
from evaluation.selectors.activity_rows import NoSuchNumber, Wanted, rows_behind
from evaluation.views.activity_charts import chart_of_months, chart_of_weeks
from evaluation.views.asked import Asked, asked_period, kim_or_404, show


@room_view
@require_safe
def kims(request: HttpRequest) -> HttpResponse:
    """`/ruang/aktivitas/`: the KIM in sight, silent ones first, 50 on a page."""
    asked = asked_period(request)
    if not oversees_kim(request.user) and not asked.is_bad:
        own = list(kims_in_sight(request.user).values_list("slug", flat=True)[:2])
        if len(own) == 1:
            return redirect("evaluation:activity_kim", own[0])
    return show_list(request, asked)


def show_list(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The list, or only its form with what is wrong in it."""
    if asked.is_bad:
        return show(request, "activity", asked, {})
    page = activity_list(
        request.user,
        period=asked.period,
        per_month=asked.per_month,
        today=asked.today,
        after=row_number(request.GET.get("sesudah", "")),
        before=row_number(request.GET.get("sebelum", "")),
    )
    return show(request, "activity", asked, {"page": page})


@room_view
@require_safe
def kim(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/aktivitas/<kim>/`: one KIM in charts and tables."""
    asked = asked_period(request)
    stored = kim_or_404(request, slug)
    context = {"kim": stored}
    if not asked.is_bad:
        activity = activity_of(stored, period=asked.period, per_month=asked.per_month, today=asked.today)
        context |= {
            "activity": activity,
            "numbers": activity.numbers,
            "weeks": chart_of_weeks(activity.weeks, asked.per_month),
            "months": chart_of_months(activity.months, asked.per_month),
        }
    return show(request, "activity_kim", asked, context)


@room_view
@require_safe
def rows(request: HttpRequest, slug: str) -> HttpResponse:
    """`/ruang/aktivitas/<kim>/cerita/`: the very stories or corrections behind a number."""
    asked = asked_period(request)
    stored = kim_or_404(request, slug)
    wanted = _wanted(request)
    narrowing = {
        name: request.GET[name]
        for name in ("topik", "format", "penulis", "dibaca", "koreksi")
        if request.GET.get(name)
    }
    context = {"kim": stored, "wanted": wanted, "narrowing": narrowing}
    if not asked.is_bad:
        query = f"{asked.days_query}&{urlencode(narrowing)}" if narrowing else asked.days_query
        try:
            context["behind"] = rows_behind(
                stored,
                period=asked.period,
                wanted=wanted,
                before=request.GET.get("sebelum", ""),
                after=request.GET.get("sesudah", ""),
                query=query,
            )
        except NoSuchNumber as none:
            raise Http404 from none
    return show(request, "activity_rows", asked, context)


def _wanted(request: HttpRequest) -> Wanted:
    """What narrows the rows; 404 for a number that is none."""
    numbers = {}
    for name, part in (("topik", "topic"), ("format", "format"), ("penulis", "writer")):
        text = request.GET.get(name, "")
        number = row_number(text) if text else None
        if text and number is None:
            raise Http404
        numbers[part] = number
    return Wanted(**numbers, read=bool(request.GET.get("dibaca")), corrections=request.GET.get("koreksi", ""))
