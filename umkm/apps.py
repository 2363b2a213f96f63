"""App umkm."""

from django.apps import AppConfig


class UmkmConfig(AppConfig):
    name = "umkm"
    label = "umkm"
