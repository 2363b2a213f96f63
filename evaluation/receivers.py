"""Receivers of evaluation: events of marks become notices, stories that move take their marks along."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.dispatch import receiver

from evaluation import services, tasks
from kim.signals import pages_changed_kim
from rubrics import signals


@receiver(signals.sheet_submitted, dispatch_uid="evaluation.submitted")
def tell_submitted(sender: Any, sheet_id: int, **kwargs: Any) -> None:
    tasks.tell_about.enqueue("submitted", sheet_id)


@receiver(signals.sheet_released, dispatch_uid="evaluation.released")
def tell_released(sender: Any, sheet_id: int, **kwargs: Any) -> None:
    tasks.tell_about.enqueue("released", sheet_id)


@receiver(signals.sheet_changed, dispatch_uid="evaluation.changed")
def tell_changed(sender: Any, change_id: int, **kwargs: Any) -> None:
    tasks.tell_about.enqueue("changed", change_id)


@receiver(signals.work_to_reconcile, dispatch_uid="evaluation.to_reconcile")
def tell_to_reconcile(sender: Any, score_id: int, **kwargs: Any) -> None:
    tasks.tell_about.enqueue("to_reconcile", score_id)


@receiver(signals.work_decided, dispatch_uid="evaluation.decided")
def tell_decided(sender: Any, decision_id: int, **kwargs: Any) -> None:
    tasks.tell_about.enqueue("decided", decision_id)


@receiver(pages_changed_kim, dispatch_uid="evaluation.scores_follow")
def follow_stories(sender: Any, pages: Collection[int], **kwargs: Any) -> None:
    services.scores_follow(pages)
