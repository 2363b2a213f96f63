"""Every combination of facts has one state, and every act its states."""

from itertools import product

import pytest

from news.rules.state import (
    ON_THE_DESK,
    OPEN_FOR_WRITER,
    PUBLIC,
    TRANSITIONS,
    UNFINISHED,
    WAITING_FOR_EDITOR,
    Action,
    ArticleState,
    Review,
    StateFacts,
    can_transition,
    derive_state,
)

ANY = (True, False)
YES = (True,)
NO = (False,)
ALL_REVIEWS = ("none", "in_review", "returned")
NONE = ("none",)

# live, unpublished changes, review, scheduled, ever published, corrected, withdrawn -> state.
# No two rows overlap.
TABLE = [
    # withdrawn counts only for a story that was public and is no longer
    (NO, ANY, ALL_REVIEWS, ANY, YES, ANY, YES, "withdrawn"),
    # review, of a first version, of a story on the air, or of one whose withdrawal no longer holds
    (NO, ANY, ("in_review",), ANY, YES, ANY, NO, "in_review"),
    (NO, ANY, ("in_review",), ANY, NO, ANY, ANY, "in_review"),
    (YES, ANY, ("in_review",), ANY, ANY, ANY, ANY, "in_review"),
    (NO, ANY, ("returned",), ANY, YES, ANY, NO, "returned"),
    (NO, ANY, ("returned",), ANY, NO, ANY, ANY, "returned"),
    (YES, ANY, ("returned",), ANY, ANY, ANY, ANY, "returned"),
    # waiting for its hour
    (NO, ANY, NONE, YES, YES, ANY, NO, "scheduled"),
    (NO, ANY, NONE, YES, NO, ANY, ANY, "scheduled"),
    (YES, ANY, NONE, YES, ANY, ANY, ANY, "scheduled"),
    # being written
    (NO, ANY, NONE, NO, YES, ANY, NO, "draft"),
    (NO, ANY, NONE, NO, NO, ANY, ANY, "draft"),
    (YES, YES, NONE, NO, ANY, ANY, ANY, "draft"),
    # what the public reads is the newest version
    (YES, NO, NONE, NO, ANY, NO, ANY, "published"),
    (YES, NO, NONE, NO, ANY, YES, ANY, "corrected"),
]


def expand():
    for *columns, state in TABLE:
        for facts in product(*columns):
            yield facts, state


def test_derive_state_for_every_combination():
    rows = list(expand())
    expected = dict(rows)
    assert len(rows) == len(expected) == 2**6 * 3
    derived = {
        (live, changes, review, scheduled, ever, corrected, withdrawn): derive_state(
            StateFacts(live, changes, Review(review), scheduled, ever, corrected, withdrawn)
        ).value
        for live, changes, review, scheduled, ever, corrected, withdrawn in product(
            ANY, ANY, ALL_REVIEWS, ANY, ANY, ANY, ANY
        )
    }
    assert derived == expected


def test_derive_state_of_a_new_story():
    assert derive_state(StateFacts()) is ArticleState.DRAFT


def test_derive_state_takes_review_as_plain_text():
    assert derive_state(StateFacts(review="returned")) is ArticleState.RETURNED


# One row per state, one letter per act: SAVE sUBMIT rETURN pUBLISH scHEDULE cORRECT wITHDRAW reSTORE.
ACTIONS = ["save", "submit", "return", "publish", "schedule", "correct", "withdraw", "restore"]
ALLOWED = {
    "draft": "yy-yy---",
    "in_review": "y-yyy---",
    "returned": "yy-yy---",
    "scheduled": "--yyy---",
    "published": "y----yy-",
    "corrected": "y----yy-",
    "withdrawn": "-------y",
}
ALLOWED_WHILE_LIVE = {
    "draft": "yy-yyyy-",
    "in_review": "y-yyyyy-",
    "returned": "yy-yyyy-",
    "scheduled": "--yyyyy-",
    "published": "y----yy-",
    "corrected": "y----yy-",
    "withdrawn": "-------y",
}


@pytest.mark.parametrize("live", [False, True])
@pytest.mark.parametrize("state", list(ALLOWED))
def test_can_transition_for_every_state_and_act(state, live):
    row = "".join("y" if can_transition(state, action, live=live) else "-" for action in ACTIONS)
    assert row == (ALLOWED_WHILE_LIVE if live else ALLOWED)[state]


def test_tables_name_every_state_and_act():
    assert set(ALLOWED) == {state.value for state in ArticleState} == {state.value for state in TRANSITIONS}
    assert [action.value for action in Action] == ACTIONS


@pytest.mark.parametrize(("state", "action"), [("gone", "save"), ("draft", "delete")])
def test_can_transition_of_unknown_words_is_refused(state, action):
    with pytest.raises(ValueError, match="is not a valid"):
        can_transition(state, action)


def test_named_sets_of_states():
    assert {state.value for state in OPEN_FOR_WRITER} == {"draft", "returned"}
    assert {state.value for state in WAITING_FOR_EDITOR} == {"in_review"}
    assert {state.value for state in ON_THE_DESK} == {"in_review", "scheduled"}
    assert {state.value for state in PUBLIC} == {"published", "corrected"}
    assert {state.value for state in UNFINISHED} == {"draft", "returned", "in_review", "scheduled"}
    assert UNFINISHED | PUBLIC | {ArticleState.WITHDRAWN} == set(ArticleState)


def test_writer_can_always_save_and_submit_what_is_open():
    acts = {(s, a) for s in OPEN_FOR_WRITER for a in (Action.SAVE, Action.SUBMIT) if can_transition(s, a)}
    assert len(acts) == 4
