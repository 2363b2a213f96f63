"""Whatever arrives, the answer is an answer: no failure, no write by reading, no long wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kim.models import KimGroup
from news import services
from news.models import ArticlePage
from tests import builders
from tests.hostile_requests import Hostile, hostile
from tests.isolation_world import changed_tables
from tests.kim.rows_input import make_row
from tests.news.test_rooms_writing import story_post
from users.models import User

ClientFor = Callable[[User | None], Client]
REQUESTS = 1500
LONGEST = 2.0
READERS = [
    "/", "/kim/", "/berita/", "/topik/pertanian/", "/tag/panen-raya/", "/penulis/ani/", "/cari/", "/rss.xml",
    "/bangun-mulya/", "/bangun-mulya/rss.xml", "/bangun-mulya/berita/", "/sitemap.xml", "/sitemap-berita-2026-11.xml",
    "/wa/bangun-mulya/", "/media/images/aa/x.webp", "/documents/1/x.pdf", "/healthz", "/manifest.webmanifest",
    "/masuk/", "/keluar/", "/akun/password/reset/", "/t/tebakan/", "/_util/login/", "/tidak-ada/", "/admin/",
    "/koreksi/", "/bangun-mulya/koreksi/", "/lapor/", "/lapor/tebakan/", "/akun/login/code/confirm/", "/akun/2fa/authenticate/",
]  # fmt: skip


def room_paths(story: ArticlePage, sent: ArticlePage, kim: KimGroup) -> list[str]:
    """Every room of a chair, with a draft, a story on the desk and a row of the KIM's data."""
    row = make_row("penghargaan", kim).pk
    paths = [
        f"/ruang/tulis/{story.pk}/{end}"
        for end in ("", "foto/", "foto/x/", "pratinjau/", "kirim/", "terkirim/")
    ]
    paths += [
        f"/ruang/redaksi/{sent.pk}/{end}"
        for end in (
            "",
            "banding/",
            "terbitkan/",
            "jadwalkan/",
            "kembalikan/",
            "koreksi/",
            "cabut/",
            "selesai/x/",
        )
    ]
    sections = ("pengurus", "orang", "sk", "rencana", "rencana-tahunan", "potensi", "saluran", "penghargaan")
    paths += [f"/ruang/kim/bangun-mulya/{name}/baru/" for name in sections]
    return [
        *paths, "/ruang/", "/ruang/kotak/", "/ruang/tulis/", "/ruang/tulis/baru/", "/ruang/redaksi/",
        "/ruang/redaksi/laporan/", "/ruang/aktivitas/", "/ruang/aktivitas/bangun-mulya/",
        "/ruang/aktivitas/bangun-mulya/cerita/", "/ruang/aktivitas/ekspor.csv", "/ruang/aktivitas/ekspor.xlsx",
        "/ruang/anggota/bangun-mulya/", "/ruang/anggota/bangun-mulya/undang/", "/ruang/kim/bangun-mulya/",
        "/ruang/kim/bangun-mulya/profil/", "/ruang/kim/bangun-mulya/sampul/",
        f"/ruang/kim/bangun-mulya/penghargaan/{row}/", "/ruang/kantor/kim/", "/ruang/kantor/kim/baru/",
        "/ruang/kantor/kim/bangun-mulya/", "/ruang/kantor/kim/bangun-mulya/alamat/",
        "/ruang/kantor/kim/bangun-mulya/gabung/", "/akun/", "/akun/sandi-baru/", "/akun/email/", "/akun/password/change/",
        "/akun/sessions/", "/akun/2fa/", "/akun/2fa/totp/activate/",
    ]  # fmt: skip


def send(client: Client, request: Hostile) -> tuple[int, bool, float]:
    """Status, whether anything was written, seconds."""
    start = time.perf_counter()
    with CaptureQueriesContext(connection) as captured:
        response: Any = client.generic(
            request.method, request.url, request.body, request.content_type, **request.headers
        )
        if response.streaming:
            b"".join(response.streaming_content)
    return response.status_code, changed_tables(captured.captured_queries), time.perf_counter() - start


@pytest.mark.matrix
@pytest.mark.slow
@pytest.mark.parametrize("who", ["anonymous", "budi", "gita"])
def test_malformed_requests_never_fail(
    who: str, kim_a: KimGroup, ani: User, budi: User, gita: User, client_for: ClientFor
) -> None:
    story = builders.make_draft(kim_a, ani)
    sent = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    public = builders.make_article(kim_a, ani)
    report = services.receive_report(page=public, kim=kim_a, kind="fakta", text="Luas sawahnya keliru.")
    places = READERS + [f"/lapor/{report.code}/", f"/lapor/?halaman={public.url}"]
    if who != "anonymous":
        places += room_paths(story, sent, kim_a)
        places += [f"/ruang/redaksi/laporan/{report.pk}/{end}" for end in ("", "jawab/", "bukan/")]
        places += [f"/ruang/redaksi/{public.pk}/{end}/?laporan={report.pk}" for end in ("koreksi", "cabut")]
    user = {"anonymous": None, "budi": budi, "gita": gita}[who]
    session = client_for(user).cookies.get(settings.SESSION_COOKIE_NAME)
    start = {"anonymous": 0, "budi": 10_000, "gita": 20_000}[who]
    failed, slow, wrote = [], [], []
    for seed in range(start, start + REQUESTS // 3):
        request = hostile(seed, places)
        client = Client(raise_request_exception=False, enforce_csrf_checks=seed % 5 == 0)
        if session is not None:
            client.cookies[settings.SESSION_COOKIE_NAME] = session.value
        with transaction.atomic():
            status, has_written, seconds = send(client, request)
            transaction.set_rollback(True)
        if status >= 500:
            failed.append(str(request))
        if seconds > LONGEST:
            slow.append(f"{seconds:.1f} s {request}")
        if has_written and request.method in {"GET", "HEAD", "OPTIONS", "TRACE"}:
            wrote.append(str(request))
    assert (failed, slow, wrote) == ([], [], [])


# --- single cases, each on its own field --------------------------------------

TOO_LONG_NUMBER = "9" * 5000
NUL = "\x00"


def status_of(client: Client, url: str, data: dict[str, Any] | None = None, **headers: str) -> int:
    client.raise_request_exception = False
    if data is None:
        return int(client.get(url, **headers).status_code)  # type: ignore[arg-type]
    return int(client.post(url, data, **headers).status_code)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [TOO_LONG_NUMBER, "²", "٣", "-1", NUL, "9" * 30])
def test_inbox_takes_any_text_for_the_number_of_a_notice(
    number: str, kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    assert status_of(client_for(ani), "/ruang/kotak/", {"notice": number}) == 302


@pytest.mark.parametrize("number", [TOO_LONG_NUMBER, "²", NUL, "9" * 30])
def test_new_row_takes_any_text_for_a_person(
    number: str, kim_a: KimGroup, budi: User, client_for: ClientFor
) -> None:
    url = f"/ruang/kim/bangun-mulya/pengurus/baru/?orang={number.replace(NUL, '%00')}"
    assert status_of(client_for(budi), url) == 200


@pytest.mark.parametrize("number", [TOO_LONG_NUMBER, "²", NUL, "9" * 30])
@pytest.mark.parametrize("what", ["kirim", "terbitkan"])
def test_base_revision_of_the_preview_is_any_text(
    what: str, number: str, kim_a: KimGroup, budi: User, client_for: ClientFor
) -> None:
    story = builders.make_draft(kim_a, budi)
    status = status_of(client_for(budi), f"/ruang/tulis/{story.pk}/{what}/", {"base_revision": number})
    assert status in {302, 409, 422}


@pytest.mark.parametrize("number", [TOO_LONG_NUMBER, "²", NUL, "9" * 30])
@pytest.mark.parametrize("what", ["terbitkan", "jadwalkan"])
def test_base_revision_of_the_desk_is_any_text(
    what: str, number: str, kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    story = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    post = {"base_revision": number, "day": "2030-01-01", "hour": "07:00"}
    assert status_of(client_for(budi), f"/ruang/redaksi/{story.pk}/{what}/", post) in {302, 409, 422}


@pytest.mark.parametrize("number", [TOO_LONG_NUMBER, "9" * 30, "²"])
def test_compare_takes_any_text_for_a_revision(
    number: str, kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    story = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    services.save_draft(
        article=story, user=budi, data=builders.draft_input(lead="Lain."),
        base_revision_id=ArticlePage.objects.get(pk=story.pk).latest_revision_id,
    )  # fmt: skip
    status = status_of(client_for(budi), f"/ruang/redaksi/{story.pk}/banding/?dari={number}&ke={number}")
    assert status in {200, 404}


@pytest.mark.parametrize(
    "field", ["idempotency_key", "source_name", "source_role", "headline", "text", "tags"]
)
def test_zero_byte_in_a_story_is_no_failure(
    field: str, kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    """PostgreSQL keeps no text with a zero byte; the form has to say so or drop it."""
    post = {**story_post(kim="bangun-mulya"), field: f"kata{NUL}kata"}
    assert status_of(client_for(ani), "/ruang/tulis/baru/", post) in {302, 422}


@pytest.mark.parametrize(
    "cookie", ['sessionid="\\000aaaaaaaaaaaaaaaa"', 'messages="\\000\\000"', "csrftoken=%00"]
)
@pytest.mark.parametrize("url", ["/", "/ruang/", "/masuk/"])
def test_zero_byte_in_a_cookie_is_no_failure(url: str, cookie: str, kim_a: KimGroup) -> None:
    assert status_of(Client(), url, HTTP_COOKIE=cookie) in {200, 302}


@pytest.mark.parametrize("header", [{"HTTP_ORIGIN": "http://["}, {"HTTP_REFERER": "http://[x"}])
def test_form_from_no_address_at_all_is_refused(header: dict[str, str], kim_a: KimGroup) -> None:
    client = Client(enforce_csrf_checks=True)
    answers = [
        status_of(client, "/ruang/tulis/baru/", {"text": "x" * 30}, **header),
        status_of(Client(), "/ruang/tulis/baru/", {"text": "x" * 30}, **header),
    ]
    assert answers == [403, 401]
