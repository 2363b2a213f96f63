"""Links typed in the writer room may point only at what readers may open, or at the KIM's own files."""

from __future__ import annotations

import re
from typing import Any

from wagtail.models import Page

from core.models import MediaDocument
from kim.models import KimGroup
from news.rules import plain_text

_LINK = re.compile(r"\]\((halaman|dokumen):(\d{1,18})\)")


def without_foreign_links(text: str, *, base: list[dict[str, Any]], kim: KimGroup) -> str:
    """The text with links to drafts, to unknown pages or to another KIM's documents turned into plain words.

    Links that `base` (raw blocks) has already stay as they are. Nothing typed is lost: the refused link is
    shown as it was typed.
    """
    typed = set(_LINK.findall(text)) - set(_LINK.findall(plain_text.to_text(base)))
    if not typed:
        return text
    pages = [int(number) for kind, number in typed if kind == "halaman"]
    documents = [int(number) for kind, number in typed if kind == "dokumen"]
    allowed = {
        ("halaman", pk)
        for pk in Page.objects.live().public().filter(pk__in=pages).values_list("pk", flat=True)
    }
    own = MediaDocument.objects.filter(pk__in=documents, collection=kim.collection_id)
    allowed |= {("dokumen", pk) for pk in own.values_list("pk", flat=True)}

    def as_text(match: re.Match[str]) -> str:
        kind, number = match.groups()
        refused = (kind, number) in typed and (kind, int(number)) not in allowed
        return f"\\{match.group(0)}" if refused else match.group(0)

    return _LINK.sub(as_text, text)
