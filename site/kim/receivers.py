"""Which changes of a KIM's own data raise which surrogate keys of public pages."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from core.cache_keys import SITE
from core.generations import raise_keys
from core.key_signals import raise_on_change, raise_on_fields
from kim.models import Channel, KimGroup, KimPage, Officer, Person, Potential, Region


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
