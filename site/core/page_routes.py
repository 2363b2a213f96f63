"""From an address to its page in one or two queries, however deep the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction

Prepare = Callable[[QuerySet[Any]], QuerySet[Any]]

_prepare: dict[type, Prepare] = {}
_children: dict[str, type] = {}


def register_page_loading(page_type: type, prepare: Prepare, *, below: str = "") -> None:
    """`prepare(queryset)` adds the joins that a page of this type needs to be shown.

    `below` is the address word under which (nearly) all pages of this type stand, so that they are asked for at once.
    """
    _prepare[page_type] = prepare
    if below:
        _children[below] = page_type


def page_at(root: Page, components: list[str]) -> Any | None:
    """The page below `root` at these address words in its own type, live or not; None when there is none.

    Wagtail's own walk asks twice per level. The slug is indexed, the whole path decides.
    """
    address = {
        "slug": components[-1],
        "depth": root.depth + len(components),
        "url_path": f"{root.url_path}{'/'.join(components)}/",
    }
    likely = _children.get(components[-2]) if len(components) > 1 else None
    if likely is not None:
        page = _loaded(likely).filter(**address).first()
        if page is not None:
            return page
    row = Page.objects.filter(**address).values_list("pk", "content_type_id").first()
    if row is None:
        return None
    model = ContentType.objects.get_for_id(row[1]).model_class()
    return None if model is None else _loaded(model).filter(pk=row[0]).first()


def _loaded(model: type) -> QuerySet[Any]:
    """Pages of this type with all they need to be shown, and whether a restriction stands on them or above."""
    pages = model._default_manager.all()  # type: ignore[attr-defined]
    prepare = _prepare.get(model)
    restrictions = PageViewRestriction.objects.annotate(
        place=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(place__startswith=F("page__path"))
    prepared: QuerySet[Any] = (prepare(pages) if prepare else pages).annotate(
        is_restricted=Exists(restrictions)
    )
    return prepared
