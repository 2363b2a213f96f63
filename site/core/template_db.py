"""A migrated, empty database kept as a template: a full migrate costs 40 s, a copy of the result almost nothing."""

from __future__ import annotations

import fcntl
import functools
import hashlib
import importlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

# What decides, besides the migration files themselves, how they run and what post_migrate adds.
DECIDING_PACKAGES = (
    "django",
    "wagtail",
    "modelsearch",
    "django-taggit",
    "django-modelcluster",
    "django-tasks-db",
)
_ADVISORY_LOCK = 640_902_004


@functools.cache
def fingerprint() -> str:
    """16 hex digits over every migration file, the data they read, and the versions of what runs them."""
    digest = hashlib.sha256()
    for package in DECIDING_PACKAGES:
        digest.update(f"{package}=={metadata.version(package)}\n".encode())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for path in _migration_files(config.label):
            digest.update(f"{config.label}/{path.name}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _migration_files(label: str) -> list[Path]:
    name, _explicit = MigrationLoader.migrations_module(label)
    if name is None:
        return []
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError:
        return []
    folders = [Path(folder) for folder in module.__path__]
    # What a data migration reads stands beside the migrations, in the app's folder for data.
    data = (path for folder in folders for path in (folder.parent / "data").glob("*.toml"))
    return sorted([*(path for folder in folders for path in folder.glob("*.py")), *data])


def prepare_template() -> str:
    """The template for the configured kind of database, built if absent.

    Returns a file path (SQLite) or a database name (PostgreSQL). Two processes that ask at once build it once.
    """
    if connection.vendor == "sqlite":
        return str(_sqlite_template())
    if connection.vendor == "postgresql":
        return _postgresql_template()
    raise NotImplementedError(f"no template database for {connection.vendor}")


def copy_template(name: str) -> None:
    """Creates the database `name` (a file path on SQLite) as a copy of the template, replacing what was there."""
    template = prepare_template()
    if connection.vendor == "sqlite":
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(f"{name}.new")
        shutil.copyfile(template, fresh)
        _remove_sqlite_files(name)
        # A new file in the old one's place: whoever still holds the old one open keeps a whole database.
        os.replace(fresh, name)
        return
    quote = connection.ops.quote_name
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {quote(name)} TEMPLATE {quote(template)}")


def remove_copy(name: str) -> None:
    """Removes a database made by `copy_template`; one that is not there is no error."""
    if connection.vendor == "sqlite":
        _remove_sqlite_files(name)
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(name)} WITH (FORCE)")


def start_database() -> str:
    """Brings the configured database to the newest state: a copy where there is none yet, else a migrate.

    Returns "copied" or "migrated".
    """
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        path = Path(name)
        if not path.exists() or path.stat().st_size == 0:
            connection.close()
            copy_template(name)
            return "copied"
    call_command("migrate", interactive=False, verbosity=0)
    return "migrated"


def _sqlite_template() -> Path:
    folder = Path(settings.VAR) / "template"
    path = folder / f"{fingerprint()}.sqlite3"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "building.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            return path
        building = folder / "building.sqlite3"
        _remove_sqlite_files(str(building))
        with _connected_to(str(building)):
            call_command("migrate", interactive=False, verbosity=0)
            with connection.cursor() as cursor:
                # One file without companions, so that a plain copy is a whole database.
                cursor.execute("PRAGMA journal_mode=DELETE")
                cursor.execute("VACUUM")
        for outdated in folder.glob("????????????????.sqlite3"):
            outdated.unlink()
        os.replace(building, path)
    return path


def _postgresql_template() -> str:
    name = f"warta_template_{fingerprint()}"
    quote = connection.ops.quote_name
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_ADVISORY_LOCK])
        try:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [r"warta\_template\_%"])
            present = {row[0] for row in cursor.fetchall()}
            if name in present:
                return name
            for outdated in present:
                cursor.execute(f"DROP DATABASE {quote(outdated)} WITH (FORCE)")
            building = "warta_template_building"
            cursor.execute(f"CREATE DATABASE {quote(building)} TEMPLATE template0 ENCODING 'UTF8'")
            with _connected_to(building):
                call_command("migrate", interactive=False, verbosity=0)
            cursor.execute(f"ALTER DATABASE {quote(building)} RENAME TO {quote(name)}")
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_ADVISORY_LOCK])
    return name


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    """The default connection points to another database meanwhile."""
    former = connection.settings_dict["NAME"]
    _disconnect()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        _disconnect()
        connection.settings_dict["NAME"] = former
        ContentType.objects.clear_cache()


def _disconnect() -> None:
    connection.close()
    close_pool = getattr(connection, "close_pool", None)
    if close_pool is not None:
        close_pool()


def _remove_sqlite_files(name: str) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(f"{name}{ending}").unlink(missing_ok=True)
