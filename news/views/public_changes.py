"""Changes to a story that readers already see: corrections and withdrawals."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.room_access import room_view
from news import services
from news.forms.desk import CorrectionForm, WithdrawForm
from news.models import ArticlePage
from news.permissions import can_publish, can_withdraw
from news.rules.state import Action, can_transition
from news.selectors.drafts import newest_draft, photo_cards
from news.views.rooms import on_my_desk, show
from news.views.writing import ROWS_MORE


@room_view
@handled_once
def desk_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The text once more, with a note for the readers; both go out together."""
    article = on_my_desk(request, pk)
    if not can_publish(request.user, article) or not can_transition(
        article.state, Action.CORRECT, live=article.live
    ):
        raise Http404
    draft = newest_draft(article)
    form = CorrectionForm(request.POST or None, article=draft)
    if request.method != "POST":
        return _page(request, article, draft, form)
    if request.POST.get("action") == "more_sources":
        return _page(request, article, draft, form, extra=ROWS_MORE)
    if not form.is_valid():
        return _page(request, article, draft, form, status=422)
    try:
        services.correct(
            article=article,
            user=request.user,
            data=form.to_input(),
            note=form.cleaned_data["note"],
            kind=form.cleaned_data["change"],
            base_revision_id=form.cleaned_data["base_revision"] or 0,
        )
    except services.StaleDraft:
        form.add_error(
            None, _("Somebody else saved this story meanwhile. Copy your text, then open the page once more.")
        )
        return _page(request, article, draft, form, status=409)
    except services.PublishRefused as refused:
        for problem in refused.problems:
            form.add_error(None, _(problem.message) % problem.details)
        return _page(request, article, draft, form, status=422)
    return redirect("news:desk_done", pk, "koreksi")


def _page(
    request: HttpRequest,
    article: ArticlePage,
    draft: ArticlePage,
    form: CorrectionForm,
    *,
    extra: int = 0,
    status: int = 200,
) -> HttpResponse:
    context = {
        "article": article,
        "form": form,
        "sources": form.source_rows(extra),
        "photos": photo_cards(draft),
    }
    return show(request, "correct", context, current="desk", status=status)


@room_view
@handled_once
def desk_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a public story back; the reason stays."""
    article = on_my_desk(request, pk)
    if not can_withdraw(request.user, article):
        raise Http404
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw(article=article, user=request.user, reason=form.cleaned_data["reason"])
        except PermissionDenied:
            return redirect("news:desk_read", pk)
        return redirect("news:desk_done", pk, "cabut")
    if not can_transition(article.state, Action.WITHDRAW, live=article.live):
        raise Http404
    return show(
        request,
        "withdraw",
        {"article": article, "form": form},
        current="desk",
        status=422 if form.errors else 200,
    )
