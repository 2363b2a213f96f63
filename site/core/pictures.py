"""The public sizes of an image as a template needs them: from stored renditions, never made on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WIDTHS = (360, 720, 1080)
FORMATS = ("avif", "webp", "jpeg")


def rendition_spec(width: int, file_format: str) -> str:
    """Wagtail's filter spec of one public size, for example `width-720|format-avif`."""
    return f"width-{width}|format-{file_format}"


@dataclass(frozen=True)
class PictureSources:
    """`avif`, `webp` and `jpeg` are srcset texts; `src` is the middle JPEG with its width and height."""

    avif: str
    webp: str
    jpeg: str
    src: str
    small: str
    width: int
    height: int


def picture_sources(image: Any, widest: int = WIDTHS[-1]) -> PictureSources | None:
    """Reads `image.renditions` (prefetch it in lists). None while the sizes are still being made.

    `widest` leaves larger sizes out: a thumbnail needs no choice, and every address costs the reader bytes.
    """
    widths = tuple(width for width in WIDTHS if width <= widest)
    by_spec = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    sets: dict[str, str] = {}
    for file_format in FORMATS:
        sets[file_format] = ", ".join(
            f"{rendition.url} {rendition.width}w"
            for width in widths
            if (rendition := by_spec.get(rendition_spec(width, file_format))) is not None
        )
    middle = by_spec.get(rendition_spec(min(720, widths[-1]), "jpeg")) or by_spec.get(
        rendition_spec(360, "jpeg")
    )
    if middle is None:
        return None
    if len(widths) == 1:
        sets = {name: text.rpartition(" ")[0] for name, text in sets.items()} | {"jpeg": ""}
    small = by_spec.get(rendition_spec(360, "jpeg"), middle)
    return PictureSources(
        sets["avif"], sets["webp"], sets["jpeg"], middle.url, small.url, middle.width, middle.height
    )
