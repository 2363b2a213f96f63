"""Dates in words for readers, on the clock of the regency."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.cache_keys import holds_until
from core.rules.ages import WEEK, next_change


def relative(moment: datetime.datetime, now: datetime.datetime) -> str:
    """ "5 minutes ago" … "6 days ago", from a week on the date itself. Both moments are aware."""
    holds_until(next_change(moment, now))
    age = now - moment
    if age < datetime.timedelta(minutes=1):
        return _("just now")
    if age < datetime.timedelta(hours=1):
        minutes = int(age.total_seconds() // 60)
        return ngettext("%(n)d minute ago", "%(n)d minutes ago", minutes) % {"n": minutes}
    if age < datetime.timedelta(days=1):
        hours = int(age.total_seconds() // 3600)
        return ngettext("%(n)d hour ago", "%(n)d hours ago", hours) % {"n": hours}
    if age < WEEK:
        return ngettext("%(n)d day ago", "%(n)d days ago", age.days) % {"n": age.days}
    return short_date(moment)


def short_date(moment: datetime.datetime | datetime.date) -> str:
    """ "21 November 2026"."""
    return date_format(_local(moment), "j F Y")


def long_date(moment: datetime.datetime | datetime.date) -> str:
    """ "Sabtu, 21 November 2026"."""
    return date_format(_local(moment), "l, j F Y")


def date_and_time(moment: datetime.datetime) -> str:
    """ "21 November 2026, 07.30 WITA"."""
    local = timezone.localtime(moment)
    return f"{date_format(local, 'j F Y, H.i')} {local.tzname()}"


def day_and_time(moment: datetime.datetime) -> str:
    """ "Sabtu, 21 November 2026, 07.30 WITA"."""
    local = timezone.localtime(moment)
    return f"{date_format(local, 'l, j F Y, H.i')} {local.tzname()}"


def iso(moment: datetime.datetime) -> str:
    """The same moment for machines, on the clock of the regency."""
    return timezone.localtime(moment).isoformat(timespec="minutes")


def month(moment: datetime.datetime | datetime.date) -> str:
    """ "November 2026"."""
    return date_format(_local(moment), "F Y")


def _local(moment: datetime.datetime | datetime.date) -> datetime.datetime | datetime.date:
    return timezone.localtime(moment) if isinstance(moment, datetime.datetime) else moment
