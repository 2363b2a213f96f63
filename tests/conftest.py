"""Personas: Ani writes for KIM A, Budi edits KIM A, Citra edits KIM B and must see nothing of A."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kim.models import KimGroup, Region
from tests import builders
from users.models import User

pytest_plugins = ["tests.template_database"]


@pytest.fixture(autouse=True)
def _fresh_caches() -> Any:
    from django.core.cache import cache

    cache.clear()
    yield


@pytest.fixture
def kim_a(db: Any) -> KimGroup:
    return builders.make_kim(
        "KIM Mangun Karya", code="64.09.02.2004", village="Bangun Mulya", slug="bangun-mulya"
    )


@pytest.fixture
def kim_b(db: Any) -> KimGroup:
    return builders.make_kim(
        "KIM Sumber Sari", code="64.09.03.2009", village="Sumber Sari", slug="sumber-sari"
    )


@pytest.fixture
def ani(kim_a: KimGroup) -> User:
    user = builders.make_user("ani", "Ani Rahmawati", phone="+6281250000001")
    builders.join(user, "writer", kim=kim_a)
    return user


@pytest.fixture
def budi(kim_a: KimGroup) -> User:
    user = builders.make_user("budi", "Budi Santoso", phone="+6281250000002")
    builders.join(user, "editor", kim=kim_a)
    builders.join(user, "chair", kim=kim_a)
    return user


@pytest.fixture
def citra(kim_b: KimGroup) -> User:
    user = builders.make_user("citra", "Citra Lestari", phone="+6281250000003")
    builders.join(user, "editor", kim=kim_b)
    return user


@pytest.fixture
def gita(kim_a: KimGroup) -> User:
    user = builders.make_user("gita", "Gita Permata", phone="+6281250000007")
    builders.join(user, "office_admin", region=Region.objects.get(code="64.09"))
    return user


@pytest.fixture
def eko(kim_a: KimGroup) -> User:
    """Assesses every KIM of the regency."""
    user = builders.make_user("eko", "Eko Prasetyo", phone="+6281250000005")
    builders.join(user, "assessor", region=Region.objects.get(code="64.09"))
    return user


@pytest.fixture
def fitri(kim_a: KimGroup) -> User:
    """Assesses every KIM of the province: the second marker."""
    user = builders.make_user("fitri", "Fitri Handayani", phone="+6281250000006")
    builders.join(user, "assessor", region=Region.objects.get(code="64"))
    return user


@pytest.fixture
def joko(kim_a: KimGroup) -> User:
    """Coaches every KIM of the regency."""
    user = builders.make_user("joko", "Joko Susilo", phone="+6281250000010")
    builders.join(user, "coach", region=Region.objects.get(code="64.09"))
    return user


@pytest.fixture
def client_for() -> Callable[[User | None], Client]:
    """A client that is signed in as this person (or nobody)."""

    def make(user: User | None = None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return make
