"""Regions, KIM groups, their people and who may do what where."""

from django.apps import AppConfig


class KimConfig(AppConfig):
    name = "kim"
    label = "kim"
    verbose_name = "KIM"

    def ready(self) -> None:
        from kim import checks, page_contexts, policies, receivers, rooms, sections  # noqa: F401

        policies.register()
        sections.register()
        page_contexts.register()
        rooms.register()
        receivers.register_keys()
