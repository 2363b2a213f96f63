"""What every view of activity reads from its request."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Site

from core.rooms_context import room_context
from evaluation.forms.period import PeriodForm
from evaluation.models import EvaluationSettings
from evaluation.permissions import can_see_activity, oversees_kim
from evaluation.rules.periods import Period, Preset
from evaluation.selectors.activity_kim import kim_in_sight

BAD_INPUT = 422


@dataclass(frozen=True)
class Asked:
    """The period of an address; `is_bad` when its dates are none, and then `form` says what is wrong with them."""

    form: PeriodForm
    period: Period
    today: datetime.date
    per_month: int
    is_bad: bool

    @property
    def query(self) -> str:
        """The period for the address of another page: by its name, so that it goes on with the days, or its days."""
        preset = self.form.preset
        return self.days_query if preset is Preset.OWN else urlencode({"periode": preset.value})

    @property
    def days_query(self) -> str:
        return days_query(self.period)


def days_query(period: Any) -> str:
    """`dari` and `sampai` of anything that has a first and a last day."""
    return urlencode({"dari": period.first.isoformat(), "sampai": period.last.isoformat()})


def asked_period(request: HttpRequest) -> Asked:
    """404 unless this person sees the activity of some KIM."""
    if not can_see_activity(request.user):
        raise Http404
    today = timezone.localdate()
    form = PeriodForm(request.GET, today=today)
    is_good = form.is_valid()
    per_month = stories_per_month(request)
    return Asked(form, form.period, today, per_month, not is_good)


def stories_per_month(request: HttpRequest) -> int:
    """The target of the Site that answers; looking never writes a row, so the usual one holds until it is set."""
    site = Site.find_for_request(request)
    stored = EvaluationSettings.objects.filter(site=site).values_list("stories_per_month", flat=True).first()
    return stored or EvaluationSettings._meta.get_field("stories_per_month").default


def kim_or_404(request: HttpRequest, slug: str) -> Any:
    """A KIM whose activity this person sees, with `latest_day`."""
    kim = kim_in_sight(request.user, slug)
    if kim is None:
        raise Http404
    return kim


def show(request: HttpRequest, name: str, asked: Asked, context: dict[str, Any]) -> HttpResponse:
    """Renders templates/evaluation/rooms/<name>.html inside the shell of the rooms."""
    current = "activity" if oversees_kim(request.user) else "activity_own"
    context = {
        "room": room_context(request, current),
        "form": asked.form.shown(),
        "period": asked.period,
        "is_bad": asked.is_bad,
        "query": asked.query,
        "days_query": asked.days_query,
        "oversees": oversees_kim(request.user),
        **context,
    }
    status = BAD_INPUT if asked.is_bad else 200
    return render(request, f"evaluation/rooms/{name}.html", context, status=status)
