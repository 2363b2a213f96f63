"""The writer room: my stories, and the page on which one is written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.idempotency import handled_once
from core.room_access import room_view
from kim.models import KimGroup
from news import services
from news.forms.story import NewStoryForm, StoryForm
from news.models import ArticlePage
from news.rules.prompts import GUIDES
from news.rules.state import Action, ArticleState, can_transition
from news.selectors.desk import my_stories as stories_of
from news.selectors.drafts import checklist_of, newest_draft, photo_cards
from news.selectors.own import advice_for_the_next
from news.services.drafting import carried_over
from news.views.rooms import own_or_reviewed, show
from users.roles import Act, roles_that_may

ROWS_MORE = 2


@room_view
def my_stories(request: HttpRequest) -> HttpResponse:
    """Every own story with its state in words and the next step."""
    stories = stories_of(
        request.user, before=request.GET.get("sebelum", ""), after=request.GET.get("sesudah", "")
    )
    context = {"stories": stories, "can_write": bool(groups_to_write_for(request))}
    return show(request, "my_stories", context, current="write")


def groups_to_write_for(request: HttpRequest) -> list[KimGroup]:
    """The KIM for which this person writes, by name."""
    rows = KimGroup.objects.for_user(request.user, roles_that_may(Act.WRITE))
    return list(rows.select_related("village").order_by("name"))


@room_view
@handled_once
def write_new(request: HttpRequest) -> HttpResponse:
    """A story that does not exist yet; the first save makes it."""
    groups = groups_to_write_for(request)
    if not groups:
        raise Http404
    asked = request.GET.get("kim", "")
    initial = {"kim": asked} if any(group.slug == asked for group in groups) else {}
    form = NewStoryForm(request.POST or None, groups=groups, initial=initial)
    if request.method != "POST":
        return _form_page(request, form)
    if request.POST.get("action") == "more_sources":
        return _form_page(request, form, extra=ROWS_MORE)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    article = services.create_draft(kim=form.cleaned_data["kim"], user=request.user, data=form.to_input())
    return _after_save(request, article)


@room_view
@handled_once
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """One story on one page; saving makes a revision, a save on an older one is shown beside the newest."""
    article = own_or_reviewed(request, pk)
    if not can_transition(article.state, Action.SAVE):
        if request.method == "POST" and request.POST.get("text"):
            return _closed(request, article)
        return redirect("news:preview", pk)
    draft = newest_draft(article)
    form = StoryForm(request.POST or None, article=draft)
    if request.method != "POST":
        return _form_page(request, form, article=article, draft=draft)
    if request.POST.get("action") == "more_sources":
        return _form_page(request, form, article=article, draft=draft, extra=ROWS_MORE)
    if not form.is_valid():
        return _form_page(request, form, article=article, draft=draft, status=422)
    # A form without a base (cut off, tampered with) is never newer than what is stored.
    base = form.cleaned_data["base_revision"] or 0
    try:
        saved = services.save_draft(
            article=article, user=request.user, data=form.to_input(), base_revision_id=base
        )
    except services.StaleDraft as stale:
        return _both_texts(request, article, form, stale.current)
    except PermissionDenied:
        return _closed(request, article)
    return _after_save(request, saved)


def _after_save(request: HttpRequest, article: ArticlePage) -> HttpResponseRedirect:
    action = request.POST.get("action")
    if action == "photo":
        messages.success(request, _("Your text is saved. Now the photo."))
        return redirect("news:photo_new", article.pk)
    if action == "preview":
        messages.success(request, _("Your text is saved."))
        return redirect("news:preview", article.pk)
    messages.success(request, _("Saved. You can close this page and go on later."))
    return redirect("news:write", article.pk)


def _form_page(
    request: HttpRequest,
    form: StoryForm,
    *,
    article: ArticlePage | None = None,
    draft: ArticlePage | None = None,
    extra: int = 0,
    status: int = 200,
) -> HttpResponse:
    chosen = (form.data.get("kind") if form.is_bound else form.initial.get("kind")) or "kegiatan"
    last_return = (
        article.returns.prefetch_related("reasons").select_related("returned_by").first() if article else None
    )
    is_own = article is None or article.owner_id == request.user.pk
    is_unpublished = article is None or article.state == ArticleState.DRAFT
    context: dict[str, Any] = {
        "form": form,
        "sources": form.source_rows(extra),
        "article": article,
        "photos": photo_cards(draft) if draft is not None else [],
        "checklist": checklist_of(draft) if draft is not None else None,
        "guides": [(guide, guide.kind == chosen) for guide in GUIDES.values()],
        "came_back": last_return if article and article.state == "returned" else None,
        "several_kim": isinstance(form, NewStoryForm) and not form.fields["kim"].widget.is_hidden,
        "is_own": is_own,
        "advice": advice_for_the_next(request.user) if is_own and is_unpublished else None,
        "credit": request.user.get_full_name(),
    }
    return show(request, "write", context, current="write", status=status)


def _both_texts(
    request: HttpRequest, article: ArticlePage, form: StoryForm, current: ArticlePage
) -> HttpResponse:
    """Somebody saved other words meanwhile: both texts, and the person decides."""
    data = form.to_input()
    base = article.revisions.filter(pk=form.cleaned_data["base_revision"] or 0).first()
    if base is not None:
        data = carried_over(data, base.as_object(), current)
    theirs = StoryForm(article=current)
    newest = current.latest_revision
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "idempotency_key", "base_revision", "action", "text"}
        for value in values
    ]
    context = {
        "article": article,
        "mine": data,
        "theirs": theirs.initial,
        "newest": newest,
        "kept": kept,
        "action": request.POST.get("action") or "save",
        "base_revision": current.latest_revision_id,
    }
    return show(request, "both_texts", context, current="write", status=409)


def _closed(request: HttpRequest, article: ArticlePage) -> HttpResponse:
    """The story went on (scheduled, withdrawn) while it was being written: the text is kept to be copied."""
    return show(
        request,
        "closed",
        {"article": article, "headline": request.POST.get("headline", ""), "lead": request.POST.get("lead", ""),
         "text": request.POST.get("text", "")},
        current="write",
        status=409,
    )  # fmt: skip
