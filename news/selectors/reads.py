"""How often stories were read, as one plain sentence for those who made them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.statistics import Reads, reads_of


def reads_sentence(reads: Reads | None) -> str:
    """ "Read 124 times, 12 of them in the last seven days." """
    if reads is None or not reads.total:
        return _("Nobody has read it yet. Share the link with your neighbours.")
    sentence = ngettext("Read %(n)d time", "Read %(n)d times", reads.total) % {"n": reads.total}
    if reads.week == reads.total:
        return _("%(read)s, all of it in the last seven days.") % {"read": sentence}
    if not reads.week:
        return _("%(read)s, but not in the last seven days.") % {"read": sentence}
    return _("%(read)s, %(week)d of them in the last seven days.") % {"read": sentence, "week": reads.week}


def reads_sentences(stories: Iterable[tuple[int, bool]]) -> dict[int, str]:
    """The sentence of each public story of these (number, is public), in one query."""
    public = [pk for pk, live in stories if live]
    found = reads_of(public) if public else {}
    return {pk: reads_sentence(found.get(pk)) for pk in public}
