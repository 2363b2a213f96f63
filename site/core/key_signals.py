"""Which saved rows raise which surrogate keys: the apps above name their models here, in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save

from core.generations import raise_keys

KeysOf = Callable[[Any], Iterable[str]]


def raise_on_change(model: type, keys_of: KeysOf, *, new_rows: bool = True) -> None:
    """Saving or deleting a row raises `keys_of(row)`; `new_rows` false leaves rows out that nobody can show yet."""

    def saved(sender: type, instance: Any, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
        if not raw and (new_rows or not created):
            raise_keys(*keys_of(instance))

    def deleted(sender: type, instance: Any, **kwargs: Any) -> None:
        raise_keys(*keys_of(instance))

    name = f"keys.{model.__module__}.{model.__qualname__}"
    post_save.connect(saved, sender=model, weak=False, dispatch_uid=f"{name}.saved")
    post_delete.connect(deleted, sender=model, weak=False, dispatch_uid=f"{name}.deleted")


def raise_on_fields(model: type, groups: Mapping[tuple[str, ...], KeysOf]) -> None:
    """Saving a row raises the keys of those groups of fields that really changed; a new or deleted row raises all.

    Costs one query a save, so it is for rows that change seldom and stand on many pages.
    """
    fields = tuple({field for group in groups for field in group})
    stash = "_values_before_save"

    def before(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
        old = (
            sender._base_manager.filter(pk=instance.pk).values(*fields).first()
            if instance.pk and not raw
            else None
        )
        setattr(instance, stash, old)

    def saved(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
        if raw:
            return
        old = getattr(instance, stash, None)
        new = {field: getattr(instance, field) for field in fields}
        keys: set[str] = set()
        for group, keys_of in groups.items():
            if old is None or any(old[field] != new[field] for field in group):
                keys.update(keys_of(instance))
        raise_keys(*keys)

    def deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
        raise_keys(*{key for keys_of in groups.values() for key in keys_of(instance)})

    name = f"keys.{model.__module__}.{model.__qualname__}"
    pre_save.connect(before, sender=model, weak=False, dispatch_uid=f"{name}.before")
    post_save.connect(saved, sender=model, weak=False, dispatch_uid=f"{name}.saved")
    post_delete.connect(deleted, sender=model, weak=False, dispatch_uid=f"{name}.deleted")
