"""Create a KIM with everything it needs: page subtree, collection, lists of the apps above, review policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection, Locale, Page, Site

from core import former_addresses
from core.models import NetworkSettings
from core.page_forms import ADDRESS_OF_ANOTHER
from kim.models import KimGroup, KimPage, PortalPage, RegencyPage, Region
from kim.rules.slugs import RESERVED_SLUGS, village_slug
from kim.signals import kim_created


class KimRefused(Exception):
    """A KIM cannot be created so; `field` names the input, the message tells what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True)
class CreatedKim:
    kim: KimGroup
    page: KimPage
    created: bool


@transaction.atomic
def create_regency(
    *, region: Region, title: str = "", hostname: str = "localhost", port: int = 80
) -> RegencyPage:
    """The portal, the regency front and its Site; returns what is there when it exists already.

    Raises KimRefused when another regency's Site has this host and port.
    """
    page = RegencyPage.objects.filter(region=region).first()
    if page is not None:
        return page
    if RegencyPage.objects.exists() and Site.objects.filter(hostname=hostname, port=port).exists():
        raise KimRefused("hostname", _("Another regency has this host name. Give this one its own."))
    root = Page.objects.get(depth=1)
    portal = PortalPage.objects.first()
    if portal is None:
        portal = PortalPage(title="Warta KIM", slug="portal", locale=Locale.get_default())
        root.add_child(instance=portal)
    page = RegencyPage(
        title=title or f"Warta KIM {region.name}", slug=village_slug(region.name), region=region
    )
    portal.add_child(instance=page)
    site = Site.objects.filter(is_default_site=True).first()
    ours = (PortalPage, RegencyPage)
    if site is None or (site.root_page.depth == 2 and not isinstance(site.root_page.specific, ours)):
        old_root = site.root_page if site else None
        if site is None:
            site = Site(hostname=hostname, port=port, is_default_site=True)
        site.hostname, site.port, site.root_page, site.site_name = hostname, port, page, page.title
        site.save()
        if old_root is not None and old_root.specific_class is Page:
            old_root.delete()  # Wagtail's "Welcome" page
    else:
        site = Site.objects.create(hostname=hostname, port=port, root_page=page, site_name=page.title)
    NetworkSettings.objects.update_or_create(site=site, defaults={"region_name": region.name})
    return page


@transaction.atomic
def create_kim(
    *,
    region_code: str,
    name: str = "",
    slug: str = "",
    review_policy: str = KimGroup.ReviewPolicy.KIM_EDITOR,
    by: Any = None,
) -> CreatedKim:
    """Creates the KIM of a village, or returns the one that already has this address.

    `region_code` is the official code of a desa or kelurahan. Raises KimRefused.
    """
    village = Region.objects.select_related("parent__parent").filter(code=region_code).first()
    if village is None or not village.is_village:
        raise KimRefused("region_code", _("This is not the code of a desa or kelurahan."))
    slug = slug or village_slug(village.name)
    require_address_word(slug)
    regency = village.parent.parent if village.parent else None
    # Locked, so that two offices that send the same form at once do not meet at the unique address.
    front = RegencyPage.objects.select_for_update().filter(region=regency).first() if regency else None
    existing = KimGroup.objects.select_related("village").filter(slug=slug).first()
    if existing is not None:
        if existing.village_id != village.pk:
            raise KimRefused("slug", _("Another KIM has this address. Choose another one."))
        return CreatedKim(existing, existing.page, False)
    if front is None:
        raise KimRefused("region_code", _("The regency of this village has no front page yet."))
    require_free_address(slug, front)
    name = name or f"KIM {village.name}"
    collection = _append_collection(name)
    kim = KimGroup.objects.create(
        name=name,
        slug=slug,
        village=village,
        collection=collection,
        review_policy=review_policy,
        hue=sum(map(ord, slug)) % 8 + 1,
    )
    page = KimPage(title=name, slug=slug, kim=kim, owner=by)
    front.add_child(instance=page)
    kim_created.send(sender=KimGroup, kim=kim, page=page)
    log(instance=page, action="kim.create", user=by, data={"kim": kim.pk, "region": region_code})
    return CreatedKim(kim, page, True)


def require_address_word(slug: str) -> None:
    """Raises KimRefused for what cannot be the first word of an address, whoever has it."""
    if not slug or slug != village_slug(slug):
        raise KimRefused("slug", _("Use small letters, digits and hyphens only."))
    if slug in RESERVED_SLUGS:
        raise KimRefused("slug", _("This word is taken by the website itself. Choose another address."))


def require_free_address(slug: str, front: Page, page: KimPage | None = None) -> None:
    """Raises KimRefused when another page has this address below the front, or had it once. `page` may come back."""
    siblings = Page.objects.child_of(front).filter(slug=slug)
    if (siblings.exclude(pk=page.pk) if page else siblings).exists():
        raise KimRefused("slug", _("Another page has this address. Choose another one."))
    if former_addresses.is_taken(front, slug, page):
        raise KimRefused("slug", str(ADDRESS_OF_ANOTHER))


def _append_collection(name: str) -> Collection:
    """Adds a collection behind its sisters.

    Wagtail's own add_child sorts it in by name and so moves every later one, one UPDATE each; it shows collections
    by name whatever their order in the tree.
    """
    root = Collection.objects.select_for_update().get(depth=1)
    last = root.get_last_child()
    path = last._inc_path() if last else Collection._get_path(root.path, 2, 1)
    collection = Collection(name=name, depth=2, path=path)
    collection.save()
    Collection.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
    return collection
