"""How allauth meets our accounts: telephone numbers as login, no sign-up by strangers, plain words."""

import io
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from users.models import User
from users.rules import phone as phone_rule

# One sentence for every wrong login, so that nobody learns which numbers have an account.
WRONG_LOGIN = _(
    "The number, e-mail or user name, or the password, is not right. Check both and try again, "
    "or ask your editor for a login link."
)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG_LOGIN,
        "phone_password_mismatch": WRONG_LOGIN,
        "username_password_mismatch": WRONG_LOGIN,
        "too_many_login_attempts": _(
            "Too many wrong tries. Wait five minutes and try again, or ask your editor for a login link."
        ),
        "rate_limited": _("Too many tries in a short time. Wait a minute, then try again."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only addresses on the host that is being visited."""
        request = context.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def phone_form_field(self, **kwargs: Any) -> forms.Field:
        from users.forms import PhoneField

        return PhoneField(**kwargs)

    def clean_phone(self, phone: str) -> str:
        return phone_rule.normalise(phone)

    def get_phone(self, user: Any) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: Any, phone: str, verified: bool) -> None:
        user.phone, user.phone_verified = phone_rule.normalise(phone), verified
        user.save(update_fields=["phone", "phone_verified"])

    def set_phone_verified(self, user: Any, phone: str) -> None:
        self.set_phone(user, phone, True)

    def get_user_by_phone(self, phone: str) -> User | None:
        """The account with this number, however it was typed."""
        try:
            return User.objects.filter(phone=phone_rule.normalise(phone)).first()
        except ValueError:
            return None


class SecondFactorAdapter(DefaultMFAAdapter):
    def build_totp_svg(self, url: str) -> str:
        """The code on white with its quiet zone, so that it can be scanned from a dark screen too."""
        svg = io.BytesIO()
        segno.make(url, error="m").save(svg, kind="svg", scale=5, border=4, light="#fff", xmldecl=False)
        return svg.getvalue().decode()
