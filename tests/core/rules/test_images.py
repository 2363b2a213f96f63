"""Limits of pictures: kinds, sizes from headers, fitting, rendition widths, budgets."""

import io
import struct

import pytest
from PIL import Image

from core.rules import images as rules
from tests import photos


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0rest", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"GIF87a", "gif"),
        (b"GIF89a", "gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "heif"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "heif"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "other"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1", "other"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "other"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", ""),
        (b"BM\x00\x00", "other"),
        (b"%PDF-1.7", "other"),
        (b"<svg xmlns=", "other"),
        (b'<?xml version="1.0"?><svg>', "other"),
        (b"<!doctype html><html>", ""),
        (b"<script>\xff\xd8\xff", ""),
        (b"PK\x03\x04", ""),
        (b"catatan rapat", ""),
        (b"", ""),
    ],
)
def test_kind_of_reads_the_first_bytes_only(head: bytes, kind: str) -> None:
    assert rules.kind_of(head) == kind


@pytest.mark.parametrize(
    ("kind", "limit"), [("jpeg", 120_000_000), ("png", 40_000_000), ("heif", 40_000_000)]
)
def test_pixel_limit_is_larger_for_jpeg_alone(kind: str, limit: int) -> None:
    assert rules.pixel_limit(kind) == limit


@pytest.mark.parametrize(
    ("size", "fitted"),
    [
        ((4000, 3000), (2560, 1920)),
        ((3000, 4000), (1920, 2560)),
        ((2560, 2560), (2560, 2560)),
        ((100, 50), (100, 50)),
        ((2561, 1), (2560, 1)),
        ((60000, 10), (2560, 1)),
    ],
)
def test_fit_keeps_proportion_and_never_enlarges(size: tuple[int, int], fitted: tuple[int, int]) -> None:
    assert rules.fit(*size) == fitted


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((2560, 1920), [(360, 360, 270), (720, 720, 540), (1080, 1080, 810)]),
        ((720, 100), [(360, 360, 50), (720, 720, 100)]),
        ((500, 400), [(360, 360, 288), (720, 500, 400)]),
        ((300, 900), [(360, 300, 900)]),
        ((800, 2560), [(360, 360, 1152), (720, 720, 2304), (1080, 800, 2560)]),
    ],
)
def test_rendition_sizes_end_with_the_own_width_of_a_narrow_source(
    size: tuple[int, int], expected: list[tuple[int, int, int]]
) -> None:
    assert rules.rendition_sizes(*size) == expected


@pytest.mark.parametrize(
    ("picture_format", "width", "kilobytes"),
    [
        ("avif", 720, 60),
        ("avif", 360, 40),
        ("webp", 720, 60),
        ("jpeg", 360, 70),
        ("webp", 500, 60),
        ("avif", 2000, 120),
    ],
)
def test_byte_budget_per_format_and_width(picture_format: str, width: int, kilobytes: int) -> None:
    assert rules.byte_budget(picture_format, width) == kilobytes * 1024


@pytest.mark.parametrize(
    "options", [{"quality": 50}, {"lossless": True}, {"quality": 50, "exif": photos.exif()}]
)
def test_webp_size_of_each_header(options: dict) -> None:
    assert rules.webp_size(photos.webp(photos.quadrants(311, 207), **options)[:30]) == (311, 207)


@pytest.mark.parametrize(
    "head", [b"", b"RIFF\x00\x00\x00\x00WEBP", b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00", b"R" * 30]
)
def test_webp_size_of_a_short_or_strange_header_is_unknown(head: bytes) -> None:
    assert rules.webp_size(head) is None


def test_jpeg_frame_of_a_plain_photo_needs_no_coefficients() -> None:
    assert rules.jpeg_frame(photos.small_jpeg()) == rules.JpegFrame(640, 480, 0, 1)


def test_jpeg_frame_of_a_progressive_photo_counts_coefficients_and_scans() -> None:
    content = photos.jpeg(photos.scene(640, 480), progressive=True, subsampling=0)
    assert rules.jpeg_frame(content) == rules.JpegFrame(640, 480, 640 * 480 * 3 * 2, 10)
    halved = photos.jpeg(photos.scene(640, 480), progressive=True, subsampling=2)
    assert rules.jpeg_frame(halved) == rules.JpegFrame(640, 480, 640 * 480 * 3, 10)


def test_jpeg_frame_stops_counting_scans_soon_after_the_limit() -> None:
    content = photos.jpeg(photos.scene(64, 64), metadata=False, progressive=True)
    last = content.rindex(b"\xff\xda")
    flood = content[:last] + content[last:-2] * 5000 + b"\xff\xd9"
    frame = rules.jpeg_frame(flood)
    assert frame is not None
    assert frame.scans == rules.MAX_SCANS + 2


def test_jpeg_frame_of_a_sequential_photo_in_several_scans_counts_coefficients() -> None:
    content = bytearray(photos.jpeg(photos.scene(640, 480), metadata=False, subsampling=0))
    scan = content.index(b"\xff\xda")
    # One component in the first scan: the decoder must then hold all of them.
    content[scan + 2 : scan + 14] = struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0)
    frame = rules.jpeg_frame(bytes(content))
    assert frame is not None
    assert frame.coefficient_bytes == 640 * 480 * 3 * 2


@pytest.mark.parametrize("end", [2, 3, 20, 160])
def test_jpeg_frame_of_a_cut_header_is_unknown(end: int) -> None:
    assert rules.jpeg_frame(photos.jpeg(photos.quadrants(), metadata=False)[:end]) is None


@pytest.mark.parametrize("marker", [0xC3, 0xC9, 0xCA])
def test_jpeg_frame_of_a_rare_coding_is_unknown(marker: int) -> None:
    content = photos.jpeg(photos.quadrants(), metadata=False)
    assert rules.jpeg_frame(content.replace(b"\xff\xc0", bytes((0xFF, marker)), 1)) is None


@pytest.mark.parametrize("size", [(1, 1), (333, 17), (65500, 8)])
def test_jpeg_frame_agrees_with_the_decoder(size: tuple[int, int]) -> None:
    content = photos.jpeg(Image.new("RGB", size), metadata=False)
    frame = rules.jpeg_frame(content)
    assert frame is not None
    assert (frame.width, frame.height) == Image.open(io.BytesIO(content)).size
