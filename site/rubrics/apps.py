"""Rubrics: reason codes now, versioned rubrics and marks later."""

from django.apps import AppConfig


class RubricsConfig(AppConfig):
    name = "rubrics"
    label = "rubrics"
    verbose_name = "Rubrics"
