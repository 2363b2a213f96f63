"""The same form arrives several times at once: one effect, one answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from core.models import MediaImage
from kim.models import KimGroup
from news.models import ArticlePage
from tests import builders, photos
from tests.news.test_rooms_photos import photo_post
from tests.news.test_rooms_writing import story_post
from users.models import User

ARRIVALS = 5


def at_once(
    client_for: Callable[[User], Client], user: User, url: str, data: Callable[[], dict[str, Any]]
) -> set[str]:
    """Posts from several threads that start together; the addresses they were sent to."""
    gate = threading.Barrier(ARRIVALS)
    answers: list[str] = []
    clients = [client_for(user) for _arrival in range(ARRIVALS)]

    def post(client: Client) -> None:
        try:
            gate.wait(timeout=10)
            answers.append(client.post(url, data())["Location"])
        finally:
            connection.close()

    threads = [threading.Thread(target=post, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(answers) == ARRIVALS
    return set(answers)


@pytest.mark.django_db(transaction=True)
def test_new_story_posted_at_once_makes_one(
    kim_a: KimGroup, ani: User, client_for: Callable[[User], Client]
) -> None:
    data = story_post(kim="bangun-mulya", idempotency_key="satu-kunci")
    places = at_once(client_for, ani, "/ruang/tulis/baru/", lambda: data)
    assert places == {f"/ruang/tulis/{ArticlePage.objects.get().pk}/"}


@pytest.mark.django_db(transaction=True)
def test_photo_posted_at_once_is_stored_once(
    kim_a: KimGroup, ani: User, client_for: Callable[[User], Client]
) -> None:
    article = builders.make_draft(kim_a, ani)
    content = photos.small_jpeg()
    places = at_once(
        client_for,
        ani,
        f"/ruang/tulis/{article.pk}/foto/",
        lambda: {
            **photo_post(idempotency_key="satu-kunci"),
            "photo": SimpleUploadedFile("a.jpg", content, "image/jpeg"),
        },
    )
    assert places == {f"/ruang/tulis/{article.pk}/foto/"}
    assert MediaImage.objects.count() == 1
