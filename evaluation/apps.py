"""App evaluation."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "evaluation"
    label = "evaluation"
    verbose_name = "Evaluation"

    def ready(self) -> None:
        from evaluation import receivers, rooms  # noqa: F401 receivers listen from here on

        rooms.register()
