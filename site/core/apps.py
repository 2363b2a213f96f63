"""What every page shares; knows no KIM."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    label = "core"
    verbose_name = "Core"

    def ready(self) -> None:
        from core import housekeeping, page_receivers, receivers, search_backend  # noqa: F401
        from core.periodic import register_job

        receivers.register_keys()

        register_job("core.sweep", every_seconds=24 * 60 * 60, run=housekeeping.sweep)
        register_job("core.search", every_seconds=24 * 60 * 60, run=search_backend.weigh_new_titles)
