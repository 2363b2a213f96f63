"""The card of a shared link: drawn at publication, light, dropped with the story, never made by a reader."""

import io
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from kim.models import KimGroup
from news import services
from news.models import ArticlePage, ShareCard
from tests import builders
from tests.news.public_pages import make_pictured
from users.models import User


def content_of(card: ShareCard) -> bytes:
    with card.file.open() as stored:
        content: bytes = stored.read()
        return content


def test_card_is_a_light_jpeg_with_and_without_photo(kim_a: KimGroup, ani: User, budi: User) -> None:
    pages = [
        make_pictured(kim_a, ani),
        builders.make_article(kim_a, ani, headline="Tanpa foto dari balai desa"),
    ]
    assert [services.make_share_card(page.pk) for page in pages] == [True, True]
    contents = [content_of(card) for card in ShareCard.objects.all()]
    pictures = [Image.open(io.BytesIO(content)) for content in contents]
    assert [(picture.format, picture.size) for picture in pictures] == [("JPEG", (1200, 630))] * 2
    assert max(len(content) for content in contents) < 250 * 1024


def test_card_is_drawn_once_for_the_same_words(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    made = [services.make_share_card(article.pk) for _again in range(3)]
    assert (made, ShareCard.objects.count()) == ([True, False, False], 1)


def test_card_follows_a_corrected_headline(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Any
) -> None:
    article = builders.make_article(kim_a, ani)
    services.make_share_card(article.pk)
    old = ShareCard.objects.get().file.name
    data = builders.draft_input(headline="Panen padi di Blok D Bangun Mulya selesai")
    services.correct(article=article, user=budi, data=data, note="Bloknya D.")
    with django_capture_on_commit_callbacks(execute=True):
        assert services.make_share_card(article.pk) is True
    new = ShareCard.objects.get().file.name
    assert (default_storage.exists(old), default_storage.exists(new)) == (False, True)


def test_publication_draws_and_withdrawal_drops_the_card(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = builders.make_article(kim_a, ani)
    name = ShareCard.objects.get(article=article).file.name
    with django_capture_on_commit_callbacks(execute=True):
        services.withdraw(article=article, user=budi, reason="Salah orang")
    # The file goes after the task's own transaction, which ends inside the captured one.
    assert ShareCard.objects.count() == 0
    assert name.endswith(".jpg")


def test_card_of_a_draft_is_not_drawn(kim_a: KimGroup, ani: User) -> None:
    draft = builders.make_draft(kim_a, ani)
    assert (services.make_share_card(draft.pk), services.make_share_card(999_999)) == (False, False)


def test_card_survives_a_lost_photo(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = make_pictured(kim_a, ani)
    article.list_image.file.storage.delete(article.list_image.file.name)
    assert services.make_share_card(article.pk) is True


def test_card_stands_in_the_head_and_is_served(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    services.make_share_card(article.pk)
    card = ShareCard.objects.get()
    html = Client().get(article.url).content.decode()
    assert f'<meta property="og:image" content="http://testserver{card.file.url}">' in html
    response = Client().get(card.file.url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(response.streaming_content)[:2] == b"\xff\xd8"


@pytest.mark.parametrize("path", ["/", "/berita/", "/kim/", "/bangun-mulya/", "{article}"])
def test_reader_never_makes_a_picture(kim_a: KimGroup, ani: User, budi: User, path: str) -> None:
    article = make_pictured(kim_a, ani)
    article.list_image.renditions.all().delete()
    response = Client().get(path.format(article=article.url))
    assert (response.status_code, article.list_image.renditions.count(), ShareCard.objects.count()) == (
        200,
        0,
        0,
    )
    assert ArticlePage.objects.live().count() == 1
