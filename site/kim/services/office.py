"""Acts of the office on KIM: found one and invite its chair, change its name, review policy or status."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Collection

from kim.models import KimGroup
from kim.permissions import can_administer_region
from kim.services.groups import CreatedKim, create_kim
from kim.services.invitations import invite
from kim.services.login_links import ForwardableLink, NotAllowed
from kim.services.profile import update_page
from users.models import User
from users.roles import Role


@transaction.atomic
def found_kim(
    *,
    by: User,
    region_code: str,
    name: str = "",
    slug: str = "",
    review_policy: str = KimGroup.ReviewPolicy.KIM_EDITOR,
    chair_name: str = "",
    chair_phone: str = "",
    base_url: str = "",
) -> tuple[CreatedKim, ForwardableLink | None]:
    """Creates the KIM of a village and, when a chair is named, an invitation to forward.

    A KIM that is there already is returned as it is, without an invitation. Raises KimRefused, or NotAllowed outside
    the region of this office.
    """
    if not can_administer_region(by, region_code):
        raise NotAllowed
    made = create_kim(region_code=region_code, name=name, slug=slug, review_policy=review_policy, by=by)
    if not made.created or not chair_name:
        return made, None
    link = invite(
        kim=made.kim, by=by, full_name=chair_name, role=Role.CHAIR, phone=chair_phone, base_url=base_url
    )
    return made, link


@transaction.atomic
def change_kim(*, kim: KimGroup, by: User, changed: Iterable[str]) -> None:
    """Stores the named fields of a KIM; a new name also becomes the title of its page and its collection."""
    fields = sorted(changed)
    if not fields:
        return
    kim.save(update_fields=fields)
    if "name" in fields:
        Collection.objects.filter(pk=kim.collection_id).update(name=kim.name)
        update_page(kim=kim, by=by, title=kim.name, draft_title=kim.name)
    log(
        instance=kim,
        action="kim.change",
        user=by,
        data={"kim": kim.pk, "section": "office", "act": "change", "fields": fields},
    )
