"""The wiring app: what can only be done when all apps are ready, so it stands last in INSTALLED_APPS."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        from core.indexing import take_over

        take_over()
