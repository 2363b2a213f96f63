"""What a reader typed into the search box, made harmless."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from django.db.models import Q

MAX_LENGTH = 100
MAX_WORDS = 8
SHORTEST = 2
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def clean_query(text: str) -> str:
    """One line of at most 100 characters without control characters (a database refuses some of them)."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text[:1000])
    return " ".join(visible.split())[:MAX_LENGTH].strip()


def words_of(query: str) -> tuple[str, ...]:
    """The words of a cleaned query, at most eight, each once, none shorter than two letters."""
    words = dict.fromkeys(word.lower() for word in _WORD.findall(query) if len(word) >= SHORTEST)
    return tuple(words)[:MAX_WORDS]


def every_word(words: Iterable[str], fields: Iterable[str]) -> Q:
    """Rows in which every word stands in at least one of these fields, upper and lower case alike."""
    names = tuple(fields)
    condition = Q()
    for word in words:
        anywhere = Q()
        for name in names:
            anywhere |= Q(**{f"{name}__icontains": word})
        condition &= anywhere
    return condition
