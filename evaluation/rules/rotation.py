"""Fair rotation: which unscored story comes next, so that no KIM waits because another writes more."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A public story that waits for marks."""

    story: int
    kim: int
    published_at: datetime.datetime


def fair_order(candidates: Iterable[Candidate], scored: Mapping[int, int]) -> list[int]:
    """Numbers of the stories in the order in which they should be read.

    `scored` is how many stories of each KIM were scored lately. The KIM with the fewest gives the next story, its
    oldest; each story handed out counts as one more for its KIM. So a KIM that nobody looked at comes first, and
    KIM take turns. Equal: the story that waits longest.
    """
    waiting: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda one: (one.published_at, one.story), reverse=True):
        waiting[candidate.kim].append(candidate)
    count = {kim: scored.get(kim, 0) for kim in waiting}
    order: list[int] = []
    while waiting:
        # The last of each list is the oldest.
        kim = min(waiting, key=lambda one: (count[one], waiting[one][-1].published_at, one))
        order.append(waiting[kim].pop().story)
        count[kim] += 1
        if not waiting[kim]:
            del waiting[kim]
    return order
