"""What assessors do with published stories, and who hears of it."""

from evaluation.services.following import scores_follow
from evaluation.services.marking import ConflictOfInterest, begin, note_visit
from evaluation.services.telling import tell_about

__all__ = ["ConflictOfInterest", "begin", "note_visit", "scores_follow", "tell_about"]
