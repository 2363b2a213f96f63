"""Where a public story leaves traces, and which surrogate keys (core.cache_keys) a change of it raises."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Footprint:
    """`row` is a digest of all that a list prints of the story; `lists` names the lists it stands in.

    `published` (aware) orders the lists, `month` is the part of the sitemap ("2026-11"), `day` the day of the
    statistics, both on the site's clock.
    """

    kim: int
    row: str
    lists: tuple[str, ...]
    published: datetime.datetime
    day: datetime.date
    month: str
    topic: int
    writers: tuple[int, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a JSON column."""
        return {
            **asdict(self),
            "published": self.published.isoformat(),
            "day": self.day.isoformat(),
            "lists": list(self.lists),
            "writers": list(self.writers),
        }

    @classmethod
    def from_dict(cls, facts: dict[str, Any]) -> Footprint:
        return cls(
            **{
                **facts,
                "published": datetime.datetime.fromisoformat(facts["published"]),
                "day": datetime.date.fromisoformat(facts["day"]),
                "lists": tuple(facts["lists"]),
                "writers": tuple(facts["writers"]),
            }
        )


def lists_of(
    *, kim: int, topic: int, tags: tuple[int, ...], writers: tuple[int, ...], is_advertorial: bool
) -> tuple[str, ...]:
    """Names of all lists a story stands in, as core.cache_keys writes them; a paid text is no news."""
    lists = ["all", f"kim-{kim}"] + ([] if is_advertorial else ["news"])
    lists += [f"topic-{topic}"] if topic else []
    lists += [f"tag-{tag}" for tag in tags] + [f"person-{writer}" for writer in writers]
    return tuple(sorted(set(lists)))


def keys_to_raise(
    pk: int,
    before: Footprint | None,
    after: Footprint | None,
    *,
    on_top: bool = True,
    newest_left: datetime.datetime | None = None,
) -> set[str]:
    """Keys that become stale when story `pk` goes from one footprint to the other (None: not public).

    A list page that shows the story depends on its row, so leaving a list raises the row alone; entering raises the
    list, and its deeper pages too unless the story comes `on_top` (it is new). `newest_left` is the moment of the
    newest public story of the KIM that is left, of which homes and the front tell the age.
    """
    keys: set[str] = set()
    old = set(before.lists) if before else set()
    new = set(after.lists) if after else set()
    for name in new - old:
        keys.add(f"list-{name}")
        if before is not None or not on_top:
            keys.add(f"list-{name}-deep")
    if before is not None and (after is None or before.row != after.row or old != new):
        keys.add(f"row-{pk}")
    keys.update(f"month-{footprint.month}" for footprint in (before, after) if footprint)
    for footprint, other in ((before, after), (after, before)):
        moved = footprint is not None and (
            other is None or other.kim != footprint.kim or other.published != footprint.published
        )
        if footprint is not None and moved and (newest_left is None or footprint.published >= newest_left):
            keys.add(f"latest-{footprint.kim}")
    return keys
