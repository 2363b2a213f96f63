"""What the office sees before it changes where a KIM lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from core import former_addresses
from kim.models import KimGroup, KimPage, Membership
from kim.selectors.rooms import kims_of_office


@dataclass(frozen=True)
class Belongings:
    """What moves along: pages that readers can open, unfinished and withdrawn ones, people."""

    public: int
    unpublished: int
    people: int
    former: tuple[str, ...]


def belongings_of(home: KimPage) -> Belongings:
    """Counts of one KIM and the addresses it had; four queries."""
    # The lists of a KIM lie directly below its home; what lies deeper is theirs.
    pages = Page.objects.descendant_of(home).filter(depth__gt=home.depth + 1)
    return Belongings(
        public=pages.filter(live=True).count(),
        unpublished=pages.filter(live=False).count(),
        people=Membership.objects.active().filter(kim=home.kim_id).values("user").distinct().count(),
        former=tuple(former_addresses.former_paths_of(home)),
    )


def kims_to_merge_into(user: Any, kim: KimGroup) -> list[tuple[str, str]]:
    """(slug, name with village) of the active KIM beside this one in the same regency, by name."""
    parent = Page.objects.parent_of(kim.page).get()
    rows = (
        kims_of_office(user)
        .exclude(pk=kim.pk)
        .exclude(status=KimGroup.Status.CLOSED)
        .filter(page__live=True, page__path__startswith=parent.path, page__depth=kim.page.depth)
        .order_by("name", "pk")
    )
    return [(row.slug, f"{row.name} ({row.village.name})") for row in rows]
