"""The place of kim in the work rooms."""

from django.utils.translation import gettext_lazy as _

from core.rooms import Place, register_place
from kim.permissions import can_invite_anywhere


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_place(
        Place(
            name="members",
            label=_("Members"),  # type: ignore[arg-type]
            url="/ruang/anggota/",
            icon="person",
            order=60,
            is_open_to=can_invite_anywhere,
        )
    )
