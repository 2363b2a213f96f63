"""Queries of every list at 10 and at 500 KIM: the same number, for readers and in the rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from demo import scale
from kim.models import KimGroup, Person
from news.models import ArticlePage, Topic
from rubrics.services import open_sheet
from tests import builders
from tests.rubrics.marks import fill, score
from users.models import User

PUBLIC = (
    "/",
    "/kim/",
    "/berita/",
    "/bangun-mulya/",
    "/bangun-mulya/berita/",
    "/topik/pertanian/",
    "/tag/panen-raya/",
    "/cari/?q=panen",
    "/koreksi/",
    "/bangun-mulya/koreksi/",
    "/rss.xml",
    "/bangun-mulya/rss.xml",
    "/sitemap.xml",
    "/sitemap-berita.xml",
)
ACTIVITY = (
    "/ruang/aktivitas/",
    "/ruang/aktivitas/?periode=tahun-ini",
    "/ruang/aktivitas/ekspor.csv?periode=tahun-ini",
    "/ruang/aktivitas/ekspor.xlsx?periode=tahun-ini",
    "/ruang/aktivitas/bangun-mulya/?periode=tahun-ini",
    "/ruang/aktivitas/bangun-mulya/cerita/?periode=tahun-ini",
)
MARKING = (
    "/ruang/penilaian/",
    *(f"/ruang/penilaian/?tampil={show}" for show in ("baru", "mulai", "kedua", "sepakat", "selesai")),
    "/ruang/penilaian/?kim=bangun-mulya&topik=pertanian",
)
ROOMS = {
    "ani": (
        "/ruang/",
        "/ruang/tulis/",
        "/ruang/kotak/",
        "/ruang/nilai/",
        "/ruang/nilai/kim/bangun-mulya/",
        "/ruang/kartu/",
    ),
    "budi": (
        "/ruang/",
        "/ruang/redaksi/",
        "/ruang/redaksi/laporan/",
        "/ruang/anggota/bangun-mulya/",
        "/ruang/kim/bangun-mulya/",
    ),
    "joko": ("/ruang/", "/ruang/redaksi/", "/ruang/penilaian/rilis/", *ACTIVITY),
    "eko": ("/ruang/", *ACTIVITY, *MARKING),
    "gita": ("/ruang/", "/ruang/redaksi/", "/ruang/kantor/kim/", "/ruang/anggota/", "/ruang/kim/"),
}


def queries_of(client: Client, path: str) -> int:
    cache.clear()
    client.get(path)  # content types and site paths are read once per process
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
        if answer.streaming:
            b"".join(answer.streaming_content)  # type: ignore[arg-type]
    assert (path, answer.status_code) == (path, 200)
    return len(captured)


@pytest.mark.slow
def test_queries_are_the_same_at_10_and_500_kim(
    kim_a: KimGroup,
    ani: User,
    budi: User,
    gita: User,
    eko: User,
    fitri: User,
    joko: User,
    client_for: Callable[[User | None], Client],
) -> None:
    story = builders.make_article(kim_a, ani)
    builders.make_draft(kim_a, ani)
    _mark(kim_a, ani, eko, fitri)
    say: Callable[[str], Any] = lambda text: None  # noqa: E731
    people = {"ani": ani, "budi": budi, "gita": gita, "joko": joko, "eko": eko}

    def measure() -> dict[str, int]:
        found = {path: queries_of(client_for(None), path) for path in addresses}
        for name, paths in ROOMS.items():
            client = client_for(people[name])
            found |= {f"{name} {path}": queries_of(client, path) for path in paths}
        return found

    writer = Person.objects.get(kim=kim_a, user=ani)
    Person.objects.filter(pk=writer.pk).update(consents_to_show=True)
    addresses = (*PUBLIC, str(story.url), f"/penulis/{writer.slug}/", f"/penulis/{writer.slug}/rss.xml")
    Topic.objects.get_or_create(slug="pertanian", defaults={"name": "Pertanian"})
    scale.make_articles(scale.ensure_kims(10, say), 200, say)
    few = measure()
    scale.make_articles(scale.ensure_kims(500, say), 1000, say)
    assert KimGroup.objects.count() == 500
    assert ArticlePage.objects.live().count() == 1205
    assert measure() == few


def _mark(kim: KimGroup, writer: User, eko: User, fitri: User) -> None:
    """One story in each list of the assessor: done, to settle, begun, for a second marker."""
    done, far, begun, second = (builders.make_article(kim, writer) for _story in range(4))
    score(done, eko, "442244444")
    score(far, eko, "444444444")
    score(far, fitri, "440044444")
    fill(open_sheet(work=begun, user=eko, rubric="artikel"), eko, "444444444")
    score(second, fitri, "444444444")


def test_lists_of_marks_cost_the_same_at_one_and_three_rows(
    kim_a: KimGroup,
    ani: User,
    budi: User,
    eko: User,
    fitri: User,
    client_for: Callable[[User | None], Client],
) -> None:
    paths = {"eko": MARKING, "ani": ("/ruang/nilai/", "/ruang/nilai/kim/bangun-mulya/")}
    people = {"eko": eko, "ani": ani}

    def measure() -> dict[str, int]:
        clients = {name: client_for(user) for name, user in people.items()}
        return {f"{name} {path}": queries_of(clients[name], path) for name in paths for path in paths[name]}

    _mark(kim_a, ani, eko, fitri)
    builders.make_article(kim_a, ani)
    one = measure()
    for _time in range(2):
        _mark(kim_a, ani, eko, fitri)
        builders.make_article(kim_a, ani)
    assert measure() == one
