"""The office changes a rubric: always in a draft of the next version, which then takes the place of the old one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.log_actions import log

from kim.permissions import can_administer
from rubrics.models import Criterion, Gate, Level, ReasonCode, Rubric, RubricVersion
from rubrics.rules.totals import GateEffect
from rubrics.rules.versions import Problem, problems_of
from rubrics.selectors.versions import version_text, whole_version

Status = RubricVersion.Status


class VersionRefused(Exception):
    """The version is not a draft, is not fit for use, or this person may not. `problems` say what is missing."""

    def __init__(self, problems: Sequence[Problem] = ()) -> None:
        super().__init__("this version cannot be changed or used")
        self.problems = tuple(problems)


def _require_office(user: Any) -> None:
    if not can_administer(user):
        raise VersionRefused


def _draft(version: RubricVersion, user: Any) -> RubricVersion:
    _require_office(user)
    row = RubricVersion.objects.select_for_update().get(pk=version.pk)
    if row.status != Status.DRAFT or row.frozen_at is not None:
        raise VersionRefused
    return row


@transaction.atomic
def start_draft(*, rubric: Rubric, user: Any) -> RubricVersion:
    """The draft of the next version: the one there is, or a copy of the newest. Raises VersionRefused."""
    _require_office(user)
    Rubric.objects.select_for_update().get(pk=rubric.pk)
    known = RubricVersion.objects.filter(rubric=rubric, status=Status.DRAFT).first()
    if known is not None:
        return known
    newest = RubricVersion.objects.filter(rubric=rubric).order_by("-number").first()
    highest = RubricVersion.objects.filter(rubric=rubric).aggregate(n=Max("number"))["n"] or 0
    draft = RubricVersion.objects.create(rubric=rubric, number=highest + 1, made_by=user)
    if newest is not None:
        _copy(whole_version(newest.pk), draft)
    return draft


def _copy(old: RubricVersion, new: RubricVersion) -> None:
    for criterion in old.criteria.all():
        made = Criterion.objects.create(
            version=new,
            code=criterion.code,
            name=criterion.name,
            question=criterion.question,
            weight=criterion.weight,
            allows_na=criterion.allows_na,
            position=criterion.position,
        )
        made.reasons.set(criterion.reasons.all())
        Level.objects.bulk_create(
            Level(criterion=made, value=one.value, descriptor=one.descriptor, example=one.example)
            for one in criterion.levels.all()
        )
    for gate in old.gates.all():
        copied = Gate.objects.create(
            version=new,
            code=gate.code,
            name=gate.name,
            question=gate.question,
            effect=gate.effect,
            cap=gate.cap,
            position=gate.position,
        )
        copied.reasons.set(gate.reasons.all())


@transaction.atomic
def save_criterion(
    *,
    version: RubricVersion,
    user: Any,
    code: str,
    name: str,
    question: str,
    weight: Decimal,
    allows_na: bool,
    reasons: Sequence[ReasonCode],
    levels: Mapping[int, tuple[str, str]],
) -> Criterion:
    """Adds or changes the criterion of this code in a draft; `levels` are (descriptor, example) by value.

    A level without a descriptor is not offered. Raises VersionRefused.
    """
    draft = _draft(version, user)
    position = draft.criteria.aggregate(n=Max("position"))["n"] or 0
    known = draft.criteria.filter(code=code).first()
    values = {"name": name, "question": question, "weight": weight, "allows_na": allows_na}
    values["position"] = known.position if known else position + 1
    criterion, _created = Criterion.objects.update_or_create(version=draft, code=code, defaults=values)
    criterion.reasons.set(reasons)
    for value, (descriptor, example) in levels.items():
        if descriptor.strip():
            Level.objects.update_or_create(
                criterion=criterion,
                value=value,
                defaults={"descriptor": descriptor.strip(), "example": example.strip()},
            )
        else:
            Level.objects.filter(criterion=criterion, value=value).delete()
    return criterion


@transaction.atomic
def remove_criterion(*, version: RubricVersion, user: Any, code: str) -> None:
    """Takes a criterion out of a draft. Raises VersionRefused."""
    Criterion.objects.filter(version=_draft(version, user), code=code).delete()


@transaction.atomic
def save_gate(
    *,
    version: RubricVersion,
    user: Any,
    code: str,
    name: str,
    question: str,
    effect: str,
    cap: Decimal | None,
    reasons: Sequence[ReasonCode] = (),
) -> Gate:
    """Adds or changes the gate of this code in a draft; a blocking one has no cap. Raises VersionRefused."""
    draft = _draft(version, user)
    known = draft.gates.filter(code=code).first()
    position = known.position if known else (draft.gates.aggregate(n=Max("position"))["n"] or 0) + 1
    values = {
        "name": name,
        "question": question,
        "effect": effect,
        "cap": cap if effect == GateEffect.CAP else None,
        "position": position,
    }
    gate, _created = Gate.objects.update_or_create(version=draft, code=code, defaults=values)
    gate.reasons.set(reasons)
    return gate


@transaction.atomic
def remove_gate(*, version: RubricVersion, user: Any, code: str) -> None:
    """Takes a gate out of a draft. Raises VersionRefused."""
    Gate.objects.filter(version=_draft(version, user), code=code).delete()


@transaction.atomic
def put_in_use(*, version: RubricVersion, user: Any, note: str) -> RubricVersion:
    """From now on new works are marked by this draft; the version before stays with the works it marked.

    `note` says why, for everybody who compares scores of two years. Raises VersionRefused with the problems.
    """
    draft = _draft(version, user)
    problems = problems_of(version_text(whole_version(draft.pk)))
    if problems or not note.strip():
        raise VersionRefused(problems)
    RubricVersion.objects.filter(rubric=draft.rubric_id, status=Status.IN_USE).update(status=Status.RETIRED)
    draft.status, draft.note, draft.used_from = Status.IN_USE, note.strip(), timezone.now()
    draft.save(update_fields=["status", "note", "used_from"])
    log(instance=draft.rubric, action="rubrics.in_use", user=user, data={"version": draft.number})
    return draft


@transaction.atomic
def discard_draft(*, version: RubricVersion, user: Any) -> None:
    """Drops a draft with everything in it. Raises VersionRefused."""
    _draft(version, user).delete()


@transaction.atomic
def save_rubric(
    *, rubric: Rubric, user: Any, release_by: str, gap_points: Decimal, gap_levels: int
) -> Rubric:
    """Who releases marks and when two markers have to settle. Holds from the next sheet on. Raises VersionRefused."""
    _require_office(user)
    rubric.release_by, rubric.gap_points, rubric.gap_levels = release_by, gap_points, gap_levels
    rubric.save(update_fields=["release_by", "gap_points", "gap_levels"])
    return rubric
