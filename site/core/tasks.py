"""Background work of core: each task calls one service and is safe to run twice."""

from django_tasks import task

from core import indexing, media_services


@task()
def make_image_renditions(image_id: int) -> int:
    """Makes the public sizes of an image; returns how many files now exist."""
    return media_services.make_renditions_of(image_id)


@task()
def index_row(app_label: str, model_name: str, pk: str) -> bool:
    """Brings search and reference index of one saved row up to date; False when the row is gone."""
    return indexing.index_now(app_label, model_name, pk)
