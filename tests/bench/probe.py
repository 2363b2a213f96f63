"""What one database answers, measured in a process of its own: `python -m tests.bench.probe PART…` prints JSON.

Parts: lists (database ms of every listing at three depths), pages (ms of an answer rendered anew), publish (ms of
edit and publish), costs (queries, ms and index runs of a publication), admin (queries of Wagtail's screens), search
(ms of a rare and of a common word).
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import django

DEPTHS = (0.0, 0.5, 0.95)
REPEATS = 7
EDITS = 15


def lists() -> dict[str, float]:
    """Name and depth → median ms that all its queries took in the database."""
    from django.db.models import Count
    from taggit.models import Tag

    from kim.models import KimGroup, Person, RegencyPage
    from news.models import Topic
    from news.selectors import public

    root = RegencyPage.objects.get()
    kim = KimGroup.objects.get(slug="bangun-mulya")
    topic = Topic.objects.annotate(n=Count("articles")).order_by("-n").first()
    rare_topic = Topic.objects.annotate(n=Count("articles")).filter(n__gt=0).order_by("n").first()
    tags = Tag.objects.filter(slug__startswith="tema-").order_by("pk")
    person = Person.objects.filter(slug__startswith="penulis-").order_by("pk").first()
    stories = public.live_stories(root)
    every = {
        "all news": stories,
        "KIM": public.live_stories(kim.page),
        "largest topic": public.stories_of_topic(root, topic),
        "smallest topic": public.stories_of_topic(root, rare_topic),
        "largest tag": public.stories_of_tag(root, tags[0]),
        "small tag": public.stories_of_tag(root, tags[250]),
        "writer": public.stories_of_writer(root, person),
    }
    found: dict[str, float] = {}
    for name, rows in every.items():
        total = rows.count()
        for depth in DEPTHS:
            cursor = _cursor_at(rows, int(total * depth))
            found[f"{name}, at {depth:.0%}"] = _database_ms(
                lambda rows=rows, cursor=cursor: public.page_of(rows, before=cursor)  # type: ignore[misc]
            )
    found |= {name: _database_ms(ask) for name, ask in _fixed_lists(root).items()}
    return found


def _fixed_lists(root: Any) -> dict[str, Callable[[], Any]]:
    from django.db.models import Sum
    from django.utils import timezone

    from news.models import DailyStories
    from news.selectors import corrections, public, sitemaps

    now = timezone.now()
    month = timezone.localdate(now).replace(day=1)
    return {
        "front": lambda: public.front(root),
        "strip of KIM": lambda: public.kim_strip(root),
        "sitemap, months": lambda: sitemaps.months(root),
        "sitemap of the newest month": lambda: sitemaps.stories_of_month(root, month),
        "sitemap, fresh stories": lambda: sitemaps.fresh_stories(root, now),
        "corrections": lambda: corrections.corrections_below(root),
        "one month by KIM (indicator)": lambda: list(
            DailyStories.objects.filter(dimension="all", day__gte=month)
            .values("kim")
            .annotate(n=Sum("stories"))
        ),
    }


def _cursor_at(rows: Any, offset: int) -> str:
    from core.rules import keyset

    if not offset:
        return ""
    moment, pk = rows.values_list("published_at", "pk")[offset]
    return keyset.to_text(moment, pk)


def _database_ms(ask: Callable[[], Any]) -> float:
    """Median ms between sending the statements and having their answers."""
    return statistics.median(_queries_and_ms(ask)[1] for _ in range(REPEATS))


def _queries_and_ms(act: Callable[[], Any]) -> tuple[int, float]:
    """How many statements an act sends, and ms until they were answered."""
    from django.db import connection

    spent: list[float] = []

    def timed(execute: Any, *words: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*words)
        finally:
            spent.append((time.perf_counter() - began) * 1000)

    with connection.execute_wrapper(timed):
        act()
    return len(spent), sum(spent)


def pages() -> dict[str, float]:
    """Path → median ms of an answer that no cache gives."""
    from django.test import Client

    client = Client(headers={"X-Forwarded-Proto": "https"})
    paths = {
        "front": "/",
        "KIM home": "/bangun-mulya/",
        "tag": "/tag/tema-0/",
        "article": "/bangun-mulya/berita/dongeng-warga-sabtu-malam-di-radio/",
    }
    found = {}
    for name, path in paths.items():
        taken = []
        for _ in range(30):
            began = time.perf_counter()
            answer = client.get(path)
            taken.append((time.perf_counter() - began) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answered {answer.status_code}")
        found[name] = statistics.median(taken[5:])
    return found


def publish() -> dict[str, float]:
    """Median ms of saving a small change of a public story and publishing it, and of the index run behind it."""
    from core.indexing import index_now
    from kim.models import KimGroup
    from news import services
    from news.models import ArticlePage
    from users.models import User

    kim = KimGroup.objects.get(slug="bangun-mulya")
    ani, budi = User.objects.get(username="ani"), User.objects.get(username="budi")
    text = "Warga RT 05 membersihkan saluran air sejak pagi. " * 40
    data = services.DraftInput(
        headline="Warga membersihkan saluran air", lead="Sejak pagi.", text=text, **story_facts()
    )
    article = services.create_draft(kim=kim, user=ani, data=data)
    services.publish(article=article, user=budi)
    acts: list[float] = []
    runs: list[float] = []
    for number in range(EDITS):
        story = ArticlePage.objects.get(pk=article.pk)
        # A mark of punctuation more or less: a change that needs no note for the readers.
        lead = "Sejak pagi!" if number % 2 else "Sejak pagi."
        began = time.perf_counter()
        changed = services.DraftInput(headline=data.headline, lead=lead, text=text, **story_facts())
        services.save_draft(article=story, user=ani, data=changed, base_revision_id=story.latest_revision_id)
        services.publish(article=ArticlePage.objects.get(pk=article.pk), user=budi)
        acts.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        index_now("news", "articlepage", str(article.pk))
        runs.append((time.perf_counter() - began) * 1000)
    return {
        "edit and publish": statistics.median(acts[2:]),
        "index run after it": statistics.median(runs[2:]),
    }


def story_facts() -> dict[str, Any]:
    import datetime

    from news.models import Format, Topic

    return {
        "kind": "kegiatan",
        "event_date": datetime.date(2026, 11, 21),
        "event_place": "RT 05",
        "topic": Topic.objects.get(slug="lingkungan"),
        "format": Format.objects.get(slug="berita"),
        "tags": ("saluran air",),
        "sources": (("Sukirman", "Ketua RT 05"),),
    }


def costs() -> dict[str, float]:
    """Queries and ms of a new story until it is public, and of a change, with the index runs each asks for."""
    from django_tasks_db.models import DBTaskResult

    from kim.models import KimGroup
    from news import services
    from news.models import ArticlePage
    from users.models import User

    kim = KimGroup.objects.get(slug="bangun-mulya")
    ani, budi = User.objects.get(username="ani"), User.objects.get(username="budi")
    data = services.DraftInput(
        headline="Warga menanam pohon", lead="Sejak pagi.", text="Pohon. " * 200, **story_facts()
    )
    made: list[ArticlePage] = []

    def create() -> None:
        draft = services.create_draft(kim=kim, user=ani, data=data)
        made.append(services.publish(article=draft, user=budi))

    def change() -> None:
        story = ArticlePage.objects.get(pk=made[-1].pk)
        services.correct(article=story, user=budi, data=replace(data, lead="Sejak sore."), note="Sejak sore.")

    found: dict[str, float] = {}
    create()
    for name, act in {"create and publish": create, "correct": change}.items():
        queued = DBTaskResult.objects.filter(task_path__endswith=".index_row")
        before = queued.count()
        began = time.perf_counter()
        queries, database_ms = _queries_and_ms(act)
        found[f"{name}, ms"] = (time.perf_counter() - began) * 1000
        found[f"{name}, ms of it in the database"] = database_ms
        found[f"{name}, queries"] = queries
        found[f"{name}, index runs"] = float(queued.count() - before)
    return found


def admin() -> dict[str, float]:
    """Queries of Wagtail's dashboard, of the explorer below the regency and of a list of stories."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from kim.models import KimGroup, RegencyPage
    from news.models import NewsIndexPage
    from users.models import User

    client = Client(headers={"X-Forwarded-Proto": "https"})
    boss, _made = User.objects.get_or_create(
        username="bench-admin", defaults={"is_superuser": True, "is_staff": True, "full_name": "Bench"}
    )
    client.force_login(boss)
    kim = KimGroup.objects.get(slug="bangun-mulya")
    paths = {
        "dashboard": "/admin/",
        "explorer, KIM of the regency": f"/admin/pages/{RegencyPage.objects.get().pk}/",
        "explorer, stories of a KIM": f"/admin/pages/{NewsIndexPage.objects.get(kim=kim).pk}/",
    }
    found = {}
    for name, path in paths.items():
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            began = time.perf_counter()
            answer = client.get(path)
            taken = (time.perf_counter() - began) * 1000
        found[f"{name}, queries"] = float(len(captured)) if answer.status_code == 200 else -answer.status_code
        found[f"{name}, ms"] = taken
    return found


def search() -> dict[str, float]:
    from kim.models import RegencyPage
    from news.selectors import public

    root = RegencyPage.objects.get()
    return {
        f"search, {word}": _database_ms(lambda words=words: list(public.found_stories(root, words)[:20]))  # type: ignore[misc]
        for word, words in {
            "a rare word": ("kenduri",),
            "a common word": ("panen",),
            "two words": ("panen", "padi"),
        }.items()
    }


PARTS: dict[str, Callable[[], dict[str, float]]] = {
    "lists": lists,
    "pages": pages,
    "publish": publish,
    "costs": costs,
    "admin": admin,
    "search": search,
}


def main(parts: list[str]) -> None:
    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    print(json.dumps({part: PARTS[part]() for part in parts}))


if __name__ == "__main__":
    main(sys.argv[1:])
