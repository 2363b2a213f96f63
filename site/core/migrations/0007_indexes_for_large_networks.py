"""Indexes that Wagtail's own tables lack; each is needed from some ten thousand pages on (docs/features/bench.md).

PostgreSQL alone: SQLite serves small networks, and its search has a table of its own.
"""

from django.db import migrations

# name, table, what stands behind the table's name
INDEXES = [
    # The search asks for (title || body); an index on one of the two is never used for that.
    ("core_search_title_and_body", "wagtailsearch_indexentry", "USING gin ((title || body))"),
    # The nightly weighing looks for rows that have the default.
    ("core_search_unweighed", "wagtailsearch_indexentry", "(id) WHERE title_norm = 1.0"),
    # From an index entry to its page: Wagtail compares the key as text.
    ("core_page_key_as_text", "wagtailcore_page", "((id::varchar(50)))"),
    # The children of a page: by path alone the whole branch is read to find the top of it.
    ("core_page_depth_path", "wagtailcore_page", "(depth, path)"),
]


def create(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, table, rest in INDEXES:
        schema_editor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} {rest}")
    # How seldom a rare word is must be known, or the newest stories are walked through for it: 5 s instead of 0.1 s.
    schema_editor.execute("ALTER INDEX core_search_title_and_body ALTER COLUMN 1 SET STATISTICS 1000")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, _table, _rest in INDEXES:
        schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0006_page_reads"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [migrations.RunPython(create, drop)]
