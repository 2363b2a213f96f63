"""Bytes and queries per page type on the demo, with the budgets beside (`script/bench`)."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.budgets import ARTICLE, FRONT, KIM_HOME, PUBLIC, ROOM, Budget, broken
from tests.bench.weight import Weight, weigh

COLUMNS = "{:<22} {:>4}  {:>6} {:>6} {:>6} {:>7} {:>4} {:>5}  {}"


@dataclass
class Measured:
    name: str
    budget: Budget
    pages: int
    heaviest: Weight
    queries: int


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="warta-kim-bench-"))
    try:
        _prepare(folder)
        results = list(_measure_all())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return _report(results)


def _prepare(folder: Path) -> None:
    """A fresh SQLite database with the demo; needs no server and leaves nothing behind."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    import warnings

    import django

    # Nothing is collected here: the pages are read, their files are found where they lie.
    warnings.filterwarnings("ignore", "No directory at:")
    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from core.template_db import start_database

    setup_test_environment()
    began = time.monotonic()
    start_database()
    with open(os.devnull, "w") as silence:
        call_command("demo", stdout=silence)
    print(f"demo loaded in {time.monotonic() - began:.0f} s")


def _measure_all() -> Iterator[Measured]:
    from django.test import Client

    from news.models import ArticlePage
    from users.models import User

    reader = Client()
    for name, budget, addresses in _public_pages():
        yield _measure(reader, name, budget, addresses)
    for username, pages in (
        (
            "ani",
            ["/ruang/", "/ruang/tulis/", "/ruang/tulis/baru/", "/akun/", "/ruang/nilai/", "/ruang/kartu/"],
        ),
        ("budi", ["/ruang/", "/ruang/redaksi/"]),
        ("gita", ["/ruang/kantor/rubrik/artikel/", "/ruang/kantor/rubrik/artikel/1/"]),
        (
            "eko",
            ["/ruang/aktivitas/", "/ruang/aktivitas/bangun-mulya/?periode=tahun-ini", *_pages_of_marks()],
        ),
    ):
        person = User.objects.get(username=username)
        client = Client()
        client.force_login(person)
        for address in pages:
            yield _measure(client, f"{username} {address}", ROOM, [address])
        own = ArticlePage.objects.filter(owner=person, live=False).first()
        if own is not None and username == "ani":
            yield _measure(client, "ani, one draft", ROOM, [f"/ruang/tulis/{own.pk}/"])


def _pages_of_marks() -> list[str]:
    """The queue of an assessor, a story that waits, and one of its cards."""
    from news.models import ArticlePage
    from rubrics.models import ScoreSheet

    marked = ScoreSheet.objects.values("work_id")
    story = ArticlePage.objects.live().exclude(pk__in=marked).order_by("-pk").first()
    if story is None:
        return ["/ruang/penilaian/"]
    address = f"/ruang/penilaian/{story.pk}/"
    return ["/ruang/penilaian/", address, f"{address}kriteria/W3/"]


def _public_pages() -> list[tuple[str, Budget, list[str]]]:
    from kim.models import KimPage
    from news.models import ArticleByline, ArticlePage, Topic

    topic = Topic.objects.filter(articles__live=True).first()
    writer = ArticleByline.objects.select_related("person").first()
    pages = [
        ("front", FRONT, ["/"]),
        ("KIM home", KIM_HOME, [page.url for page in KimPage.objects.live()]),
        ("article", ARTICLE, [page.url for page in ArticlePage.objects.live()]),
        ("news list", PUBLIC, ["/berita/"]),
        ("KIM list", PUBLIC, ["/kim/"]),
        ("search", PUBLIC, ["/cari/?q=desa"]),
        ("standard page", PUBLIC, ["/tentang/"]),
        ("sign-in", PUBLIC, ["/masuk/"]),
    ]
    if topic is not None:
        pages.append(("topic", PUBLIC, [f"/topik/{topic.slug}/"]))
    if writer is not None:
        pages.append(("writer", PUBLIC, [f"/penulis/{writer.person.slug}/"]))
    return pages


def _measure(client: Any, name: str, budget: Budget, addresses: list[str]) -> Measured:
    """The heaviest and the most asking page of a type; each is fetched twice, the second time counts."""
    heaviest, most_queries = Weight(), 0
    for address in addresses:
        # The first request fills caches (content types, site).
        client.get(address)
        with _counted_queries() as count:
            response = client.get(address)
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code} {response.get('Location', '')}")
        weight = weigh(response.content, _read)
        if weight.total > heaviest.total:
            heaviest = weight
        most_queries = max(most_queries, count())
    return Measured(name, budget, len(addresses), heaviest, most_queries)


@contextmanager
def _counted_queries() -> Iterator[Callable[[], int]]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        yield lambda: len(captured.captured_queries)


def _read(url: str) -> bytes:
    """The content behind /static/… or /media/…, read from where the site keeps it."""
    from django.conf import settings
    from django.contrib.staticfiles import finders
    from django.core.files.storage import default_storage

    address = url.split("?")[0]
    if address.startswith(settings.STATIC_URL):
        found = finders.find(address.removeprefix(settings.STATIC_URL))
        if found is None:
            raise FileNotFoundError(url)
        return Path(found).read_bytes()
    with default_storage.open(address.removeprefix(settings.MEDIA_URL)) as stored:
        return bytes(stored.read())


def _report(results: list[Measured]) -> int:
    print("\nBytes on first view at 360 px (gzip; pictures as stored), heaviest page of each type")
    print(COLUMNS.format("page", "n", "html", "text", "script", "+images", "req", "sql", "over budget"))
    failed = 0
    for result in results:
        weight, budget = result.heaviest, result.budget
        over = broken(weight, result.queries, budget)
        failed += bool(over)
        print(
            COLUMNS.format(
                result.name, result.pages, weight.html, weight.text, weight.scripts, weight.total,
                weight.blocking, result.queries, "; ".join(over),
            )
        )  # fmt: skip
        print(
            COLUMNS.format(
                "  budget", "", *("-" if limit is None else f"≤{limit}" for limit in (
                    budget.html, budget.text, budget.scripts, budget.total, budget.blocking, budget.queries
                )), "",
            )
        )  # fmt: skip
    print(f"\n{len(results)} page types, {failed} over budget")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
