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
    # Answers for machines.
    "healthz": everyone(200, 200),
    "readyz": everyone(200, 200),
    "manifest.webmanifest": everyone(200, 200),
    "robots.txt": everyone(200, 200),
    r"^media/(?P<path>images/.+)$": everyone(404, 404),
    r"documents/^(\d+)/(.*)$": everyone(404, 404),
    # What every reader may open; the person, the unpublished pages and the missing lock answer as if not there.
    r"^((?:[\w\-]+/)*)$": everyone(404, 404),
    "kim/": PUBLIC,
    "wa/<slug:slug>/": everyone(302, 405),
    "berita/": PUBLIC,
    "topik/<slug:slug>/": PUBLIC,
    "tag/<slug:slug>/": PUBLIC,
    "cari/": PUBLIC,
    "penulis/<slug:slug>/": ABSENT,
    "koreksi/": PUBLIC,
    "<slug:slug>/koreksi/": PUBLIC,
    # A form for everybody; what is posted about KIM A's unpublished pages finds no page.
    "lapor/": everyone(200, 422),
    "lapor/<slug:code>/": everyone(404, 405),
    "rss.xml": PUBLIC,
    "topik/<slug:slug>/rss.xml": PUBLIC,
    "penulis/<slug:slug>/rss.xml": ABSENT,
    "<slug:slug>/rss.xml": PUBLIC,
    "sitemap.xml": PUBLIC,
    "sitemap-halaman.xml": PUBLIC,
    "sitemap-berita.xml": PUBLIC,
    r"^sitemap-berita-(?P<year>20\d\d)-(?P<number>\d\d)\.xml$": PUBLIC,
    "documents/authenticate_with_password/<int:restriction_id>/": everyone(404, 404),
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": everyone(404, 404),
    # One door: every other address of a login leads to it.
    "masuk/": Row((200, 422), (302, 302), (302, 302), (302, 302)),
    "keluar/": Row((302, 302), (200, 302), (200, 302), (200, 302), own=True),
    "admin/login/": everyone(302, 302),
    "_util/login/": everyone(302, 302),
    "akun/login/": everyone(302, 302),
    "akun/logout/": everyone(302, 302),
    "t/<str:token>/": everyone(404, 404),
    # The own account.
    "akun/": insiders(200, 302, own=True),
    "akun/sandi-baru/": insiders(302, 302),
    "akun/inactive/": everyone(200, 405),
    "akun/signup/": Row((200, 200), (302, 302), (302, 302), (302, 302)),
    "akun/reauthenticate/": account(200, 200),
    "akun/email/": account(200, 302, own=True),
    "akun/confirm-email/": everyone(200, 405),
    r"akun/^confirm-email/(?P<key>[-:\w]+)/$": everyone(200, 404),
    "akun/password/change/": account(200, 200),
    "akun/password/set/": account(302, 302),
    "akun/password/reset/": everyone(200, 302),
    "akun/password/reset/done/": everyone(200, 405),
    "akun/password/reset/key/done/": everyone(200, 405),
    r"akun/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": everyone(200, 200),
    "akun/login/code/confirm/": everyone(302, 302),
    "akun/sessions/": account(200, 302, own=True),
    "akun/2fa/": account(200, 405),
    "akun/2fa/authenticate/": everyone(302, 302),
    "akun/2fa/reauthenticate/": everyone(302, 302),
    "akun/2fa/totp/activate/": account(302, 302),
    "akun/2fa/totp/deactivate/": account(404, 404),
    "akun/2fa/recovery-codes/": account(404, 405),
    "akun/2fa/recovery-codes/generate/": account(302, 302),
    "akun/2fa/recovery-codes/download/": account(404, 404),
    # The own rooms.
    "ruang/": insiders(200, 200),
    "ruang/kotak/": insiders(200, 302, own=True),
    "ruang/tulis/": insiders(200, 200),
    "ruang/tulis/baru/": room((200, 422), (404, 404), (200, 302), own=True),
    "ruang/redaksi/": room((200, 200), (404, 404), (404, 404)),
    "ruang/redaksi/laporan/": room((200, 200), (404, 404), (404, 404)),
    "ruang/anggota/": room((302, 302), (404, 404), (404, 404)),
    # Whoever oversees no region is led to the own KIM; a file holds what its list holds.
    "ruang/aktivitas/": room((302, 405), (404, 405), (302, 405)),
    "ruang/aktivitas/ekspor.csv": room((200, 405), (404, 405), (200, 405)),
    "ruang/aktivitas/ekspor.xlsx": room((200, 405), (404, 405), (200, 405)),
    "ruang/kim/": FOREIGN,
    "ruang/kantor/kim/": FOREIGN,
    "ruang/kantor/kim/baru/": FOREIGN,
    # Things of KIM A.
    "ruang/aktivitas/<slug:slug>/": room((404, 405), (404, 405), (200, 405)),
    "ruang/aktivitas/<slug:slug>/cerita/": room((404, 405), (404, 405), (200, 405)),
    "ruang/kantor/kim/<slug:slug>/": FOREIGN,
    "ruang/kantor/kim/<slug:slug>/alamat/": FOREIGN,
    "ruang/kantor/kim/<slug:slug>/gabung/": FOREIGN,
    "ruang/kim/<slug:slug>/": FOREIGN,
    "ruang/kim/<slug:slug>/profil/": FOREIGN,
    "ruang/kim/<slug:slug>/sampul/": FOREIGN,
    "ruang/kim/<slug:slug>/sampul/lepas/": FOREIGN_POST,
    "ruang/kim/<slug:slug>/sk/<int:row_id>/berkas/": FOREIGN_SAFE,
    "ruang/kim/<slug:slug>/<slug:path>/": FOREIGN_SAFE,
    "ruang/kim/<slug:slug>/<slug:path>/baru/": FOREIGN,
    "ruang/kim/<slug:slug>/<slug:path>/<int:row_id>/": FOREIGN,
    "ruang/kim/<slug:slug>/<slug:path>/<int:row_id>/hapus/": FOREIGN,
    "ruang/anggota/<slug:slug>/": FOREIGN,
    "ruang/anggota/<slug:slug>/undang/": FOREIGN,
    "ruang/anggota/<slug:slug>/tautan/": FOREIGN,
    "ruang/anggota/<slug:slug>/<int:membership_id>/tautan/": FOREIGN_POST,
    "ruang/anggota/<slug:slug>/<int:membership_id>/akhiri/": FOREIGN,
    "ruang/anggota/<slug:slug>/undangan/<int:invitation_id>/tautan/": FOREIGN_POST,
    "ruang/anggota/<slug:slug>/undangan/<int:invitation_id>/batalkan/": FOREIGN_POST,
    "ruang/tulis/<int:pk>/": FOREIGN,
    "ruang/tulis/<int:pk>/foto/": FOREIGN,
    "ruang/tulis/<int:pk>/foto/<slug:block>/": FOREIGN,
    "ruang/tulis/<int:pk>/foto/<slug:block>/hapus/": FOREIGN,
    "ruang/tulis/<int:pk>/pratinjau/": FOREIGN,
    "ruang/tulis/<int:pk>/kirim/": FOREIGN_POST,
    "ruang/tulis/<int:pk>/terbitkan/": FOREIGN_POST,
    "ruang/tulis/<int:pk>/terkirim/": FOREIGN,
    "ruang/redaksi/laporan/<int:pk>/": FOREIGN,
    "ruang/redaksi/laporan/<int:pk>/jawab/": FOREIGN_POST,
    "ruang/redaksi/laporan/<int:pk>/bukan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/": FOREIGN,
    "ruang/redaksi/<int:pk>/banding/": FOREIGN,
    "ruang/redaksi/<int:pk>/terbitkan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/jadwalkan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/kembalikan/": FOREIGN_POST,
    "ruang/redaksi/<int:pk>/koreksi/": FOREIGN,
    "ruang/redaksi/<int:pk>/cabut/": FOREIGN,
    "ruang/redaksi/<int:pk>/selesai/<slug:what>/": FOREIGN,
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
        "pk": [str(world.report)]
        if "laporan/" in address
        else [str(story.pk) for story in world.stories.values()],
        "code": ["tebakan"],  # who holds the real one may read that one report
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
