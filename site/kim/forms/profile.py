"""Forms of the KIM's own page: who it is, how to reach it, its colour, its cover picture."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.models.media import PUBLISHABLE_CONSENT, ConsentState
from kim.forms.fields import long_text, year_field
from kim.models import KimGroup
from users.forms import PhoneField

HUES = [
    ("1", _("Green")),
    ("2", _("Blue")),
    ("3", _("Ochre")),
    ("4", _("Brick red")),
    ("5", _("Indigo")),
    ("6", _("Purple")),
    ("7", _("Brown")),
    ("8", _("Teal")),
]


class ProfileForm(forms.ModelForm):
    """Everything but the name, the address on the site and the review policy, which are the office's."""

    founded_year = year_field(label=capfirst(_("founded in")), required=False)
    whatsapp = PhoneField(
        required=False,
        label=capfirst(_("WhatsApp number")),
        help_text=_("Readers write to it; the number itself does not stand on the page."),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    hue = forms.TypedChoiceField(
        label=capfirst(_("colour")), choices=HUES, coerce=int, widget=forms.RadioSelect
    )
    status = forms.ChoiceField(
        label=capfirst(_("status")),
        choices=[
            (KimGroup.Status.ACTIVE, KimGroup.Status.ACTIVE.label),
            (KimGroup.Status.PAUSED, KimGroup.Status.PAUSED.label),
        ],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = KimGroup
        fields = [
            "tagline",
            "about",
            "address",
            "whatsapp",
            "founded_year",
            "kim_id_number",
            "hue",
            "status",
        ]
        widgets = {"tagline": long_text(2), "about": long_text(6), "address": long_text(2)}
        help_texts = {
            "tagline": _("What this KIM is, for example: news from the rice village on the coast."),
            "about": _("Who you are, since when, what you write about."),
            "address": _("Where people find you, for example: village hall of Bangun Mulya."),
            "kim_id_number": _("As it stands on KIM.ID."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.whatsapp:
            # Kept as WhatsApp wants it, digits with country code; shown as people write it.
            self.initial["whatsapp"] = f"+{self.instance.whatsapp.lstrip('+')}"
        if self.instance.status == KimGroup.Status.CLOSED:
            # The office closed it and the office opens it again.
            del self.fields["status"]

    def clean_whatsapp(self) -> str:
        return str(self.cleaned_data["whatsapp"]).lstrip("+")

    def clean_founded_year(self) -> int | None:
        year: int | None = self.cleaned_data["founded_year"]
        if year and year > timezone.localdate().year:
            raise ValidationError(_("This year has not come yet."), code="future")
        return year


class CoverForm(forms.Form):
    """A new cover picture; the file itself is judged by core.imaging."""

    photo = forms.FileField(
        label=_("Photo"),
        max_length=200,
        help_text=_("Wide, without writing on it: the village, its people at work."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={
            "required": _("Choose a photo from the gallery of your phone."),
            "empty": _("This file is empty. Choose the photo again."),
        },
    )
    alt = forms.CharField(
        label=_("What can be seen"),
        max_length=255,
        help_text=_("For people who cannot see the picture, in one sentence."),
        widget=long_text(2),
    )
    credit = forms.CharField(label=_("Who took it"), max_length=120)
    consent_state = forms.ChoiceField(
        label=_("The people in the picture"),
        choices=[(state.value, state.label) for state in ConsentState if state in PUBLISHABLE_CONSENT],
        widget=forms.RadioSelect,
    )
    consent_note = forms.CharField(
        label=_("Who agreed"),
        required=False,
        max_length=120,
        help_text=_("Names, when somebody agreed; readers do not see them."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        asked = cleaned.get("consent_state") in {ConsentState.GIVEN, ConsentState.GUARDIAN}
        if asked and not cleaned.get("consent_note"):
            self.add_error(
                "consent_note", ValidationError(_("Write the names of those who agreed."), code="no_name")
            )
        return cleaned
