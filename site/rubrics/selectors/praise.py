"""Ready sentences of praise for what a sheet found done well."""

from __future__ import annotations

from rubrics.models import RubricVersion, ScoreSheet
from rubrics.rules.advice import strong_points
from rubrics.selectors.sheets import marks_of
from rubrics.selectors.versions import scheme_of

MOST = 3


def praise_lines(sheet: ScoreSheet, version: RubricVersion, *, most: int = MOST) -> tuple[str, ...]:
    """One sentence for each criterion with the highest level, the heaviest first; from its first reason code's card.

    `version` was loaded with its parts, `sheet` with its marks.
    """
    criteria = {one.code: one for one in version.criteria.all()}
    lines: list[str] = []
    for code in strong_points(scheme_of(version), marks_of(sheet)):
        praise = next((one.praise for one in criteria[code].reasons.all() if one.praise), "")
        if praise and praise not in lines:
            lines.append(praise)
    return tuple(lines[:most])
