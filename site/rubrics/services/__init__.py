"""What people do with rubrics: change a rubric, mark a work, release, settle."""

from rubrics.services.editing import (
    VersionRefused,
    discard_draft,
    put_in_use,
    remove_criterion,
    remove_gate,
    save_criterion,
    save_gate,
    save_rubric,
    start_draft,
)
from rubrics.services.marking import NotMarkable, judge, mark, note_paragraph, open_sheet
from rubrics.services.releasing import (
    ReasonMissing,
    SheetIncomplete,
    change_released,
    finish,
    release,
    send_back,
)
from rubrics.services.scores import DecisionRefused, decide, recuse, refresh_score

__all__ = [
    "DecisionRefused",
    "NotMarkable",
    "ReasonMissing",
    "SheetIncomplete",
    "VersionRefused",
    "change_released",
    "decide",
    "discard_draft",
    "finish",
    "judge",
    "mark",
    "note_paragraph",
    "open_sheet",
    "put_in_use",
    "recuse",
    "refresh_score",
    "release",
    "remove_criterion",
    "remove_gate",
    "save_criterion",
    "save_gate",
    "save_rubric",
    "send_back",
    "start_draft",
]
