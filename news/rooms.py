"""Places and todos of news in the work rooms."""


def register() -> None:
    """Called once from AppConfig.ready()."""
