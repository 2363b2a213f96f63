"""The search backend of Wagtail with one difference: the lengths of titles are weighed once a night, not at every save."""

from __future__ import annotations

from typing import Any

from django.db import connection
from modelsearch.backends import database
from wagtail.search.backends import get_search_backend


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 the name that Wagtail looks for
    """Named in WAGTAILSEARCH_BACKENDS; PostgreSQL gets ours, every other database Wagtail's."""
    if connection.vendor != "postgresql":
        return database.SearchBackend(params)
    # Reads the index table, which only exists in this form on PostgreSQL.
    from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend

    class Index(PostgresIndex):
        def _refresh_title_norms(self, full: bool = False) -> None:
            """Wagtail reads the whole table here after every saved page: 0.12 s at 500,000 stories."""
            if full:
                super()._refresh_title_norms(full=True)

        def weigh_new_titles(self) -> None:
            super()._refresh_title_norms(full=False)

    class Backend(PostgresSearchBackend):
        index_class = Index

    return Backend(params)


def weigh_new_titles() -> int:
    """Gives the titles indexed since last night their weight; until then they count like any other. Safe to run twice.

    Returns how many indexes were weighed: none on a database that knows no weights.
    """
    indexes = [index for index in get_search_backend().all_indexes() if hasattr(index, "weigh_new_titles")]
    for index in indexes:
        index.weigh_new_titles()
    return len(indexes)
