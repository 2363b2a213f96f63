"""A version of a rubric for the formula, for the reader of a difference, and for a screen."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from rubrics.models import Criterion, Gate, Level, Rubric, RubricVersion
from rubrics.rules import totals
from rubrics.rules.versions import CriterionText, GateText, LevelText, VersionText


def with_parts(versions: QuerySet[RubricVersion]) -> QuerySet[RubricVersion]:
    """Criteria, levels, gates and reasons come along: five queries however many versions."""
    criteria = Criterion.objects.order_by("position", "pk").prefetch_related(
        Prefetch("levels", Level.objects.order_by("value")), "reasons"
    )
    gates = Gate.objects.order_by("position", "pk").prefetch_related("reasons")
    return versions.select_related("rubric").prefetch_related(
        Prefetch("criteria", criteria), Prefetch("gates", gates)
    )


def version_in_use(code: str) -> RubricVersion | None:
    """The version by which new works of this rubric are marked, with its parts."""
    rows = RubricVersion.objects.filter(rubric__code=code, status=RubricVersion.Status.IN_USE)
    return with_parts(rows).first()


def whole_version(pk: int) -> RubricVersion:
    """One version with its parts."""
    return with_parts(RubricVersion.objects.filter(pk=pk)).get()


def scheme_of(version: RubricVersion) -> totals.Scheme:
    """The version as the formula sees it. `version` was loaded with its parts."""
    return totals.Scheme(
        criteria=tuple(
            totals.Criterion(
                code=criterion.code,
                weight=criterion.weight,
                levels=frozenset(level.value for level in criterion.levels.all() if level.descriptor),
                allows_na=criterion.allows_na,
            )
            for criterion in version.criteria.all()
        ),
        gates=tuple(
            totals.Gate(gate.code, totals.GateEffect(gate.effect), gate.cap or totals.Decimal(0))
            for gate in version.gates.all()
        ),
    )


def version_text(version: RubricVersion) -> VersionText:
    """The version as text, for its flaws and differences. `version` was loaded with its parts."""
    return VersionText(
        criteria=tuple(
            CriterionText(
                code=criterion.code,
                name=criterion.name,
                question=criterion.question,
                weight=criterion.weight,
                allows_na=criterion.allows_na,
                reasons=tuple(reason.code for reason in criterion.reasons.all()),
                levels=tuple(
                    LevelText(level.value, level.descriptor, level.example)
                    for level in criterion.levels.all()
                ),
            )
            for criterion in version.criteria.all()
        ),
        gates=tuple(
            GateText(
                code=gate.code,
                name=gate.name,
                question=gate.question,
                effect=gate.effect,
                cap=gate.cap,
                reasons=tuple(reason.code for reason in gate.reasons.all()),
            )
            for gate in version.gates.all()
        ),
    )


def rubrics_of_office() -> list[Rubric]:
    """Every rubric with its versions, newest first."""
    return list(
        Rubric.objects.prefetch_related(Prefetch("versions", RubricVersion.objects.order_by("-number")))
    )
