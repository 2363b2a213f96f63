"""One page of a list by key, newest first: nothing is counted, nothing skipped through."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from core.rules import keyset


@dataclass(frozen=True)
class Cut:
    """The rows of one page. The addresses are query strings and empty where the list ends.

    `ahead` is the one row behind the page that was looked at, `from_top` says that a new row would come into it.
    """

    rows: tuple[Any, ...]
    older_url: str
    newer_url: str
    ahead: tuple[Any, ...]
    from_top: bool

    @property
    def is_first(self) -> bool:
        return not self.newer_url


def cut(
    rows: QuerySet[Any],
    moment: str,
    *,
    before: str = "",
    after: str = "",
    query: str = "",
    size: int,
) -> Cut:
    """`rows` in the order ("-<moment>", "-pk"), `moment` the name of an aware date; `before` and `after` are cursors.

    A cursor that is none gives the first page; `query` goes in front of the cursors in the addresses.
    """
    older_than, newer_than = keyset.from_text(before), keyset.from_text(after)
    if older_than is None and newer_than is not None:
        found = list(rows.filter(_beyond(moment, "gt", newer_than)).order_by(moment, "pk")[: size + 1])
        if len(found) > size:
            links = _links(found[:size][::-1], moment, query, has_older=True, has_newer=True)
            return Cut(tuple(found[:size][::-1]), *links, tuple(found[size:]), from_top=False)
    if older_than is not None:
        rows = rows.filter(_beyond(moment, "lt", older_than))
    found = list(rows[: size + 1])
    links = _links(found[:size], moment, query, has_older=len(found) > size, has_newer=older_than is not None)
    return Cut(tuple(found[:size]), *links, tuple(found[size:]), from_top=older_than is None)


def _beyond(moment: str, side: str, cursor: tuple[datetime.datetime, int]) -> Q:
    at, pk = cursor
    # The first condition says nothing new, but it is the one that a database finds in its index.
    here = Q(**{f"{moment}__{side}e": at})
    return here & (Q(**{f"{moment}__{side}": at}) | Q(**{f"pk__{side}": pk}))


def _links(found: list[Any], moment: str, query: str, *, has_older: bool, has_newer: bool) -> tuple[str, str]:
    """Query strings of the older and the newer page."""
    prefix = f"?{query}&" if query else "?"

    def link(word: str, row: Any) -> str:
        return f"{prefix}{word}={keyset.to_text(getattr(row, moment), row.pk)}"

    older = link("sebelum", found[-1]) if found and has_older else ""
    newer = (link("sesudah", found[0]) if found else f"?{query}") if has_newer else ""
    return older, newer
