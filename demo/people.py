"""Demo accounts: one invented person for every role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kim.models import KimGroup, Membership, Person, Region
from users.models import User


@dataclass(frozen=True)
class Account:
    """`role` is empty for people without a membership; `where` is a KIM address or a region code."""

    username: str
    full_name: str
    phone: str
    about: str
    roles: tuple[str, ...] = ()
    where: str = ""


ACCOUNTS = (
    Account(
        "ani", "Ani Rahmawati", "+6281250000001", "penulis KIM Mangun Karya", ("writer",), "bangun-mulya"
    ),
    Account(
        "budi",
        "Budi Santoso",
        "+6281250000002",
        "redaktur dan ketua KIM Mangun Karya",
        ("editor", "chair"),
        "bangun-mulya",
    ),
    Account(
        "citra", "Citra Lestari", "+6281250000003", "redaktur KIM Sumber Sari", ("editor",), "sumber-sari"
    ),
    Account("dewi", "Dewi Anggraini", "+6281250000004", "pemilik usaha di Bangun Mulya"),
    Account("eko", "Eko Prasetyo", "+6281250000005", "penilai kabupaten", ("assessor",), "64.09"),
    Account("fitri", "Fitri Handayani", "+6281250000006", "penilai provinsi", ("assessor",), "64"),
    Account("gita", "Gita Permata", "+6281250000007", "admin kantor", ("office_admin",), "64.09"),
    Account("hadi", "Hadi Wijaya", "+6281250000008", "pelatih", ("trainer",), "64.09"),
    Account(
        "indah",
        "Indah Puspita",
        "+6281250000009",
        "peserta belajar dan penulis KIM Waru",
        ("writer",),
        "waru",
    ),
    Account("joko", "Joko Susilo", "+6281250000010", "pembina kabupaten", ("coach",), "64.09"),
)


def make_accounts(password: str) -> dict[str, User]:
    """Creates or renews the accounts and their memberships; returns them by user name."""
    users = {}
    for account in ACCOUNTS:
        user, _created = User.objects.get_or_create(
            username=account.username, defaults={"full_name": account.full_name, "phone": account.phone}
        )
        user.set_password(password)
        user.save()
        users[account.username] = user
        for role in account.roles:
            _membership(user, role, account.where)
        kim = KimGroup.objects.filter(slug=account.where).first()
        if kim is not None:
            _link_person(kim, user)
    return users


def _membership(user: User, role: str, where: str) -> Membership:
    scope: dict[str, Any]
    if where[:1].isdigit():
        scope = {"region": Region.objects.get(code=where)}
    else:
        scope = {"kim": KimGroup.objects.get(slug=where)}
    membership, _created = Membership.objects.get_or_create(user=user, role=role, ends_at=None, **scope)
    return membership


def _link_person(kim: KimGroup, user: User) -> None:
    """The byline person of the same name becomes the account's person."""
    person = Person.objects.filter(kim=kim, full_name=user.full_name).first()
    if person is None:
        Person.objects.get_or_create(
            kim=kim, user=user, defaults={"full_name": user.full_name, "slug": f"{user.username}-{kim.slug}"}
        )
    elif person.user_id is None:
        person.user = user
        person.save(update_fields=["user"])
