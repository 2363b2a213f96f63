"""Who hears of a reader's report, and in which words."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from core.notifications import notify
from news.models import ContentReport
from news.rules.shorten import at_word
from news.services.telling import coaches_of, editors_of


def tell_of_report(event: str, report_id: int) -> int:
    """Writes the notices of one event ("received", "urgent", "late"); returns how many are new.

    The editors of the KIM hear everything; a KIM without one, and whatever is late, reaches its coaches too.
    """
    report = (
        ContentReport.objects.select_related("kim__village", "page")
        .filter(pk=report_id, state=ContentReport.State.OPEN)
        .first()
    )
    if report is None:
        return 0
    texts = {
        "received": _("A reader reports a mistake in “%(title)s”. Answer within 48 hours."),
        "urgent": _("12 hours left: the report on “%(title)s” still waits for an answer."),
        "late": _("Late: the report on “%(title)s” has waited for more than 48 hours."),
    }
    editors = editors_of(report.kim)
    people = [*editors, *coaches_of(report.kim)] if event == "late" or not editors else editors
    return notify(
        recipients=people,
        text=texts[event] % {"title": at_word(report.page.title, 120)},
        url=reverse("news:report_read", args=[report.pk]),
        key=f"report-{event}-{report.pk}",
    )
