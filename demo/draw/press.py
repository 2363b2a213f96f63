"""From SVG text to printed files: one headless browser draws, Pillow writes the picture and its renditions."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from demo.draw.canvas import HEIGHT, WIDTH
from demo.draw.gallery import compose

WIDTHS = (360, 720, 1080)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: Per file: first quality tried and the byte limit; the quality falls in steps until the file fits.
MASTER = (81, 150_000)
PLAN = {
    (360, "avif"): (50, 20_000),
    (360, "webp"): (68, 24_000),
    (360, "jpg"): (72, 26_000),
    (720, "avif"): (50, 45_000),
    (720, "webp"): (66, 60_000),
    (720, "jpg"): (66, 60_000),
    (1080, "avif"): (48, 70_000),
    (1080, "webp"): (62, 90_000),
    (1080, "jpg"): (59, 90_000),
}


def encode(image: Image.Image, kind: str, quality: int, limit: int) -> bytes:
    """Return the image as `jpg`, `webp` or `avif` bytes of at most `limit`, without metadata; ValueError if it never fits."""
    while quality >= 24:
        out = io.BytesIO()
        if kind == "jpg":
            image.save(out, "JPEG", quality=quality, progressive=True, optimize=True)
        elif kind == "webp":
            image.save(out, "WEBP", quality=quality, method=6)
        else:
            image.save(out, "AVIF", quality=quality, speed=6)
        if out.tell() <= limit:
            return out.getvalue()
        quality -= 4
    raise ValueError(f"{kind} of {image.width} px does not fit into {limit} bytes")


def write(name: str, shot: bytes, out: Path) -> None:
    """Write `<name>.jpg` and `renditions/<name>.<width>.<ext>` into `out` from a PNG of the page."""
    master = Image.open(io.BytesIO(shot)).convert("RGB")
    (out / "renditions").mkdir(parents=True, exist_ok=True)
    (out / f"{name}.jpg").write_bytes(encode(master, "jpg", *MASTER))
    for width in WIDTHS:
        small = master.resize((width, round(width * HEIGHT / WIDTH)), Image.Resampling.LANCZOS)
        for kind in ("avif", "webp", "jpg"):
            data = encode(small, kind, *PLAN[width, kind])
            (out / "renditions" / f"{name}.{width}.{kind}").write_bytes(data)


def print_all(names: Iterable[str], out: Path, browser: str) -> None:
    """Draw the named pictures with the Chromium at `browser` and write their files into `out`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=FLAGS)
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name in names:
            page.set_content(
                f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{compose(name)}"
            )
            write(name, page.screenshot(type="png"), out)
            sys.stdout.write(f"{name}\n")
            sys.stdout.flush()
        chromium.close()
