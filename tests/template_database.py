"""Test databases are copies of the migrated template, never migrated themselves (a migrate costs 40 s)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Each worker gets its own copy of the template; a flushing test gets a fresh copy afterwards."""
    from django.db import connection
    from django.test import TransactionTestCase

    from core import template_db

    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with django_db_blocker.unblock():
        name = _name_of_copy(connection.vendor, worker, tmp_path_factory)
        template_db.copy_template(name)
        connection.close()
        # Changed in place: threads of the live server build their connections from the same dictionary.
        connection.settings_dict["NAME"] = name
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", _restore_copy)
    yield
    patch.undo()
    with django_db_blocker.unblock():
        connection.close()
        template_db.remove_copy(name)


def _name_of_copy(vendor: str, worker: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    if vendor == "sqlite":
        return str(Path(tmp_path_factory.mktemp("database")) / f"warta-{worker}.sqlite3")
    return f"warta_test_{os.getpid()}_{worker}"


def _restore_copy(case: Any) -> None:
    """Instead of a flush, which would also take what migrations put in (root page, site, locale, reason codes)."""
    from django.contrib.contenttypes.models import ContentType
    from django.core.cache import cache
    from django.db import connection

    from core import template_db

    connection.close()
    template_db.copy_template(str(connection.settings_dict["NAME"]))
    ContentType.objects.clear_cache()
    cache.clear()
