"""News: articles, writer room, review desk, lists and feeds."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "news"
    label = "news"
    verbose_name = "News"

    def ready(self) -> None:
        from core.periodic import register_job
        from news import page_contexts, policies, receivers, rooms, sections, services

        policies.register()
        sections.register()
        page_contexts.register()
        rooms.register()
        register_job("news.publish_due", every_seconds=30, run=services.publish_due)
        register_job("news.report_clock", every_seconds=5 * 60, run=services.watch_clock)
        register_job("news.forget_reporters", every_seconds=24 * 60 * 60, run=services.forget_reporters)
        register_job("news.statistics", every_seconds=24 * 60 * 60, run=services.check_statistics)
        receivers.register_keys()
