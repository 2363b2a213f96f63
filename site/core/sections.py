"""What a front or KIM home is composed of: apps above register their sections here.

A section gives its rows, its template and its cache keys, so the most-read pages run no query in a template
and import nothing above them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.cache_keys import depends_on


@dataclass(frozen=True)
class Section:
    """One part of a composed page.

    `place` is "front" or "kim_home"; `build(page)` returns the template context of the section or None when
    there is nothing to show; `keys(page)` names the surrogate keys whose change makes it stale. `column` is
    "top" (whole width, above), "main" or "side".
    """

    name: str
    place: str
    order: int
    template: str
    build: Callable[[Any], dict[str, Any] | None]
    keys: Callable[[Any], tuple[str, ...]]
    column: str = "main"


@dataclass(frozen=True)
class BuiltSection:
    name: str
    template: str
    context: dict[str, Any]
    keys: tuple[str, ...]
    column: str


_registry: dict[tuple[str, str], Section] = {}


def register_section(section: Section) -> None:
    """Adds or replaces a section (by place and name)."""
    _registry[(section.place, section.name)] = section


def sections_of(place: str) -> list[Section]:
    """Registered sections of a place in their order."""
    return sorted((s for s in _registry.values() if s.place == place), key=lambda s: (s.order, s.name))


def build_sections(place: str, page: Any) -> list[BuiltSection]:
    """Runs every section of the place; empty ones are left out."""
    built = []
    for section in sections_of(place):
        # Also when it is empty: what fills it later must be seen.
        depends_on(*section.keys(page))
        context = section.build(page)
        if context is not None:
            built.append(
                BuiltSection(section.name, section.template, context, section.keys(page), section.column)
            )
    return built


def columns_of(sections: list[BuiltSection]) -> dict[str, list[BuiltSection]]:
    """Built sections by column, for a template: "top", "main", "side"."""
    return {
        name: [section for section in sections if section.column == name] for name in ("top", "main", "side")
    }
