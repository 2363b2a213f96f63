"""Two KIM become one: stories, media and people go over, the old addresses lead on."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from core import former_addresses
from core.models import MediaDocument, MediaImage
from kim.models import Invitation, KimGroup, KimPage, Membership
from kim.permissions import can_administer_region
from kim.selectors.public import whatsapp_path
from kim.services.groups import KimRefused
from kim.services.login_links import NotAllowed
from users.models import User
from users.roles import Role


@dataclass(frozen=True)
class Merged:
    """How much went over: pages (drafts and withdrawn ones too) and people."""

    stories: int
    people: int


@transaction.atomic
def merge_kim(*, source: KimGroup, into: KimGroup, user: User) -> Merged:
    """Everything of `source` goes over to `into`; `source` is closed, its addresses lead to the other for ever.

    Its own data (officers, decrees, work plans, bylines) stay with it as its history. Raises NotAllowed unless this
    office keeps both, KimRefused when one of them has no public home or they lie in different regencies.
    """
    if not all(can_administer_region(user, kim.village.code) for kim in (source, into)):
        raise NotAllowed
    homes = (
        KimPage.objects.select_for_update(of=("self",)).filter(kim__in=(source.pk, into.pk)).order_by("pk")
    )
    pages = {page.kim_id: page for page in homes}
    old, new = pages[source.pk], pages[into.pk]
    _require_mergeable(old, new, source, into)
    former_addresses.send_on(old, new)
    stories = _move_stories(old, new)
    people = _move_people(source, into)
    for media in (MediaImage, MediaDocument):
        media.objects.filter(collection=source.collection_id).update(collection=into.collection_id)
    source.status = KimGroup.Status.CLOSED
    source.save(update_fields=["status"])
    for page in (*old.get_children().live().specific(), old):
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    former_addresses.path_moved(whatsapp_path(source.slug), whatsapp_path(into.slug))
    data = {"kim": source.pk, "into": into.pk, "stories": stories, "people": people}
    log(instance=old, action="kim.merge", user=user, data=data)
    return Merged(stories, people)


def _require_mergeable(old: KimPage, new: KimPage, source: KimGroup, into: KimGroup) -> None:
    if source.pk == into.pk or into.status == KimGroup.Status.CLOSED or not new.live:
        raise KimRefused("into", _("Choose another KIM that is active."))
    if not old.live:
        raise KimRefused("into", _("The home of this KIM is not public, so there is nothing to merge."))
    if old.get_parent() != new.get_parent():
        raise KimRefused("into", _("Choose a KIM of the same regency."))


def _move_stories(old: KimPage, new: KimPage) -> int:
    """Everything in the lists of the one goes into the same lists of the other, addresses made free where taken."""
    moved = 0
    for index in old.get_children():
        home = new.get_children().filter(content_type=index.content_type_id).first()
        if home is None:
            moved += index.numchild
            index.move(new, pos="last-child")
            new.refresh_from_db()
            continue
        for page in index.get_children():
            slug = former_addresses.free_slug(home, page)
            if slug != page.slug:
                # Only the row of the tree: the story's own rule freezes its address for everybody else.
                Page.objects.filter(pk=page.pk).update(slug=slug)
                page.slug = slug
            page.move(home, pos="last-child")
            moved += 1
    return moved


def _move_people(source: KimGroup, into: KimGroup) -> int:
    """Active members go over with their role; a chair becomes an editor there, since the other KIM has its own."""
    rows = Membership.objects.active().filter(kim=source)
    people = rows.values("user").distinct().count()
    there = set(Membership.objects.active().filter(kim=into).values_list("user_id", "role"))
    for row in rows:
        role = Role.EDITOR if row.role == Role.CHAIR else row.role
        if (row.user_id, role) not in there:
            there.add((row.user_id, role))
            Membership.objects.create(
                user_id=row.user_id, role=role, kim=into, invited_by_id=row.invited_by_id, ends_at=row.ends_at
            )
    rows.update(ends_at=now())
    # Who was invited waits in the list of the other KIM; its chair sends the link that is good there.
    invited = Invitation.objects.filter(kim=source, accepted_at=None)
    invited.filter(role=Role.CHAIR).update(role=Role.EDITOR)
    invited.update(kim=into)
    return people
