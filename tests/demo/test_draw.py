"""The demo pictures: every id, the same text each time, and shipped files as light and bare as promised."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from demo.draw.__main__ import PICTURES, main
from demo.draw.canvas import WIDTH
from demo.draw.gallery import compose, names
from demo.draw.press import WIDTHS, encode

SCENE_TYPES = (
    "sawah sawit nelayan tambak posyandu gotong-royong jembatan musyawarah batik pasar dapur baca radio banjir mangrove "
    "olahraga tari hutan air ternak kebun pelatihan masjid layanan sampah ronda aren pelabuhan pantai upacara"
).split()
IDS = sorted(f"{scene}-{variant}" for scene in SCENE_TYPES for variant in "abc")
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}


def metadata(image: Image.Image) -> list[str]:
    """Return the names of the metadata blocks an image carries (EXIF, XMP, comments, colour profile)."""
    kept = [
        key for key in ("exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp") if image.info.get(key)
    ]
    return kept + (["getexif"] if dict(image.getexif()) else [])


def test_names_of_all_scenes_are_the_ninety_ids() -> None:
    assert names() == IDS


@pytest.mark.parametrize("name", IDS)
def test_compose_same_seed_gives_identical_text(name: str) -> None:
    first = compose(name)
    assert first == compose(name)
    assert (first[:5], first[-6:]) == ("<svg ", "</svg>")


def test_compose_other_seed_gives_other_text() -> None:
    assert compose("sawah-a", "one") != compose("sawah-a", "two")


def test_pictures_shipped_are_exactly_the_ids() -> None:
    assert sorted(path.stem for path in PICTURES.glob("*.jpg")) == IDS


@pytest.mark.parametrize("name", IDS)
def test_picture_shipped_is_light_progressive_and_without_metadata(name: str) -> None:
    path = PICTURES / f"{name}.jpg"
    with Image.open(path) as image:
        facts = (image.format, image.width <= WIDTH, bool(image.info.get("progressive")), metadata(image))
    assert facts == ("JPEG", True, True, [])
    assert path.stat().st_size <= 160_000


@pytest.mark.parametrize("name", IDS)
def test_renditions_shipped_have_their_width_and_no_metadata(name: str) -> None:
    folder = PICTURES / "renditions"
    seen = {}
    for path in folder.glob(f"{name}.*"):
        with Image.open(path) as image:
            seen[path.name] = (image.format, image.width, metadata(image))
    assert seen == {f"{name}.{w}.{ext}": (FORMATS[ext], w, []) for w in WIDTHS for ext in FORMATS}
    assert (folder / f"{name}.720.avif").stat().st_size <= 45_000
    assert (folder / f"{name}.360.avif").stat().st_size <= 20_000


def test_pictures_folder_stays_under_25_megabytes() -> None:
    total = sum(path.stat().st_size for path in PICTURES.rglob("*") if path.is_file())
    assert total <= 25_000_000


def test_encode_that_cannot_fit_says_so() -> None:
    with pytest.raises(ValueError, match="does not fit into 10 bytes"):
        encode(Image.new("RGB", (40, 30), "#0b5b45"), "jpg", 80, 10)


def test_command_unknown_id_returns_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "kota-z", "--svg"]) == 2
    assert capsys.readouterr().err == "no picture has such an id\n"


def test_command_svg_writes_the_wanted_picture(tmp_path: Path) -> None:
    assert main(["--only", "sawah-a", "--svg", "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["sawah-a.svg"]
    assert (tmp_path / "sawah-a.svg").read_text(encoding="utf-8") == compose("sawah-a")
