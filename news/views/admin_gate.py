"""Wagtail's own buttons follow the rules of the review desk."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from news import services
from news.models import ArticlePage


def refuse_incomplete(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Before publishing: the text is saved as a draft already; what is missing is said, nothing goes out."""
    if not isinstance(page, ArticlePage):
        return None
    problems = services.publish_problems(page)
    if not problems:
        return None
    for problem in problems:
        messages.error(request, _(problem.message) % problem.details)
    return redirect("wagtailadmin_pages:edit", page.pk)


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
