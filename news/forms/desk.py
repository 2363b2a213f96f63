"""What an editor decides: return, schedule, correct, withdraw."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import normalize_newlines
from django.utils.translation import gettext_lazy as _

from core.typed_text import LineField, LinesField
from news.forms.report import TOO_LONG
from news.forms.story import StoryForm, initial_of, roomy
from news.models import ArticlePage, ContentReport, Correction
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
    note = LinesField(
        label=_("What was put right"),
        max_length=1000,
        help_text=_("Readers see this on top of the story: what stood there, and what is right."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Tell the readers what was put right, even in one sentence."),
            "max_length": TOO_LONG,
        },
    )
    requested_by = LineField(
        label=_("Who asked for it"),
        required=False,
        max_length=120,
        help_text=_("Readers see it, for example: the head of RT 05. Ask before you name a person."),
        error_messages={"max_length": TOO_LONG},
    )
    reply = LineField(
        label=_("Story that replies"),
        required=False,
        max_length=600,
        help_text=_("Only when the right of reply is a story of its own: paste the address of that story."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "inputmode": "url"}),
        error_messages={"max_length": TOO_LONG},
    )
    only_note = forms.BooleanField(
        label=_("The note alone: the text of the story stays as readers see it now"), required=False
    )
    answer = LinesField(
        label=_("Answer to the sender of the report"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Write an answer of at least one sentence to whoever reported this."),
            "max_length": TOO_LONG,
        },
    )
    field_order = ["note", "change", "requested_by", "reply", "only_note", "answer"]

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        find_story: Callable[[str], ArticlePage | None],
        report: ContentReport | None = None,
        withdrawn: bool = False,
        **kwargs: Any,
    ) -> None:
        """`find_story` turns an address into a public story; `report` is what this correction answers."""
        super().__init__(data, **kwargs)
        self._find_story = find_story
        if report is None:
            del self.fields["answer"]
        else:
            self.initial["answer"] = _(
                "Thank you. We have checked it and put it right. The note stands on top of the story."
            )
            if report.kind == ContentReport.Kind.RIGHT_OF_REPLY:
                self.initial["change"] = Correction.Kind.RIGHT_OF_REPLY
        if withdrawn:
            del self.fields["only_note"]

    def clean_reply(self) -> ArticlePage | None:
        address = self.cleaned_data["reply"]
        if not address:
            return None
        story = self._find_story(address)
        if story is None:
            raise forms.ValidationError(_("We find no published story at this address."))
        if self.article is not None and story.pk == self.article.pk:
            raise forms.ValidationError(
                _("This is the story itself. Paste the address of the story that replies.")
            )
        return story

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("reply") and cleaned.get("change") != Correction.Kind.RIGHT_OF_REPLY:
            self.add_error("reply", _("A story that replies belongs to a right of reply. Choose that above."))
        if cleaned.get("only_note") and not self.errors and self.text_was_changed():
            self.add_error(
                "only_note",
                _("You changed the text as well. Take this mark away, or open the page once more."),
            )
        return cleaned

    def text_was_changed(self) -> bool:
        """Whether what was typed differs from the story as the page showed it."""
        if self.article is None:
            return True
        shown, typed = initial_of(self.article), dict(self.cleaned_data)
        typed["topic"] = typed["topic"].pk if typed["topic"] else None
        typed["tags"] = ", ".join(sorted(typed["tags"]))
        shown["tags"] = ", ".join(
            sorted(word.strip().lower() for word in shown["tags"].split(",") if word.strip())
        )
        names = [name for name in shown if name != "base_revision"]
        sources = [(source.name, source.role) for source in self.article.sources.all()]
        return [row for row in self._typed_sources() if row[0]] != sources or any(
            _as_typed(shown[name]) != _as_typed(typed[name]) for name in names
        )

    def note_details(self) -> dict[str, Any]:
        """Keyword arguments of news.services.correct beside the text."""
        data = self.cleaned_data
        return {
            "note": data["note"],
            "kind": data["change"],
            "requested_by": data["requested_by"],
            "reply": data["reply"],
            "answer": data.get("answer", ""),
        }


def _as_typed(value: Any) -> str:
    """A value as a browser sends it back: other line ends, no spaces around it."""
    return normalize_newlines(str(value or "")).strip()


class WithdrawForm(forms.Form):
    reason = LinesField(
        label=_("Why is it taken back?"),
        max_length=1000,
        help_text=_("Readers see the reason, here and on the page of corrections."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the reason, even in one sentence."), "max_length": TOO_LONG},
    )
    answer = LinesField(
        label=_("Answer to the sender of the report"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Write an answer of at least one sentence to whoever reported this."),
            "max_length": TOO_LONG,
        },
    )

    def __init__(self, *args: Any, report: ContentReport | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            roomy(field.widget)
        if report is None:
            del self.fields["answer"]
        else:
            self.initial["answer"] = _("Thank you. We have checked it and taken the story back.")
