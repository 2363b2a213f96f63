"""Cleaning of uploads and making of renditions: no metadata, bombs refused, budgets kept, memory bounded."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms

import core
from core import imaging
from core.rules import images as rules
from tests import photos

SITE = Path(core.__file__).parent.parent
RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 180, 20), (20, 20, 220), (230, 220, 20)


def clean(content: bytes) -> imaging.CleanImage:
    return imaging.sanitise(io.BytesIO(content), filename="foto.jpg")


def refusal(content: bytes) -> tuple[str, dict]:
    with pytest.raises(imaging.ImageRefused) as caught:
        clean(content)
    return caught.value.code, caught.value.params


def near(picture: Image.Image, at: tuple[int, int], colour: tuple[int, int, int], slack: int = 14) -> bool:
    return all(abs(a - b) <= slack for a, b in zip(picture.convert("RGB").getpixel(at), colour, strict=True))


def corners(picture: Image.Image) -> list[str]:
    """Names of the colours upper left, upper right, lower left, lower right."""
    names = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "paper": imaging.PAPER}
    width, height = picture.size
    spots = [(x, y) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    return [next((name for name, c in names.items() if near(picture, spot, c)), "?") for spot in spots]


@pytest.mark.parametrize("build", [photos.phone_jpeg, photos.small_jpeg, photos.heic])
def test_sanitise_leaves_no_trace_of_the_phone(build) -> None:
    content = build()
    assert photos.CAMERA.encode() in content
    cleaned = clean(content)
    assert photos.traces(cleaned.content) == []
    assert [s for s in photos.jpeg_segments(cleaned.content) if s not in ("c2", "c4", "db", "dd")] == ["e0"]


def test_sanitise_drops_metadata_of_png_and_webp() -> None:
    for content in (
        photos.png(photos.quadrants(), exif=photos.exif()),
        photos.webp(photos.quadrants(), exif=photos.exif(), xmp=photos.XMP),
    ):
        assert photos.CAMERA.encode() in content
        assert photos.traces(clean(content).content) == []


@pytest.mark.parametrize("orientation", range(1, 9))
def test_sanitise_turns_the_picture_upright(orientation: int) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = photos.quadrants()
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    cleaned = clean(photos.jpeg(stored, orientation=orientation))
    assert (cleaned.width, cleaned.height) == (320, 200)
    assert corners(photos.opened(cleaned.content)) == ["red", "green", "blue", "yellow"]


def test_sanitise_of_a_phone_photo_gives_2560_pixels_progressive() -> None:
    cleaned = clean(photos.phone_jpeg(6))
    picture = photos.opened(cleaned.content)
    assert (cleaned.width, cleaned.height, cleaned.extension) == (1920, 2560, "jpg")
    assert (picture.format, picture.size, picture.mode, picture.info["progressive"]) == (
        "JPEG",
        (1920, 2560),
        "RGB",
        1,
    )
    assert cleaned.sha256 == hashlib.sha256(cleaned.content).hexdigest()


def test_sanitise_is_repeatable() -> None:
    assert clean(photos.small_jpeg()) == clean(photos.small_jpeg())


def test_sanitise_names_the_average_colour() -> None:
    assert clean(photos.png(Image.new("RGB", (64, 64), "#0b5b45"))).colour == "#0b5b45"


def test_sanitise_keeps_the_picture_itself() -> None:
    cleaned = clean(photos.small_jpeg())
    assert photos.differs(photos.opened(cleaned.content), photos.scene(640, 480)) < 8


def test_sanitise_takes_heic() -> None:
    cleaned = clean(photos.heic())
    assert (cleaned.width, cleaned.height) == (1600, 1200)
    assert photos.differs(photos.opened(cleaned.content), photos.scene(1600, 1200)) < 8


def test_sanitise_does_not_turn_a_heic_twice() -> None:
    out = io.BytesIO()
    photos.pillow_heif.from_pillow(photos.quadrants()).save(out, quality=90, exif=photos.exif(6))
    cleaned = clean(out.getvalue())
    assert corners(photos.opened(cleaned.content)) == ["blue", "red", "yellow", "green"]
    assert (cleaned.width, cleaned.height) == (200, 320)


def test_sanitise_takes_the_first_frame_of_an_animation() -> None:
    assert corners(photos.opened(clean(photos.animated_gif()).content)) == ["red", "green", "blue", "yellow"]


def test_sanitise_takes_cmyk() -> None:
    assert corners(photos.opened(clean(photos.cmyk_jpeg()).content)) == ["red", "green", "blue", "yellow"]


def test_sanitise_keeps_the_tones_of_16_bit_grey() -> None:
    picture = photos.opened(clean(photos.deep_png()).content)
    assert near(picture, (80, 100), (64, 64, 64), 2)
    assert near(picture, (240, 100), (191, 191, 191), 2)


def test_sanitise_lays_transparency_on_paper() -> None:
    picture = photos.opened(clean(photos.alpha_png()).content)
    assert near(picture, (40, 100), imaging.PAPER, 2)
    assert near(picture, (280, 100), (200, 0, 0), 4)
    assert corners(photos.opened(clean(photos.palette_png()).content)) == ["paper", "green", "blue", "yellow"]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_sanitise_takes_every_mode_of_png_large_and_small(mode: str) -> None:
    source = photos.quadrants(5200, 200).convert(mode)
    large, small = clean(photos.png(source)), clean(photos.png(source.resize((320, 200))))
    assert (large.width, large.height, small.width, small.height) == (2560, 98, 320, 200)
    if mode in ("P", "RGB", "RGBA"):
        assert corners(photos.opened(large.content)) == ["red", "green", "blue", "yellow"]


def test_sanitise_applies_the_colour_profile_once() -> None:
    source = Image.new("RGB", (64, 64), (60, 180, 60))
    cleaned = clean(photos.jpeg(source, metadata=False, quality=95, icc_profile=photos.adobe_like_profile()))
    expected = ImageCms.profileToProfile(
        source,
        ImageCms.ImageCmsProfile(io.BytesIO(photos.adobe_like_profile())),
        ImageCms.createProfile("sRGB"),
    )
    shown = photos.opened(cleaned.content)
    assert near(shown, (30, 30), expected.getpixel((30, 30)), 5)
    assert not near(shown, (30, 30), (60, 180, 60), 8)
    assert "icc_profile" not in shown.info


def test_sanitise_ignores_a_profile_that_does_not_fit() -> None:
    assert corners(photos.opened(clean(photos.swapped_profile_jpeg()).content)) == [
        "red",
        "green",
        "blue",
        "yellow",
    ]


@pytest.mark.parametrize("build", [photos.script_polyglot, photos.zip_polyglot])
def test_sanitise_cuts_what_hides_behind_a_photo(build) -> None:
    cleaned = clean(build())
    assert photos.traces(cleaned.content) == []
    assert b"muatan" not in cleaned.content
    assert cleaned.content.endswith(b"\xff\xd9")
    assert cleaned == clean(photos.small_jpeg())


def test_sanitise_cuts_a_script_in_a_comment() -> None:
    content = photos.jpeg(photos.quadrants(), comment=photos.SCRIPT_TAIL)
    assert photos.SCRIPT_TAIL in content
    assert photos.SCRIPT_TAIL not in clean(content).content


@pytest.mark.parametrize(
    ("content", "code", "params"),
    [
        (b"", "empty", {}),
        (photos.text_as_jpg(), "not_an_image", {}),
        (photos.SCRIPT_TAIL + b"\xff\xd8\xff", "not_an_image", {}),
        (b"<svg onload=alert(1)>", "unsupported_kind", {}),
        (b"%PDF-1.7 ", "unsupported_kind", {}),
        (b"\xff\xd8\xff\xe0", "broken", {}),
        (b"GIF89a", "broken", {}),
        (b"\x89PNG\r\n\x1a\n", "broken", {}),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "broken", {}),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "broken", {}),
        (b"\xff\xd8\xff" + bytes(rules.MAX_BYTES), "too_many_bytes", {"limit": 25}),
    ],
)
def test_sanitise_refuses_by_bytes(content: bytes, code: str, params: dict) -> None:
    assert refusal(content) == (code, params)


def test_sanitise_refuses_a_cut_photo() -> None:
    assert refusal(photos.truncated_jpeg()) == ("broken", {})


def test_sanitise_refuses_a_tiny_or_threadlike_picture() -> None:
    assert refusal(photos.png(Image.new("RGB", (31, 400)))) == ("too_small", {"limit": 32})
    assert refusal(photos.png(Image.new("RGB", (9000, 100)))) == ("too_small", {"limit": 32})


def test_sanitise_refuses_a_pixel_flood_before_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("a pixel was decoded"))
    assert refusal(photos.flood_png()) == ("too_many_pixels", {"limit": 40, "pixels": 121})


def test_sanitise_refuses_a_heic_over_the_limit_before_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    content = photos.heic()
    monkeypatch.setattr(rules, "MAX_PIXELS", 1_900_000)
    monkeypatch.setattr(imaging.HeifImageFile, "load", lambda self: pytest.fail("a pixel was decoded"))
    assert refusal(content) == ("too_many_pixels", {"limit": 1, "pixels": 2})


def test_sanitise_refuses_a_webp_canvas_before_its_decoder_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(photos.webp(photos.quadrants(), exif=photos.exif()))
    content[24:30] = (16000 - 1).to_bytes(3, "little") * 2
    monkeypatch.setitem(imaging._DECODERS, "webp", lambda file: pytest.fail("a decoder was made"))
    assert refusal(bytes(content)) == ("too_many_pixels", {"limit": 40, "pixels": 256})


def test_sanitise_refuses_a_jpeg_over_120_megapixels() -> None:
    assert refusal(photos.huge_jpeg(rows=14)) == ("too_many_pixels", {"limit": 120, "pixels": 126})


def test_sanitise_refuses_a_huge_jpeg_whose_reduced_decode_would_not_save_memory() -> None:
    assert refusal(photos.huge_jpeg(progressive=True)) == ("too_many_pixels", {"limit": 40, "pixels": 108})


def test_sanitise_refuses_a_jpeg_of_endless_scans() -> None:
    content = photos.jpeg(photos.scene(640, 480), metadata=False, progressive=True)
    last = content.rindex(b"\xff\xda")
    assert refusal(content[:last] + content[last:-2] * 100 + b"\xff\xd9") == ("broken", {})


def test_sanitise_believes_bytes_over_the_name() -> None:
    named = imaging.sanitise(io.BytesIO(photos.png(photos.quadrants())), filename="../../x.php.jpg")
    assert (named.extension, corners(photos.opened(named.content))) == (
        "jpg",
        ["red", "green", "blue", "yellow"],
    )


def test_sanitise_reads_from_the_start_of_a_file_others_have_read() -> None:
    file = io.BytesIO(photos.small_jpeg())
    file.read(1000)
    assert imaging.sanitise(file) == clean(photos.small_jpeg())


def test_sanitise_does_not_touch_the_global_limits_of_the_decoder() -> None:
    before = Image.MAX_IMAGE_PIXELS
    clean(photos.small_jpeg())
    assert before == Image.MAX_IMAGE_PIXELS


_MEASURE = """
import sys
from core import imaging
try:
    result = imaging.sanitise(open(sys.argv[1], "rb"), filename="x")
    print(result.width, result.height)
except imaging.ImageRefused as refused:
    print(refused.code)
# The peak of this program alone; ru_maxrss may carry the peak of the parent.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the Linux process table")
@pytest.mark.parametrize(
    ("build", "outcome", "megabytes"),
    [
        (photos.huge_jpeg, "2560 1925", 400),
        (photos.flood_png, "too_many_pixels", 150),
        (photos.phone_jpeg, "1920 2560", 400),
    ],
)
def test_sanitise_keeps_memory_bounded(build, outcome: str, megabytes: int, tmp_path: Path) -> None:
    source = tmp_path / "upload"
    source.write_bytes(build())
    run = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(source)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SITE)},
    )
    said, kilobytes = run.stdout.splitlines()
    assert said == outcome
    assert int(kilobytes) < megabytes * 1024


_FUZZED = {
    "jpeg": lambda: photos.jpeg(photos.scene(320, 240), orientation=6),
    "progressive": lambda: photos.jpeg(photos.scene(320, 240), progressive=True),
    "png": lambda: photos.png(photos.quadrants(), exif=photos.exif()),
    "gif": photos.animated_gif,
    "webp": lambda: photos.webp(photos.scene(320, 240), exif=photos.exif()),
    "heic": lambda: photos.heic(320, 240),
}


@pytest.mark.parametrize("name", sorted(_FUZZED))
def test_sanitise_of_damaged_files_gives_a_clean_picture_or_a_refusal(name: str) -> None:
    content = _FUZZED[name]()
    codes = {"empty", "not_an_image", "unsupported_kind", "too_many_pixels", "broken", "too_small"}
    outcomes = {"clean": 0, "refused": 0}
    refusals: set[str] = set()
    for seed in range(40):
        try:
            cleaned = clean(photos.mutated(content, seed))
        except imaging.ImageRefused as refused:
            refusals.add(refused.code)
            outcomes["refused"] += 1
        else:
            assert photos.opened(cleaned.content).size == (cleaned.width, cleaned.height)
            assert photos.traces(cleaned.content) == []
            outcomes["clean"] += 1
    assert refusals - codes == set()
    # Both ends must be reached, or the mutations test nothing.
    assert sum(outcomes.values()) == 40
    assert min(outcomes.values()) > 0
