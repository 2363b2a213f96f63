"""Posts that were already handled: a phone may send the same form up to five times."""

from django.db import models


class HandledPost(models.Model):
    """One accepted form. `location` is where the first answer sent the person."""

    key = models.CharField(max_length=64)
    # "u12" for user 12, "anonymous" for a reader.
    actor = models.CharField(max_length=24)
    view = models.CharField(max_length=80)
    location = models.CharField(max_length=400, blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["actor", "view", "key"], name="core_post_once"),
        ]

    def __str__(self) -> str:
        return f"{self.view} {self.key}"
