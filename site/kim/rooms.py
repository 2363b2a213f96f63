"""The places of kim in the work rooms, and what it asks of a chair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.rooms import Place, Todo, register_place, register_todos
from kim.permissions import can_administer, can_invite_anywhere, can_manage_anywhere
from kim.selectors.rooms import overview_of, own_kims_to_manage
from kim.selectors.wording import what_next


def register() -> None:
    """Called once from AppConfig.ready()."""
    places = (
        ("office", _("Office"), "/ruang/kantor/kim/", "board", 45, can_administer),
        ("kim", _("My KIM"), "/ruang/kim/", "megaphone", 50, can_manage_anywhere),
        ("members", _("Members"), "/ruang/anggota/", "person", 60, can_invite_anywhere),
    )
    for name, label, url, icon, order, is_open_to in places:
        register_place(Place(name=name, label=label, url=url, icon=icon, order=order, is_open_to=is_open_to))
    register_todos("kim", todos)


def todos(user: Any) -> Iterator[Todo]:
    """One row for each KIM whose chair this is, while its data have gaps; work on stories comes before it."""
    for kim in own_kims_to_manage(user):
        overview = overview_of(kim, timezone.localdate())
        if overview.next is None:
            continue
        open_items = len(overview.items) - overview.done
        yield Todo(
            text=what_next(overview.next),
            url=reverse("kim:data", args=[kim.slug]),
            action=gettext("Complete the data of the KIM"),
            order=90,
            whose=kim.name,
            state=ngettext("%(n)d part missing", "%(n)d parts missing", open_items) % {"n": open_items},
        )
