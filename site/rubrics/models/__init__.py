"""Models of rubrics, one noun a file."""

from rubrics.models.reasons import ReasonCode
from rubrics.models.rubrics import Criterion, Gate, Level, Rubric, RubricVersion
from rubrics.models.scores import Decision, Recusal, SheetChange, WorkScore
from rubrics.models.sheets import CriterionMark, ParagraphNote, ScoreSheet

__all__ = [
    "Criterion",
    "CriterionMark",
    "Decision",
    "Gate",
    "Level",
    "ParagraphNote",
    "ReasonCode",
    "Recusal",
    "Rubric",
    "RubricVersion",
    "ScoreSheet",
    "SheetChange",
    "WorkScore",
]
