"""An assessor begins to mark a story; the marks themselves are the rubric engine's."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction

from evaluation.models import AssessorVisit
from evaluation.rules.conflicts import Conflict
from evaluation.rules.visits import Visit, visited
from evaluation.selectors.conflicts import conflict_with
from rubrics import services as engine
from rubrics.models import ScoreSheet

RUBRIC = "artikel"


class ConflictOfInterest(Exception):
    """This person had a hand in the story; `conflict` says which."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__(f"conflict of interest: {conflict}")
        self.conflict = conflict


def begin(*, story: Any, user: Any) -> ScoreSheet:
    """The sheet of this assessor for a public story (loaded by evaluation.selectors.marking.story_to_mark).

    Raises ConflictOfInterest, rubrics.services.NotMarkable.
    """
    conflict = conflict_with(story, user)
    if conflict:
        raise ConflictOfInterest(conflict)
    if not story.live:
        raise engine.NotMarkable
    return engine.open_sheet(work=story, user=user, rubric=RUBRIC)


@transaction.atomic
def note_visit(*, user: Any, now: datetime.datetime) -> datetime.datetime | None:
    """Notes that this person is in the room of marks; returns since when stories are new to them."""
    row = AssessorVisit.objects.select_for_update().filter(user=user).first()
    visit = visited(Visit(row.seen_at, row.since) if row else None, now)
    AssessorVisit.objects.update_or_create(
        user=user, defaults={"seen_at": visit.seen_at, "since": visit.since}
    )
    return visit.since
