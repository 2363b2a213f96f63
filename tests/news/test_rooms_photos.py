"""The photo screen: one photo a post, kind refusals, nothing lost, nothing half saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.models import Consent, MediaImage
from kim.models import KimGroup
from news.models import ArticlePage
from news.models.facts import photo_blocks
from tests import builders, photos
from tests.news.test_services import add_photo
from users.models import User

ClientFor = Callable[[User | None], Client]


def photo_post(content: bytes | None = None, name: str = "IMG_0001.jpg", **fields: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "caption": "Warga memanen padi di Blok C, Sabtu pagi.",
        "alt": "Lima petani di sawah",
        "credit": "Ani Rahmawati",
        "source": "own",
        "consent": "given",
        "action": "more",
        **fields,
    }
    if content is not None:
        data["photo"] = SimpleUploadedFile(name, content, "image/jpeg")
    return data


@pytest.fixture
def story(kim_a: KimGroup, ani: User) -> ArticlePage:
    return builders.make_draft(kim_a, ani)


def test_photo_new_prefills_the_name_of_the_person(
    story: ArticlePage, ani: User, client_for: ClientFor
) -> None:
    html = client_for(ani).get(f"/ruang/tulis/{story.pk}/foto/").content.decode()
    assert 'name="credit" value="Ani Rahmawati"' in html


@pytest.mark.parametrize(("action", "end"), [("more", "foto/"), ("back", "#foto")])
def test_photo_new_stores_photo_with_consent(
    action: str, end: str, story: ArticlePage, ani: User, kim_a: KimGroup, client_for: ClientFor
) -> None:
    url = f"/ruang/tulis/{story.pk}/foto/"
    response = client_for(ani).post(url, photo_post(photos.small_jpeg(), action=action))
    assert (response.status_code, response["Location"]) == (302, f"/ruang/tulis/{story.pk}/{end}")
    image = MediaImage.objects.get()
    assert (image.collection_id, image.description, image.credit) == (
        kim_a.collection_id,
        "Lima petani di sawah",
        "Ani Rahmawati",
    )
    assert Consent.objects.get().image == image
    with image.open_file() as stored:
        assert photos.traces(stored.read()) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (photos.text_as_jpg, "bukan foto"),
        (photos.flood_png, "121 megapiksel"),
        (photos.truncated_jpeg, "rusak"),
        (lambda: b"\xff\xd8\xff" + bytes(80 * 1024 * 1024), "lebih dari 25 MB"),
        (lambda: b"", "kosong"),
    ],
    ids=["text", "121 megapixels", "broken", "80 MB", "empty"],
)
def test_photo_new_with_bad_file_says_what_to_do_and_keeps_words(
    content: Callable[[], bytes], words: str, story: ArticlePage, ani: User, client_for: ClientFor
) -> None:
    before = story.latest_revision_id
    response = client_for(ani).post(
        f"/ruang/tulis/{story.pk}/foto/", photo_post(content(), caption="Keterangan yang sudah diketik.")
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert (words in html, "Tulisan Anda sudah tersimpan" in html) == (True, True)
    assert "Keterangan yang sudah diketik." in html
    assert MediaImage.objects.count() == 0
    assert ArticlePage.objects.get().latest_revision_id == before


def test_photo_new_without_file_asks_for_one(story: ArticlePage, ani: User, client_for: ClientFor) -> None:
    response = client_for(ani).post(f"/ruang/tulis/{story.pk}/foto/", photo_post())
    assert (response.status_code, "Pilih satu foto." in response.content.decode()) == (422, True)


@pytest.mark.slow
def test_photo_new_with_108_megapixels_is_accepted(
    story: ArticlePage, ani: User, client_for: ClientFor
) -> None:
    response = client_for(ani).post(f"/ruang/tulis/{story.pk}/foto/", photo_post(photos.huge_jpeg()))
    assert response.status_code == 302
    assert MediaImage.objects.get().width == 2560


def test_photo_new_posted_five_times_stores_one(story: ArticlePage, ani: User, client_for: ClientFor) -> None:
    client = client_for(ani)
    url = f"/ruang/tulis/{story.pk}/foto/"
    for _try in range(5):
        response = client.post(url, photo_post(photos.small_jpeg(), idempotency_key="sekali-saja"))
        assert response.status_code == 302
    assert MediaImage.objects.count() == 1
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert len(list(photo_blocks(draft.body))) == 1


def test_photo_edit_changes_words_and_consent(story: ArticlePage, ani: User, client_for: ClientFor) -> None:
    add_photo(story, ani, alt="", consent_state="undecided")
    block = ArticlePage.objects.get().get_latest_revision_as_object().body[-1]
    response = client_for(ani).post(
        f"/ruang/tulis/{story.pk}/foto/{block.id}/",
        photo_post(alt="Tiga anak menari", consent="guardian", consent_note="Ibu Lastri"),
    )
    assert response.status_code == 302
    image = MediaImage.objects.get()
    assert (image.description, image.consent_state) == ("Tiga anak menari", "guardian")
    assert (Consent.objects.get().guardian, Consent.objects.get().is_child) == ("Ibu Lastri", True)


def test_photo_edit_of_unknown_block_is_not_found(
    story: ArticlePage, ani: User, client_for: ClientFor
) -> None:
    assert client_for(ani).get(f"/ruang/tulis/{story.pk}/foto/tidak-ada/").status_code == 404


def test_photo_remove_asks_first(story: ArticlePage, ani: User, client_for: ClientFor) -> None:
    add_photo(story, ani)
    block = ArticlePage.objects.get().get_latest_revision_as_object().body[-1]
    client = client_for(ani)
    url = f"/ruang/tulis/{story.pk}/foto/{block.id}/hapus/"
    assert client.get(url).status_code == 200
    assert len(list(photo_blocks(ArticlePage.objects.get().get_latest_revision_as_object().body))) == 1
    assert client.post(url)["Location"] == f"/ruang/tulis/{story.pk}/#foto"
    assert list(photo_blocks(ArticlePage.objects.get().get_latest_revision_as_object().body)) == []
