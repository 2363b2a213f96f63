"""Charts of one KIM's activity with the words on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.rules.charts import BarChart, Mark, bar_chart
from evaluation.rules.periods import target_of_week
from evaluation.selectors.activity_kim import BucketCount
from evaluation.views.asked import days_query


@dataclass(frozen=True)
class TwinRow:
    """A row of the table beside a chart; `query` leads to the stories it counts."""

    label: str
    stories: int
    query: str


@dataclass(frozen=True)
class ActivityChart:
    shape: BarChart
    title: str
    description: str
    head: str
    rows: tuple[TwinRow, ...]


def chart_of_weeks(weeks: Sequence[BucketCount], per_month: int) -> ActivityChart:
    """Bars by week, the target of a month spread over its weeks."""
    target = float(target_of_week(per_month))
    return _chart(
        weeks,
        names=[date_format(week.bucket.first, "j M") for week in weeks],
        target=target,
        title=_("Stories per week"),
        head=_("Week"),
        labels=[_days(week) for week in weeks],
    )


def chart_of_months(months: Sequence[BucketCount], per_month: int) -> ActivityChart:
    """Bars by month; a month that lies only in part in the period says so in the table."""
    several_years = len({month.bucket.first.year for month in months}) > 1
    return _chart(
        months,
        names=[date_format(month.bucket.first, "M y" if several_years else "M") for month in months],
        target=float(per_month),
        title=_("Stories per month"),
        head=_("Month"),
        labels=[
            date_format(month.bucket.first, "F Y") + ("" if month.bucket.is_whole else f" ({_days(month)})")
            for month in months
        ],
    )


def _chart(
    counts: Sequence[BucketCount],
    *,
    names: Sequence[str],
    target: float,
    title: str,
    head: str,
    labels: Sequence[str],
) -> ActivityChart:
    marks = [Mark(name, count.stories, str(count.stories)) for name, count in zip(names, counts, strict=True)]
    words = f"{target:.1f}".removesuffix(".0").replace(".", ",")
    met = sum(count.stories >= target for count in counts)
    total = sum(count.stories for count in counts)
    stories = ngettext("%(n)d story", "%(n)d stories", total) % {"n": total}
    description = _("%(stories)s; target %(target)s, met in %(met)d of %(all)d.") % {
        "stories": stories,
        "target": words,
        "met": met,
        "all": len(counts),
    }
    rows = tuple(
        TwinRow(label, count.stories, days_query(count.bucket))
        for label, count in zip(labels, counts, strict=True)
    )
    shape = bar_chart(marks, target=target, target_text=_("target %(n)s") % {"n": words})
    return ActivityChart(shape, title, description, head, rows)


def _days(count: BucketCount) -> str:
    """ "7–13 September", "28 September – 4 Oktober", one day alone as itself."""
    first, last = count.bucket.first, count.bucket.last
    if first == last:
        return date_format(first, "j F")
    if first.month == last.month:
        return f"{first.day}–{date_format(last, 'j F')}"
    return f"{date_format(first, 'j F')} – {date_format(last, 'j F')}"
