"""The review desk: what waits, reading one story, and the decision."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Revision

from core.idempotency import handled_once
from core.room_access import room_view
from core.rules.row_numbers import row_number
from news import services
from news.forms.desk import ReturnForm, ScheduleForm
from news.models import ArticlePage
from news.permissions import can_edit_draft, can_publish, can_withdraw
from news.rules.state import UNFINISHED, Action, ArticleState, can_transition
from news.selectors.desk import desk_queue
from news.selectors.drafts import checklist_of, look_of, newest_draft, problem_lines
from news.selectors.reports import waiting_reports
from news.selectors.revisions import changes_between, usual_pair, versions_of
from news.selectors.silent import silent_change, silent_lines
from news.selectors.state_words import state_words
from news.services.publishing import TimeNotAhead
from news.views.rooms import on_my_desk, show, tell_on_whatsapp

REFUSALS = (services.StaleDraft, services.PublishRefused, services.SilentChange, PermissionDenied)


@room_view
def desk(request: HttpRequest) -> HttpResponse:
    """Stories by state, of one KIM or of all that this person reviews."""
    queue = desk_queue(request.user, kim_slug=request.GET.get("kim", ""))
    if not queue.groups:
        raise Http404
    context = {
        "queue": queue,
        "several": len(queue.groups) > 1,
        "reports": waiting_reports(request.user).count(),
    }
    return show(request, "desk", context, current="desk")


@room_view
def desk_read(request: HttpRequest, pk: int) -> HttpResponse:
    """One story with everything an editor needs to decide."""
    return _page(request, on_my_desk(request, pk))


def _page(
    request: HttpRequest,
    article: ArticlePage,
    *,
    status: int = 200,
    refused: bool = False,
    return_form: ReturnForm | None = None,
    schedule_form: ScheduleForm | None = None,
) -> HttpResponse:
    draft = newest_draft(article)
    user = request.user
    returns = list(article.returns.select_related("returned_by").prefetch_related("reasons"))
    versions = versions_of(article)
    may_publish = can_publish(user, article)
    silent = silent_lines(silent_change(draft)) if article.state in UNFINISHED else []
    withdrawn = article.state == ArticleState.WITHDRAWN
    context: dict[str, Any] = {
        "article": article,
        "queue": desk_queue(user, kim_slug=article.kim.slug),
        "look": look_of(draft),
        "checklist": checklist_of(draft),
        "problems": problem_lines(draft),
        "refused": refused,
        "returns": returns,
        "words": state_words(
            article.state,
            notes=len(returns[0].reasons.all()) if returns else 0,
            live=article.live,
            again=bool(returns),
        ),
        "can_compare": usual_pair(article, versions) is not None,
        "can_edit": can_edit_draft(user, article) and can_transition(article.state, Action.SAVE),
        "silent": silent,
        "can_publish": may_publish and not silent and can_transition(article.state, Action.PUBLISH),
        "can_schedule": may_publish and not silent and can_transition(article.state, Action.SCHEDULE),
        "can_return": can_transition(article.state, Action.RETURN),
        "can_correct": may_publish and can_transition(article.state, Action.CORRECT, live=article.live),
        "can_restore": may_publish and withdrawn,
        "can_withdraw": can_withdraw(user, article)
        and can_transition(article.state, Action.WITHDRAW, live=article.live),
        "waits_for_office": article.kim.review_policy == "office" and not may_publish,
        "scheduled_for": draft.go_live_at if article.state == "scheduled" else None,
        "return_form": return_form or ReturnForm(auto_id="return_%s"),
        "schedule_form": schedule_form or ScheduleForm(auto_id="schedule_%s", clock=clock_name()),
        "schedule_open": schedule_form is not None,
    }
    return show(request, "desk_read", context, current="desk", status=status)


def clock_name() -> str:
    """The regency's clock in the words people use."""
    hours = int((timezone.localtime().utcoffset() or datetime.timedelta()).total_seconds() // 3600)
    return {7: "WIB", 8: "WITA", 9: "WIT"}.get(hours, timezone.localtime().tzname() or "")


def _base(request: HttpRequest) -> int | None:
    return row_number(request.POST.get("base_revision", ""))


def _fresh(article: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.select_related("kim__village", "owner").get(pk=article.pk)


def _refused(request: HttpRequest, article: ArticlePage, problem: Exception) -> HttpResponse:
    """The decision did not hold: the story changed, is incomplete, or is in another state by now."""
    if isinstance(problem, services.StaleDraft):
        messages.error(
            request, _("Somebody changed this story while you were reading it. Read it once more.")
        )
        return _page(request, _fresh(article), status=409)
    if isinstance(problem, services.PublishRefused | services.SilentChange):
        return _page(request, article, status=422, refused=True)
    messages.error(
        request, _("This is not possible now: the story is in another state. Look at it once more.")
    )
    return redirect("news:desk_read", article.pk)


@room_view
@require_POST
@handled_once
def desk_publish(request: HttpRequest, pk: int) -> HttpResponse:
    article = on_my_desk(request, pk)
    try:
        services.publish(article=article, user=request.user, base_revision_id=_base(request))
    except REFUSALS as problem:
        return _refused(request, article, problem)
    return redirect("news:desk_done", pk, "terbit")


@room_view
@require_POST
@handled_once
def desk_schedule(request: HttpRequest, pk: int) -> HttpResponse:
    article = on_my_desk(request, pk)
    form = ScheduleForm(request.POST, auto_id="schedule_%s", clock=clock_name())
    if not form.is_valid():
        return _page(request, article, status=422, schedule_form=form)
    try:
        services.schedule(
            article=article, user=request.user, at=form.cleaned_data["at"], base_revision_id=_base(request)
        )
    except TimeNotAhead:
        form.add_error("hour", _("This moment has passed. Choose a later day or time."))
        return _page(request, article, status=422, schedule_form=form)
    except REFUSALS as problem:
        return _refused(request, article, problem)
    return redirect("news:desk_done", pk, "jadwal")


@room_view
@require_POST
@handled_once
def desk_return(request: HttpRequest, pk: int) -> HttpResponse:
    article = on_my_desk(request, pk)
    form = ReturnForm(request.POST, auto_id="return_%s")
    if not form.is_valid():
        return _page(request, article, status=422, return_form=form)
    try:
        services.return_to_writer(
            article=article,
            user=request.user,
            reasons=form.cleaned_data["reasons"],
            note=form.cleaned_data["note"],
        )
    except PermissionDenied as problem:
        return _refused(request, article, problem)
    return redirect("news:desk_done", pk, "kembali")


@room_view
def desk_done(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """What happened, what comes next, and a ready text for the writer."""
    article = on_my_desk(request, pk)
    title = article.draft_title or article.title
    room = request.build_absolute_uri(reverse("news:write", args=[pk]))
    public = article.full_url if article.live else room
    texts = {
        "terbit": _("your story “%(title)s” is published: %(url)s") % {"title": title, "url": public},
        "jadwal": _("your story “%(title)s” has a date for publication: %(url)s")
        % {"title": title, "url": room},
        "kembali": _("your story “%(title)s” needs a little work. My notes: %(url)s")
        % {"title": title, "url": room},
        "koreksi": _("I published a correction of “%(title)s”: %(url)s") % {"title": title, "url": public},
        "cabut": _("“%(title)s” was withdrawn. Let us talk about it.") % {"title": title},
    }
    if what not in texts:
        raise Http404
    writer = article.owner if article.owner_id != request.user.pk else None
    moment = newest_draft(article).go_live_at if what == "jadwal" else None
    context = {
        "article": article,
        "what": what,
        "title": title,
        "moment": moment,
        "clock": clock_name(),
        "writer": tell_on_whatsapp(writer, texts[what]),
        "waiting": desk_queue(request.user).waiting[:1],
    }
    return show(request, "desk_done", context, current="desk")


@room_view
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed between two revisions of one story."""
    article = on_my_desk(request, pk)
    versions = versions_of(article)
    usual = usual_pair(article, versions)
    if usual is None:
        return redirect("news:desk_read", pk)
    chosen = [request.GET.get(name, "") for name in ("dari", "ke")]
    before, after = (row_number(word) or pk for word, pk in zip(chosen, usual, strict=True))
    try:
        changes = changes_between(article, before, after)
    except Revision.DoesNotExist as missing:
        raise Http404 from missing
    context = {"article": article, "versions": versions, "before": before, "after": after, "changes": changes}
    return show(request, "compare", context, current="desk")
