"""What was put right, for readers: of one KIM or of the whole network, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from core import paging, when
from core.cache_keys import depends_on
from kim.models import KimGroup
from news.models import Correction

PAGE_SIZE = 20
# Beside the names and addresses nothing of a story is read.
_HEAVY = ("body", "lead", "checklist", "search_description")


@dataclass(frozen=True)
class CorrectionRow:
    """One note. `url` is the permanent address of its story, also of a withdrawn one; `reply_url` may be empty."""

    kind: str
    text: str
    when: str
    iso: str
    requested_by: str
    headline: str
    url: str
    kim: str
    kim_url: str
    reply_title: str
    reply_url: str


@dataclass(frozen=True)
class CorrectionListing:
    rows: tuple[CorrectionRow, ...]
    older_url: str
    newer_url: str
    is_first: bool


def corrections_below(
    root: Any, *, kim: KimGroup | None = None, before: str = "", after: str = ""
) -> CorrectionListing:
    """The notes of all stories below a page; `kim` says whose page it is. Two may share a moment: the row decides."""
    depends_on("corrections" if kim is None else f"corrections-kim-{kim.pk}")
    page = paging.cut(_public(root), "made_at", before=before, after=after, size=PAGE_SIZE)
    return CorrectionListing(
        tuple(map(_row, page.rows)), page.older_url, page.newer_url, is_first=page.is_first
    )


def kims_with_corrections(root: Any) -> list[str]:
    """Addresses of the KIM that have put something right."""
    depends_on("corrected-kims")
    slugs = _public(root).order_by("kim__slug").values_list("kim__slug", flat=True).distinct()
    return list(slugs)


def corrections_address(kim: KimGroup) -> str:
    return reverse("news:kim_corrections", args=[kim.slug])


def _public(root: Any) -> QuerySet[Correction]:
    rows: QuerySet[Correction] = Correction.objects.filter(article__path__startswith=root.path).exclude(
        kim__status=KimGroup.Status.CLOSED
    )
    return (
        rows.select_related("article", "reply", "kim__page")
        .defer(*(f"{story}__{name}" for story in ("article", "reply") for name in _HEAVY), "kim__about")
        .order_by("-made_at", "-pk")
    )


def _row(note: Correction) -> CorrectionRow:
    reply = note.reply if note.reply is not None and note.reply.live else None
    depends_on(f"row-{note.article_id}", f"row-{note.reply_id}", f"kim-{note.kim_id}")
    return CorrectionRow(
        kind=note.get_kind_display(),
        text=note.text,
        when=when.date_and_time(note.made_at),
        iso=when.iso(note.made_at),
        requested_by=note.requested_by,
        headline=note.article.title,
        url=note.article.get_url() or "",
        kim=note.kim.name,
        kim_url=note.kim.page.get_url() or "",
        reply_title=reply.title if reply else "",
        reply_url=(reply.get_url() or "") if reply else "",
    )
