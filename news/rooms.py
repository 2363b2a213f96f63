"""Places and todos of news in the work rooms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.rooms import Place, Todo, register_place, register_todos
from kim.permissions import scopes_of
from news.selectors.desk import unfinished_rows, waiting_for, waiting_rows
from news.selectors.reports import waiting_report_rows, waiting_reports
from users.roles import Act, roles_that_may

ROWS_SHOWN = 4


def _has(act: str, user: Any) -> bool:
    roles = roles_that_may(act)
    return user.is_active and any(scope.role in roles for scope in scopes_of(user))


def is_writer(user: Any) -> bool:
    """Writes for at least one KIM."""
    return _has(Act.WRITE, user)


def is_reviewer(user: Any) -> bool:
    """Reviews at least one KIM."""
    return _has(Act.REVIEW, user)


def writing_todos(user: Any) -> Iterator[Todo]:
    """Stories that came back, then those that were begun; nothing at all teaches the first step."""
    if not is_writer(user):
        return
    rows = unfinished_rows(user, ROWS_SHOWN)
    for row in rows:
        returned = row.state == "returned"
        yield Todo(
            text=row.title,
            url=reverse("news:write", args=[row.pk]),
            action=_("Mend the story") if returned else _("Go on writing"),
            order=10 if returned else 40,
            whose=row.kim_name,
            state=row.words.label,
            since=row.since,
        )
    if not rows:
        yield Todo(
            text=_("What happened in your village this week?"),
            url=reverse("news:write_new"),
            action=_("Write a story"),
            order=60,
            whose=_("A headline is enough to begin; you can close the page and go on later."),
        )


def desk_todos(user: Any) -> Iterator[Todo]:
    """What waits longest on the desk, and how much more there is."""
    if not is_reviewer(user):
        return
    rows = waiting_rows(user, ROWS_SHOWN)
    for row in rows[:ROWS_SHOWN]:
        yield Todo(
            text=row.title,
            url=reverse("news:desk_read", args=[row.pk]),
            action=_("Read and decide"),
            order=20,
            whose=f"{row.writer}, {row.kim_name}",
            state=row.words.label,
            since=row.since,
        )
    if len(rows) > ROWS_SHOWN:
        count = waiting_for(user).count()
        yield Todo(
            text=ngettext("%(n)d story waits", "%(n)d stories wait", count) % {"n": count},
            url=reverse("news:desk"),
            action=_("Open the desk"),
            order=21,
            count=count,
        )


def report_todos(user: Any) -> Iterator[Todo]:
    """Readers who wait for an answer: what is late stands above everything else."""
    if not is_reviewer(user):
        return
    rows = waiting_report_rows(user, ROWS_SHOWN)
    for row in rows[:ROWS_SHOWN]:
        yield Todo(
            text=_("Report on “%(title)s”") % {"title": row.page_title},
            url=reverse("news:report_read", args=[row.pk]),
            action=_("Answer the reader"),
            order=5 if row.is_late else 15,
            whose=row.kim_name,
            state=row.words.label,
            since=row.received_at,
        )
    if len(rows) > ROWS_SHOWN:
        count = waiting_reports(user).count()
        yield Todo(
            text=ngettext("%(n)d report waits", "%(n)d reports wait", count) % {"n": count},
            url=reverse("news:reports"),
            action=_("Open the reports"),
            order=16,
            count=count,
        )


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_place(
        Place("write", gettext_lazy("Write"), reverse_lazy("news:my_stories"), "edit", 10, is_writer)
    )
    register_place(Place("desk", gettext_lazy("Desk"), reverse_lazy("news:desk"), "list", 20, is_reviewer))
    register_todos("news.writing", writing_todos)
    register_todos("news.desk", desk_todos)
    register_todos("news.reports", report_todos)
