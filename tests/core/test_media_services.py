"""Taking in photos: cleaned, scoped, with public sizes and a consent row."""

import io
from typing import Any

import pytest

from core import imaging, media_services
from core.models import Consent, MediaImage
from kim.models import KimGroup
from tests import builders, photos
from users.models import User


def add(kim: KimGroup, user: User, content: bytes, **fields: Any) -> MediaImage:
    return media_services.add_image(
        collection=kim.collection, upload=io.BytesIO(content), filename="IMG_2001.jpg", uploaded_by=user,
        title="Panen", **fields,
    )  # fmt: skip


def test_photo_is_stored_clean_under_a_random_name(kim_a: KimGroup, ani: User) -> None:
    image = add(kim_a, ani, photos.phone_jpeg())
    with image.open_file() as stored:
        assert photos.traces(stored.read()) == []
    assert image.file.name.startswith("originals/")
    assert "IMG_2001" not in image.file.name
    assert max(image.width, image.height) <= 2560


def test_renditions_are_made_by_the_task_after_commit(
    kim_a: KimGroup, ani: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = builders.make_image(kim_a, ani)
    image.refresh_from_db()
    specs = sorted(image.renditions.values_list("filter_spec", flat=True))
    assert image.renditions_ready is True
    assert specs == sorted(
        f"width-{width}|format-{kind}" for width in (360, 720, 1080) for kind in ("avif", "webp", "jpeg")
    )
    # The picture is 800 pixels wide: the largest size is itself, never blown up.
    assert max(image.renditions.values_list("width", flat=True)) == 800


def test_making_renditions_twice_adds_nothing(kim_a: KimGroup, ani: User) -> None:
    image = builders.make_image(kim_a, ani)
    first = media_services.make_renditions_of(image.pk)
    assert media_services.make_renditions_of(image.pk) == first
    assert media_services.make_renditions_of(image.pk + 1000) == 0


def test_refused_upload_stores_nothing(kim_a: KimGroup, ani: User) -> None:
    with pytest.raises(imaging.ImageRefused):
        add(kim_a, ani, b"bukan gambar sama sekali" * 20)
    assert MediaImage.objects.count() == 0


@pytest.mark.parametrize(
    ("state", "rows"),
    [("not_needed", []), ("undecided", []), ("given", [(False, "")]), ("guardian", [(True, "Ibu Sari")])],
)
def test_consent_is_written_to_the_ledger(kim_a: KimGroup, ani: User, state: str, rows: list[Any]) -> None:
    add(kim_a, ani, builders.jpeg_bytes(), consent_state=state, consent_note="Ibu Sari")
    assert list(Consent.objects.values_list("is_child", "guardian")) == rows
