"""From an address that somebody pasted to the public page of a KIM."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from wagtail.models import Page

from core.page_routes import page_at
from kim.models import KimPage, KimScopedPage
from news.models import ArticlePage

MOST_LETTERS = 600
MOST_WORDS = 6
_WORD = re.compile(r"[\w-]{1,255}")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def page_of_kim_at(root: Page, address: str, *, hosts: Iterable[str]) -> Any | None:
    """The home, story or other public page of a KIM below `root`; None for everything else.

    `address` is a path, an address with or without "https://", or a chat message with one in it. A page that is
    not public is as unknown as one that was never there.
    """
    words = _words(address[:MOST_LETTERS], frozenset(host.lower() for host in hosts))
    if not words or len(words) > MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return None
    page = page_at(root, words)
    if page is None or not page.live or not isinstance(page, KimPage | KimScopedPage):
        return None
    return None if page.get_view_restrictions().exists() else page


def story_at(root: Page, address: str, *, hosts: Iterable[str]) -> ArticlePage | None:
    """The public story at an address."""
    page = page_of_kim_at(root, address, hosts=hosts)
    return page if isinstance(page, ArticlePage) else None


def _words(address: str, hosts: frozenset[str]) -> list[str]:
    """The words of the path; none when the address lies on another host."""
    text = address.strip()
    found = _ADDRESS.search(text)
    try:
        if found:
            parts = urlsplit(found[0])
            if parts.netloc.lower() not in hosts:
                return []
            path = parts.path
        else:
            path = urlsplit(text).path if text.startswith("/") else text.partition("?")[0].partition("#")[0]
    except ValueError:  # brackets that are no host
        return []
    words = [unquote(word) for word in path.split("/") if word]
    if words and words[0].lower() in hosts:
        del words[0]
    return words
