"""Sections of news on the front and on KIM homes."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from core.sections import Section, register_section
from news.selectors import public
from news.selectors.corrections import corrections_address


def front_keys(page: Any) -> tuple[str, ...]:
    """The rows add their own keys while they are read (core.cache_keys)."""
    return ("list-all", "kims")


def kim_keys(page: Any) -> tuple[str, ...]:
    return (f"list-kim-{page.kim_id}",)


def _front_of(page: Any) -> public.Front | None:
    """Lead and river come from the same rows; the page object lives as long as one request."""
    if not hasattr(page, "_front"):
        page._front = public.front(page)
    front: public.Front | None = page._front
    return front


def lead(page: Any) -> dict[str, Any] | None:
    front = _front_of(page)
    return {"story": front.lead} if front else None


def river(page: Any) -> dict[str, Any]:
    """The stories by day; a network without any says so."""
    front = _front_of(page)
    return {"days": front.days, "older_url": front.older_url, "empty": False} if front else {"empty": True}


def strip(page: Any) -> dict[str, Any] | None:
    kims, total = public.kim_strip(page)
    return {"kims": kims, "total": total, "all_url": "/kim/"} if total else None


def latest(page: Any) -> dict[str, Any]:
    """The newest stories of one KIM; a KIM without any says so."""
    listing = public.page_of(public.live_stories(page), size=public.HOME_STORIES, name=f"kim-{page.kim_id}")
    return {"rows": listing.rows, "all_url": f"{page.get_url()}berita/" if listing.older_url else ""}


def mend(page: Any) -> dict[str, Any]:
    """How readers tell this KIM of a mistake, and what it has put right."""
    home = page.get_url() or ""
    return {
        "report_url": f"{reverse('news:report')}?halaman={home}",
        "corrections_url": corrections_address(page.kim),
    }


def register() -> None:
    """Called once from AppConfig.ready()."""
    parts = [
        ("news.lead", "front", 10, lead, front_keys, "top"),
        ("news.river", "front", 10, river, front_keys, "main"),
        ("news.strip", "front", 20, strip, front_keys, "side"),
        ("news.latest", "kim_home", 20, latest, kim_keys, "main"),
        ("news.mend", "kim_home", 50, mend, kim_keys, "side"),
    ]
    for name, place, order, build, keys, column in parts:
        register_section(
            Section(
                name=name,
                place=place,
                order=order,
                template=f"news/sections/{name.partition('.')[2]}.html",
                build=build,
                keys=keys,
                column=column,
            )
        )
