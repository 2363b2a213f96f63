"""A new photo gets its public sizes by a task; what stands on public pages raises its surrogate keys."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from taggit.models import Tag
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished

from core.cache_keys import SITE
from core.generations import raise_keys
from core.key_signals import raise_on_change
from core.models import MediaDocument, MediaImage, NetworkSettings, StandardPage
from core.tasks import make_image_renditions


@receiver(post_save, sender=MediaImage, dispatch_uid="core.renditions")
def queue_renditions(sender: type, instance: MediaImage, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not instance.renditions_ready:
        transaction.on_commit(partial(make_image_renditions.enqueue, instance.pk))


@receiver([page_published, page_unpublished], dispatch_uid="core.page_keys")
def raise_page(sender: type, instance: Any, **kwargs: Any) -> None:
    """Every page that goes public or is taken back; what its type does to lists, the apps above add."""
    raise_keys(f"page-{instance.pk}", *(["tree"] if isinstance(instance, StandardPage) else []))


def register_keys() -> None:
    """Called once from AppConfig.ready()."""
    raise_on_change(NetworkSettings, lambda row: ["settings"])
    for model in (Site, PageViewRestriction):
        raise_on_change(model, lambda row: [SITE])
    # A tag or page that nobody shows yet needs no new rendering.
    raise_on_change(Tag, lambda tag: [SITE], new_rows=False)
    raise_on_change(MediaImage, lambda image: [f"image-{image.pk}"], new_rows=False)
    raise_on_change(MediaDocument, lambda document: [f"document-{document.pk}"], new_rows=False)
