"""The place of activity in the work rooms, and what it asks of those who coach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.rooms import Place, Todo, register_place, register_todos
from evaluation.permissions import coaches_kim, oversees_kim, sees_own_kim_alone
from evaluation.selectors.activity import silent_kims
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


def register() -> None:
    """Called once from AppConfig.ready()."""
    places = (("activity", 40, oversees_kim), ("activity_own", 80, sees_own_kim_alone))
    for name, order, is_open_to in places:
        label, url = gettext_lazy("Publication activity"), reverse_lazy("evaluation:activity")
        register_place(Place(name, label, url, "chart", order, is_open_to))
    register_todos("evaluation.silence", silence_todos)
