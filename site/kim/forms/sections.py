"""The sections of a KIM's data that are lists of rows: one table instead of one set of screens each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.when import short_date
from kim.forms import rows as forms
from kim.models import Award, Channel, Decree, KimScoped, Officer, Person, Potential, WorkPlan, WorkPlanItem
from kim.rules.potentials import HEADINGS, heading_of
from kim.selectors.wording import HEADING_WORDS

Details = Callable[[Any], list[str]]


@dataclass(frozen=True)
class Section:
    """One list of rows.

    `name` is the word in rules and logs, `path` the word in the address; `details(row)` are the short facts beneath
    a row's title, `group(row)` the heading above it ("" for none), `link` a neighbouring section that helps fill in
    this one.
    """

    name: str
    path: str
    model: type[KimScoped]
    form: type[forms.RowForm]
    title: Any
    add: Any
    edit: Any
    empty: Any
    details: Details
    group: Callable[[Any], str] = lambda row: ""
    order: Callable[[Any], Any] = lambda row: 0
    related: tuple[str, ...] = ()
    link: tuple[str, Any] | None = None


def _term(row: Any) -> str:
    start, end = row.term_from, row.term_until
    if start and end:
        return gettext("%(start)s to %(end)s") % {"start": short_date(start), "end": short_date(end)}
    if start:
        return gettext("since %(start)s") % {"start": short_date(start)}
    return gettext("until %(end)s") % {"end": short_date(end)} if end else ""


def _decree(row: Decree) -> list[str]:
    issuer = row.issuer_name or str(row.get_issuer_display())
    return [
        issuer,
        short_date(row.issued_on),
        _term(row),
        gettext("with file") if row.file else gettext("without file"),
    ]


def _plan_item(row: WorkPlanItem) -> list[str]:
    month = str(MONTHS[row.month]) if row.month else ""
    done = (
        gettext("done on %(day)s") % {"day": short_date(row.done_on)}
        if row.done_on
        else gettext("not done yet")
    )
    return [month, done, row.report]


def _channel(row: Channel) -> list[str]:
    return [
        str(row.get_kind_display()),
        row.place or row.url,
        row.reach,
        "" if row.is_active else gettext("not in use"),
    ]


def _potential(row: Potential) -> list[str]:
    return [gettext("main theme") if row.is_main else "", row.note, row.evidence, str(row.year or "")]


SECTIONS: tuple[Section, ...] = (
    Section(
        "officers", "pengurus", Officer, forms.OfficerForm,
        title=_("Officers"), add=_("Add an officer"), edit=_("Officer"),
        empty=_("At least a chair, a secretary and a treasurer, and one person for each field of work."),
        details=lambda row: [str(row.person), _term(row)],
        order=lambda row: Officer.Section.values.index(row.section),
        related=("person",), link=("orang", _("People of this KIM")),
    ),
    Section(
        "people", "orang", Person, forms.PersonForm,
        title=_("People of this KIM"), add=_("Add a person"), edit=_("Person"),
        empty=_("Members who join by invitation stand here by themselves. Add whoever has no account."),
        details=lambda row: [row.bio, gettext("shown to readers") if row.consents_to_show else gettext("not shown")],
        link=("pengurus", _("Officers")),
    ),
    Section(
        "decrees", "sk", Decree, forms.DecreeForm,
        title=_("Decrees"), add=_("Add a decree"), edit=_("Decree"),
        empty=_("The decree that founded this KIM, usually by the head of the village. A scan is kept privately."),
        details=_decree,
    ),
    Section(
        "plan", "rencana", WorkPlanItem, forms.WorkPlanItemForm,
        title=_("Work plan"), add=_("Add an activity"), edit=_("Planned activity"),
        empty=_("What this KIM wants to do this year, month by month. Later: what came of it."),
        details=_plan_item,
        group=lambda row: gettext("Work plan %(year)s") % {"year": row.plan.year},
        order=lambda row: (-row.plan.year, row.month or 13, row.pk),
        related=("plan",), link=("rencana-tahunan", _("Notes on the years")),
    ),
    Section(
        "years", "rencana-tahunan", WorkPlan, forms.WorkPlanForm,
        title=_("Notes on the years"), add=_("Add a year"), edit=_("Note on a year"),
        empty=_("One sentence for each year: what it is about."),
        details=lambda row: [row.note], link=("rencana", _("Work plan")),
    ),
    Section(
        "potentials", "potensi", Potential, forms.PotentialForm,
        title=_("Themes and potentials"), add=_("Add a theme or potential"), edit=_("Theme or potential"),
        empty=_("What the village lives from and what this KIM writes about. One of them is the main theme."),
        details=_potential,
        group=lambda row: str(HEADING_WORDS[heading_of(row.code)]),
        order=lambda row: (list(HEADINGS).index(heading_of(row.code)), not row.is_main, row.pk),
    ),
    Section(
        "channels", "saluran", Channel, forms.ChannelForm,
        title=_("Channels"), add=_("Add a channel"), edit=_("Channel"),
        empty=_("How news reaches people: notice board, loudspeaker, community radio, WhatsApp group, Facebook."),
        details=_channel,
        group=lambda row: gettext("In the village") if row.is_offline else gettext("On the internet"),
        order=lambda row: (not row.is_offline, row.pk),
    ),
    Section(
        "awards", "penghargaan", Award, forms.AwardForm,
        title=_("Awards"), add=_("Add an award"), edit=_("Award"),
        empty=_("Prizes and thanks that this KIM has received. May stay empty."),
        details=lambda row: [str(row.year), str(row.get_level_display()), row.giver],
    ),
)  # fmt: skip
BY_PATH = {section.path: section for section in SECTIONS}


def title_of(section: Section, row: Any) -> str:
    """How a row is called: an officer by the office, everything else by itself."""
    return str(row.get_section_display()) if section.name == "officers" else str(row)
