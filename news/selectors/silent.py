"""What a draft of a public story says that its readers were not told."""

from __future__ import annotations

from django.utils.translation import gettext as _

from news.models import ArticlePage
from news.models.facts import story_text
from news.rules.silent_edit import PARTS, Verdict, changes_substance


def silent_change(draft: ArticlePage) -> Verdict:
    """The verdict on this text beside the public one; nothing for a story that was never public.

    The row of a page holds the text that is public, or was last (withdrawn stories).
    """
    public = ArticlePage.objects.filter(pk=draft.pk, first_published_at__isnull=False).first()
    return Verdict((), 0) if public is None else changes_substance(story_text(public), story_text(draft))


def silent_lines(verdict: Verdict) -> list[str]:
    """The verdict in words, a line per part."""
    return [_(PARTS[part]) for part in verdict.parts]
