"""Forms of the office: found a KIM, keep its name, its review policy and its status, look for one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kim.models import KimGroup
from users.forms import PhoneField


class NewKimForm(forms.Form):
    region_code = forms.ChoiceField(
        label=_("Desa or kelurahan"), error_messages={"required": _("Choose the desa or kelurahan.")}
    )
    name = forms.CharField(
        label=_("Name of the KIM"),
        required=False,
        max_length=80,
        help_text=_("Empty: KIM and the name of the village."),
    )
    review_policy = forms.ChoiceField(
        label=capfirst(_("who reads before publication")),
        choices=KimGroup.ReviewPolicy.choices,
        initial=KimGroup.ReviewPolicy.KIM_EDITOR,
        widget=forms.RadioSelect,
    )
    chair_name = forms.CharField(
        label=_("Name of the chair"),
        required=False,
        max_length=120,
        help_text=_("Gets an invitation to forward on WhatsApp. Empty: invite later."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    chair_phone = PhoneField(
        required=False,
        label=_("WhatsApp number of the chair"),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    slug = forms.SlugField(
        label=_("Address on the site"),
        required=False,
        max_length=50,
        help_text=_("Empty: made from the name of the village."),
        error_messages={"invalid": _("Use small letters, digits and hyphens only.")},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, villages: list[tuple[str, list[tuple[str, str]]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region: Any = self.fields["region_code"]
        region.choices = [("", _("Choose a village")), *villages]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("chair_phone") and not cleaned.get("chair_name"):
            self.add_error(
                "chair_name", ValidationError(_("Write the name that goes with this number."), code="no_name")
            )
        return cleaned


class OfficeKimForm(forms.ModelForm):
    class Meta:
        model = KimGroup
        fields = ["name", "review_policy", "status"]
        widgets = {"review_policy": forms.RadioSelect, "status": forms.RadioSelect}
        help_texts = {
            "name": _("Also changes the title of its page; the address stays."),
            "status": _("A closed KIM keeps its stories."),
        }


class KimSearchForm(forms.Form):
    """`?q=`: part of a name or village."""

    q = forms.CharField(label=_("Name or village"), required=False, max_length=80, strip=True)
