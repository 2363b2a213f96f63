"""Rubrics: versioned rubrics, marks, the total that counts, and the reason codes with their cards."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RubricsConfig(AppConfig):
    name = "rubrics"
    label = "rubrics"
    verbose_name = "Rubrics"

    def ready(self) -> None:
        from rubrics import policies, rooms
        from rubrics.services.guards import guard_frozen_versions

        policies.register()
        rooms.register()
        # After every migration: SQLite rebuilds a table to change it and loses its triggers.
        post_migrate.connect(guard_frozen_versions, sender=self, dispatch_uid="rubrics.guards")
