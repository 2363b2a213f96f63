"""The database itself refuses every write to a version of a rubric that was used once."""

from __future__ import annotations

from typing import Any

from django.db import connections

MESSAGE = "this version of the rubric is frozen"

# table: the number of its version, for a row called {row}
_PARTS = {
    "rubrics_criterion": "{row}.version_id",
    "rubrics_gate": "{row}.version_id",
    "rubrics_level": "(SELECT version_id FROM rubrics_criterion WHERE id = {row}.criterion_id)",
    "rubrics_criterion_reasons": "(SELECT version_id FROM rubrics_criterion WHERE id = {row}.criterion_id)",
    "rubrics_gate_reasons": "(SELECT version_id FROM rubrics_gate WHERE id = {row}.gate_id)",
}
_EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
_VERSION_CHANGED = (
    "OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS NULL OR NEW.frozen_at <> OLD.frozen_at "
    "OR NEW.rubric_id <> OLD.rubric_id OR NEW.number <> OLD.number OR NEW.note <> OLD.note)"
)


def guard_frozen_versions(using: str = "default", **kwargs: Any) -> None:
    """Makes the triggers anew. Called after every migration; safe to run again."""
    connection = connections[using]
    if "rubrics_gate_reasons" not in connection.introspection.table_names():
        return  # half way through a list of migrations
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor):
            cursor.execute(statement)


def guarded_tables() -> list[str]:
    """Every table that the triggers stand on."""
    return [*_PARTS, "rubrics_rubricversion"]


def statements(vendor: str) -> list[str]:
    """What makes the triggers in this kind of database ("sqlite" or "postgresql")."""
    return _postgresql() if vendor == "postgresql" else _sqlite()


def _is_frozen(table: str, row: str) -> str:
    number = _PARTS[table].format(row=row)
    return f"EXISTS (SELECT 1 FROM rubrics_rubricversion v WHERE v.id = {number} AND v.frozen_at IS NOT NULL)"  # noqa: S608 constants


def _sqlite() -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    made = []
    for table in _PARTS:
        for event, rows in _EVENTS.items():
            name = f"{table}_frozen_{event.lower()}"
            condition = " OR ".join(_is_frozen(table, row) for row in rows)
            made += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition} {refuse}",
            ]
    for event, condition in (("UPDATE", _VERSION_CHANGED), ("DELETE", "OLD.frozen_at IS NOT NULL")):
        name = f"rubrics_rubricversion_frozen_{event.lower()}"
        made += [
            f"DROP TRIGGER IF EXISTS {name}",
            f"CREATE TRIGGER {name} BEFORE {event} ON rubrics_rubricversion WHEN {condition} {refuse}",
        ]
    return made


def _postgresql() -> list[str]:
    # 23514 is what a broken CHECK answers: Django raises IntegrityError for it.
    refuse = f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = '23514';"
    made = []
    for table in _PARTS:
        checks = "".join(
            f"IF TG_OP = '{event}' AND ({' OR '.join(_is_frozen(table, row) for row in rows)}) THEN {refuse} END IF; "
            for event, rows in _EVENTS.items()
        )
        made += _function(table, checks)
        made.append(_trigger(table, "INSERT OR UPDATE OR DELETE"))
    table = "rubrics_rubricversion"
    checks = f"IF TG_OP = 'UPDATE' AND {_VERSION_CHANGED} THEN {refuse} END IF; "
    checks += f"IF TG_OP = 'DELETE' AND OLD.frozen_at IS NOT NULL THEN {refuse} END IF; "
    made += _function(table, checks)
    made.append(_trigger(table, "UPDATE OR DELETE"))
    return made


def _function(table: str, checks: str) -> list[str]:
    done = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    return [
        f"CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
        f"$guard$ BEGIN {checks}{done} END $guard$",
        f"DROP TRIGGER IF EXISTS {table}_frozen ON {table}",
    ]


def _trigger(table: str, events: str) -> str:
    return f"CREATE TRIGGER {table}_frozen BEFORE {events} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"
