"""Background work of evaluation: each task calls one service and is safe to run twice."""

from django_tasks import task

from evaluation import services


@task()
def tell_about(event: str, number: int) -> int:
    """Puts notices about marks in the inbox of whoever should hear of them; returns how many are new."""
    return services.tell_about(event, number)
