"""Background work of news: each task calls one service and is safe to run twice."""

from typing import Any

from django_tasks import task

from news import services


@task()
def tell_about(event: str, facts: dict[str, Any]) -> int:
    """Puts a notice in the inbox of whoever should hear of an event; returns how many are new."""
    return services.tell_about(event, facts)
