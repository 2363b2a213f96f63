"""Changes to a story that readers already see: corrections and withdrawals."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.room_access import room_view
from news import services
from news.forms.desk import CorrectionForm, WithdrawForm
from news.models import ArticlePage, ContentReport
from news.permissions import can_publish, can_review, can_withdraw
from news.rules.state import Action, ArticleState, can_transition
from news.selectors.drafts import newest_draft, photo_cards
from news.views.reporting import public_story
from news.views.reports import report_to_answer
from news.views.rooms import on_my_desk, own_or_reviewed, show
from news.views.writing import ROWS_MORE


@room_view
@handled_once
def desk_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The text once more, with a note for the readers; both go out together.

    Open to everybody who may publish the story, also to a writer who publishes alone.
    """
    article = own_or_reviewed(request, pk)
    withdrawn = article.state == ArticleState.WITHDRAWN
    action = Action.RESTORE if withdrawn else Action.CORRECT
    if not can_publish(request.user, article) or not can_transition(article.state, action, live=article.live):
        raise Http404
    draft, report = newest_draft(article), report_to_answer(request, article)
    form = CorrectionForm(
        request.POST or None,
        article=draft,
        report=report,
        withdrawn=withdrawn,
        find_story=partial(public_story, request),
    )
    page = partial(_page, request, article, draft, form, report)
    if request.method != "POST":
        return page()
    if request.POST.get("action") == "more_sources":
        return page(extra=ROWS_MORE)
    if not form.is_valid():
        return page(status=422)
    try:
        services.correct(
            article=article,
            user=request.user,
            data=None if form.cleaned_data.get("only_note") else form.to_input(),
            base_revision_id=form.cleaned_data["base_revision"] or 0,
            report=report,
            **form.note_details(),
        )
    except services.StaleDraft:
        form.add_error(
            None, _("Somebody else saved this story meanwhile. Copy your text, then open the page once more.")
        )
        return page(status=409)
    except services.PublishRefused as refused:
        for problem in refused.problems:
            form.add_error(None, _(problem.message) % problem.details)
        return page(status=422)
    except services.ReportClosed:
        form.add_error(
            None, _("Somebody answered the report meanwhile. Send once more to publish the note alone.")
        )
        return page(status=409)
    return _after(request, article, "koreksi", report)


def _after(
    request: HttpRequest, article: ArticlePage, what: str, report: ContentReport | None
) -> HttpResponse:
    """Back to where the person came from: the report, the desk, or the own stories."""
    if report is not None:
        messages.success(request, _("Done. The report is answered, and the sender finds the note."))
        return redirect("news:report_read", report.pk)
    if can_review(request.user, article):
        return redirect("news:desk_done", article.pk, what)
    return redirect("news:sent", article.pk)


def _page(
    request: HttpRequest,
    article: ArticlePage,
    draft: ArticlePage,
    form: CorrectionForm,
    report: ContentReport | None,
    *,
    extra: int = 0,
    status: int = 200,
) -> HttpResponse:
    reviews = can_review(request.user, article)
    context = {
        "article": article,
        "form": form,
        "report": report,
        "withdrawn": article.state == ArticleState.WITHDRAWN,
        "sources": form.source_rows(extra),
        "photos": photo_cards(draft),
        "back_url": reverse("news:desk_read" if reviews else "news:preview", args=[article.pk]),
    }
    return show(request, "correct", context, current="desk" if reviews else "write", status=status)


@room_view
@handled_once
def desk_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a public story back; the reason stays."""
    article = on_my_desk(request, pk)
    if not can_withdraw(request.user, article):
        raise Http404
    report = report_to_answer(request, article)
    form = WithdrawForm(request.POST or None, report=report)
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw(article=article, user=request.user, report=report, **form.cleaned_data)
        except PermissionDenied:
            return redirect("news:desk_read", pk)
        except services.ReportClosed:
            form.add_error(
                None, _("Somebody answered the report meanwhile. Send once more to withdraw the story.")
            )
        else:
            return _after(request, article, "cabut", report)
    if not can_transition(article.state, Action.WITHDRAW, live=article.live):
        raise Http404
    return show(
        request,
        "withdraw",
        {"article": article, "form": form, "report": report},
        current="desk",
        status=422 if form.errors else 200,
    )
