"""The address of a KIM: give it another one, with everything that lives below it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import former_addresses
from kim.models import KimGroup, KimPage
from kim.permissions import can_administer_region
from kim.selectors.public import whatsapp_path
from kim.services.groups import KimRefused, require_address_word, require_free_address
from kim.services.login_links import NotAllowed
from users.models import User


@transaction.atomic
def rename_kim(*, kim: KimGroup, slug: str, user: User) -> KimPage:
    """Gives a KIM another address; the old one leads on to it for ever. The present one changes nothing.

    Raises NotAllowed outside the region of this office, KimRefused for an address that is taken or was once.
    """
    if not can_administer_region(user, kim.village.code):
        raise NotAllowed
    require_address_word(slug)
    page = KimPage.objects.select_for_update(of=("self",)).get(kim=kim)
    row = KimGroup.objects.select_for_update().get(pk=kim.pk)
    before = row.slug
    if slug == before:
        return page
    if not page.live:
        raise KimRefused("slug", _("The home of this KIM is not public, so it needs no other address."))
    if KimGroup.objects.filter(slug=slug).exists():
        raise KimRefused("slug", _("Another KIM has this address. Choose another one."))
    require_free_address(slug, page.get_parent(), page)
    row.slug = kim.slug = slug
    row.save(update_fields=["slug"])
    page.kim, page.slug = row, slug
    page.save()
    former_addresses.path_moved(whatsapp_path(before), whatsapp_path(slug))
    log(instance=page, action="kim.rename", user=user, data={"kim": kim.pk, "before": before, "slug": slug})
    return page
