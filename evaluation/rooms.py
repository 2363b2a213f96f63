"""The place of activity in the work rooms, and what it asks of those who coach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.rooms import Place, Todo, register_place, register_todos
from evaluation.permissions import can_see_own_marks, coaches_kim, oversees_kim, sees_own_kim_alone
from evaluation.selectors.activity import silent_kims
from evaluation.selectors.queue import Show, to_settle, unscored_count
from evaluation.selectors.releases import waiting_sheets
from rubrics.permissions import can_assess_anywhere, can_release_anywhere
from users.roles import Act, roles_that_may


def silence_todos(user: Any) -> Iterator[Todo]:
    """One row when KIM of the own region have fallen silent; the list has them on top."""
    if not coaches_kim(user):
        return
    count = silent_kims(user, roles_that_may(Act.COACH), timezone.localdate()).count()
    if count:
        yield Todo(
            text=ngettext(
                "%(n)d KIM has been silent for more than 30 days",
                "%(n)d KIM have been silent for more than 30 days",
                count,
            )
            % {"n": count},
            url=reverse("evaluation:activity"),
            action=_("See who needs a call"),
            order=70,
            count=count,
        )


def marking_todos(user: Any) -> Iterator[Todo]:
    """Stories without marks, sheets that were begun, and markers that are far apart."""
    if not can_assess_anywhere(user):
        return
    open_works = to_settle(user).count()
    if open_works:
        yield Todo(
            text=ngettext("%(n)d story has marks far apart", "%(n)d stories have marks far apart", open_works)
            % {"n": open_works},
            url=f"{reverse('evaluation:marking')}?tampil={Show.SETTLE}",
            action=_("Settle on one answer"),
            order=25,
            count=open_works,
        )
    count = unscored_count(user)
    if count:
        yield Todo(
            text=ngettext("%(n)d story waits for marks", "%(n)d stories wait for marks", count)
            % {"n": count},
            url=reverse("evaluation:marking"),
            action=_("Read and mark"),
            order=30,
            count=count,
        )


def release_todos(user: Any) -> Iterator[Todo]:
    """Marks that wait for a coach, where the rubric asks for one."""
    if not can_release_anywhere(user):
        return
    rows = waiting_sheets(user, 1)
    if rows:
        yield Todo(
            text=_("Marks of “%(title)s” wait for you") % {"title": rows[0].headline},
            url=reverse("evaluation:releases"),
            action=_("Read and release"),
            order=26,
            whose=rows[0].kim,
            since=rows[0].since,
        )


def register() -> None:
    """Called once from AppConfig.ready()."""
    places = (("activity", 40, oversees_kim), ("activity_own", 80, sees_own_kim_alone))
    for name, order, is_open_to in places:
        label, url = gettext_lazy("Publication activity"), reverse_lazy("evaluation:activity")
        register_place(Place(name, label, url, "chart", order, is_open_to))
    for name, word, room, icon, order, is_open_to in (
        ("marking", gettext_lazy("Marking"), "marking", "star", 30, can_assess_anywhere),
        ("marks", gettext_lazy("Marks"), "my_marks", "star", 15, can_see_own_marks),
    ):
        register_place(Place(name, word, reverse_lazy(f"evaluation:{room}"), icon, order, is_open_to))
    register_todos("evaluation.silence", silence_todos)
    register_todos("evaluation.marking", marking_todos)
    register_todos("evaluation.releases", release_todos)
