"""Photos as attackers and large phones send them, through the door that writers use."""

from __future__ import annotations

import io
import resource
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core import media_services
from core.models import MediaImage
from kim.models import KimGroup
from news.models import ArticlePage
from tests import builders, photos
from tests.kim.rows_input import make_row
from tests.news.test_rooms_photos import photo_post
from users.models import User

ClientFor = Callable[[User | None], Client]
MEGABYTE = 1024 * 1024


class EndlessPhoto(io.RawIOBase):
    """A file of the given size that begins as a JPEG and exists nowhere."""

    def __init__(self, size: int) -> None:
        self.name, self.size, self._at = "IMG_9999.jpg", size, 0
        self.content_type = "image/jpeg"

    def read(self, amount: int = -1) -> bytes:  # type: ignore[override]
        left = self.size - self._at
        amount = left if amount < 0 else min(amount, left)
        begins = photos.small_jpeg()[self._at : self._at + amount] if self._at < 64 else b""
        self._at += amount
        return (begins + bytes(amount))[:amount]


@pytest.fixture
def story(kim_a: KimGroup, ani: User) -> ArticlePage:
    return builders.make_draft(kim_a, ani)


@pytest.fixture
def send(story: ArticlePage, ani: User, client_for: ClientFor) -> Callable[..., Any]:
    """Posts one photo to the story; the answer."""
    client = client_for(ani)
    return lambda content, name="IMG_1.jpg": client.post(
        f"/ruang/tulis/{story.pk}/foto/", photo_post(content, name=name, consent_note="Warga")
    )


def stored(owner: Any) -> bytes:
    """The bytes of a kept original or rendition."""
    with owner.file.open("rb") as kept:
        content: bytes = kept.read()
    return content


def error_of(response: Any) -> str:
    return str(response.context["form"].errors["photo"][0])


@pytest.mark.slow
def test_file_of_80_megabytes_is_refused_in_little_memory(
    story: ArticlePage, ani: User, client_for: ClientFor
) -> None:
    boundary = "BATAS"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="caption"\r\n\r\nKata yang tidak boleh hilang\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="photo"; filename="IMG_9999.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    ).encode()
    tail = f"\r\n--{boundary}--\r\n".encode()
    size = 80 * MEGABYTE

    class Body(io.RawIOBase):
        parts = [io.BytesIO(head), EndlessPhoto(size), io.BytesIO(tail)]

        def read(self, amount: int = -1) -> bytes:  # type: ignore[override]
            for part in self.parts:
                if chunk := part.read(amount):
                    return chunk
            return b""

    client = client_for(ani)
    tracemalloc.start()
    response: Any = client.generic(
        "POST",
        f"/ruang/tulis/{story.pk}/foto/",
        b"",
        f"multipart/form-data; boundary={boundary}",
        CONTENT_TYPE=f"multipart/form-data; boundary={boundary}",
        **{"wsgi.input": Body(), "CONTENT_LENGTH": str(len(head) + size + len(tail))},
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (response.status_code, "25 MB" in error_of(response)) == (422, True)
    assert "Kata yang tidak boleh hilang" in response.content.decode()
    assert peak < 20 * MEGABYTE
    assert MediaImage.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (photos.text_as_jpg(), "catatan.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "gambar.svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "gambar.jpg"),
        (b"<?php system($_GET['x']); ?>", "x.php.jpg"),
        (b"GIF89a<script>alert(1)</script>", "x.gif"),
        (b"%PDF-1.4 x", "x.jpg"),
        (b"\xff\xd8\xff" + b"\x00" * 2000, "x.jpg"),
        (photos.truncated_jpeg(), "x.jpg"),
    ],
)
def test_what_is_no_photo_is_refused_with_the_words_kept(send: Any, content: bytes, name: str) -> None:
    response = send(content, name)
    assert (response.status_code, bool(error_of(response))) == (422, True)
    assert "Warga memanen padi" in response.content.decode()
    assert MediaImage.objects.count() == 0


@pytest.mark.slow
def test_png_of_121_megapixels_is_refused_before_it_is_unpacked(send: Any) -> None:
    content = photos.flood_png()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    response = send(content, "banjir.png")
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert (response.status_code, MediaImage.objects.count()) == (422, 0)
    assert grown < 60 * 1024  # kilobytes; unpacked it would be 360,000


@pytest.mark.slow
def test_jpeg_of_108_megapixels_is_taken(send: Any) -> None:
    response = send(photos.huge_jpeg())
    assert response.status_code == 302
    image = MediaImage.objects.get()
    assert (max(image.width, image.height), photos.traces(stored(image))) == (2560, [])


def test_heic_of_a_phone_becomes_a_clean_jpeg(send: Any) -> None:
    assert send(photos.heic(800, 600), "IMG_2.HEIC").status_code == 302
    image = MediaImage.objects.get()
    content = stored(image)
    assert (image.file.name.rpartition(".")[2], content[:3], photos.traces(content)) == (
        "jpg",
        b"\xff\xd8\xff",
        [],
    )


@pytest.mark.parametrize("content", [photos.script_polyglot(), photos.zip_polyglot()])
def test_second_nature_of_a_photo_does_not_survive(send: Any, content: bytes) -> None:
    assert send(content, "x.php.jpg").status_code == 302
    image = MediaImage.objects.get()
    media_services.make_renditions_of(image.pk)
    files = [stored(image), *map(stored, image.renditions.all())]
    assert len(files) > 2
    assert [photos.traces(file) for file in files] == [[]] * len(files)
    assert [file for file in files if b"PK\x03\x04" in file] == []
    assert "php" not in image.file.name


# --- where the files can be reached -------------------------------------------


@pytest.fixture
def photographed(send: Any) -> MediaImage:
    send(photos.small_jpeg())
    image = MediaImage.objects.get()
    media_services.make_renditions_of(image.pk)
    return image


def test_original_and_decree_are_reached_by_no_address(
    photographed: MediaImage, kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    decree = make_row("sk", kim_a)
    decree.file.save("sk.pdf", SimpleUploadedFile("sk.pdf", b"%PDF-1.4 rahasia"))
    private = Path(settings.PRIVATE_ROOT)
    from_media = Path("..") / private.name
    names = [photographed.file.name, decree.file.name]
    assert [storages["private"].exists(name) for name in names] == [True, True]
    tries = []
    for name in names:
        up = str(from_media / name)
        tries += [
            f"/media/{name}",
            f"/{name}",
            f"/static/{name}",
            f"/documents/{name}",
            f"/media/images/{name}",
        ]
        tries += [f"/media/images/../{name}", f"/media/images/..%2f{name}", f"/media/images/%2e%2e/{name}"]
        tries += [
            f"/media/images/../{up}",
            f"/media/images/..%2f{up.replace('/', '%2f')}",
            f"/media//{private}/{name}",
        ]
        tries += [
            f"/media/images//{private}/{name}",
            f"/media/images/..%5c{name}",
            f"/media/images/..%252f{name}",
        ]
        tries += [f"/static/../{name}", f"/static/..%2f..%2f{name}", f"/media/images/x%00/../../{name}"]
    for number in range(1, 4):
        tries += [
            f"/documents/{number}/x.pdf",
            f"/admin/images/{number}/preview/original/",
            f"/images/{number}/",
        ]
    client = client_for(ani)
    reached = {}
    for url in tries:
        for who, one in (("anonymous", Client()), ("ani", client)):
            response = one.get(url)
            if response.status_code not in {400, 404, 302}:
                reached[(who, url)] = response.status_code
    assert reached == {}


def test_rendition_is_served_as_nothing_but_a_picture(photographed: MediaImage) -> None:
    rendition = photographed.renditions.first()
    assert rendition is not None
    response: Any = Client().get(rendition.url)
    content = b"".join(response.streaming_content)
    response.close()
    assert (response.status_code, photos.traces(content)) == (200, [])
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    [
        "images/aa/x.svg",
        "images/aa/x.html",
        "images/aa/x",
        "images/aa/x.webp/..",
        "images/" + "a" * 5000 + ".webp",
    ],
)
def test_media_gives_out_no_other_kind(name: str, db: Any) -> None:
    assert Client().get(f"/media/{name}").status_code == 404
