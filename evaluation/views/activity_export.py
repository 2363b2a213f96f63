"""The list of activity as a file: CSV, or XLSX with the weeks and months on sheets of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.room_access import room_view
from core.spreadsheets import XLSX_TYPE, Table, download, to_csv, to_xlsx
from evaluation.rules.periods import Bucket, Period, count_in, months_of, weeks_of
from evaluation.selectors.activity import KimNumbers, whole_list
from evaluation.views.activity import show_list
from evaluation.views.asked import Asked, asked_period

Write = Callable[[Asked, Sequence[KimNumbers]], HttpResponse]


@room_view
@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """`/ruang/aktivitas/ekspor.csv`: one row for each KIM in sight."""
    return _export(request, _csv)


@room_view
@require_safe
def as_xlsx(request: HttpRequest) -> HttpResponse:
    """`/ruang/aktivitas/ekspor.xlsx`: the same, and the stories by week and by month."""
    return _export(request, _xlsx)


def _export(request: HttpRequest, write: Write) -> HttpResponse:
    asked = asked_period(request)
    if asked.is_bad:
        return show_list(request, asked)
    kims = whole_list(request.user, period=asked.period, per_month=asked.per_month, today=asked.today)
    return write(asked, kims)


def _csv(asked: Asked, kims: Sequence[KimNumbers]) -> HttpResponse:
    return download(to_csv(_summary(kims)), "text/csv; charset=utf-8", _filename(asked.period, "csv"))


def _xlsx(asked: Asked, kims: Sequence[KimNumbers]) -> HttpResponse:
    weeks, months = weeks_of(asked.period), months_of(asked.period)
    tables = [
        _summary(kims),
        _by_bucket(_("Per week"), kims, weeks, [date_format(week.first, "j M Y") for week in weeks]),
        _by_bucket(_("Per month"), kims, months, [date_format(month.first, "F Y") for month in months]),
    ]
    return download(to_xlsx(tables), XLSX_TYPE, _filename(asked.period, "xlsx"))


def _filename(period: Period, ending: str) -> str:
    return f"aktivitas-kim-{period.first.isoformat()}-{period.last.isoformat()}.{ending}"


def _summary(kims: Sequence[KimNumbers]) -> Table:
    heads = (
        _("KIM"),
        _("Village"),
        _("District"),
        _("Stories published"),
        _("Target"),
        _("Weeks with a story"),
        _("Weeks counted"),
        _("Longest gap in days"),
        _("Corrections"),
        _("Reads"),
        _("Latest story"),
        _("Days since then"),
        _("Title of the latest story"),
    )
    rows = (
        (
            kim.name,
            kim.village,
            kim.district,
            kim.stories,
            kim.target,
            kim.regularity.weeks_with,
            kim.regularity.weeks,
            kim.regularity.longest_gap,
            kim.corrections,
            kim.reads,
            kim.latest_day,
            kim.silent_days,
            kim.latest_title,
        )
        for kim in kims
    )
    return Table(_("Publication activity"), heads, rows)


def _by_bucket(
    title: str, kims: Sequence[KimNumbers], buckets: Sequence[Bucket], names: Sequence[str]
) -> Table:
    rows = ((kim.name, *count_in(buckets, kim.by_day)) for kim in kims)
    return Table(title, (_("KIM"), *names), rows)
