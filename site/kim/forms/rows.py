"""Forms of the rows that a KIM keeps about itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kim.forms.fields import PdfField, date_input, long_text, month_field, year_field
from kim.models import Award, Channel, Decree, KimGroup, Officer, Person, Potential, WorkPlan, WorkPlanItem
from kim.rules.potentials import HEADINGS
from kim.selectors.wording import HEADING_WORDS


class RowForm(forms.ModelForm):
    """A row of one KIM: the key comes from the address, never from the form, and takes part in uniqueness."""

    # Fields whose constraint the service keeps by itself.
    kept_by_service: frozenset[str] = frozenset()

    def __init__(self, *args: Any, kim: KimGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kim = kim
        self.instance.kim = kim

    def _get_validation_exclusions(self) -> set[str]:
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return (exclusions - {"kim"}) | self.kept_by_service

    def require_order(self, cleaned: dict[str, Any], first: str, last: str) -> None:
        if cleaned.get(first) and cleaned.get(last) and cleaned[last] < cleaned[first]:
            self.add_error(last, ValidationError(_("This day lies before the first one."), code="order"))


class DecreeForm(RowForm):
    file = PdfField(label=_("Scanned decree"), required=False)

    class Meta:
        model = Decree
        fields = ["number", "issued_on", "issuer", "issuer_name", "term_from", "term_until", "file"]
        widgets = {"issued_on": date_input(), "term_from": date_input(), "term_until": date_input()}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.require_order(cleaned, "term_from", "term_until")
        return cleaned


class PersonForm(RowForm):
    class Meta:
        model = Person
        fields = ["full_name", "bio", "consents_to_show"]
        help_texts = {
            "bio": _("For example: rice farmer, writes about the harvest."),
            "consents_to_show": _(
                "Readers then see the name and office on the page of the KIM. Ask the person first."
            ),
        }


class OfficerForm(RowForm):
    class Meta:
        model = Officer
        fields = ["person", "section", "term_from", "term_until"]
        widgets = {"term_from": date_input(), "term_until": date_input()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["person"]
        people.queryset = Person.objects.filter(kim=self.kim)
        people.empty_label = _("Choose a person")
        office: Any = self.fields["section"]
        office.choices = [("", _("Choose an office")), *Officer.Section.choices]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.require_order(cleaned, "term_from", "term_until")
        same = Officer.objects.filter(
            kim=self.kim, person=cleaned.get("person"), section=cleaned.get("section")
        )
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error(
                "section", ValidationError(_("This person has this office already."), code="twice")
            )
        return cleaned


class WorkPlanForm(RowForm):
    year = year_field(label=_("Year"))

    class Meta:
        model = WorkPlan
        fields = ["year", "note"]
        help_texts = {"note": _("What the year is about, in one sentence.")}
        error_messages = {"__all__": {"unique_together": _("There is a plan for this year already.")}}


class WorkPlanItemForm(RowForm):
    year = year_field(label=_("Year"))
    month = month_field(label=_("Month"))

    class Meta:
        model = WorkPlanItem
        fields = ["title", "year", "month", "done_on", "report"]
        widgets = {"done_on": date_input(), "report": long_text()}
        help_texts = {
            "done_on": _("Empty until it has happened."),
            "report": _("Who came, what changed, what remains."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.plan_id:
            self.initial["year"] = self.instance.plan.year

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("report") and not cleaned.get("done_on") and "done_on" not in self.errors:
            self.add_error("done_on", ValidationError(_("Say also on which day it was done."), code="no_day"))
        return cleaned


class AwardForm(RowForm):
    year = year_field(label=_("Year"))

    class Meta:
        model = Award
        fields = ["title", "year", "level", "giver"]


class PotentialForm(RowForm):
    # A new main theme takes the place of the old one.
    kept_by_service = frozenset({"is_main"})

    year = year_field(label=_("Year"), required=False, help_text=_("The year the evidence speaks of."))

    class Meta:
        model = Potential
        fields = ["code", "is_main", "note", "evidence", "year"]
        help_texts = {
            "is_main": _("One theme is the main one; choosing this replaces the old one."),
            "note": _("For example: 40 hectares of rice fields, two harvests a year."),
            "evidence": _("Where one can see it: a list, a report, an address."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(Potential.Code.choices)
        groups = [
            (str(HEADING_WORDS[name]), [(code, labels[code]) for code in codes])
            for name, codes in HEADINGS.items()
        ]
        code: Any = self.fields["code"]
        code.choices = [("", _("Choose a theme or potential")), *groups]


class ChannelForm(RowForm):
    url = forms.URLField(
        label=_("Address"),
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("Of an online channel, as it stands in the browser."),
        widget=forms.URLInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )

    class Meta:
        model = Channel
        fields = ["kind", "name", "url", "place", "reach", "is_active"]
        help_texts = {
            "place": _("Of a board, loudspeaker or radio, for example: village hall, or 107.7 FM."),
            "reach": _("How many people, which hamlets."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offline = [choice for choice in Channel.Kind.choices if choice[0] in Channel.OFFLINE_KINDS]
        online = [choice for choice in Channel.Kind.choices if choice[0] not in Channel.OFFLINE_KINDS]
        kind: Any = self.fields["kind"]
        kind.choices = [
            ("", _("Choose a kind")),
            (gettext("In the village"), offline),
            (gettext("On the internet"), online),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        kind = cleaned.get("kind")
        if kind in Channel.OFFLINE_KINDS and not cleaned.get("place"):
            self.add_error(
                "place", ValidationError(_("Say where it is or on which frequency."), code="no_place")
            )
        needs_url = kind and kind not in {*Channel.OFFLINE_KINDS, Channel.Kind.WHATSAPP}
        if needs_url and not cleaned.get("url") and "url" not in self.errors:
            self.add_error("url", ValidationError(_("Fill in the address of this channel."), code="no_url"))
        return cleaned
