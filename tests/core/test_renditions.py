"""Renditions of a stored original: nine files, one decode, byte budgets; and the words of a refusal."""

import io

import pytest
from django.utils import translation
from PIL import Image

from core import imaging
from core.imaging_messages import refusal_message
from core.rules import images as rules
from tests import photos


def test_make_renditions_of_a_phone_photo_gives_nine_files_within_budget() -> None:
    source = imaging.sanitise(io.BytesIO(photos.phone_jpeg(1))).content
    files = imaging.make_renditions(io.BytesIO(source))
    assert [(f.spec_width, f.width, f.height, f.format) for f in files] == [
        (width, width, width * 3 // 4, name)
        for width in (360, 720, 1080)
        for name in ("avif", "webp", "jpeg")
    ]
    for file in files:
        assert len(file.content) <= rules.byte_budget(file.format, file.spec_width)
        shown = photos.opened(file.content)
        assert (shown.format, shown.size) == (file.format.upper(), (file.width, file.height))
        assert photos.traces(file.content) == []


def test_make_renditions_steps_quality_down_for_a_hard_picture() -> None:
    noise = Image.frombytes("RGB", (720, 540), photos.random.Random(3).randbytes(720 * 540 * 3))
    files = imaging.make_renditions(io.BytesIO(photos.jpeg(noise)), widths=(720,))
    first = [f.format for f in files if f.quality == rules.QUALITY_STEPS[f.format][0]]
    over = [f.format for f in files if len(f.content) > rules.byte_budget(f.format, 720)]
    # Pure noise is beyond WebP at any step: it stops at the last one and the page still gets a picture.
    assert (first, over) == ([], ["webp"])
    assert [f.quality for f in files if f.format == "webp"] == [rules.QUALITY_STEPS["webp"][-1]]


def test_make_renditions_leaves_no_trace_when_given_an_uncleaned_picture() -> None:
    for file in imaging.make_renditions(io.BytesIO(photos.small_jpeg(6))):
        assert photos.traces(file.content) == []
        assert file.height > file.width


def test_make_renditions_of_a_narrow_source_never_enlarges() -> None:
    files = imaging.make_renditions(io.BytesIO(photos.png(photos.quadrants(500, 400))))
    assert [(f.spec_width, f.width, f.height) for f in files if f.format == "avif"] == [
        (360, 360, 288),
        (720, 500, 400),
    ]


def test_make_renditions_of_a_tall_picture_keeps_its_shape() -> None:
    files = imaging.make_renditions(io.BytesIO(photos.jpeg(photos.scene(900, 2560))), widths=(360,))
    assert [(f.width, f.height) for f in files] == [(360, 1024)] * 3


def test_make_renditions_decodes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = imaging._decode, []
    monkeypatch.setattr(imaging, "_decode", lambda *args: calls.append(1) or real(*args))
    imaging.make_renditions(io.BytesIO(photos.small_jpeg()))
    assert calls == [1]


def test_make_renditions_refuses_a_damaged_source() -> None:
    with pytest.raises(imaging.ImageRefused) as caught:
        imaging.make_renditions(io.BytesIO(photos.truncated_jpeg()))
    assert caught.value.code == "broken"


@pytest.mark.parametrize(
    ("code", "params", "start"),
    [
        ("empty", {}, "This file is empty."),
        ("too_many_bytes", {"limit": 25}, "This photo is larger than 25 MB."),
        ("not_an_image", {}, "This file is not a photo."),
        ("unsupported_kind", {}, "This kind of picture cannot be used."),
        ("too_many_pixels", {"limit": 40, "pixels": 121}, "This photo has 121 megapixels, more than the 40"),
        ("too_small", {"limit": 32}, "This picture is too small: each side needs at least 32 pixels."),
        ("broken", {}, "This photo is damaged and cannot be opened."),
    ],
)
def test_refusal_message_says_what_happened_and_what_is_safe(code: str, params: dict, start: str) -> None:
    with translation.override("en"):
        text = refusal_message(code, params)
    assert text.startswith(start)
    assert text.count("Your text is saved.") == 1
    assert "%(" not in text
