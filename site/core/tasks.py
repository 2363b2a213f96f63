"""Background work of core: each task calls one service and is safe to run twice."""

from django_tasks import task

from core import media_services


@task()
def make_image_renditions(image_id: int) -> int:
    """Makes the public sizes of an image; returns how many files now exist."""
    return media_services.make_renditions_of(image_id)
