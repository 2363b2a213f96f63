"""What an assessor types: the judgement of a whole story, a remark, stepping back, changing and settling marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.typed_text import LineField, LinesField
from rubrics.models import Criterion, Recusal, RubricVersion
from rubrics.rules.advice import needs_reason

NOT_APPLICABLE = "na"
TOO_LONG = _("This is too long. Shorten it a little; nothing of it is lost.")


class JudgementForm(forms.Form):
    """Gates, praise and note. The one thing to change is proposed by the rule and may be chosen otherwise."""

    violated = forms.MultipleChoiceField(
        label=_("Is one of these true?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    praise = LinesField(
        label=_("What was good"),
        required=False,
        max_length=600,
        help_text=_("The writer reads it first. Name a place in the story."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    advice = forms.ChoiceField(
        label=_("One thing to change next"),
        required=False,
        help_text=_("The writer gets its card. Without a choice: what cost most points."),
    )
    note = LinesField(
        label=_("Note to the writer"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(
        self, *args: Any, version: RubricVersion, faults: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        """`faults` are (code, label) of the reasons on the sheet."""
        super().__init__(*args, **kwargs)
        gates = [(gate.code, f"{gate.name}. {gate.question}") for gate in version.gates.all()]
        self.fields["violated"].choices = gates  # type: ignore[attr-defined]
        self.fields["advice"].choices = [("", _("What cost most points")), *faults]  # type: ignore[attr-defined]
        if not gates:
            del self.fields["violated"]
        if not faults:
            del self.fields["advice"]

    def judgement(self) -> dict[str, Any]:
        """Keyword arguments of rubrics.services.judge."""
        data = self.cleaned_data
        return {
            "violated": data.get("violated", []),
            "praise": data["praise"],
            "note": data["note"],
            "advice": data.get("advice", ""),
        }


class RemarkForm(forms.Form):
    """A remark on one part of a story; both fields empty take it away."""

    reason = forms.ChoiceField(label=_("What is it about"), required=False)
    text = LineField(
        label=_("Remark"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", _("Praise, or something else")), *reasons]  # type: ignore[attr-defined]


class RecuseForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why do you not mark this story?"),
        choices=Recusal.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the reason; it stays with the story.")},
    )


class MarksForm(forms.Form):
    """All marks of a version on one page: one choice and the reasons for each criterion, and the gates."""

    violated = forms.MultipleChoiceField(
        label=_("Is one of these true?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, version: RubricVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria: list[Criterion] = list(version.criteria.all())
        for criterion in self.criteria:
            self.fields[f"level_{criterion.code}"] = forms.ChoiceField(
                label=f"{criterion.code} {criterion.name}",
                choices=self._levels(criterion),
                error_messages={"required": _("Give a mark.")},
            )
            offered = [(one.code, one.label) for one in criterion.reasons.all()]
            self.fields[f"reasons_{criterion.code}"] = forms.MultipleChoiceField(
                label=_("Reasons for %(name)s") % {"name": criterion.name},
                choices=offered,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        gates = [(gate.code, f"{gate.name}. {gate.question}") for gate in version.gates.all()]
        self.fields["violated"].choices = gates  # type: ignore[attr-defined]
        if not gates:
            del self.fields["violated"]

    @staticmethod
    def _levels(criterion: Criterion) -> list[tuple[str, Any]]:
        levels: list[tuple[str, Any]] = [
            (str(one.value), f"{one.value}. {one.descriptor}")
            for one in sorted(criterion.levels.all(), key=lambda one: -one.value)
        ]
        return [*levels, (NOT_APPLICABLE, _("Does not apply"))] if criterion.allows_na else levels

    @staticmethod
    def initial_of(marks: Mapping[str, int | None], reasons: Mapping[str, list[str]]) -> dict[str, Any]:
        """Initial values from marks by criterion code."""
        shown: dict[str, Any] = {f"reasons_{code}": codes for code, codes in reasons.items()}
        for code, level in marks.items():
            shown[f"level_{code}"] = NOT_APPLICABLE if level is None else str(level)
        return shown

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """(mark, reasons) as bound fields, criterion by criterion."""
        return [
            (self[f"level_{one.code}"], self[f"reasons_{one.code}"] if one.reasons.all() else None)
            for one in self.criteria
        ]

    def marks(self) -> dict[str, tuple[int | None, list[str]]]:
        """(level, reason codes) by criterion code."""
        data = self.cleaned_data
        return {
            one.code: (level_of(data[f"level_{one.code}"]), data[f"reasons_{one.code}"])
            for one in self.criteria
        }


class ChangeForm(MarksForm):
    """A released sheet, with the reason that its writer will read."""

    praise = LinesField(
        label=_("What was good"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    note = LinesField(
        label=_("Note to the writer"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    why = LinesField(
        label=_("Why do the marks change?"),
        max_length=400,
        help_text=_("The writer reads this, and the marks before stay in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Write the reason in one sentence. Released marks never change without one."),
            "max_length": TOO_LONG,
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for one in self.criteria:
            level = cleaned.get(f"level_{one.code}")
            offered = list(one.reasons.all())
            if (
                level
                and needs_reason(level_of(level))
                and len(offered) > 1
                and not cleaned[f"reasons_{one.code}"]
            ):
                self.add_error(f"reasons_{one.code}", _("Choose at least one reason for a low mark."))
        return cleaned


class SettleForm(MarksForm):
    """The marks on which two markers settle."""

    why = LinesField(
        label=_("Why these marks?"),
        max_length=1000,
        help_text=_("Both markers and the writer can read it. The two sheets stay as they are."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Write the reason in one or two sentences."),
            "max_length": TOO_LONG,
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in self.criteria:
            del self.fields[f"reasons_{one.code}"]

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"level_{one.code}"], None) for one in self.criteria]

    def marks(self) -> dict[str, tuple[int | None, list[str]]]:
        return {one.code: (level_of(self.cleaned_data[f"level_{one.code}"]), []) for one in self.criteria}


def level_of(word: str) -> int | None:
    """A level as it stands in a form: "0" to "4", or "na". Raises ValueError."""
    return None if word == NOT_APPLICABLE else int(word)
