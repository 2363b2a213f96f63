"""Acts on members of a KIM."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from kim.models import Membership
from kim.permissions import can_end_membership, forget_scopes
from kim.services.login_links import NotAllowed
from users.services import end_sessions


@transaction.atomic
def end_membership(*, membership: Membership, by: Any) -> None:
    """Ends a membership now and signs the person out everywhere. Twice changes nothing. Raises NotAllowed."""
    if not can_end_membership(by, membership):
        raise NotAllowed
    now = timezone.now()
    open_rows = Membership.objects.active().filter(pk=membership.pk)
    if not open_rows.update(ends_at=now):
        return
    membership.ends_at = now
    forget_scopes(membership.user)
    end_sessions(membership.user)
    log(
        instance=membership,
        action="kim.leave",
        user=by,
        data={"kim": membership.kim_id, "role": membership.role, "user": membership.user_id},
    )
