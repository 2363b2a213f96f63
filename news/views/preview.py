"""The story as readers will see it, the way to the editor, and what happens next."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.idempotency import handled_once
from core.room_access import room_view
from core.rules.row_numbers import row_number
from news import services
from news.models import ArticlePage
from news.permissions import can_publish
from news.rules.state import UNFINISHED, Action, can_transition
from news.selectors.drafts import checklist_of, look_of, newest_draft, problem_lines
from news.selectors.reads import reads_sentences
from news.selectors.silent import silent_change, silent_lines
from news.selectors.state_words import state_words
from news.views.rooms import at_once_on_phone, own_or_reviewed, show, tell_on_whatsapp


@room_view
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """How it will look, what is still missing, and one button."""
    return _page(request, own_or_reviewed(request, pk))


def _page(
    request: HttpRequest, article: ArticlePage, *, status: int = 200, refused: bool = False
) -> HttpResponse:
    draft = newest_draft(article)
    is_writer = article.owner_id == request.user.pk
    may_publish = can_publish(request.user, article)
    silent = silent_lines(silent_change(draft)) if article.state in UNFINISHED else []
    context = {
        "article": article,
        "look": look_of(draft),
        "checklist": checklist_of(draft),
        "problems": problem_lines(draft),
        "refused": refused,
        "words": state_words(article.state, live=article.live),
        "reads": reads_sentences([(article.pk, article.live)]).get(article.pk),
        "is_writer": is_writer,
        "can_edit": can_transition(article.state, Action.SAVE),
        "silent": silent,
        "can_correct": may_publish and can_transition(article.state, Action.CORRECT, live=article.live),
        "can_publish": may_publish
        and not silent
        and can_transition(article.state, Action.PUBLISH)
        and article.state != "in_review",
        "can_submit": can_transition(article.state, Action.SUBMIT),
    }
    return show(request, "preview", context, current="write", status=status)


@room_view
@require_POST
@handled_once
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Hands the newest text to the editor."""
    article = own_or_reviewed(request, pk)
    try:
        services.submit(article=article, user=request.user, base_revision_id=_base(request))
    except services.StaleDraft:
        return _changed_meanwhile(request, article)
    except PermissionDenied:
        messages.error(request, _("This story cannot be handed in now. Look at its state below."))
        return redirect("news:preview", pk)
    return redirect("news:sent", pk)


@room_view
@require_POST
@handled_once
def publish_own(request: HttpRequest, pk: int) -> HttpResponse:
    """Publishes straight from the preview, where the policy of the KIM lets this person do so."""
    article = own_or_reviewed(request, pk)
    try:
        services.publish(article=article, user=request.user, base_revision_id=_base(request))
    except services.StaleDraft:
        return _changed_meanwhile(request, article)
    except (services.PublishRefused, services.SilentChange):
        return _page(request, article, status=422, refused=True)
    except PermissionDenied:
        messages.error(request, _("This story cannot be published now. Look at its state below."))
        return redirect("news:preview", pk)
    return redirect("news:sent", pk)


def _base(request: HttpRequest) -> int | None:
    return row_number(request.POST.get("base_revision", ""))


def _changed_meanwhile(request: HttpRequest, article: ArticlePage) -> HttpResponse:
    messages.error(request, _("Somebody changed this story while you were reading it. Read it once more."))
    return _page(
        request, ArticlePage.objects.select_related("kim__village", "owner").get(pk=article.pk), status=409
    )


@room_view
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens next, with a ready text for the editor."""
    article = own_or_reviewed(request, pk)
    title = article.draft_title or article.title
    if article.live and article.state in {"published", "corrected"}:
        share = _("Read our news: “%(title)s” %(url)s") % {"title": title, "url": article.full_url}
        context = {"article": article, "title": title, "public_url": article.url, "share_text": share}
        return show(request, "published", context, current="write")
    editors = [person for person in services.reviewers_of(article.kim) if person.pk != request.user.pk]
    text = _("please read my story “%(title)s”: %(url)s") % {
        "title": title,
        "url": request.build_absolute_uri(reverse("news:desk_read", args=[pk])),
    }
    context = {
        "article": article,
        "title": title,
        "editor": tell_on_whatsapp(at_once_on_phone(editors), text),
        "waits": article.state == "in_review",
    }
    return show(request, "sent", context, current="write")
