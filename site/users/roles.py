"""Which roles exist, where each may be given, and what each may do. The one table of rights."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    WRITER = "writer", _("Writer")
    EDITOR = "editor", _("Editor")
    CHAIR = "chair", _("Chair")
    COACH = "coach", _("Coach")
    ASSESSOR = "assessor", _("Assessor")
    TRAINER = "trainer", _("Trainer")
    OFFICE_ADMIN = "office_admin", _("Office administrator")


class Act(models.TextChoices):
    """What a membership allows on everything inside its scope."""

    WRITE = "write"
    REVIEW = "review"
    PUBLISH = "publish"
    MANAGE_KIM = "manage_kim"
    INVITE = "invite"
    COACH = "coach"
    ASSESS = "assess"
    TRAIN = "train"
    ADMINISTER = "administer"


KIM_ROLES = frozenset({Role.WRITER, Role.EDITOR, Role.CHAIR})
REGION_ROLES = frozenset({Role.COACH, Role.ASSESSOR, Role.TRAINER, Role.OFFICE_ADMIN})

ROLE_ACTS: dict[str, frozenset[str]] = {
    Role.WRITER: frozenset({Act.WRITE}),
    Role.EDITOR: frozenset({Act.WRITE, Act.REVIEW, Act.PUBLISH, Act.INVITE}),
    Role.CHAIR: frozenset({Act.WRITE, Act.REVIEW, Act.PUBLISH, Act.INVITE, Act.MANAGE_KIM}),
    Role.COACH: frozenset({Act.COACH, Act.REVIEW, Act.PUBLISH}),
    Role.ASSESSOR: frozenset({Act.ASSESS}),
    Role.TRAINER: frozenset({Act.TRAIN}),
    Role.OFFICE_ADMIN: frozenset(
        {Act.ADMINISTER, Act.MANAGE_KIM, Act.INVITE, Act.COACH, Act.REVIEW, Act.PUBLISH}
    ),
}

# Page rights (Wagtail's words) behind an act; the writer room never asks Wagtail.
PAGE_PERMISSIONS: dict[str, frozenset[str]] = {
    Act.ADMINISTER: frozenset({"add", "change", "publish", "bulk_delete", "lock", "unlock"}),
}
MEDIA_PERMISSIONS: dict[str, frozenset[str]] = {
    Act.WRITE: frozenset({"add", "choose"}),
    Act.REVIEW: frozenset({"add", "change", "choose"}),
    Act.ADMINISTER: frozenset({"add", "change", "delete", "choose", "view"}),
}

# Only the office enters the Wagtail admin until every one of its screens is scoped.
ADMIN_ROLES = frozenset({Role.OFFICE_ADMIN})


def roles_that_may(act: str) -> frozenset[str]:
    """Roles whose membership allows this act."""
    return frozenset(role for role, acts in ROLE_ACTS.items() if act in acts)
