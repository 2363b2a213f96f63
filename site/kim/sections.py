"""Sections that kim itself puts on the home of a KIM."""

from __future__ import annotations

from typing import Any

from core.cache_keys import depends_on
from core.sections import Section, register_section
from kim.selectors import public
from kim.selectors.village_map import village_map


def kim_keys(page: Any) -> tuple[str, ...]:
    """Surrogate keys of everything that shows a KIM's own data."""
    return (f"kim-{page.kim_id}", f"kim-{page.kim_id}-home")


def head(page: Any) -> dict[str, Any]:
    kim = page.kim
    if page.cover_id is not None:
        depends_on(f"image-{page.cover_id}")
    return {
        "name": kim.name,
        "kicker": public.place_of(kim.village),
        "tagline": kim.tagline,
        "themes": public.themes_of(kim),
        "cover": page.cover,
    }


def about(page: Any) -> dict[str, Any] | None:
    kim = page.kim
    if not kim.about:
        return None
    return {"text": kim.about, "founded_year": kim.founded_year, "kim_id_number": kim.kim_id_number}


def reach(page: Any) -> dict[str, Any] | None:
    """How to reach the KIM: its WhatsApp through our own address, its channels on line and off line."""
    kim = page.kim
    channels = public.channels_of(kim)
    whatsapp = public.whatsapp_address(kim)
    if not (channels or whatsapp or kim.address):
        return None
    return {"channels": channels, "whatsapp": whatsapp, "address": kim.address}


def people(page: Any) -> dict[str, Any] | None:
    rows = public.people_of(page.kim)
    return {"people": rows} if rows else None


def where(page: Any) -> dict[str, Any] | None:
    drawing = village_map(page.kim.village)
    return {"map": drawing, "place": public.place_of(page.kim.village)} if drawing else None


def register() -> None:
    """Called once from AppConfig.ready()."""
    parts = [
        ("head", 10, head, "top"),
        ("about", 60, about, "main"),
        ("reach", 20, reach, "side"),
        ("people", 30, people, "side"),
        ("where", 40, where, "side"),
    ]
    for name, order, build, column in parts:
        register_section(
            Section(
                name=f"kim.{name}",
                place="kim_home",
                order=order,
                template=f"kim/sections/{name}.html",
                build=build,
                keys=kim_keys,
                column=column,
            )
        )
