"""What was handed in when, and what changed in between."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Revision

from news.models import ArticlePage
from news.rules.compare import Op, ParagraphChange, compare
from news.rules.plain_text import to_text

REVISIONS_SHOWN = 30
# Segments ("equal", "delete" or "insert", text) of a paragraph before and after.
Sides = tuple[list[tuple[str, str]], list[tuple[str, str]]]


@dataclass(frozen=True)
class Version:
    pk: int
    at: datetime.datetime
    by: str
    is_newest: bool
    was_returned: bool


@dataclass(frozen=True)
class FieldChange:
    """One field: changed paragraphs as pairs of segment lists (before, after), and how many stayed the same."""

    label: str
    pairs: list[Sides]
    same: int


def versions_of(article: ArticlePage) -> list[Version]:
    """The newest revisions of a story, newest first (two queries)."""
    returned = set(article.returns.values_list("revision_id", flat=True))
    rows = (
        article.revisions.select_related("user")
        .defer("content")
        .order_by("-created_at", "-pk")[:REVISIONS_SHOWN]
    )
    return [
        Version(
            row.pk,
            row.created_at,
            row.user.get_full_name() if row.user else "",
            row.pk == article.latest_revision_id,
            row.pk in returned,
        )
        for row in rows
    ]


def usual_pair(article: ArticlePage, versions: list[Version]) -> tuple[int, int] | None:
    """What an editor wants to compare: the text last returned (else the public one, else the first) and the newest."""
    if len(versions) < 2:
        return None
    newest = versions[0].pk
    candidates = [version.pk for version in versions[1:] if version.was_returned]
    if not candidates and article.live_revision_id:
        candidates = [version.pk for version in versions[1:] if version.pk == article.live_revision_id]
    return (candidates[0] if candidates else versions[-1].pk), newest


def changes_between(article: ArticlePage, before_id: int, after_id: int) -> list[FieldChange]:
    """Fields that differ between two revisions of this story. Raises Revision.DoesNotExist for a foreign one."""
    before, after = (_fields(article.revisions.get(pk=pk)) for pk in (before_id, after_id))
    result = []
    for label, old in before.items():
        new = after[label]
        if old == new:
            continue
        paragraphs = compare(old, new)
        changed = [paragraph for paragraph in paragraphs if paragraph.is_changed]
        if changed:
            result.append(
                FieldChange(label, [_pair(item) for item in changed], len(paragraphs) - len(changed))
            )
    return result


def _pair(change: ParagraphChange) -> Sides:
    old = [(segment.op.value, segment.text) for segment in change.segments if segment.op is not Op.INSERT]
    new = [(segment.op.value, segment.text) for segment in change.segments if segment.op is not Op.DELETE]
    return old, new


def _fields(revision: Revision) -> dict[str, str]:
    story: ArticlePage = revision.as_object()
    place = [date_format(story.event_date, "j F Y") if story.event_date else "", story.event_place]
    return {
        _("Headline"): story.title,
        _("Lead"): story.lead,
        _("Story"): to_text(list(story.body.raw_data)),
        _("Kind of story"): str(story.get_kind_display()),
        _("When and where"): ", ".join(word for word in place if word),
        _("Sources"): "\n".join(str(source) for source in story.sources.all()),
        _("Topic"): str(story.topic or ""),
        _("Tags"): ", ".join(sorted(tag.name for tag in story.tags.all())),
        _("Who paid"): story.sponsor_name if story.is_advertorial else "",
    }
