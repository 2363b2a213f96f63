"""What follows events of pages and people: former addresses, keys of a moved page, surrogate keys of public pages."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import former_addresses
from core.cache_keys import SITE
from core.generations import raise_keys
from core.key_signals import raise_on_change, raise_on_fields
from kim.models import Channel, KimGroup, KimPage, Officer, Person, Potential, Region
from kim.selectors.public import person_path, whatsapp_path
from kim.services.placing import follow_place

_BEFORE = "_public_before"


@receiver(post_page_move, dispatch_uid="kim.follow_place")
def follow_the_tree(sender: Any, instance: Page, **kwargs: Any) -> None:
    follow_place(instance)


@receiver(page_unpublished, sender=KimPage, dispatch_uid="kim.whatsapp_gone")
def whatsapp_goes_with_the_home(sender: Any, instance: KimPage, **kwargs: Any) -> None:
    former_addresses.path_gone(whatsapp_path(instance.slug))


@receiver(pre_delete, sender=KimPage, dispatch_uid="kim.whatsapp_deleted")
def whatsapp_goes_for_good(sender: Any, instance: KimPage, **kwargs: Any) -> None:
    if instance.live:
        former_addresses.path_gone(whatsapp_path(instance.slug))


@receiver(page_published, sender=KimPage, dispatch_uid="kim.whatsapp_back")
def whatsapp_comes_back(sender: Any, instance: KimPage, **kwargs: Any) -> None:
    former_addresses.path_back(whatsapp_path(instance.slug))


@receiver(pre_save, sender=Person, dispatch_uid="kim.person_before")
def remember_person(sender: Any, instance: Person, raw: bool = False, **kwargs: Any) -> None:
    rows = Person.objects.filter(pk=instance.pk, consents_to_show=True)
    instance.__dict__[_BEFORE] = None if raw else rows.values_list("slug", flat=True).first()


@receiver(post_save, sender=Person, dispatch_uid="kim.person_after")
def keep_address_of_person(sender: Any, instance: Person, raw: bool = False, **kwargs: Any) -> None:
    """A portfolio is public while its person agrees; its addresses outlive both the name and the word."""
    before = instance.__dict__.pop(_BEFORE, None)
    if raw:
        return
    if before and before != instance.slug:
        former_addresses.path_moved(person_path(before), person_path(instance.slug))
    if before and not instance.consents_to_show:
        former_addresses.path_gone(person_path(instance.slug))
    if instance.consents_to_show and not before:
        former_addresses.path_back(person_path(instance.slug))


@receiver(pre_delete, sender=Person, dispatch_uid="kim.person_gone")
def keep_address_of_gone_person(sender: Any, instance: Person, **kwargs: Any) -> None:
    if instance.consents_to_show:
        former_addresses.path_gone(person_path(instance.slug))


@receiver([page_published, page_unpublished], sender=KimPage, dispatch_uid="kim.home_keys")
def raise_home(sender: Any, instance: KimPage, **kwargs: Any) -> None:
    raise_keys("kims", "tree", f"kim-{instance.kim_id}-home")


def everywhere(kim: KimGroup) -> Iterable[str]:
    """What stands beside each of its stories."""
    return (f"kim-{kim.pk}", "kims")


def on_its_home(kim: KimGroup) -> Iterable[str]:
    return (f"kim-{kim.pk}-home",)


def of_its_owner(row: Any) -> Iterable[str]:
    return (f"kim-{row.kim_id}-home",)


def register_keys() -> None:
    """Called once from AppConfig.ready()."""
    raise_on_fields(
        KimGroup,
        {
            ("name", "slug", "hue", "village_id", "status"): everywhere,
            ("slug", "status"): lambda kim: ("tree",),
            ("tagline",): lambda kim: (f"kim-{kim.pk}-tagline", *on_its_home(kim)),
            ("about", "address", "whatsapp", "founded_year", "kim_id_number"): on_its_home,
        },
    )
    raise_on_fields(
        Person,
        {
            ("slug", "consents_to_show"): lambda person: (f"person-{person.pk}", *of_its_owner(person)),
            ("full_name", "bio", "kim_id"): lambda person: (
                f"person-{person.pk}-page",
                *of_its_owner(person),
            ),
        },
    )
    for model in (Officer, Channel, Potential):
        raise_on_change(model, of_its_owner)
    raise_on_change(Region, lambda region: (SITE,))
