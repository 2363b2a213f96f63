"""One indexing run per row and commit, on the end state."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from core import indexing
from core.task_queue import run_waiting_tasks
from kim.models import KimGroup
from news import services
from news.models import ArticlePage
from tests import builders
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queue(settings: Any) -> None:
    """The queue of a real installation instead of the tests' immediate one."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}


def waiting(story: ArticlePage) -> list[str]:
    rows = DBTaskResult.objects.filter(status="READY", task_path="core.tasks.index_row")
    return [
        row.task_path for row in rows if row.args_kwargs["args"] == ["news", "articlepage", str(story.pk)]
    ]


def drain() -> None:
    while run_waiting_tasks():
        pass


def test_creating_and_publishing_index_once_each(kim_a: KimGroup, ani: User, budi: User, queue: None) -> None:
    assert settings.TASKS["default"]["BACKEND"] == "django_tasks_db.DatabaseBackend"
    story = builders.make_draft(kim_a, ani)
    assert len(waiting(story)) == 1
    drain()
    services.publish(article=story, user=budi)
    assert len(waiting(story)) == 1
    drain()
    assert [page.pk for page in ArticlePage.objects.live().search("petani Bangun Mulya")] == [story.pk]


def test_every_commit_gets_a_run_of_its_own(kim_a: KimGroup, ani: User, queue: None) -> None:
    story = builders.make_draft(kim_a, ani)
    drain()
    for _ in range(2):
        story.save()
    assert len(waiting(story)) == 2


def test_savepoint_that_was_undone_takes_its_run_along(kim_a: KimGroup, ani: User, queue: None) -> None:
    story = builders.make_draft(kim_a, ani)
    drain()
    with transaction.atomic():
        try:
            with transaction.atomic():
                story.save()
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        assert len(waiting(story)) == 0
        story.save()
        story.save()
    assert len(waiting(story)) == 1


def test_row_that_is_gone_is_no_error(kim_a: KimGroup) -> None:
    assert indexing.index_now("news", "articlepage", "999999") is False


def test_owner_of_what_hangs_on_a_page_is_the_page(kim_a: KimGroup, ani: User, budi: User) -> None:
    story = builders.make_article(kim_a, ani)
    row = ("news", "articlepage", str(story.pk))
    assert indexing.owner_of(story) == row
    assert indexing.owner_of(story.bylines.first()) == row
    assert indexing.owner_of(story.tagged_items.first()) == row
    assert indexing.owner_of(kim_a) == ("kim", "kimgroup", str(kim_a.pk))
