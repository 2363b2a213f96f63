"""What the office types into a rubric: its settings, a criterion with five levels, a gate, why a version is used."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.typed_text import LineField
from rubrics.models import Criterion, Gate, ReasonCode, Rubric, RubricVersion
from rubrics.rules.totals import HIGHEST_LEVEL, GateEffect

LEVELS = tuple(range(HIGHEST_LEVEL, -1, -1))
TOO_LONG = _("This is too long (%(show_value)d letters). Keep it within %(limit_value)d.")
NUMBER = {"invalid": _("Write a number, for example 10 or 7,5."), "required": _("Write a number.")}
_DIGITS = {
    "max_digits": _("100 at most."),
    "max_whole_digits": _("100 at most."),
    "max_value": _("100 at most."),
}


class RubricForm(forms.ModelForm):
    class Meta:
        model = Rubric
        fields = ["release_by", "gap_points", "gap_levels"]
        widgets = {"release_by": forms.RadioSelect}
        localized_fields = ["gap_points"]
        error_messages = {"gap_points": NUMBER, "gap_levels": NUMBER}


class InUseForm(forms.Form):
    note = LineField(
        label=_("Why this version?"),
        max_length=300,
        help_text=_("Whoever compares scores of two years reads this."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the reason in one sentence."), "max_length": TOO_LONG},
    )


class _PartForm(forms.Form):
    """A part of a draft with a code of its own; the code is given once."""

    code = forms.SlugField(
        label=_("Code"),
        max_length=12,
        help_text=_("Short, for example W10. It stays."),
        widget=forms.TextInput(attrs={"class": "input-short", "autocapitalize": "none"}),
        error_messages={
            "invalid": _("Use letters, digits and hyphens only."),
            "required": _("Give it a code."),
            "max_length": TOO_LONG,
        },
    )
    name = LineField(
        label=_("Name"),
        max_length=60,
        error_messages={"required": _("Give it a name."), "max_length": TOO_LONG},
    )
    reasons = forms.ModelMultipleChoiceField(
        label=_("Reasons a low mark may have"),
        queryset=ReasonCode.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, version: RubricVersion, part: Criterion | Gate | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._version = version
        self.fields["reasons"].queryset = ReasonCode.objects.in_use()  # type: ignore[attr-defined]
        if part is not None:
            del self.fields["code"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        taken = {*self._version.criteria.values_list("code", flat=True)}
        taken |= {*self._version.gates.values_list("code", flat=True)}
        if code in taken:
            raise ValidationError(_("This version has this code already."))
        return code


class CriterionForm(_PartForm):
    """A criterion; a level without a descriptor is not offered to markers."""

    question = LineField(
        label=_("Question to the marker"),
        max_length=160,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the question."), "max_length": TOO_LONG},
    )
    weight = forms.DecimalField(
        label=_("Weight"),
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.01"),
        max_value=Decimal(100),
        localize=True,
        help_text=_("All weights of the version together are 100."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-short"}),
        error_messages={
            **NUMBER,
            **_DIGITS,
            "min_value": _("A weight is more than 0."),
            "max_decimal_places": _("Two decimals at most."),
        },
    )
    allows_na = forms.BooleanField(label=_("May not apply to a work"), required=False)
    field_order = ["code", "name", "question", "weight", "allows_na", "reasons"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for value in LEVELS:
            self.fields[f"descriptor_{value}"] = LineField(
                label=_("Level %(n)d: what it looks like") % {"n": value},
                required=value in (0, HIGHEST_LEVEL),
                max_length=200,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={
                    "required": _("The lowest and the highest level need words."),
                    "max_length": TOO_LONG,
                },
            )
            self.fields[f"example_{value}"] = LineField(
                label=_("Example of level %(n)d") % {"n": value},
                required=False,
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"max_length": TOO_LONG},
            )

    @staticmethod
    def initial_of(part: Criterion) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "name": part.name,
            "question": part.question,
            "weight": part.weight,
            "allows_na": part.allows_na,
            "reasons": list(part.reasons.all()),
        }
        for level in part.levels.all():
            shown |= {f"descriptor_{level.value}": level.descriptor, f"example_{level.value}": level.example}
        return shown

    def level_rows(self) -> list[tuple[Any, Any]]:
        """(descriptor, example) as bound fields, the highest level first."""
        return [(self[f"descriptor_{value}"], self[f"example_{value}"]) for value in LEVELS]

    def content(self) -> dict[str, Any]:
        """Keyword arguments of rubrics.services.save_criterion beside version, user and code."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("name", "question", "weight", "allows_na", "reasons")},
            "levels": {value: (data[f"descriptor_{value}"], data[f"example_{value}"]) for value in LEVELS},
        }


class GateForm(_PartForm):
    question = LineField(
        label=_("When is it violated?"),
        max_length=240,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the question."), "max_length": TOO_LONG},
    )
    effect = forms.ChoiceField(
        label=_("What a violation does"),
        choices=Gate.Effect.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what a violation does.")},
    )
    cap = forms.DecimalField(
        label=_("Highest total"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        localize=True,
        help_text=_("Only for “never more points than”."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-short"}),
        error_messages={
            **NUMBER,
            **_DIGITS,
            "min_value": _("0 at least."),
            "max_decimal_places": _("Two decimals at most."),
        },
    )
    field_order = ["code", "name", "question", "effect", "cap", "reasons"]

    @staticmethod
    def initial_of(part: Gate) -> dict[str, Any]:
        return {
            "name": part.name,
            "question": part.question,
            "effect": part.effect,
            "cap": part.cap,
            "reasons": list(part.reasons.all()),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        no_cap = cleaned.get("cap") is None and "cap" not in self.errors
        if cleaned.get("effect") == GateEffect.CAP and no_cap:
            self.add_error("cap", _("Write the highest total."))
        return cleaned

    def content(self) -> dict[str, Any]:
        """Keyword arguments of rubrics.services.save_gate beside version, user and code."""
        return {name: self.cleaned_data[name] for name in ("name", "question", "effect", "cap", "reasons")}
