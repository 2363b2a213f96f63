"""Models of evaluation."""

from evaluation.models.settings import EvaluationSettings

__all__ = ["EvaluationSettings"]
