"""Stories that went to another KIM take their marks along."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from evaluation.selectors.conflicts import article_type
from news.models import ArticlePage
from rubrics.models import Decision, Recusal, ScoreSheet, WorkScore

ROWS: tuple[Any, ...] = (ScoreSheet, WorkScore, Decision, Recusal)


@transaction.atomic
def scores_follow(pages: Collection[int]) -> None:
    """Gives the rows about these stories the KIM that the stories are in now. Safe to run twice."""
    homes = dict(ArticlePage.objects.filter(pk__in=pages).values_list("pk", "kim_id"))
    for kim_id in set(homes.values()):
        moved = [pk for pk, home in homes.items() if home == kim_id]
        for model in ROWS:
            model.objects.filter(work_type=article_type(), work_id__in=moved).exclude(kim_id=kim_id).update(
                kim_id=kim_id
            )
