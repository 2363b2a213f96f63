"""Where a report stands on its clock, in words with tone and icon."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.models import ContentReport
from news.rules.report_clock import ClockState, ReportClock
from news.selectors.state_words import StateWords


def hours_and_minutes(clock: ReportClock) -> str:
    """ "35 jam 20 menit", "20 menit"."""
    hours = ngettext("%(n)d hour", "%(n)d hours", clock.hours) % {"n": clock.hours}
    minutes = ngettext("%(n)d minute", "%(n)d minutes", clock.minutes) % {"n": clock.minutes}
    if not clock.hours:
        return minutes
    return f"{hours} {minutes}" if clock.minutes else hours


def report_words(state: str, clock: ReportClock) -> StateWords:
    """How the editors see it."""
    if state == ContentReport.State.DISMISSED:
        return StateWords(_("Closed: no report"), "", "check")
    span = hours_and_minutes(clock)
    match clock.state:
        case ClockState.LATE:
            return StateWords(_("Late by %(span)s") % {"span": span}, "bad", "warning", _("Answer now"))
        case ClockState.URGENT:
            return StateWords(_("%(span)s left") % {"span": span}, "back", "clock", _("Answer today"))
        case ClockState.IN_TIME:
            return StateWords(_("%(span)s left") % {"span": span}, "wait", "clock", _("Read and answer"))
        case ClockState.ANSWERED_LATE:
            return StateWords(_("Answered %(span)s late") % {"span": span}, "", "check")
        case _:
            return StateWords(_("Answered in time"), "good", "check")
