"""The KIM of a page follows its place in the tree, and with it the KIM of every row that hangs on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import transaction
from wagtail.models import Page

from kim.models import KimPage, KimScoped, KimScopedPage
from kim.signals import pages_changed_kim


@transaction.atomic
def follow_place(page: Page) -> int:
    """Sets the key of every page in this branch, and of its rows, to the KIM above; returns how many pages changed.

    Outside of every KIM the keys stay as they are. Safe to run twice.
    """
    steps = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    home = KimPage.objects.filter(path__in=steps).only("kim_id").first()
    if home is None:
        return 0
    changed: list[int] = []
    kims: set[int] = {home.kim_id}
    for model in _page_types():
        stale: Any = model._default_manager.filter(path__startswith=page.path).exclude(kim=home.kim_id)
        places = dict(stale.values_list("pk", "kim_id"))
        if not places:
            continue
        ids = list(places)
        kims.update(places.values())
        for row_type, name in _rows_of(model):
            row_type._default_manager.filter(**{f"{name}__in": ids}).update(kim=home.kim_id)
        model._default_manager.filter(pk__in=ids).update(kim=home.kim_id)
        changed += ids
    if changed:
        pages_changed_kim.send(sender=KimPage, pages=changed, kims=kims)
    return len(changed)


def _page_types() -> list[type[KimScopedPage]]:
    return [model for model in apps.get_models() if issubclass(model, KimScopedPage)]


def _rows_of(model: type[KimScopedPage]) -> Iterator[tuple[type[KimScoped], str]]:
    """Kinds of rows that belong to a KIM and hang on a page of this type, with the name of their key to it."""
    for relation in model._meta.related_objects:
        if isinstance(relation.related_model, type) and issubclass(relation.related_model, KimScoped):
            yield relation.related_model, relation.field.name
