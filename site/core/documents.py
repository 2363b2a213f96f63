"""Which documents readers may open."""

from typing import Any

from wagtail.models import Page, ReferenceIndex


def is_public_document(document: Any) -> bool:
    """Whether a live page of the public tree refers to this document."""
    page_ids = [
        reference.object_id
        for reference in ReferenceIndex.get_references_to(document)
        if issubclass(reference.content_type.model_class() or object, Page)
    ]
    return Page.objects.live().public().filter(pk__in=page_ids).exists()
