"""What stands between a text and its readers: something is missing, or they would not be told of a change."""

from __future__ import annotations

from news.models import ArticlePage
from news.models.facts import story_facts
from news.rules.publish_gate import Problem, missing_for_publication
from news.rules.silent_edit import Verdict
from news.selectors.silent import silent_change


class PublishRefused(Exception):
    """Something is missing before readers may see it; `problems` are news.rules.publish_gate.Problem."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


class SilentChange(Exception):
    """A public story would say something else without a note; `news.services.correct` publishes it with one."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(f"changes without a note: {', '.join(verdict.parts)}")
        self.verdict = verdict


def publish_problems(draft: ArticlePage) -> tuple[Problem, ...]:
    """What stands between this text and its readers; empty when nothing does."""
    return missing_for_publication(story_facts(draft))


def require_complete(draft: ArticlePage) -> None:
    """Raises PublishRefused when credit, consent, alt text or a part of the story is missing."""
    problems = publish_problems(draft)
    if problems:
        raise PublishRefused(problems)


def require_open(draft: ArticlePage) -> None:
    """Raises PublishRefused as above, SilentChange when a public story would say something else quietly."""
    require_complete(draft)
    verdict = silent_change(draft)
    if verdict.is_substance:
        raise SilentChange(verdict)
