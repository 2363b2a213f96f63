"""What readers may still know of a story that was taken back."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from core import when
from kim.selectors.public import place_of
from news.models import ArticlePage, Correction
from news.selectors.public import StoryRow, live_stories, rows_of

NEWEST = 3


@dataclass(frozen=True)
class WithdrawnStory:
    """Dates in words and as ISO text; `kim_url` is empty when the home of the KIM is not public."""

    headline: str
    published: str
    published_iso: str
    withdrawn: str
    withdrawn_iso: str
    reason: str
    kim_name: str
    kim_url: str
    kim_place: str
    hue: int
    newest: tuple[StoryRow, ...]


def withdrawn_story(article: ArticlePage) -> WithdrawnStory | None:
    """The headline as readers had it, the day, the reason; nothing of the text, nor of what was written since.

    None when no withdrawal was recorded since it was last public: then nothing of the story is told at all.
    """
    note = (
        Correction.objects.filter(article=article.pk, kind=Correction.Kind.WITHDRAWAL)
        .select_related("revision")
        .first()
    )
    shown_since = article.last_published_at
    if note is None or (shown_since is not None and note.made_at < shown_since):
        return None
    kim = article.kim
    home = kim.page
    published = timezone.localtime(article.published_at or article.first_published_at)
    return WithdrawnStory(
        headline=note.revision.content.get("title", "") if note.revision else article.title,
        published=when.short_date(published.date()),
        published_iso=published.date().isoformat(),
        withdrawn=when.date_and_time(note.made_at),
        withdrawn_iso=timezone.localtime(note.made_at).isoformat(timespec="minutes"),
        reason=note.text,
        kim_name=kim.name,
        kim_url=(home.get_url() or "") if home.live else "",
        kim_place=place_of(kim.village),
        hue=kim.hue,
        newest=rows_of(live_stories(home)[:NEWEST]),
    )
