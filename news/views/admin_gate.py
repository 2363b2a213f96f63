"""Wagtail's own buttons follow the rules of the review desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from news import services
from news.models import ArticlePage
from news.selectors.silent import silent_change, silent_lines


def refuse_incomplete(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Before publishing: the text is saved as a draft already; what is missing is said, nothing goes out.

    A text that tells readers of a public story something else goes on to the note for them.
    """
    if not isinstance(page, ArticlePage):
        return None
    problems = services.publish_problems(page)
    if problems:
        for problem in problems:
            messages.error(request, _(problem.message) % problem.details)
        return redirect("wagtailadmin_pages:edit", page.pk)
    verdict = silent_change(page)
    if not verdict.is_substance:
        return None
    for line in silent_lines(verdict):
        messages.error(request, line)
    messages.error(
        request, _("Readers have seen this story already. Tell them in a note what was put right.")
    )
    return redirect("news:desk_correct", page.pk)


def refuse_many_at_once(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Publishing and unpublishing in the list of pages would pass by every gate: stories go one by one."""
    if action_type not in {"publish", "unpublish"}:
        return None
    for page in objects:
        if page.get_descendants(inclusive=True).type(ArticlePage).exists():
            messages.error(request, _("Publish and withdraw stories one by one, so that each is checked."))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def tell_published(request: HttpRequest, page: Any) -> None:
    """After publishing: the same log entry and notices as from the desk."""
    if isinstance(page, ArticlePage) and page.live:
        services.note_published(page, request.user)


def ask_for_a_reason(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Unpublishing needs a reason that stays with the story, which only the desk asks for."""
    if not isinstance(page, ArticlePage):
        return None
    messages.error(request, _("Withdraw a story at the review desk: readers deserve a reason."))
    return redirect("news:desk_read", page.pk)
