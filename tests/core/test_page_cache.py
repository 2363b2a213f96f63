"""The page cache: who is answered from memory, with what, and when a stored page is refused."""

from __future__ import annotations

import datetime
import gzip
import threading
import time
from collections.abc import Callable
from typing import Any

import brotli
import pytest
import time_machine
from django.http import HttpResponse

from core.cache import PUBLIC
from core.cache_keys import Trace
from core.generations import raise_keys
from core.models import NetworkSettings
from core.page_cache import best_encoding
from kim.models import KimGroup
from news import services
from news.models import ArticlePage
from tests import builders
from tests.cache_reader import Reader
from users.models import User


class Pages:
    """A stand-in for Django: each answer says how often it was rendered. `keys` is what the pages depend on."""

    def __init__(self, **headers: str) -> None:
        self.rendered = 0
        self.keys = {"site"}
        self.until: datetime.datetime | None = None
        self.headers = {"Cache-Control": PUBLIC, **headers}
        self.status = 200
        self.during: Callable[[], None] = lambda: None
        self.cookie = ""
        self.seen: list[dict[str, Any]] = []

    def __call__(self, environ: dict[str, Any], start_response: Any) -> HttpResponse:
        self.seen.append(dict(environ))
        self.rendered += 1
        body = f"{environ['PATH_INFO']} {self.rendered}".encode()
        self.during()
        response = HttpResponse(body, status=self.status, headers=self.headers)
        if self.cookie:
            response.set_cookie(self.cookie, "1")
        response.reader_trace = Trace(set(self.keys), self.until, 7)  # type: ignore[attr-defined]
        cookies = [("Set-Cookie", morsel.output(header="")) for morsel in response.cookies.values()]
        start_response(f"{self.status} X", [*response.items(), *cookies])
        return response


@pytest.mark.django_db
def test_second_reader_is_answered_from_memory() -> None:
    pages = Pages()
    reader = Reader(pages)
    first, second = reader.get("/berita/"), reader.get("/berita/")
    assert (first.status, first.body, first.is_hit) == (200, b"/berita/ 1", False)
    assert (second.status, second.body, second.is_hit) == (200, b"/berita/ 1", True)
    assert pages.rendered == 1
    assert reader.cache.report() == {"hit": 1, "miss": 1, "pages": 1, "bytes": reader.cache._bytes}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "method", "environ"),
    [
        ("/berita/", "POST", {}),
        ("/berita/", "GET", {"HTTP_COOKIE": "sessionid=abc"}),
        ("/berita/", "GET", {"HTTP_COOKIE": "lain=1; sessionid=abc"}),
        ("/berita/?halaman=2", "GET", {}),
        ("/berita/?sebelum", "GET", {}),
        ("/cari/?q=panen", "GET", {}),
        ("/ruang/", "GET", {}),
        ("/masuk/", "GET", {}),
    ],
)
def test_django_answers_itself(path: str, method: str, environ: dict[str, str]) -> None:
    pages = Pages()
    reader = Reader(pages)
    for _ in range(2):
        assert reader.get(path, method, **environ).is_hit is False
    assert (pages.rendered, len(reader.cache._entries)) == (2, 0)


@pytest.mark.django_db
def test_noise_of_chats_does_not_make_another_page() -> None:
    pages = Pages()
    reader = Reader(pages)
    reader.get("/berita/?utm_source=wa&fbclid=x")
    assert pages.seen[0]["QUERY_STRING"] == ""
    assert [reader.get(path).is_hit for path in ("/berita/", "/berita/?fbclid=y", "/berita/?igsh=z")] == [
        True
    ] * 3
    assert reader.get("/berita/?sebelum=a&utm_medium=b").is_hit is False
    assert reader.get("/berita/?utm_medium=c&sebelum=a").is_hit is True


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"status": 404},
        {"headers": {"Cache-Control": "private, no-cache"}},
        {"headers": {"Cache-Control": PUBLIC, "Vary": "Cookie"}},
        {"headers": {"Cache-Control": PUBLIC, "Vary": "Accept-Language"}},
        {"cookie": "csrftoken"},
    ],
)
def test_answer_that_is_not_the_same_for_everybody_is_not_kept(change: dict[str, Any]) -> None:
    pages = Pages()
    vars(pages).update(change)
    reader = Reader(pages)
    reader.get("/berita/")
    assert (reader.get("/berita/").is_hit, pages.rendered) == (False, 2)


@pytest.mark.django_db
def test_page_is_rendered_without_what_one_reader_sent() -> None:
    pages = Pages()
    Reader(pages).get("/", HTTP_COOKIE="messages=x", HTTP_IF_NONE_MATCH="y", HTTP_RANGE="bytes=0-1")
    assert {"HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_RANGE"} & set(pages.seen[0]) == set()


@pytest.mark.django_db
def test_host_and_scheme_have_pages_of_their_own() -> None:
    pages = Pages()
    reader = Reader(pages)
    reader.get("/")
    assert reader.get("/", HTTP_HOST="lain.test").is_hit is False
    assert reader.get("/", **{"wsgi.url_scheme": "https"}).is_hit is False
    assert pages.rendered == 3


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("GZIP", "gzip"),
        ("deflate", ""),
        ("", ""),
        ("br;q=0.001", "br"),
    ],
)
def test_best_encoding(accepted: str, expected: str) -> None:
    assert best_encoding(accepted) == expected


@pytest.mark.django_db
def test_reader_gets_the_encoding_of_the_browser_from_one_rendering() -> None:
    pages = Pages()
    reader = Reader(pages)
    packed = reader.get("/", HTTP_ACCEPT_ENCODING="gzip")
    small = reader.get("/", HTTP_ACCEPT_ENCODING="br, gzip")
    plain = reader.get("/")
    assert (gzip.decompress(packed.raw), brotli.decompress(small.raw), plain.raw) == (b"/ 1", b"/ 1", b"/ 1")
    for answer, encoding in ((packed, "gzip"), (small, "br"), (plain, None)):
        assert answer.headers.get("Content-Encoding") == encoding
        assert answer.headers["Content-Length"] == str(len(answer.raw))
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["ETag"] == plain.headers["ETag"]


@pytest.mark.django_db
def test_browser_that_has_the_page_gets_304_until_it_changes() -> None:
    pages = Pages()
    reader = Reader(pages)
    etag = reader.get("/").headers["ETag"]
    again = reader.get("/", HTTP_IF_NONE_MATCH=etag)
    assert (again.status, again.raw, again.headers["ETag"], again.headers["Cache-Control"]) == (
        304,
        b"",
        etag,
        PUBLIC,
    )
    raise_keys("site")
    assert reader.get("/", HTTP_IF_NONE_MATCH=etag).status == 200


@pytest.mark.django_db
def test_head_is_answered_without_body() -> None:
    reader = Reader(Pages())
    reader.get("/")
    head = reader.get("/", "HEAD")
    assert (head.status, head.raw, head.headers["Content-Length"], head.is_hit) == (200, b"", "3", True)


@pytest.mark.django_db
def test_raised_key_refuses_exactly_the_pages_that_depend_on_it() -> None:
    pages = Pages()
    reader = Reader(pages)
    for path, keys in (("/a/", {"site", "row-1"}), ("/b/", {"site", "row-2"})):
        pages.keys = keys
        reader.get(path)
    raise_keys("row-1", "row-9")
    pages.keys = {"site", "row-1"}
    assert [reader.get(path).is_hit for path in ("/a/", "/b/", "/a/")] == [False, True, True]
    assert reader.cache.counters["refused"] == 1


@pytest.mark.django_db
def test_change_during_rendering_makes_what_was_rendered_stale() -> None:
    """The generation counts as read before rendering, whatever the rendering saw."""
    pages = Pages()
    reader = Reader(pages)
    reader.get("/warm/")
    pages.during = lambda: (raise_keys("site"), reader.cache.watch.poll())  # type: ignore[assignment, return-value]
    assert reader.get("/").body == b"/ 2"
    pages.during = lambda: None
    again = reader.get("/")
    assert (again.is_hit, again.body) == (False, b"/ 3")


@pytest.mark.django_db
def test_rolled_back_change_refuses_nothing() -> None:
    from django.db import transaction

    reader = Reader(Pages())
    reader.get("/")
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012 both lines are the case
        raise_keys("site")
        raise ZeroDivisionError
    assert reader.get("/").is_hit is True


@pytest.mark.django_db
@pytest.mark.parametrize(("after", "hit"), [(599, True), (600, False)])
def test_page_ends_after_ten_minutes(after: int, hit: bool) -> None:
    start = datetime.datetime(2026, 11, 21, 4, 0, tzinfo=datetime.UTC)
    reader = Reader(Pages())
    with time_machine.travel(start, tick=False) as clock:
        reader.get("/")
        clock.shift(after)
        assert reader.get("/").is_hit is hit


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("until", "after", "hit"), [(45, 44, True), (45, 45, False), (3, 19, True), (3, 20, False)]
)
def test_page_ends_when_its_words_change_but_not_within_twenty_seconds(
    until: int, after: int, hit: bool
) -> None:
    start = datetime.datetime(2026, 11, 21, 4, 0, tzinfo=datetime.UTC)
    pages = Pages()
    pages.until = start + datetime.timedelta(seconds=until)
    reader = Reader(pages)
    with time_machine.travel(start, tick=False) as clock:
        reader.get("/")
        clock.shift(after)
        assert reader.get("/").is_hit is hit


@pytest.mark.django_db
def test_page_ends_at_midnight_of_the_regency() -> None:
    before = datetime.datetime(2026, 11, 21, 15, 58, tzinfo=datetime.UTC)  # 23.58 WITA
    reader = Reader(Pages())
    with time_machine.travel(before, tick=False) as clock:
        reader.get("/")
        clock.shift(119)
        assert reader.get("/").is_hit is True
        clock.shift(1)
        assert reader.get("/").is_hit is False


@pytest.mark.django_db
def test_memory_is_bounded_and_what_is_asked_for_stays() -> None:
    reader = Reader(Pages(), limit=40_000)
    for number in range(50):
        reader.get("/dipakai/")
        reader.get(f"/{number}/")
    assert reader.cache._bytes <= 40_000
    assert reader.cache._bytes == sum(entry.size for entry in reader.cache._entries.values())
    assert reader.get("/dipakai/").is_hit is True
    assert reader.get("/0/").is_hit is False


@pytest.mark.django_db
def test_cache_that_is_turned_off_answers_nothing() -> None:
    pages = Pages()
    reader = Reader(pages, limit=0)
    reader.get("/")
    assert (reader.get("/").is_hit, pages.rendered) == (False, 2)


@pytest.mark.django_db
def test_page_is_rendered_once_for_all_who_ask_at_once() -> None:
    pages = Pages()
    pages.during = lambda: time.sleep(0.2)
    reader = Reader(pages)
    reader.get("/warm/")
    reader.cache.watch.may_trust = lambda: True  # type: ignore[method-assign] the threads have no transaction of the test
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(reader.get("/").body)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, pages.rendered) == ([b"/ 2"] * 8, 2)


@pytest.mark.django_db
def test_readers_are_counted_hit_or_not_and_signed_in_people_are_not() -> None:
    counted: list[int] = []
    reader = Reader(Pages(), count_read=lambda environ, page_id: counted.append(page_id))
    etag = reader.get("/").headers["ETag"]
    reader.get("/")
    reader.get("/", HTTP_IF_NONE_MATCH=etag)
    reader.get("/", "HEAD")
    reader.get("/", HTTP_COOKIE="sessionid=abc")
    assert counted == [7, 7, 7]


def test_published_story_is_seen_at_once_on_every_page_that_shows_it(
    kim_a: KimGroup, ani: User, budi: User
) -> None:
    """End to end through Django: front, KIM home, lists, feed, sitemap."""
    builders.make_article(kim_a, ani)
    reader = Reader()
    paths = ("/", "/bangun-mulya/", "/bangun-mulya/berita/", "/berita/", "/rss.xml", "/bangun-mulya/rss.xml")
    for path in paths:
        assert (path, reader.get(path).status, reader.get(path).is_hit) == (path, 200, True)
    story = builders.make_article(kim_a, ani, headline="Jembatan gantung dibuka kembali")
    for path in paths:
        answer = reader.get(path)
        assert (path, answer.is_hit, "Jembatan gantung dibuka kembali" in answer.body.decode()) == (
            path,
            False,
            True,
        )
    services.withdraw(article=story, user=budi, reason="Salah tempat.")
    for path in paths:
        answer = reader.get(path)
        assert (path, answer.is_hit, "Jembatan gantung dibuka kembali" in answer.body.decode()) == (
            path,
            False,
            False,
        )


def test_public_pages_are_kept_and_rooms_are_not(kim_a: KimGroup, ani: User, budi: User) -> None:
    story: ArticlePage = builders.make_article(kim_a, ani)
    reader = Reader()
    for path in (story.url, "/kim/", "/sitemap.xml", "/sitemap-berita.xml"):
        reader.get(str(path))
        assert (path, reader.get(str(path)).is_hit) == (path, True)
    for path in ("/masuk/", "/ruang/", "/tidak-ada/", "/cari/?q=panen", "/healthz"):
        reader.get(path)
        assert (path, reader.get(path).is_hit) == (path, False)


def test_settings_of_the_office_change_every_page(kim_a: KimGroup) -> None:
    reader = Reader()
    reader.get("/kim/")
    settings = NetworkSettings.objects.get()
    settings.network_name = "Kabar Serambi"
    settings.save()
    answer = reader.get("/kim/")
    assert (answer.is_hit, "Kabar Serambi" in answer.body.decode()) == (False, True)
