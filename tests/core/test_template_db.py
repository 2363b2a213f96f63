"""The migrated template database: named by what made it, built once, copied whole."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from core import template_db


def test_fingerprint_is_stable_and_short():
    assert template_db.fingerprint() == template_db.fingerprint.__wrapped__()
    assert len(template_db.fingerprint()) == 16


def test_fingerprint_changes_with_a_migration_file(tmp_path, monkeypatch):
    before = template_db.fingerprint()
    migration = tmp_path / "0002_more.py"
    migration.write_text("# one more step\n")
    original = template_db._migration_files
    monkeypatch.setattr(
        template_db,
        "_migration_files",
        lambda label: [*original(label), migration] if label == "news" else original(label),
    )
    assert template_db.fingerprint.__wrapped__() != before


def test_fingerprint_changes_with_a_version(monkeypatch):
    before = template_db.fingerprint()
    monkeypatch.setattr(template_db.metadata, "version", lambda name: "99")
    assert template_db.fingerprint.__wrapped__() != before


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file is copied on SQLite only")
def test_copy_is_a_whole_migrated_database_and_replaces_the_old_file(tmp_path):
    target = tmp_path / "copy.sqlite3"
    target.write_text("something else")
    template_db.copy_template(str(target))
    with sqlite3.connect(target) as copy:
        roots = copy.execute("SELECT count(*) FROM wagtailcore_page WHERE depth = 1").fetchone()
        journal = copy.execute("PRAGMA journal_mode").fetchone()
    copy.close()
    assert (roots, journal) == ((1,), ("delete",))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sqlite3"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file is removed on SQLite only")
def test_removing_a_copy_takes_its_companions_and_tolerates_absence(tmp_path):
    for ending in ("", "-wal", "-shm"):
        Path(f"{tmp_path / 'copy.sqlite3'}{ending}").write_text("x")
    template_db.remove_copy(str(tmp_path / "copy.sqlite3"))
    template_db.remove_copy(str(tmp_path / "copy.sqlite3"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_template_is_built_once():
    assert template_db.prepare_template() == template_db.prepare_template()


@pytest.mark.django_db(transaction=True)
def test_a_committing_test_leaves_its_mark_here():
    from wagtail.models import Page

    Page.objects.filter(depth=2).delete()
    assert Page.objects.filter(depth=2).count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_next_committing_test_starts_from_the_template_again():
    from wagtail.models import Page, Site

    assert (Page.objects.filter(depth=2).count(), Site.objects.count()) == (1, 1)
