"""The state of a story in words, with tone and icon, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.rules.state import ArticleState


@dataclass(frozen=True)
class StateWords:
    """`tone` and `icon` are those of components/state_badge.html; `next_step` is for the writer."""

    label: str
    tone: str = ""
    icon: str = ""
    next_step: str = ""


def state_words(state: str, *, notes: int = 0, live: bool = False, again: bool = False) -> StateWords:
    """`notes` are the reasons of the last return, `again` means handed in after a return."""
    match ArticleState(state):
        case ArticleState.RETURNED:
            label = ngettext("Returned: %(n)d note", "Returned: %(n)d notes", notes) % {"n": notes}
            return StateWords(
                label if notes else _("Returned"), "back", "return", _("Mend it and hand it in again")
            )
        case ArticleState.IN_REVIEW if again:
            return StateWords(
                _("Mended, waits for the editor"), "wait", "clock", _("The editor reads it again")
            )
        case ArticleState.IN_REVIEW:
            return StateWords(_("Waits for the editor"), "wait", "clock", _("The editor reads it"))
        case ArticleState.SCHEDULED:
            return StateWords(_("Scheduled"), "wait", "calendar", _("It is published at its hour"))
        case ArticleState.PUBLISHED:
            return StateWords(_("Published"), "good", "check", _("Share it with your neighbours"))
        case ArticleState.CORRECTED:
            return StateWords(
                _("Published, with a correction"), "good", "check", _("Share it with your neighbours")
            )
        case ArticleState.WITHDRAWN:
            return StateWords(_("Withdrawn"), "bad", "warning", _("Ask your editor about it"))
        case _:
            if live:
                return StateWords(_("Changes not published yet"), "", "edit", _("Hand the changes in"))
            return StateWords(_("Not handed in yet"), "", "edit", _("Go on writing, then hand it in"))
