"""The drawn symbols: one size, one colour, silent for screen readers, nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted((ROOT / "templates" / "icons").glob("*.svg"))
STATIC = ROOT / "site" / "static" / "icons"
NEEDED = [
    "search",
    "share",
    "whatsapp",
    "link",
    "print",
    "save",
    "calendar",
    "place",
    "person",
    "camera",
    "edit",
    "check",
    "warning",
    "back",
    "menu",
    "star",
    "radio",
    "megaphone",
    "board",
    "clock",
    "eye",
    "send",
    "return",
    "image",
    "list",
    "home",
    "book",
    "chart",
    "mark",
]


def opening(path: Path) -> dict[str, str]:
    tag = re.match(r"<svg ([^>]*)>", path.read_text(encoding="utf-8"))
    assert tag is not None
    return dict(re.findall(r'([a-zA-Z-]+)="([^"]*)"', tag[1]))


def test_every_needed_symbol_is_there() -> None:
    there = {path.stem for path in ICONS}
    assert [name for name in NEEDED if name not in there] == []


@pytest.mark.parametrize("path", [path for path in ICONS if path.stem != "mark"], ids=lambda path: path.stem)
def test_symbol_is_24_wide_and_takes_the_colour_of_its_text(path: Path) -> None:
    attributes = opening(path)
    assert (attributes["viewBox"], attributes["stroke"], attributes["fill"]) == (
        "0 0 24 24",
        "currentColor",
        "none",
    )


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_symbol_is_silent_and_light(path: Path) -> None:
    attributes = opening(path)
    assert (attributes["aria-hidden"], attributes["focusable"]) == ("true", "false")
    assert len(path.read_bytes()) < 700


def test_mark_is_one_path_in_one_colour() -> None:
    text = (ROOT / "templates" / "icons" / "mark.svg").read_text(encoding="utf-8")
    assert (text.count("<path"), opening(ROOT / "templates" / "icons" / "mark.svg")["fill"]) == (
        1,
        "currentColor",
    )


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("favicon-32.png", 32),
        ("apple-touch-icon.png", 180),
        ("icon-192.png", 192),
        ("icon-512.png", 512),
        ("maskable-512.png", 512),
    ],
)
def test_raster_has_its_size(name: str, side: int) -> None:
    with Image.open(STATIC / name) as image:
        assert image.size == (side, side)


def test_favicon_draws_the_same_form_as_the_mark() -> None:
    mark = re.search(
        r'<path d="([^"]+)"', (ROOT / "templates" / "icons" / "mark.svg").read_text(encoding="utf-8")
    )
    favicon = re.search(r'<path d="([^"]+)"', (STATIC / "favicon.svg").read_text(encoding="utf-8"))
    assert mark is not None and favicon is not None
    assert favicon[1] == mark[1]
