"""Invite people into a KIM and let them join: account, membership and person in one step."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import former_addresses, signed_links
from core.models import SignedLink
from core.notifications import notify
from core.rules.former_addresses import free_word
from kim.models import Invitation, KimGroup, Membership, Person
from kim.permissions import can_invite_as, forget_scopes
from kim.selectors.public import person_path
from kim.services.login_links import ForwardableLink, NotAllowed, forwardable, remember_post, repeated_post
from users.models import User
from users.services import create_account


@transaction.atomic
def invite(
    *, kim: KimGroup, by: Any, full_name: str, role: str, phone: str = "", base_url: str = ""
) -> ForwardableLink:
    """Invites somebody to a role of this KIM; `phone` is "+62…" or empty. Raises NotAllowed."""
    if not can_invite_as(by, kim, role):
        raise NotAllowed
    invitation = Invitation.objects.create(
        kim=kim, role=role, full_name=full_name.strip(), phone=phone, invited_by=by
    )
    log(instance=invitation, action="kim.invite", user=by, data={"kim": kim.pk, "role": role})
    return _link_for(invitation, by, base_url)


@transaction.atomic
def renew_link(*, invitation: Invitation, by: Any, base_url: str = "") -> ForwardableLink:
    """A new link for an open invitation; the old one ends. Raises NotAllowed."""
    if invitation.accepted_at is not None or not can_invite_as(by, invitation.kim, invitation.role):
        raise NotAllowed
    return _link_for(invitation, by, base_url)


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Any) -> None:
    """Takes an open invitation back; its link leads nowhere from now on. Raises NotAllowed."""
    if invitation.accepted_at is not None or not can_invite_as(by, invitation.kim, invitation.role):
        raise NotAllowed
    log(instance=invitation, action="kim.invite", user=by, data={"kim": invitation.kim_id, "withdrawn": True})
    invitation.delete()


def invitation_behind(link: SignedLink) -> Invitation:
    """The open invitation of a link. Raises LinkUnusable when it ended or the inviter lost his right."""
    invitation = (
        Invitation.objects.select_related("kim__village", "invited_by").filter(pk=link.target_id or 0).first()
    )
    if invitation is None or invitation.accepted_at is not None:
        raise signed_links.LinkUnusable
    if link.issued_by is None or not can_invite_as(link.issued_by, invitation.kim, invitation.role):
        raise signed_links.LinkUnusable
    return invitation


@transaction.atomic
def accept_as_new(
    *, token: str, full_name: str, phone: str | None, username: str, password: str, post_key: str = ""
) -> User:
    """Takes the link once: makes account, membership and person. Returns the account.

    Raises LinkUnusable, or AccountRefused for a taken number or user name (the link stays usable then).
    """
    link = signed_links.use(token)
    invitation = invitation_behind(link)
    user = create_account(full_name=full_name, phone=phone, username=username, password=password)
    _join(invitation, user)
    remember_post(link=link, post_key=post_key)
    return user


@transaction.atomic
def accept_as(*, token: str, user: User, post_key: str = "") -> Membership:
    """Takes the link once for an account that exists. Raises LinkUnusable, NotAllowed for the inviter."""
    link = signed_links.use(token)
    if link.issued_by_id == user.pk:
        raise NotAllowed
    membership = _join(invitation_behind(link), user)
    remember_post(link=link, post_key=post_key)
    return membership


def joined_by_this_post(*, token: str, post_key: str) -> User | None:
    """Who joined through this very form a moment ago, when a phone sends it again; else None."""
    link = repeated_post(token=token, post_key=post_key)
    return _accepted_by(link) if link else None


def was_used_by(*, token: str, user: User) -> bool:
    """Whether this person is the one who used the link: opening it again may simply lead to his work."""
    link = signed_links.find(token)
    if link is None or link.used_at is None:
        return False
    if link.purpose == SignedLink.Purpose.LOGIN:
        return bool(link.user_id == user.pk)
    return _accepted_by(link) == user


def _accepted_by(link: SignedLink) -> User | None:
    if link.purpose != SignedLink.Purpose.INVITATION:
        return None
    invitation = Invitation.objects.select_related("accepted_by").filter(pk=link.target_id or 0).first()
    return invitation.accepted_by if invitation else None


def free_person_slug(full_name: str) -> str:
    """An address for a person's page that nobody has or had: "ani-lestari", "ani-lestari-2", …"""
    base = slugify(full_name)[:70].strip("-") or "warga"
    taken = set(Person.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return free_word(base, lambda word: word in taken or former_addresses.path_is_taken(person_path(word)))


def _link_for(invitation: Invitation, by: Any, base_url: str) -> ForwardableLink:
    purpose = SignedLink.Purpose.INVITATION
    token = signed_links.issue(purpose=purpose, issued_by=by, target_id=invitation.pk)
    return forwardable(
        token=token,
        purpose=purpose,
        base_url=base_url or settings.WAGTAILADMIN_BASE_URL,
        name=invitation.full_name,
        phone=invitation.phone,
        template=_(
            "Hello {name}, {inviter} invites you to join {kim} as {role}. "
            "Open this link within 14 days to begin: {url}"
        ),
        inviter=by.get_full_name(),
        kim=invitation.kim.name,
        role=str(invitation.get_role_display()).lower(),
    )


def _join(invitation: Invitation, user: User) -> Membership:
    membership = (
        Membership.objects.active().filter(user=user, kim=invitation.kim, role=invitation.role).first()
    )
    if membership is None:
        membership = Membership.objects.create(
            user=user, kim=invitation.kim, role=invitation.role, invited_by=invitation.invited_by
        )
    _person_for(invitation, user)
    invitation.accepted_by, invitation.accepted_at = user, timezone.now()
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    forget_scopes(user)
    log(
        instance=membership,
        action="kim.join",
        user=user,
        data={"kim": invitation.kim_id, "role": invitation.role},
    )
    if invitation.invited_by is not None:
        notify(
            recipients=[invitation.invited_by],
            text=_("{name} has joined {kim}.").format(name=user.get_full_name(), kim=invitation.kim.name),
            url=f"/ruang/anggota/{invitation.kim.slug}/",
            key=f"invitation-{invitation.pk}",
        )
    return membership


def _person_for(invitation: Invitation, user: User) -> Person:
    """The account's person in this KIM: the one there is, an officer entered by this name, or a new one."""
    people: Any = Person.objects.filter(kim=invitation.kim)
    person = people.filter(user=user).first()
    if person is not None:
        return person
    namesakes = list(people.filter(user__isnull=True, full_name__iexact=invitation.full_name)[:2])
    if len(namesakes) == 1 and user.full_name.casefold() == invitation.full_name.casefold():
        person = namesakes[0]
        person.user = user
        person.save(update_fields=["user"])
        return person
    return Person.objects.create(
        kim=invitation.kim,
        user=user,
        full_name=user.get_full_name(),
        slug=free_person_slug(user.get_full_name()),
    )
