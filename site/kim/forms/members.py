"""The form that invites somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kim.models import KimGroup, Membership
from users.forms import PhoneField
from users.roles import Role


class InvitationForm(forms.Form):
    full_name = forms.CharField(
        label=_("Full name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    phone = PhoneField(
        required=False,
        label=_("WhatsApp number"),
        help_text=_("So that the invitation opens in the right chat."),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect, initial=Role.WRITER)

    def __init__(self, *args: Any, kim: KimGroup, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kim = kim
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        if len(roles) == 1:
            # An editor gives one role only: nothing to choose.
            self.fields["role"].widget = forms.HiddenInput()
            self.fields["role"].initial = roles[0].value

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        phone, role = cleaned.get("phone"), cleaned.get("role")
        held = Membership.objects.active().filter(kim=self.kim, role=role, user__phone=phone)
        if phone and role and held.exists():
            self.add_error("phone", ValidationError(_("The person with this number has this role already.")))
        return cleaned
