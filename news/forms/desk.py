"""What an editor decides: return, schedule, correct, withdraw."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.forms.story import StoryForm, roomy
from news.models import Correction
from rubrics.models import ReasonCode


class ReasonChoiceField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.label}. {obj.hint}"


class ReturnForm(forms.Form):
    reasons = ReasonChoiceField(
        label=_("What needs to be mended?"),
        queryset=ReasonCode.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one reason, so that the writer knows where to look.")},
    )
    note = forms.CharField(
        label=_("Note to the writer"),
        max_length=2000,
        help_text=_("Write as you would speak: what is good already, and the next step."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write a note of at least one sentence to the writer.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reasons"].queryset = ReasonCode.objects.in_use()  # type: ignore[attr-defined]
        roomy(self.fields["note"].widget)


class ScheduleForm(forms.Form):
    day = forms.DateField(
        label=_("On which day"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input-short"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the day."),
            "invalid": _("Write the date as day/month/year, for example 21/11/2026."),
        },
    )
    hour = forms.TimeField(
        widget=forms.TimeInput(attrs={"type": "time", "class": "input-short"}, format="%H:%M"),
        error_messages={
            "required": _("Choose the time."),
            "invalid": _("Write the time as hours and minutes, for example 07:30."),
        },
    )

    def __init__(self, *args: Any, clock: str = "WITA", **kwargs: Any) -> None:
        """`clock` is the short name of the regency's time zone."""
        super().__init__(*args, **kwargs)
        self.fields["hour"].label = _("At what time (%(clock)s)") % {"clock": clock}
        self.initial.setdefault("day", timezone.localdate() + datetime.timedelta(days=1))
        self.initial.setdefault("hour", datetime.time(7, 0))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("day") and "hour" in cleaned and cleaned["hour"] is not None:
            naive = datetime.datetime.combine(cleaned["day"], cleaned["hour"])
            cleaned["at"] = timezone.make_aware(naive)
            if cleaned["at"] <= timezone.now():
                self.add_error("hour", _("This moment has passed. Choose a later day or time."))
        return cleaned


class CorrectionForm(StoryForm):
    """The whole text once more, with the note that readers will see on top of the story."""

    change = forms.ChoiceField(
        label=_("What is it"),
        choices=[
            (Correction.Kind.CORRECTION, _("Correction: a fact was wrong")),
            (Correction.Kind.ERRATUM, _("Erratum: a slip of the pen")),
            (Correction.Kind.RIGHT_OF_REPLY, _("Right of reply: somebody answers")),
        ],
        initial=Correction.Kind.CORRECTION,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What was put right"),
        max_length=1000,
        help_text=_("Readers see this on top of the story: what stood there, and what is right."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Tell the readers what was put right, even in one sentence.")},
    )
    field_order = ["change", "note"]


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it taken back?"),
        max_length=1000,
        help_text=_("The reason stays with the story. Readers find it no more."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the reason, even in one sentence.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roomy(self.fields["reason"].widget)
