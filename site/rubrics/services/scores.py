"""The total that counts for a work: from one sheet, from two that agree, or from a decision between them."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from kim.permissions import may
from rubrics.models import Decision, Recusal, RubricVersion, ScoreSheet, WorkScore
from rubrics.rules import agreement
from rubrics.rules.agreement import Standing
from rubrics.rules.totals import RULE_VERSION, Marks, total_of
from rubrics.selectors.sheets import as_rule_sheet, decision_on, released_sheets, work_key
from rubrics.selectors.versions import scheme_of, whole_version
from rubrics.signals import work_decided, work_to_reconcile
from users.roles import Act


class DecisionRefused(Exception):
    """There is nothing to settle, the reason is missing, or this person may not."""


def refresh_score(work: Any) -> WorkScore | None:
    """Derives the score of a work from its released sheets and stores it; None while no sheet is released."""
    sheets = released_sheets(work)
    if not sheets:
        WorkScore.objects.filter(**work_key(work)).delete()
        return None
    version = max((sheet.version for sheet in sheets), key=lambda one: one.number)
    decision = decision_on(work)
    rubric = version.rubric
    outcome = agreement.outcome_of(
        [as_rule_sheet(sheet) for sheet in sheets],
        decided=decision.total if decision else None,
        is_decided=decision is not None,
        points=rubric.gap_points,
        levels=rubric.gap_levels,
    )
    known = WorkScore.objects.filter(**work_key(work)).first()
    values = {
        "kim_id": sheets[0].kim_id,
        "version": version,
        "standing": outcome.standing.value,
        "total": outcome.total,
        "sheets": len(sheets),
        "rule_version": RULE_VERSION,
        "scored_at": min(sheet.released_at or sheet.changed_at for sheet in sheets),
    }
    score, _created = WorkScore.objects.update_or_create(**work_key(work), defaults=values)
    if outcome.standing == Standing.TO_RECONCILE and (known is None or known.standing != outcome.standing):
        transaction.on_commit(partial(work_to_reconcile.send_robust, sender=WorkScore, score_id=score.pk))
    return score


@transaction.atomic
def decide(*, work: Any, user: Any, marks: Marks, violated: Collection[str] = (), reason: str) -> Decision:
    """Settles the marks of a work whose markers are far apart. Their sheets stay as they are.

    `marks` are complete, by criterion code. Raises DecisionRefused, MarkRefused.
    """
    score = WorkScore.objects.select_for_update().filter(**work_key(work)).first()
    if score is None or score.standing != Standing.TO_RECONCILE or not reason.strip():
        raise DecisionRefused
    sheets = released_sheets(work)
    if not may(user, Act.ASSESS, score.kim) or is_recused(work, user):
        raise DecisionRefused
    version: RubricVersion = whole_version(score.version_id)
    total = total_of(scheme_of(version), marks, violated)
    own = any(sheet.marker_id == user.pk for sheet in sheets)
    decision = Decision.objects.create(
        **work_key(work),
        kim_id=score.kim_id,
        version=version,
        kind=Decision.Kind.CONSENSUS if own else Decision.Kind.THIRD,
        marks=dict(marks),
        violated=sorted(violated),
        total=total.total,
        rule_version=RULE_VERSION,
        reason=reason.strip(),
        decided_by=user,
    )
    refresh_score(work)
    transaction.on_commit(partial(work_decided.send_robust, sender=Decision, decision_id=decision.pk))
    return decision


def supersede_decision(work: Any) -> None:
    """A sheet changed: what was settled before no longer rests on what the markers say."""
    Decision.objects.filter(**work_key(work), superseded_at__isnull=True).update(superseded_at=timezone.now())


def is_recused(work: Any, user: Any) -> bool:
    return Recusal.objects.filter(**work_key(work), marker=user).exists()


@transaction.atomic
def recuse(*, work: Any, user: Any, reason: str) -> Recusal:
    """This person does not mark this work; a draft sheet of theirs is dropped. Twice changes nothing.

    Raises DecisionRefused when marks of theirs are released already (change them with a reason instead).
    """
    sheets = ScoreSheet.objects.filter(**work_key(work), marker=user)
    if sheets.exclude(state=ScoreSheet.State.DRAFT).exists():
        raise DecisionRefused
    sheets.delete()
    recusal, _created = Recusal.objects.get_or_create(
        **work_key(work), marker=user, defaults={"reason": reason, "kim_id": work.kim_id}
    )
    return recusal
