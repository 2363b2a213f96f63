"""From an address to its page in two queries, however deep the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page

Prepare = Callable[[QuerySet[Any]], QuerySet[Any]]

_prepare: dict[type, Prepare] = {}


def register_page_loading(page_type: type, prepare: Prepare) -> None:
    """`prepare(queryset)` adds the joins that a page of this type needs to be shown."""
    _prepare[page_type] = prepare


def page_at(root: Page, components: list[str]) -> Any | None:
    """The page below `root` at these address words in its own type, live or not; None when there is none.

    Wagtail's own walk asks twice per level. The slug is indexed, the whole path decides.
    """
    url_path = f"{root.url_path}{'/'.join(components)}/"
    row = (
        Page.objects.filter(slug=components[-1], depth=root.depth + len(components), url_path=url_path)
        .values_list("pk", "content_type_id")
        .first()
    )
    if row is None:
        return None
    model = ContentType.objects.get_for_id(row[1]).model_class()
    if model is None:
        return None
    pages = model._default_manager.all()
    prepare = _prepare.get(model)
    return (prepare(pages) if prepare else pages).filter(pk=row[0]).first()
