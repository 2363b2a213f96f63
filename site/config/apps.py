"""The wiring app: start-up checks that look across all apps."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "config"
    label = "config"
