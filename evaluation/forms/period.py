"""Which period is looked at: a name from the list or two dates."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from evaluation.rules.periods import (
    PeriodRefused,
    Preset,
    chosen_preset,
    own_period,
    preset_period,
)

PRESET_WORDS = {
    Preset.TWELVE_WEEKS: _("The last 12 weeks"),
    Preset.THIS_MONTH: _("This month"),
    Preset.LAST_MONTH: _("Last month"),
    Preset.THIS_YEAR: _("This year"),
    Preset.OWN: _("Dates of my own"),
}
WRITE_A_DATE = _("Write the date as day/month/year, for example 21/11/2026.")
REFUSALS = {
    "ahead": _("This day has not come yet. Choose today or an earlier day."),
    "early": _("Choose a day from the year 2000 on."),
    "order": _("This day lies before the first one."),
    "long": _("Choose at most two years at a time."),
}
FIELD_OF_END = {"first": "dari", "last": "sampai"}


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": WRITE_A_DATE},
    )


class PeriodForm(forms.Form):
    """`periode` names a period, `dari` and `sampai` are its days; `semula` is what `periode` stood on when shown."""

    periode = forms.ChoiceField(
        label=_("Period"),
        required=False,
        choices=[(preset.value, words) for preset, words in PRESET_WORDS.items()],
        error_messages={"invalid_choice": _("Choose one of the periods in the list.")},
    )
    semula = forms.CharField(required=False, widget=forms.HiddenInput)
    dari = _day(_("From"))
    sampai = _day(_("Until"))

    def __init__(self, asked: QueryDict | None, *, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(asked, **kwargs)
        self.today = today
        self.preset = Preset.TWELVE_WEEKS
        self.period = preset_period(self.preset, today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        first, last = cleaned.get("dari"), cleaned.get("sampai")
        self.preset = chosen_preset(
            _preset(cleaned.get("periode")), _preset(cleaned.get("semula")), has_dates=bool(first or last)
        )
        if self.preset is not Preset.OWN:
            self.period = preset_period(self.preset, self.today)
            return cleaned
        for name, day in (("dari", first), ("sampai", last)):
            if day is None:
                self.add_error(name, ValidationError(_("Fill in both days."), code="required"))
        if first and last:
            self._take(first, last)
        return cleaned

    def _take(self, first: datetime.date, last: datetime.date) -> None:
        try:
            self.period = own_period(first, last, self.today)
        except PeriodRefused as refused:
            self.add_error(
                FIELD_OF_END[refused.field], ValidationError(REFUSALS[refused.code], code=refused.code)
            )

    def shown(self) -> PeriodForm:
        """The form to show: as it was sent when something is wrong with it, else standing on what it led to."""
        if self.errors:
            for name in ("dari", "sampai"):
                if name in self.errors:
                    # A calendar field would not show what is no date; what was typed stays in sight.
                    self.fields[name].widget.input_type = "text"
            return self
        own = self.preset is Preset.OWN
        return PeriodForm(
            None,
            today=self.today,
            initial={
                "periode": self.preset.value,
                "semula": self.preset.value,
                "dari": self.period.first if own else None,
                "sampai": self.period.last if own else None,
            },
        )


def _preset(text: str | None) -> Preset | None:
    return Preset(text) if text in set(Preset) else None
