"""Nobody reaches the unpublished work of another KIM: every address, every role, every method."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.core import mail
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, path

from kim.models import KimGroup, Region
from tests import builders
from tests.isolation_world import (
    World,
    changed_tables,
    dump,
    everything_said,
    lost_rows,
    make_world,
    routes,
)
from tests.kim.rows_input import pdf
from users.models import User

ClientFor = Callable[..., Client]
ROLES = ("anonymous", "citra", "dewi", "eko")
DOOR = re.compile(r"/masuk/\?next=")


class Row(NamedTuple):
    """Expected statuses (GET, POST): without a session, editor of KIM B, no membership, other writer of KIM A.

    `own` marks what changes only the visitor's own things when a POST succeeds.
    """

    anonymous: tuple[int, int]
    citra: tuple[int, int]
    dewi: tuple[int, int]
    eko: tuple[int, int]
    own: bool = False


def everyone(get: int, post: int) -> Row:
    return Row(*[(get, post)] * 4)


def room(citra: tuple[int, int], dewi: tuple[int, int], eko: tuple[int, int], *, own: bool = False) -> Row:
    return Row((302, 401), citra, dewi, eko, own)


def insiders(get: int, post: int, *, own: bool = False) -> Row:
    return Row((302, 401), *[(get, post)] * 3, own)


def account(get: int, post: int, *, own: bool = False) -> Row:
    """allauth's own screens: whoever is not signed in is sent to the door by GET and POST alike."""
    return Row((302, 302), *[(get, post)] * 3, own)


PUBLIC = everyone(200, 405)
ABSENT = everyone(404, 405)
FOREIGN = insiders(404, 404)
FOREIGN_POST = insiders(405, 404)
FOREIGN_SAFE = insiders(404, 405)

# Every address of ours. A new one fails test_every_route_has_a_class until somebody decides about it here.
TABLE: dict[str, Row] = {
    "healthz": everyone(200, 200),
    "readyz": everyone(200, 200),
    r"^media/(?P<path>images/.+)$": everyone(404, 404),
    "manifest.webmanifest": everyone(200, 200),
    "robots.txt": everyone(200, 200),
    "ruang/": insiders(200, 200),
    "ruang/kotak/": insiders(200, 302, own=True),
}


# --- the walk ----------------------------------------------------------------


@pytest.fixture
def world(kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User) -> World:
    return make_world(kim_a, ani, budi)


@pytest.fixture
def dewi(db: Any) -> User:
    return builders.make_user("dewi", "Dewi Anggraini", phone="+6281250000004")


@pytest.fixture
def eko(kim_a: KimGroup) -> User:
    user = builders.make_user("eko", "Eko Prasetyo", phone="+6281250000005")
    builders.join(user, "writer", kim=kim_a)
    return user


def values_of(world: World, address: str) -> dict[str, list[str]]:
    """Kim A's own keys for every parameter of an address."""
    slugs = {
        "topik/": ["pertanian"],
        "tag/": ["panen-raya"],
        "penulis/": [world.person.slug],
    }
    return {
        "pk": [str(story.pk) for story in world.stories.values()],
        "block": [world.block],
        "what": ["terbit", "jadwal"],
        "slug": next((words for start, words in slugs.items() if address.startswith(start)), [world.kim.slug]),
        "path": ["images/aa/rahasia.jpg"] if address.startswith("^media") else list(world.rows),
        "row_id": ["?"],
        "membership_id": [str(world.membership)],
        "invitation_id": [str(world.invitation)],
        "token": [world.token, "tebakan"],
        "year": ["2026"],
        "number": ["11"],
        "key": ["abc-def"],
        "uidb36": ["1"],
        "restriction_id": ["1"],
        "page_view_restriction_id": ["1"],
        "page_id": [str(world.stories["draft"].pk)],
    }


def addresses(world: World, address: str, pattern: URLPattern) -> Iterator[str]:
    """Every real path of a route, its parameters filled with KIM A's own keys."""
    plain = re.sub(r"\(\?P<(\w+)>(?:[^()\[\]]|\[[^\]]*\])*\)", r"<\1>", address)
    plain = re.sub(r"<\w+:(\w+)>", r"<\1>", plain)
    plain = plain.replace("^", "").replace("$", "").replace("\\", "")
    if address.startswith("documents/^"):
        yield "/documents/1/rahasia.pdf"
        return
    if address.startswith("^((?"):
        home = world.kim.page.url
        yield from (f"{home}berita/{story.slug}/" for story in world.stories.values())
        return
    names = re.findall(r"<(\w+)>", plain)
    known = values_of(world, address)
    for chosen in itertools.product(*(known[name] for name in names)):
        values = dict(zip(names, chosen, strict=True))
        if "row_id" in values:
            values["row_id"] = str(world.rows[values.get("path", "sk")])
        yield "/" + re.sub(r"<(\w+)>", lambda found, values=values: values[found[1]], plain)


def plausible_post(world: World) -> dict[str, Any]:
    """One form with the fields of all our forms."""
    return {
        "idempotency_key": "kunci-uji-isolasi",
        "headline": "Judul dari luar",
        "lead": "Teras dari luar.",
        "text": builders.LONG_TEXT,
        "kind": "kegiatan",
        "event_date": "2026-11-21",
        "kim": world.kim.slug,
        "action": "save",
        "base_revision": str(world.stories["draft"].latest_revision_id),
        "caption": "Keterangan dari luar",
        "alt": "Isi dari luar",
        "credit": "Orang luar",
        "source": "own",
        "consent": "given",
        "reasons": ["1"],
        "note": "Catatan dari luar",
        "reason": "Alasan dari luar",
        "change": "correction",
        "day": "2030-01-01",
        "hour": "07:00",
        "full_name": "Orang Luar",
        "phone": "081299990000",
        "role": "writer",
        "notice": str(world.notice),
        "name": "KIM Luar",
        "review_policy": "self_publish",
        "status": "active",
        "region_code": "64.09.02.2004",
        "tagline": "Dari luar",
        "about": "Dari luar",
        "hue": "2",
        "number": "SK luar",
        "issued_on": "2024-03-05",
        "issuer": "village",
        "file": pdf(),
        "title": "Dari luar",
        "year": "2026",
        "level": "regency",
        "code": "pertanian",
        "person": str(world.rows["orang"]),
        "section": "chair",
        "url": "https://contoh.id/",
        "place": "Luar",
        "password": "salah-salah-sandi",
        "email": "luar@contoh.id",
    }


class Walked(NamedTuple):
    address: str
    method: str
    status: int
    wrote: bool


def ask(client: Client, method: str, url: str, data: dict[str, Any]) -> tuple[HttpResponse, bool]:
    """The answer and whether it sent a writing statement."""
    with CaptureQueriesContext(connection) as captured:
        response: Any = client.post(url, data) if method == "POST" else client.generic(method, url)
    return response, changed_tables(captured.captured_queries)


def walk(world: World, user: User | None, client_for: ClientFor) -> tuple[list[Walked], list[str]]:
    """Every route with every method; what was answered and what went wrong."""
    before, walked, wrong = dump(), [], []
    for (address, pattern), method in itertools.product(list(routes()), ("GET", "HEAD", "POST")):
        for url in addresses(world, address, pattern):
            client = client_for(user)
            with transaction.atomic():
                response, wrote = ask(client, method, url, plausible_post(world))
                text = everything_said(response)
                own = TABLE[address].own if address in TABLE else False
                if method != "POST" and wrote:
                    wrong.append(f"{method} {url} wrote")
                if wrote:
                    lost = lost_rows(before, dump(), owned_by=user.pk if own and user else None)
                    if lost:
                        wrong.append(f"{method} {url} changed {sorted(lost)}")
                transaction.set_rollback(True)
            if url != f"/t/{world.token}/" and world.found_in(text):
                wrong.append(f"{method} {url} told a secret")
            walked.append(Walked(address, method, response.status_code, wrote))
    return walked, wrong


def test_every_route_has_a_class() -> None:
    assert sorted({address for address, _pattern in routes()} ^ set(TABLE)) == []


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_role_meets_exactly_what_the_table_says(
    role: str, world: World, citra: User, dewi: User, eko: User, client_for: ClientFor
) -> None:
    user = {"anonymous": None, "citra": citra, "dewi": dewi, "eko": eko}[role]
    walked, wrong = walk(world, user, client_for)
    print("WALK", role, {k: sorted({w.status for w in walked if (w.address, w.method)==k}) for k in {(w.address,w.method) for w in walked}})
    met: dict[tuple[str, str], set[int]] = {}
    for step in walked:
        met.setdefault((step.address, step.method), set()).add(step.status)
    expected = {}
    for address, row in TABLE.items():
        get, post = getattr(row, role)
        expected |= {(address, "GET"): {get}, (address, "HEAD"): {get}, (address, "POST"): {post}}
    assert wrong == []
    assert {key: value for key, value in met.items() if value != expected.get(key)} == {}
    assert [str(message.body) for message in mail.outbox if world.found_in(str(message.body))] == []
