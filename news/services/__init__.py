"""Acts on stories: drafting, reviewing, publishing. Atomic, logged, side effects by signal on commit."""

from news.services.drafting import (
    DraftInput,
    NotAllowed,
    StaleDraft,
    add_photo,
    create_draft,
    remove_photo,
    run_checklist,
    save_draft,
    set_body,
    update_photo,
)
from news.services.footprint import forget_story, refresh_footprint, stored_footprint
from news.services.publishing import (
    PublishRefused,
    correct,
    note_published,
    publish,
    publish_due,
    publish_problems,
    publish_reviewed,
    schedule,
    withdraw,
)
from news.services.reviewing import return_to_writer, submit
from news.services.sharing import drop_share_card, make_share_card
from news.services.state import refresh_list_columns, refresh_state
from news.services.statistics import check_statistics
from news.services.telling import reviewers_of, tell_about

__all__ = [
    "DraftInput",
    "NotAllowed",
    "PublishRefused",
    "StaleDraft",
    "add_photo",
    "check_statistics",
    "correct",
    "create_draft",
    "drop_share_card",
    "forget_story",
    "make_share_card",
    "note_published",
    "publish",
    "publish_due",
    "publish_problems",
    "publish_reviewed",
    "refresh_footprint",
    "refresh_list_columns",
    "refresh_state",
    "remove_photo",
    "return_to_writer",
    "reviewers_of",
    "run_checklist",
    "save_draft",
    "schedule",
    "set_body",
    "stored_footprint",
    "submit",
    "tell_about",
    "update_photo",
    "withdraw",
]
