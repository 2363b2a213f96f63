"""The work rooms: which places a person has, and what there is to do today. Apps above register theirs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """One entry of the bottom bar. `is_open_to(user)` says whether this person has it."""

    name: str
    label: Any  # text, or text to be translated when shown
    url: Any  # text, or an address looked up when shown
    icon: str
    order: int
    is_open_to: Callable[[Any], bool]


@dataclass(frozen=True)
class Todo:
    """One row of "what you need to do today": what, whose, state, since when, what next."""

    text: str
    url: str
    action: str
    order: int = 50
    whose: str = ""
    state: str = ""
    since: datetime.datetime | None = None
    count: int = field(default=1, compare=False)


_places: dict[str, Place] = {}
_todo_builders: dict[str, Callable[[Any], Iterable[Todo]]] = {}

MAX_PLACES = 4


def register_place(place: Place) -> None:
    _places[place.name] = place


def register_todos(name: str, build: Callable[[Any], Iterable[Todo]]) -> None:
    """`build(user)` yields what this app asks of the person; at most a handful of rows."""
    _todo_builders[name] = build


def places_of(user: Any) -> list[Place]:
    """At most four places, in their order."""
    open_places = [place for place in _places.values() if place.is_open_to(user)]
    return sorted(open_places, key=lambda place: (place.order, place.name))[:MAX_PLACES]


def all_places_of(user: Any) -> list[Place]:
    """Every place of this person, for the landing page."""
    open_places = [place for place in _places.values() if place.is_open_to(user)]
    return sorted(open_places, key=lambda place: (place.order, place.name))


def todos_of(user: Any) -> list[Todo]:
    """Everything to do today: by urgency, and what has waited longest first."""
    rows = [row for build in _todo_builders.values() for row in build(user)]
    return sorted(rows, key=lambda row: (row.order, row.since.timestamp() if row.since else float("inf")))


register_place(Place("home", _("Today"), "/ruang/", "home", 0, lambda user: True))
