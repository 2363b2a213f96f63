"""The state of a story's working revision, derived from facts, and which act may follow which state.

Whether the public can read a story stays Wagtail's `live`; the state speaks of the revision people work on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ArticleState(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Review(StrEnum):
    """Where the working revision stands in review."""

    NONE = "none"
    IN_REVIEW = "in_review"
    RETURNED = "returned"


class Action(StrEnum):
    SAVE = "save"
    SUBMIT = "submit"
    RETURN = "return"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


OPEN_FOR_WRITER = frozenset({ArticleState.DRAFT, ArticleState.RETURNED})
WAITING_FOR_EDITOR = frozenset({ArticleState.IN_REVIEW})
ON_THE_DESK = frozenset({ArticleState.IN_REVIEW, ArticleState.SCHEDULED})
PUBLIC = frozenset({ArticleState.PUBLISHED, ArticleState.CORRECTED})
UNFINISHED = frozenset(
    {ArticleState.DRAFT, ArticleState.RETURNED, ArticleState.IN_REVIEW, ArticleState.SCHEDULED}
)


@dataclass(frozen=True, slots=True)
class StateFacts:
    """What is known of a story.

    live: the public reads some version now. has_unpublished_changes: the newest revision is not the live one.
    review: where the newest revision stands. scheduled: a revision waits for its hour. ever_published: it was
    public at least once. corrected: the live version carries a correction. withdrawn: it was taken back.
    """

    live: bool = False
    has_unpublished_changes: bool = False
    review: Review = Review.NONE
    scheduled: bool = False
    ever_published: bool = False
    corrected: bool = False
    withdrawn: bool = False


def derive_state(facts: StateFacts) -> ArticleState:
    """Return the one state of these facts; every combination has one.

    A withdrawal ends all other work and holds only for a story that was public and no longer is; then review,
    then the schedule, then unpublished changes, then what the public reads.
    """
    if facts.withdrawn and facts.ever_published and not facts.live:
        return ArticleState.WITHDRAWN
    if facts.review == Review.IN_REVIEW:
        return ArticleState.IN_REVIEW
    if facts.review == Review.RETURNED:
        return ArticleState.RETURNED
    if facts.scheduled:
        return ArticleState.SCHEDULED
    if not facts.live or facts.has_unpublished_changes:
        return ArticleState.DRAFT
    return ArticleState.CORRECTED if facts.corrected else ArticleState.PUBLISHED


# state -> acts that may follow it. A returned story may still be published or scheduled: the editor may have
# mended it. A scheduled one is not saved over, since the hour would publish the older text: return it first.
TRANSITIONS: dict[ArticleState, frozenset[Action]] = {
    ArticleState.DRAFT: frozenset({Action.SAVE, Action.SUBMIT, Action.PUBLISH, Action.SCHEDULE}),
    ArticleState.RETURNED: frozenset({Action.SAVE, Action.SUBMIT, Action.PUBLISH, Action.SCHEDULE}),
    ArticleState.IN_REVIEW: frozenset({Action.SAVE, Action.RETURN, Action.PUBLISH, Action.SCHEDULE}),
    ArticleState.SCHEDULED: frozenset({Action.RETURN, Action.PUBLISH, Action.SCHEDULE}),
    ArticleState.PUBLISHED: frozenset({Action.SAVE, Action.CORRECT, Action.WITHDRAW}),
    ArticleState.CORRECTED: frozenset({Action.SAVE, Action.CORRECT, Action.WITHDRAW}),
    ArticleState.WITHDRAWN: frozenset({Action.RESTORE}),
}


def can_transition(state: ArticleState | str, action: Action | str, *, live: bool = False) -> bool:
    """Tell whether `action` may be done in `state`; who may do it is a question for the permissions.

    With `live` (an older version is public while a newer one is being worked on) the public version can
    still be corrected or withdrawn. Raises ValueError for an unknown state or action.
    """
    state, action = ArticleState(state), Action(action)
    if live and action in {Action.CORRECT, Action.WITHDRAW} and state is not ArticleState.WITHDRAWN:
        return True
    return action in TRANSITIONS[state]
