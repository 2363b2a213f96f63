"""Jobs that run again and again; a lease keeps two schedulers from doing the same work."""

from django.db import models


class PeriodicJob(models.Model):
    name = models.CharField(max_length=60, unique=True)
    every_seconds = models.PositiveIntegerField()
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    last_run_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
