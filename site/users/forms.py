"""Forms of the account: sign in, own data, new password, join by invitation."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from users.models import User
from users.rules import phone as phone_rule
from users.rules import usernames

PASSWORD_HINT = _("At least 10 characters. Three words in a row are easy to remember and hard to guess.")


class PhoneField(forms.CharField):
    """A telephone number in any usual spelling; cleans to "+62…"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Phone number"))
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})
        )
        # As typed, with separators; the kept form has at most 16 characters.
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return phone_rule.as_written(value) if isinstance(value, str) and value.startswith("+62") else value

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return phone_rule.normalise(text)
        except ValueError as error:
            raise ValidationError(
                _("This is not a complete phone number. Write it like 0812-3456-7890."), code="invalid_phone"
            ) from error


def password_field(**kwargs: Any) -> forms.CharField:
    """A field for a new password; validators need the user and run in the form's clean."""
    return forms.CharField(
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        **{"label": _("New password"), "help_text": PASSWORD_HINT, **kwargs},
    )


class LoginForm(AllauthLoginForm):
    """One field that takes a telephone number, an e-mail or a user name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("Phone number, e-mail or user name")
        login.widget = forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        )
        login.error_messages["required"] = _("Fill in your phone number, e-mail or user name.")
        password = self.fields["password"]
        password.help_text = ""
        password.widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        password.error_messages["required"] = _("Fill in your password.")

    def clean_login(self) -> str:
        """Every spelling of a number counts as the same login, also where wrong tries are counted."""
        login: str = super().clean_login()
        try:
            return phone_rule.normalise(login)
        except ValueError:
            return login


class ProfileForm(forms.ModelForm):
    """Own name and telephone number."""

    phone = PhoneField(required=False, help_text=_("You can sign in with this number."))

    class Meta:
        model = User
        fields = ["full_name", "phone"]
        widgets = {"full_name": forms.TextInput(attrs={"autocomplete": "name"})}

    def clean_phone(self) -> str | None:
        phone = self.cleaned_data["phone"] or None
        if phone and User.objects.filter(phone=phone).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Another account uses this number."), code="phone_taken")
        return phone


class NewPasswordForm(forms.Form):
    """A new password for somebody who came by a login link."""

    password = password_field()

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password


class JoinForm(forms.Form):
    """The account of an invited person."""

    full_name = forms.CharField(
        label=_("Full name"),
        max_length=120,
        help_text=_("As it should stand under your stories."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(required=False, help_text=_("To sign in later. Readers do not see it."))
    username = forms.CharField(
        label=_("User name"),
        required=False,
        max_length=usernames.MAX_LENGTH,
        help_text=_("You can also sign in with this. Leave it as it is if you like."),
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = password_field(label=_("Password"))
    # Set by clean: the number belongs to an account that exists already.
    phone_is_known = False

    def clean_phone(self) -> str | None:
        phone = self.cleaned_data["phone"] or None
        if phone and User.objects.filter(phone=phone).exists():
            self.phone_is_known = True
            raise ValidationError(
                _("This number has an account already. Sign in with it, then accept the invitation."),
                code="phone_taken",
            )
        return phone

    def clean_username(self) -> str:
        typed = self.cleaned_data["username"]
        if not typed:
            return ""
        try:
            username = usernames.check(typed)
        except ValueError as error:
            raise ValidationError(
                _("Use 3 to 30 small letters, digits, dots or hyphens, and begin with a letter."),
                code="invalid_username",
            ) from error
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(
                _("Somebody else has this user name. Change it or leave the field empty."),
                code="username_taken",
            )
        return username

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        password = cleaned.get("password")
        if password:
            person = User(full_name=cleaned.get("full_name", ""), username=cleaned.get("username", ""))
            try:
                password_validation.validate_password(password, person)
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned
