"""Forms of the office that change where a KIM lives: another address, another KIM."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class AddressForm(forms.Form):
    slug = forms.SlugField(
        label=_("New address"),
        max_length=50,
        help_text=_("Small letters, digits and hyphens, for example: bangun-mulya."),
        error_messages={
            "required": _("Write the new address."),
            "invalid": _("Use small letters, digits and hyphens only."),
        },
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
    )


class MergeForm(forms.Form):
    """`choices` are (slug, name) of the KIM that may take this one in."""

    into = forms.ChoiceField(
        label=_("KIM that takes everything over"),
        error_messages={
            "required": _("Choose the KIM."),
            "invalid_choice": _("Choose a KIM from the list."),
        },
    )
    sure = forms.BooleanField(
        label=_("Both chairs know of it, and I know that it cannot be undone."),
        error_messages={"required": _("Talk to both chairs first, then mark this.")},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        field.choices = [("", _("Choose a KIM")), *choices]
