"""When an assessor was last in the room of marks."""

from django.conf import settings
from django.db import models


class AssessorVisit(models.Model):
    """Written by evaluation.services.note_visit alone (rule: evaluation.rules.visits)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    # The end of the visit before this one; None on the first.
    since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id} {self.seen_at:%Y-%m-%d}"
