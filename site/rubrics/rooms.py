"""The place of rubrics in the work rooms."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from core.rooms import Place, register_place
from kim.permissions import can_administer


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_place(
        Place("rubrics", _("Rubrics"), reverse_lazy("rubrics:rubrics"), "list", 48, can_administer)
    )
