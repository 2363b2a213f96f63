"""Media events: a new photo gets its public sizes from a task, after the transaction has ended."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from core.models import MediaImage
from core.tasks import make_image_renditions


@receiver(post_save, sender=MediaImage, dispatch_uid="core.renditions")
def queue_renditions(sender: type, instance: MediaImage, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not instance.renditions_ready:
        transaction.on_commit(partial(make_image_renditions.enqueue, instance.pk))
