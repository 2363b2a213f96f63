"""Login links that editors and the office forward to people who cannot sign in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import signed_links
from core.models import HandledPost, SignedLink
from core.notifications import whatsapp_share_url
from kim.permissions import can_issue_login_link
from users.models import User

# A phone may send the same form again when the first answer was lost on the way.
REPEAT_WITHIN = datetime.timedelta(minutes=10)
_VIEW = "signed_link"


class NotAllowed(Exception):
    """This person may not do this; views answer as if the object did not exist."""


@dataclass(frozen=True)
class ForwardableLink:
    """A link to forward: `name` is for whom, `text` the message, `whatsapp_url` opens the chat with it."""

    name: str
    url: str
    text: str
    whatsapp_url: str
    expires_at: datetime.datetime


def forwardable(
    *, token: str, purpose: str, base_url: str, name: str, phone: str, template: str, **values: str
) -> ForwardableLink:
    """Builds what the sender needs; `template` has places for {name}, {url} and `values`.

    `phone` is "+62…", or empty when the sender picks the chat.
    """
    url = f"{base_url.rstrip('/')}/t/{token}/"
    text = template.format(name=name, url=url, **values)
    return ForwardableLink(
        name=name,
        url=url,
        text=text,
        whatsapp_url=whatsapp_share_url(text, phone),
        expires_at=timezone.now() + signed_links.LIFETIME[SignedLink.Purpose(purpose)],
    )


@transaction.atomic
def issue_login_link(*, for_user: User, by: Any, base_url: str = "") -> ForwardableLink:
    """A one-time link that signs `for_user` in; valid for 24 hours, ends older ones. Raises NotAllowed."""
    if not can_issue_login_link(by, for_user):
        raise NotAllowed
    token = signed_links.issue(purpose=SignedLink.Purpose.LOGIN, issued_by=by, user=for_user)
    log(instance=for_user, action="kim.login_link", user=by, data={"step": "issued"})
    return forwardable(
        token=token,
        purpose=SignedLink.Purpose.LOGIN,
        base_url=base_url or settings.WAGTAILADMIN_BASE_URL,
        name=for_user.get_full_name(),
        phone=for_user.phone or "",
        template=_("Hello {name}, with this link you can sign in to Warta KIM once, within 24 hours: {url}"),
    )


def check_login_link(link: SignedLink) -> User:
    """Whom the link signs in. Raises LinkUnusable when the right to issue it has ended since."""
    if link.user is None or not can_issue_login_link(link.issued_by, link.user):
        raise signed_links.LinkUnusable
    return link.user


@transaction.atomic
def use_login_link(*, token: str, post_key: str = "") -> User:
    """Takes the link once and returns its person; the same post within ten minutes gets the same answer.

    Raises LinkUnusable.
    """
    try:
        link = signed_links.use(token)
    except signed_links.LinkUnusable:
        repeated = repeated_post(token=token, post_key=post_key)
        if repeated is None:
            raise
        return check_login_link(repeated)
    user = check_login_link(link)
    remember_post(link=link, post_key=post_key)
    log(instance=user, action="kim.login_link", user=user, data={"step": "used"})
    return user


def remember_post(*, link: SignedLink, post_key: str) -> None:
    """Notes which form took the link; only the browser that showed the form knows the key."""
    if post_key:
        HandledPost.objects.create(actor=f"t{link.pk}", view=_VIEW, key=post_key)


def repeated_post(*, token: str, post_key: str) -> SignedLink | None:
    """The link if this very form took it a moment ago, else None."""
    link = signed_links.find(token)
    if link is None or not post_key or link.used_at is None or link.used_at < timezone.now() - REPEAT_WITHIN:
        return None
    known = HandledPost.objects.filter(actor=f"t{link.pk}", view=_VIEW, key=post_key).exists()
    return link if known else None
