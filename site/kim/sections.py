"""Sections that kim itself puts on fronts and homes."""


def register() -> None:
    """Called once from AppConfig.ready()."""
