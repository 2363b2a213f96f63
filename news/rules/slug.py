"""The address word of a story, made once from its headline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import count

MAX_LENGTH = 60
FALLBACK = "berita"


def make_slug(headline: str, taken: Callable[[str], bool]) -> str:
    """Return a free ASCII slug of at most 60 characters, cut between words; `-2`, `-3` … when taken.

    A headline without a Latin letter or digit gives "berita".
    """
    base = _shorten(_ascii_words(headline), MAX_LENGTH) or FALLBACK
    if not taken(base):
        return base
    for number in count(2):
        suffix = f"-{number}"
        slug = _shorten(base, MAX_LENGTH - len(suffix)) + suffix
        if not taken(slug):
            return slug
    raise AssertionError("count never ends")


def _ascii_words(headline: str) -> str:
    text = unicodedata.normalize("NFKD", headline.replace("&", " dan ").lower())
    text = re.sub(r"['’‘`]", "", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def _shorten(slug: str, length: int) -> str:
    if len(slug) <= length:
        return slug
    whole_words = slug[: length + 1].rpartition("-")[0]
    return whole_words or slug[:length]
