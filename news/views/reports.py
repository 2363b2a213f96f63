"""The editors' queue of readers' reports: what waits, one report beside its page, the ways out."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.idempotency import handled_once
from core.notifications import whatsapp_share_url
from core.room_access import room_view
from core.rules.row_numbers import row_number
from news import services
from news.forms.report import AnswerForm, DismissForm
from news.models import ArticlePage, ContentReport
from news.permissions import can_answer_report, can_publish, can_withdraw
from news.rules.state import Action, can_transition
from news.selectors.desk import reviewed_groups
from news.selectors.drafts import look_of
from news.selectors.report_words import report_words
from news.selectors.reports import clock_of, report_queue, reports_for
from news.views.rooms import show
from users.rules import phone

_EMAIL = re.compile(r"[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+")


@room_view
def report_list(request: HttpRequest) -> HttpResponse:
    """Oldest first, then what was answered lately."""
    groups = reviewed_groups(request.user)
    if not groups:
        raise Http404
    context = {"queue": report_queue(request.user), "several": len(groups) > 1}
    return show(request, "reports", context, current="desk")


@room_view
def report_read(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, on_my_list(request, pk))


def on_my_list(request: HttpRequest, pk: int) -> ContentReport:
    """A report this person may answer; 404 for everything else."""
    report: ContentReport = get_object_or_404(
        reports_for(request.user).select_related("correction", "answered_by"), pk=pk
    )
    if not can_answer_report(request.user, report):
        raise Http404
    return report


def report_to_answer(request: HttpRequest, article: ArticlePage) -> ContentReport | None:
    """The open report on this story that `?laporan=` names, when this person may answer it; else None."""
    pk = row_number(request.GET.get("laporan", ""))
    if pk is None:
        return None
    report: ContentReport | None = (
        reports_for(request.user).filter(pk=pk, page_id=article.pk, state=ContentReport.State.OPEN).first()
    )
    return report if report is not None and can_answer_report(request.user, report) else None


def way_to_sender(request: HttpRequest, report: ContentReport) -> dict[str, str]:
    """How to reach who reported: the ready text with the private address, by WhatsApp or e-mail; empty without one."""
    if not report.contact:
        return {}
    name = f" {report.reporter_name}" if report.reporter_name else ""
    text = _("Hello%(name)s, thank you for your report on “%(title)s”. Our answer: %(url)s") % {
        "name": name,
        "title": report.page.title,
        "url": request.build_absolute_uri(reverse("news:report_status", args=[report.code])),
    }
    try:
        return {"kind": "whatsapp", "url": whatsapp_share_url(text, phone.normalise(report.contact))}
    except ValueError:
        pass
    if _EMAIL.fullmatch(report.contact):
        subject = quote(report.page.title, safe="")
        return {
            "kind": "email",
            "url": f"mailto:{report.contact}?subject={subject}&body={quote(text, safe='')}",
        }
    return {"kind": "other", "url": ""}


def _page(
    request: HttpRequest,
    report: ContentReport,
    *,
    status: int = 200,
    answer_form: AnswerForm | None = None,
    dismiss_form: DismissForm | None = None,
) -> HttpResponse:
    clock = clock_of(report)
    story = ArticlePage.objects.select_related("kim__village").filter(pk=report.page_id).first()
    context: dict[str, Any] = {
        "report": report,
        "clock": clock,
        "words": report_words(report.state, clock),
        "correction": getattr(report, "correction", None),
        "story": story,
        "page_url": report.page.specific_deferred.get_url() or "",
        "look": look_of(story) if story is not None and story.live else None,
        "can_correct": report.is_open
        and story is not None
        and can_publish(request.user, story)
        and can_transition(story.state, Action.CORRECT, live=story.live),
        "can_withdraw": report.is_open
        and story is not None
        and can_withdraw(request.user, story)
        and can_transition(story.state, Action.WITHDRAW, live=story.live),
        "way": way_to_sender(request, report),
        "answer_form": answer_form or AnswerForm(auto_id="answer_%s"),
        "dismiss_form": dismiss_form or DismissForm(auto_id="dismiss_%s"),
    }
    return show(request, "report_read", context, current="desk", status=status)


@room_view
@require_POST
@handled_once
def report_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers without changing the page."""
    report = on_my_list(request, pk)
    form = AnswerForm(request.POST, auto_id="answer_%s")
    if not form.is_valid():
        return _page(request, report, status=422, answer_form=form)
    try:
        services.answer_report(report=report, user=request.user, answer=form.cleaned_data["answer"])
    except services.ReportClosed:
        return _closed(request, pk)
    messages.success(
        request, _("Your answer is saved. The sender finds it on the private page of the report.")
    )
    return redirect("news:report_read", pk)


@room_view
@require_POST
@handled_once
def report_dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes what is no report, for a named reason."""
    report = on_my_list(request, pk)
    form = DismissForm(request.POST, auto_id="dismiss_%s")
    if not form.is_valid():
        return _page(request, report, status=422, dismiss_form=form)
    try:
        services.dismiss_report(report=report, user=request.user, reason=form.cleaned_data["reason"])
    except services.ReportClosed:
        return _closed(request, pk)
    messages.success(request, _("Closed. It does not count as late."))
    return redirect("news:report_read", pk)


def _closed(request: HttpRequest, pk: int) -> HttpResponse:
    messages.error(request, _("Somebody answered this report already. This is what was said."))
    return redirect("news:report_read", pk)
