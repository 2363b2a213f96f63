"""Acts on accounts: make one, change its data, end its sessions."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from users.models import User
from users.rules import usernames


class AccountRefused(Exception):
    """An account cannot be made so; `field` names the input, the message tells what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def free_username(full_name: str) -> str:
    """A user name made from this name that nobody has yet."""
    base = usernames.suggest(full_name)
    # Suffixes shorten long names, so compare on what all candidates share.
    stem = base[: usernames.MAX_LENGTH - 4]
    taken = {name.lower() for name in _usernames_like(stem)}
    return usernames.suggest(full_name, taken)


def _usernames_like(stem: str) -> list[str]:
    return list(User.objects.filter(username__istartswith=stem).values_list("username", flat=True))


@transaction.atomic
def create_account(*, full_name: str, phone: str | None, password: str, username: str = "") -> User:
    """Makes an account; `phone` is normalised ("+62…") or None, an empty user name is made from the name.

    Raises AccountRefused when the number or the user name was taken in the meantime.
    """
    user = User(
        full_name=full_name.strip(), phone=phone or None, username=username or free_username(full_name)
    )
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        if phone and User.objects.filter(phone=phone).exists():
            raise AccountRefused("phone", _("Another account uses this number.")) from error
        raise AccountRefused(
            "username", _("Somebody else has this user name. Change it or leave the field empty.")
        ) from error
    return user


def end_sessions(user: User) -> int:
    """Signs a person out on every device; returns how many sessions ended."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    return len(sessions)
