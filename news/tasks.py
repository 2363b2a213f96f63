"""Background work of news: each task calls one service and is safe to run twice."""

from typing import Any

from django_tasks import task

from news import services


@task()
def tell_about(event: str, facts: dict[str, Any]) -> int:
    """Puts a notice in the inbox of whoever should hear of an event; returns how many are new."""
    return services.tell_about(event, facts)


@task()
def make_share_card(article_id: int) -> bool:
    """Draws the card of a published story; True when a new one was made."""
    return services.make_share_card(article_id)


@task()
def drop_share_card(article_id: int) -> bool:
    """Takes the card of a story that is public no more away; True when there was one."""
    return services.drop_share_card(article_id)


@task()
def tell_of_report(event: str, report_id: int) -> int:
    """Tells editors of a reader's report; returns how many notices are new."""
    return services.tell_of_report(event, report_id)
