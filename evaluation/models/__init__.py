"""Models of evaluation."""

from evaluation.models.settings import EvaluationSettings
from evaluation.models.visits import AssessorVisit

__all__ = ["AssessorVisit", "EvaluationSettings"]
