"""The database refuses every write to a version that was used once; drafts stay free."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from rubrics.models import Criterion, Gate, Level, ReasonCode, RubricVersion
from rubrics.services import start_draft
from rubrics.services.guards import guard_frozen_versions, guarded_tables
from rubrics.services.marking import freeze
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> RubricVersion:
    return RubricVersion.objects.get(rubric__code="artikel", number=1)


@pytest.fixture
def frozen(version: RubricVersion) -> RubricVersion:
    freeze(version)
    version.refresh_from_db()
    return version


def refused(act: Any) -> bool:
    """Whether the database itself said no; nothing of the act stays."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return True
    return False


def writes(version: RubricVersion) -> dict[str, Any]:
    """Every way to change the content of a version by the ORM."""
    criterion = version.criteria.get(code="W3")
    gate = version.gates.get(code="salin")
    level = criterion.levels.get(value=2)
    foto = ReasonCode.objects.get(code="foto")
    return {
        "criterion.update": lambda: Criterion.objects.filter(pk=criterion.pk).update(weight=20),
        "criterion.save": lambda: criterion.save(),
        "criterion.create": lambda: Criterion.objects.create(version=version, code="X", name="x", weight=1),
        "criterion.delete": lambda: Criterion.objects.filter(pk=criterion.pk).delete(),
        "level.update": lambda: Level.objects.filter(pk=level.pk).update(descriptor="lain"),
        "level.create": lambda: Level.objects.create(
            criterion=version.criteria.get(code="W9"), value=2, descriptor="x"
        ),
        "level.delete": lambda: Level.objects.filter(pk=level.pk).delete(),
        "gate.update": lambda: Gate.objects.filter(pk=gate.pk).update(cap=90),
        "gate.create": lambda: Gate.objects.create(version=version, code="X", name="x", effect="block"),
        "gate.delete": lambda: Gate.objects.filter(pk=gate.pk).delete(),
        "criterion.reasons.add": lambda: criterion.reasons.add(foto),
        "criterion.reasons.clear": lambda: criterion.reasons.clear(),
        "gate.reasons.add": lambda: gate.reasons.add(foto),
        "gate.reasons.clear": lambda: gate.reasons.clear(),
    }


RAW = {
    "UPDATE": "UPDATE rubrics_criterion SET weight = 1 WHERE version_id = %s",
    "INSERT": (
        "INSERT INTO rubrics_gate (version_id, code, name, question, effect, position) "
        "VALUES (%s, 'X', 'x', '', 'block', 0)"
    ),
    "DELETE": (
        "DELETE FROM rubrics_level WHERE criterion_id IN "
        "(SELECT id FROM rubrics_criterion WHERE version_id = %s)"
    ),
}


def run(sql: str, version: RubricVersion) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [version.pk])


def test_nothing_of_a_frozen_version_changes(frozen: RubricVersion) -> None:
    acts = writes(frozen)
    assert {name: refused(act) for name, act in acts.items()} == dict.fromkeys(acts, True)
    assert {name: refused(lambda sql=sql: run(sql, frozen)) for name, sql in RAW.items()} == dict.fromkeys(
        RAW, True
    )


def test_before_its_first_use_everything_may_change(version: RubricVersion) -> None:
    for name, act in writes(version).items():
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
        assert name
    assert {name: refused(lambda sql=sql: run(sql, version)) for name, sql in RAW.items()} == dict.fromkeys(
        RAW, False
    )


@pytest.mark.parametrize(
    "change", [{"frozen_at": None}, {"number": 9}, {"note": "lain"}, {"frozen_at": timezone.now}]
)
def test_a_version_stays_frozen(frozen: RubricVersion, change: dict[str, Any]) -> None:
    values = {name: value() if callable(value) else value for name, value in change.items()}
    assert refused(lambda: RubricVersion.objects.filter(pk=frozen.pk).update(**values))
    assert refused(lambda: run("DELETE FROM rubrics_rubricversion WHERE id = %s", frozen))


def test_a_frozen_version_may_be_replaced(frozen: RubricVersion) -> None:
    RubricVersion.objects.filter(pk=frozen.pk).update(status="retired")
    assert RubricVersion.objects.get(pk=frozen.pk).status == "retired"


def test_nothing_moves_into_a_frozen_version(frozen: RubricVersion, gita: User) -> None:
    draft = start_draft(rubric=frozen.rubric, user=gita)
    criterion = draft.criteria.get(code="W3")
    assert refused(lambda: Criterion.objects.filter(pk=criterion.pk).update(version=frozen, code="X"))
    assert not refused(lambda: Criterion.objects.filter(pk=criterion.pk).update(code="X"))


def test_the_guards_can_be_made_again(frozen: RubricVersion) -> None:
    guard_frozen_versions()
    guard_frozen_versions()
    assert refused(lambda: Gate.objects.filter(version=frozen).update(cap=1))


def parts_of(model: type[models.Model]) -> set[str]:
    """Tables that belong to rows of this model: whatever goes when such a row goes, and its many-to-many tables."""
    found = {field.m2m_db_table() for field in model._meta.many_to_many}
    for relation in model._meta.related_objects:
        if relation.one_to_many and relation.on_delete is models.CASCADE:
            child = relation.related_model
            found |= {child._meta.db_table} | parts_of(child)
    return found


def test_every_table_of_a_version_is_guarded() -> None:
    assert set(guarded_tables()) == parts_of(RubricVersion) | {RubricVersion._meta.db_table}
