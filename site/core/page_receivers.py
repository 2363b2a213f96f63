"""Page events: whatever moves, changes its name or goes is written into the book of former addresses, at once."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import post_page_move

from core import former_addresses
from core.cache_keys import SITE
from core.generations import raise_keys

_BEFORE = "_url_path_before"


@receiver(pre_save, dispatch_uid="core.address_before")
def remember_address(sender: type, instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Wagtail's own signal of a new slug comes after the transaction only, and after the old path is lost."""
    fields = kwargs.get("update_fields")
    if raw or not isinstance(instance, Page) or (fields is not None and "url_path" not in fields):
        return
    if instance.live and instance.first_published_at is None:
        # Pages that services put into the tree are public without ever being published.
        instance.first_published_at = timezone.now()
    before = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
    setattr(instance, _BEFORE, before)


@receiver(post_save, dispatch_uid="core.address_after")
def keep_old_address(sender: type, instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if raw or not isinstance(instance, Page):
        return
    before = instance.__dict__.pop(_BEFORE, None)
    if before is not None and before != instance.url_path:
        former_addresses.page_moved(instance, before)
        # A changed address stands in links anywhere. It is rare, so everything is rendered anew.
        raise_keys(SITE)


@receiver(post_page_move, dispatch_uid="core.address_taken")
def leave_taken_place(sender: type, instance: Page, **kwargs: Any) -> None:
    """A post in the admin is one transaction (core.middleware), so nobody reads the taken address in between."""
    former_addresses.leave_taken_place(instance)


@receiver(pre_delete, sender=Page, dispatch_uid="core.address_gone")
def keep_gone_address(sender: type, instance: Page, **kwargs: Any) -> None:
    if instance.live or instance.first_published_at is not None:
        former_addresses.page_deleted(instance)
