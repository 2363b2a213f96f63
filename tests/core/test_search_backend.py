"""Titles are weighed at night; the indexes of large networks are there, and the planner uses them."""

from __future__ import annotations

import pytest
from django.db import connection
from modelsearch.backends.base import BaseSearchBackend
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from core.search_backend import weigh_new_titles
from kim.models import KimGroup
from tests import builders
from users.models import User

on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no weights")


@pytest.mark.django_db
def test_backend_is_the_one_of_the_database() -> None:
    assert isinstance(get_search_backend(), BaseSearchBackend)
    assert weigh_new_titles() == int(connection.vendor == "postgresql")


@on_postgresql
def test_saved_title_waits_for_the_night(kim_a: KimGroup, ani: User, budi: User) -> None:
    weigh_new_titles()
    article = builders.make_article(kim_a, ani)
    entry = IndexEntry.objects.filter(object_id=str(article.pk), content_type=article.cached_content_type)
    before = entry.values_list("title_norm", flat=True).get()
    weigh_new_titles()
    after = entry.values_list("title_norm", flat=True).get()
    assert (before, after != 1.0) == (1.0, True)


@on_postgresql
@pytest.mark.parametrize(
    ("index", "rows"),
    [
        ("core_search_title_and_body", "wagtailsearch_indexentry WHERE (title || body) @@ 'panen'::tsquery"),
        ("core_search_unweighed", "wagtailsearch_indexentry WHERE title_norm = 1.0"),
        ("core_page_key_as_text", "wagtailcore_page WHERE id::varchar(50) = '7'"),
        ("core_page_depth_path", "wagtailcore_page WHERE depth = 4 AND path BETWEEN '0001' AND '0002'"),
    ],
)
def test_index_answers_the_condition_it_was_made_for(db: object, index: str, rows: str) -> None:
    with connection.cursor() as cursor:
        # A table of a few rows is read as a whole unless that is forbidden.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT * FROM {rows}")  # noqa: S608 our own words
        plan = "\n".join(line for (line,) in cursor.fetchall())
    used = [name for name in INDEX_NAMES if name in plan]
    assert used == [index]


INDEX_NAMES = (
    "core_search_title_and_body",
    "core_search_unweighed",
    "core_page_key_as_text",
    "core_page_depth_path",
)


@pytest.mark.django_db
def test_pages_are_found_by_the_search_of_the_admin(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani, headline="Kenduri panen di balai desa")
    assert [page.pk for page in Page.objects.search("kenduri")] == [article.pk]
