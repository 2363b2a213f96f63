"""From an address that leads nowhere to the one that took its place: prefixes, joining, following."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

# Our deepest public address has four words; whatever is much deeper was never one of ours.
MOST_WORDS = 12


class Standing(StrEnum):
    """What is at an address now: something answers, something was taken back, or nothing ever stood there."""

    HERE = "here"
    GONE = "gone"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Moved:
    """`to` is a path on this host, or an absolute address where the target lives on another Site."""

    to: str


@dataclass(frozen=True)
class Gone:
    """It was public and is no more."""


def prefixes(path: str) -> list[str]:
    """The address and everything above it, longest first, the front page left out.

    >>> prefixes("/lama/berita/panen/")
    ['/lama/berita/panen/', '/lama/berita/', '/lama/']
    >>> prefixes("/lama/rss.xml"), prefixes("/"), prefixes("//x/")
    (['/lama/rss.xml', '/lama/'], [], [])
    """
    is_place = path.endswith("/")
    words = path[1:-1].split("/") if is_place else path[1:].split("/")
    if not path.startswith("/") or not all(words) or len(words) > MOST_WORDS or "\x00" in path:
        return []
    found = [f"/{'/'.join(words[:count])}/" for count in range(len(words), 0, -1)]
    return found if is_place else [path, *found[1:]]


def joined(path: str, old: str, new: str) -> str:
    """The address with its beginning `old` replaced by `new`; both end in a slash when anything follows.

    >>> joined("/lama/berita/panen/", "/lama/", "/baru/")
    '/baru/berita/panen/'
    """
    return new + path[len(old) :]


def free_word(slug: str, taken: Callable[[str], bool]) -> str:
    """The same address word while nobody has it, else with the first free number.

    >>> free_word("panen", {"panen", "panen-2"}.__contains__)
    'panen-3'
    """
    if not taken(slug):
        return slug
    return next(word for number in count(2) if not taken(word := f"{slug}-{number}"))


def follow(
    path: str,
    known: Callable[[Sequence[str]], Mapping[str, str | None]],
    standing: Callable[[str], Standing],
) -> Moved | Gone | None:
    """Where this address leads now: None when it never was public.

    `known(paths)` gives, for those that are former addresses, the present address of what stood there, or None when
    it is gone. `standing(path)` says what answers at an address. The longest former prefix is replaced, again and
    again, until something answers. A way that ends nowhere, or in a circle, is gone as far back as anything on it
    was taken back.
    """
    way = [path]
    while True:
        rows = known(prefixes(way[-1]))
        former = max(rows, key=len, default=None)
        if former is None:
            break
        target = rows[former]
        if target is None:
            return Gone()
        here = joined(way[-1], former, target)
        if not here.startswith("/"):
            return Moved(here)
        if here in way:
            break
        way.append(here)
        if standing(here) is Standing.HERE:
            return Moved(here)
    for here in reversed(way):
        if standing(here) is Standing.GONE:
            return Gone() if here == path else Moved(here)
    return None
