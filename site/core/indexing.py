"""Search and reference index of a saved row: one run per row and commit, by task.

Wagtail asks for both anew with every save, and with every row that hangs on a page: several times in one
publication. Here the first save of a transaction puts one task on the queue; it runs after the commit, on the end state.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, models, transaction
from django.db.models.signals import post_migrate, post_save, pre_migrate
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult
from modelcluster.fields import ParentalKey
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import update_reference_index_on_save

Row = tuple[str, str, str]


def take_over(**kwargs: Any) -> None:
    """Connects our handler in the place of Wagtail's two. Called when all apps are ready, and after migrations."""
    indexed = set(index.get_indexed_models())
    for model in indexed | ReferenceIndex.tracked_models:
        post_save.disconnect(post_save_signal_handler, sender=model)
        post_save.disconnect(update_reference_index_on_save, sender=model)
        post_save.connect(queue_saved, sender=model, dispatch_uid="core.indexing")
    pre_migrate.connect(let_go, dispatch_uid="core.indexing.let_go")
    post_migrate.connect(take_over, dispatch_uid="core.indexing.take_over")


def let_go(**kwargs: Any) -> None:
    """While migrations run the tables of queue and indexes may not be there."""
    for model in set(index.get_indexed_models()) | ReferenceIndex.tracked_models:
        post_save.disconnect(sender=model, dispatch_uid="core.indexing")


def queue_saved(sender: type, instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
    """Queues the row, or the one it hangs on, unless this transaction did so already."""
    row = None if raw else owner_of(instance)
    if row is not None:
        queue(row)


def queue(row: Row) -> None:
    from core.tasks import index_row

    queued = connection.__dict__.setdefault("_queued_for_indexing", {})
    task = queued.get(row)
    # The task's own row tells whether it still stands: a savepoint may have been rolled back meanwhile.
    if task is not None and DBTaskResult.objects.filter(pk=task).exists():
        return
    result = index_row.enqueue(*row)
    if isinstance(index_row.get_backend(), DatabaseBackend):
        queued[row] = result.id
        # What comes after this commit needs a run of its own. Without a transaction this happens at once.
        transaction.on_commit(partial(queued.pop, row, None))


def owner_of(instance: models.Model) -> Row | None:
    """App label, model name and key of the row whose indexes hold this one's content; None when it has no owner."""
    while True:
        key = next((field for field in instance._meta.get_fields() if isinstance(field, ParentalKey)), None)
        if key is None:
            return (instance._meta.app_label, str(instance._meta.model_name), str(instance.pk))
        parent = key.related_model
        parent_pk = getattr(instance, key.attname)
        if parent_pk is None:
            return None
        if not any(isinstance(field, ParentalKey) for field in parent._meta.get_fields()):
            return (parent._meta.app_label, str(parent._meta.model_name), str(parent_pk))
        try:
            instance = getattr(instance, key.name)
        except ObjectDoesNotExist:
            return None


def index_now(app_label: str, model_name: str, pk: str) -> bool:
    """Brings both indexes of one row up to date; False when it is gone. Safe to run twice."""
    model = apps.get_model(app_label, model_name)
    instance = model._default_manager.filter(pk=pk).first()
    if instance is None:
        return False
    if issubclass(model, index.Indexed):
        index.insert_or_update_object(instance)
    if ReferenceIndex.is_indexed(model):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(instance)
    return True
