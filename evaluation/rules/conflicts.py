"""Who may not mark a story, because it is partly their own work."""

from __future__ import annotations

from enum import StrEnum


class Conflict(StrEnum):
    """Why; the strongest reason is named."""

    NONE = ""
    OWN = "own"
    MEMBER = "member"
    EDITED = "edited"
    COACHED = "coached"
    RECUSED = "recused"


def conflict_of(*, owns: bool, is_member: bool, edited: bool, sent_back: bool, recused: bool) -> Conflict:
    """What stands between a marker and a story.

    owns: wrote it or stands in its byline. is_member: belongs to its KIM. edited: saved a revision, published or
    corrected it. sent_back: returned it to the writer with notes. recused: stepped back by own choice.
    """
    if owns:
        return Conflict.OWN
    if edited:
        return Conflict.EDITED
    if sent_back:
        return Conflict.COACHED
    if is_member:
        return Conflict.MEMBER
    return Conflict.RECUSED if recused else Conflict.NONE
