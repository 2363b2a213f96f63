"""Registration of core in Wagtail."""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.permissions import policy_registry

from core.documents import is_public_document


@hooks.register("before_serve_document")
def serve_only_public_documents(document: Any, request: HttpRequest) -> None:
    """A document is public once a live page uses it; before that only people of its collection get it."""
    if is_public_document(document):
        return
    policy = policy_registry.get(document)
    if not policy.user_has_any_permission_for_instance(request.user, {"view", "choose", "change"}, document):
        raise Http404
