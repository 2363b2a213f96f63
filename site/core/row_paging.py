"""One page of a list that stands in an order of its own: it goes on from a row, never by counting rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet


@dataclass(frozen=True)
class RowPage:
    """The rows; `next_id` and `previous_id` begin the pages beside it, 0 where there is none."""

    rows: tuple[Any, ...]
    next_id: int
    previous_id: int


def page_beside(
    rows: QuerySet[Any],
    order: Sequence[str],
    *,
    after: int | None = None,
    before: int | None = None,
    size: int,
) -> RowPage:
    """What follows, or comes before, the row of that number in ascending `order`; a number that is none: the first page.

    `order` are names of columns or annotations that are never null; the row number decides between equals.
    """
    names = (*order, "pk")
    backwards = after is None and before is not None
    anchor = rows.filter(pk=before if backwards else after).first() if after or before else None
    backwards = backwards and anchor is not None
    if anchor is not None:
        rows = rows.filter(_beside(anchor, names, "lt" if backwards else "gt"))
    found = list(rows.order_by(*(f"-{name}" if backwards else name for name in names))[: size + 1])
    more, shown = len(found) > size, found[:size]
    if backwards:
        shown.reverse()
    goes_back = anchor is not None and (more if backwards else True)
    goes_on = backwards or more
    return RowPage(
        tuple(shown),
        next_id=shown[-1].pk if shown and goes_on else 0,
        previous_id=shown[0].pk if shown and goes_back else 0,
    )


def _beside(anchor: Any, names: Sequence[str], side: str) -> Q:
    """Rows on this side ("gt", "lt") of the anchor: equal in some first names, beyond it in the next one."""
    condition = Q(pk__in=[])
    equal = Q()
    for name in names:
        value = getattr(anchor, name)
        condition |= equal & Q(**{f"{name}__{side}": value})
        equal &= Q(**{name: value})
    return condition
