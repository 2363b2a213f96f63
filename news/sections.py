"""Sections of news on the front and on KIM homes."""


def register() -> None:
    """Called once from AppConfig.ready()."""
