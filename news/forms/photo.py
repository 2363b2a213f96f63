"""One photo of a story: the file and what is said about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.imaging_messages import refusal_message
from core.models.media import ConsentState, ImageSource
from news.forms.story import roomy

CONSENT_CHOICES = [
    (ConsentState.NOT_NEEDED, _("Nobody in it can be recognised")),
    (ConsentState.GIVEN, _("Everybody in it agreed")),
    (ConsentState.GUARDIAN, _("There are children, and a parent or guardian agreed")),
    (ConsentState.UNDECIDED, _("I have not asked yet")),
    (ConsentState.REFUSED, _("Somebody said no")),
]
SOURCE_CHOICES = [
    (ImageSource.OWN, _("One of us took it")),
    (ImageSource.GIVEN, _("Its maker gave it to us and agreed")),
    (ImageSource.OFFICE, _("It comes from the office")),
]


class PhotoDetailsForm(forms.Form):
    caption = forms.CharField(
        label=_("Caption"),
        required=False,
        max_length=300,
        help_text=_("Who, doing what, where, when."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "max_length": _(
                "The caption is too long (%(show_value)d letters). Keep it within %(limit_value)d."
            )
        },
    )
    alt = forms.CharField(
        label=_("What can be seen in it"),
        required=False,
        max_length=255,
        help_text=_(
            "For people who cannot see the photo. For example: five farmers with sickles in a field."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "max_length": _("This is too long (%(show_value)d letters). Keep it within %(limit_value)d.")
        },
    )
    credit = forms.CharField(label=_("Who took it"), required=False, max_length=120)
    source = forms.ChoiceField(
        label=_("Where it comes from"), choices=SOURCE_CHOICES, widget=forms.RadioSelect
    )
    consent = forms.ChoiceField(
        label=_("Do the people in it agree that it is published?"),
        choices=CONSENT_CHOICES,
        widget=forms.RadioSelect,
        help_text=_("Ask before you send. Without an answer the editor cannot publish the photo."),
    )
    consent_note = forms.CharField(
        label=_("Who agreed"),
        required=False,
        max_length=120,
        help_text=_("For children: the name of the parent or guardian."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("source", ImageSource.OWN)
        self.initial.setdefault("consent", ConsentState.UNDECIDED)
        for name, field in self.fields.items():
            roomy(field.widget)
            field.wanted = name in {"caption", "alt", "credit"}  # type: ignore[attr-defined]

    def clean_caption(self) -> str:
        return " ".join(self.cleaned_data["caption"].split())

    def clean_alt(self) -> str:
        return " ".join(self.cleaned_data["alt"].split())

    def details(self) -> dict[str, Any]:
        """Keyword arguments of the photo services."""
        data = self.cleaned_data
        return {
            "caption": data["caption"],
            "alt": data["alt"],
            "credit": data["credit"],
            "source": data["source"],
            "consent_state": data["consent"],
            "consent_note": data["consent_note"],
        }


class NewPhotoForm(PhotoDetailsForm):
    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("From the camera or the gallery, at most 25 MB."),
        # `image/*` offers camera and gallery on a phone; HEIC is named because some phones leave it out.
        widget=forms.FileInput(attrs={"accept": "image/*,.heic,.heif"}),
        error_messages={
            "required": _("Choose a photo. Your text is saved."),
            "empty": _("This file is empty. Your text is saved. Choose the photo again."),
        },
    )
    field_order = ["photo"]

    def clean_photo(self) -> Any:
        upload = self.cleaned_data["photo"]
        limit = settings.KIM_MAX_PHOTO_BYTES
        if upload.size > limit:
            params = {"limit": limit // (1024 * 1024)}
            raise forms.ValidationError(refusal_message("too_many_bytes", params))
        return upload
