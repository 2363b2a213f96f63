"""Nobody reaches the unpublished work of another KIM: every address, every role, every method."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, path

from kim.models import KimGroup, Region
from tests import builders
from tests.isolation_table import TABLE
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
    numbers = {
        "ruang/redaksi/laporan/": [world.report],
        "ruang/penilaian/rilis/": [world.sheets["submitted"]],
        "ruang/penilaian/": [world.public.pk],
        "ruang/nilai/": [world.public.pk],
    }
    stories = [story.pk for story in world.stories.values()]
    codes = {"ruang/kartu/": ["teras"], "ruang/kantor/rubrik/": ["artikel"], "ruang/penilaian/": ["W1"]}
    is_rubric = address.startswith("ruang/kantor/rubrik/")
    return {
        "pk": [
            str(pk)
            for pk in next((pks for start, pks in numbers.items() if address.startswith(start)), stories)
        ],
        # Who holds the real code of a report may read that one report.
        "code": next((words for start, words in codes.items() if address.startswith(start)), ["tebakan"]),
        "name": ["W1"],
        "other": ["1"],
        "block": [world.block],
        "what": ["terbit", "jadwal"],
        "slug": next(
            (words for start, words in slugs.items() if address.startswith(start)), [world.kim.slug]
        ),
        "path": ["images/aa/rahasia.jpg"] if address.startswith("^media") else list(world.rows),
        "row_id": ["?"],
        "membership_id": [str(world.membership)],
        "invitation_id": [str(world.invitation)],
        "token": ["tebakan"],  # who holds the real one is let in by it
        "year": ["2026"],
        "number": ["1"] if is_rubric else ["11"],
        "place": ["teras"],
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
        "address": f"/{world.kim.slug}/berita/belum-terbit/",
        "answer": "Jawaban dari luar",
        "slug": "alamat-luar",
        "into": "sumber-sari",
        "sure": "on",
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
    session = client_for(user).cookies.get(settings.SESSION_COOKIE_NAME)
    before, walked, wrong = dump(), [], []
    for (address, pattern), method in itertools.product(list(routes()), ("GET", "HEAD", "POST")):
        for url in addresses(world, address, pattern):
            client = Client()
            if session is not None:
                client.cookies[settings.SESSION_COOKIE_NAME] = session.value
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
            if world.found_in(text):
                wrong.append(f"{method} {url} told a secret")
            walked.append(Walked(address, method, response.status_code, wrote))
    return walked, wrong


def test_every_route_has_a_class() -> None:
    assert sorted({address for address, _pattern in routes()} ^ set(TABLE)) == []


@pytest.mark.matrix
@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_role_meets_exactly_what_the_table_says(
    role: str, world: World, citra: User, dewi: User, eko: User, client_for: ClientFor
) -> None:
    user = {"anonymous": None, "citra": citra, "dewi": dewi, "eko": eko}[role]
    walked, wrong = walk(world, user, client_for)
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


# --- that the walk has eyes --------------------------------------------------

SEEN_BY_BUDI = (
    "/ruang/redaksi/",
    "/ruang/redaksi/{pk}/",
    "/ruang/tulis/{pk}/",
    "/ruang/tulis/{pk}/pratinjau/",
    "/ruang/tulis/{pk}/foto/{block}/",
    "/ruang/anggota/bangun-mulya/",
    "/ruang/kim/bangun-mulya/sk/",
    "/ruang/kim/bangun-mulya/sk/{decree}/berkas/",
    "/ruang/kim/bangun-mulya/orang/",
)


@pytest.mark.parametrize("address", SEEN_BY_BUDI)
def test_editor_of_the_kim_sees_the_secrets(
    address: str, world: World, budi: User, client_for: ClientFor
) -> None:
    url = address.format(pk=world.stories["draft"].pk, block=world.block, decree=world.rows["sk"])
    response = client_for(budi).get(url)
    assert (response.status_code, world.found_in(everything_said(response))) == (200, True)


def test_walk_finds_a_route_without_class() -> None:
    patterns = [
        *get_resolver().url_patterns,
        path("ruang/bocor/<int:pk>/", lambda request, pk: HttpResponse()),
    ]
    assert [address for address, _pattern in routes(patterns) if address not in TABLE] == [
        "ruang/bocor/<int:pk>/"
    ]


@pytest.mark.django_db
def test_dump_notices_a_changed_row(world: World) -> None:
    before = dump()
    KimGroup.objects.filter(pk=world.kim.pk).update(name="KIM Lain")
    assert sorted(lost_rows(before, dump())) == ["kim_kimgroup"]


# --- pairs of own and foreign keys -------------------------------------------


@pytest.fixture
def citra_chairs(citra: User, kim_b: KimGroup) -> User:
    """With every right in KIM B, so that only the foreign key can be what is refused."""
    builders.join(citra, "chair", kim=kim_b)
    return citra


def test_foreign_keys_below_the_own_kim_are_not_there(
    world: World, citra_chairs: User, client_for: ClientFor
) -> None:
    client, before = client_for(citra_chairs), dump()
    paths = [
        f"/ruang/anggota/sumber-sari/{world.membership}/akhiri/",
        f"/ruang/anggota/sumber-sari/{world.membership}/tautan/",
        f"/ruang/anggota/sumber-sari/undangan/{world.invitation}/tautan/",
        f"/ruang/anggota/sumber-sari/undangan/{world.invitation}/batalkan/",
        f"/ruang/kim/sumber-sari/sk/{world.rows['sk']}/berkas/",
        *(f"/ruang/kim/sumber-sari/{name}/{pk}/" for name, pk in world.rows.items()),
        *(f"/ruang/kim/sumber-sari/{name}/{pk}/hapus/" for name, pk in world.rows.items()),
    ]
    answers = {url: client.post(url, plausible_post(world)).status_code for url in paths}
    answers[f"GET {paths[4]}"] = client.get(paths[4]).status_code
    assert {url: status for url, status in answers.items() if status not in {404, 405}} == {}
    assert lost_rows(before, dump()) == {}


def test_person_of_another_kim_is_no_choice(world: World, citra_chairs: User, client_for: ClientFor) -> None:
    post = {"person": world.rows["orang"], "section": "chair"}
    client = client_for(citra_chairs)
    answers = [
        client.get(f"/ruang/kim/sumber-sari/pengurus/baru/?orang={world.rows['orang']}"),
        client.post("/ruang/kim/sumber-sari/pengurus/baru/", post),
    ]
    assert [answer.status_code for answer in answers] == [200, 422]
    assert [world.found_in(everything_said(answer)) for answer in answers] == [False, False]


def test_photo_and_revision_of_another_kim_do_not_come_into_the_own_story(
    world: World, citra: User, kim_b: KimGroup, client_for: ClientFor
) -> None:
    own = builders.make_draft(kim_b, citra)
    own = builders.services.save_draft(
        article=own,
        user=citra,
        data=builders.draft_input(lead="Lain."),
        base_revision_id=own.latest_revision_id,
    )
    client, before = client_for(citra), dump()
    foreign = world.stories["draft"].latest_revision_id
    answers = [
        client.get(f"/ruang/redaksi/{own.pk}/banding/?dari={foreign}&ke={own.latest_revision_id}"),
        client.get(f"/ruang/redaksi/{own.pk}/banding/?dari={own.latest_revision_id}&ke={foreign}"),
        client.get(f"/ruang/tulis/{own.pk}/foto/{world.block}/"),
        client.post(f"/ruang/tulis/{own.pk}/foto/{world.block}/", plausible_post(world)),
        client.post(f"/ruang/tulis/{own.pk}/", {**plausible_post(world), "base_revision": foreign}),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404, 404, 409]
    assert [world.found_in(everything_said(answer)) for answer in answers] == [False] * 5
    assert lost_rows(before, dump()) == {}


def test_photo_line_in_the_text_takes_no_foreign_photo(
    world: World, citra: User, kim_b: KimGroup, client_for: ClientFor
) -> None:
    """Marks of the plain text name photos by their place in the own story, never by their key."""
    text = f"[Foto {world.secret_image.pk}]\n\n[foto 1: {world.secret_image.pk}]\n\n{builders.LONG_TEXT}"
    client = client_for(citra)
    response = client.post("/ruang/tulis/baru/", {**plausible_post(world), "kim": kim_b.slug, "text": text})
    story = kim_b.news_articlepages.get()
    body = story.get_latest_revision_as_object().body.raw_data
    assert response.status_code == 302
    assert [block["type"] for block in body if block["type"] == "photo"] == []


# --- the admin ---------------------------------------------------------------

# Texts and icons of the admin's shell, the same for everybody.
ADMIN_FOR_ALL = frozenset({"admin/jsi18n/", "admin/sprite/"})


def admin_paths(world: World) -> list[str]:
    """Every screen of the Wagtail admin, each parameter filled with the draft of KIM A."""
    paths = []
    shell = next(entry for entry in get_resolver().url_patterns if str(entry.pattern) == "admin/")
    for address, _pattern in routes(shell.url_patterns, "admin/"):
        plain = re.sub(r"<(?:\w+:)?\w+>", str(world.stories["draft"].pk), address)
        if not re.search(r"[\^$()?\\]", plain) and plain not in ADMIN_FOR_ALL:
            paths.append(f"/{plain}")
    return paths


@pytest.mark.matrix
@pytest.mark.slow
@pytest.mark.parametrize("role", ["ani", "budi", "citra", "coach"])
def test_tenants_get_no_page_of_the_admin(
    role: str, world: World, ani: User, budi: User, citra: User, client_for: ClientFor
) -> None:
    coach = builders.make_user("joko", "Joko Susilo")
    builders.join(coach, "coach", region=Region.objects.get(code="64.09"))
    client = client_for({"ani": ani, "budi": budi, "citra": citra, "coach": coach}[role])
    paths = admin_paths(world)
    opened = {}
    for url in paths:
        response = client.get(url)
        if response.status_code not in {302, 404} or world.found_in(everything_said(response)):
            opened[url] = response.status_code
    assert len(paths) > 150
    assert opened == {}
