"""Acts on stories: drafting, reviewing, publishing. Atomic, logged, side effects by signal on commit."""

from news.services.correcting import correct, withdraw
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
from news.services.footprint import follow_stories, forget_story, refresh_footprint, stored_footprint
from news.services.gates import PublishRefused, SilentChange, publish_problems
from news.services.publishing import note_published, publish, publish_due, publish_reviewed, schedule
from news.services.report_notices import tell_of_report
from news.services.reports import (
    ReportClosed,
    answer_report,
    dismiss_report,
    forget_reporters,
    receive_report,
    watch_clock,
)
from news.services.reviewing import return_to_writer, submit
from news.services.sharing import drop_share_card, make_share_card
from news.services.state import refresh_list_columns, refresh_state
from news.services.statistics import check_statistics
from news.services.tag_addresses import keep_tag_addresses
from news.services.telling import coaches_of, reviewers_of, tell_about

__all__ = [
    "DraftInput",
    "NotAllowed",
    "PublishRefused",
    "ReportClosed",
    "SilentChange",
    "StaleDraft",
    "add_photo",
    "answer_report",
    "check_statistics",
    "coaches_of",
    "correct",
    "create_draft",
    "dismiss_report",
    "drop_share_card",
    "follow_stories",
    "forget_reporters",
    "forget_story",
    "keep_tag_addresses",
    "make_share_card",
    "note_published",
    "publish",
    "publish_due",
    "publish_problems",
    "publish_reviewed",
    "receive_report",
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
    "tell_of_report",
    "update_photo",
    "watch_clock",
    "withdraw",
]
