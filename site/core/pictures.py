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


def picture_sources(image: Any) -> PictureSources | None:
    """Reads `image.renditions` (prefetch it in lists). None while the sizes are still being made."""
    by_spec = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    sets: dict[str, str] = {}
    for file_format in FORMATS:
        sets[file_format] = ", ".join(
            f"{rendition.url} {rendition.width}w"
            for width in WIDTHS
            if (rendition := by_spec.get(rendition_spec(width, file_format))) is not None
        )
    middle = by_spec.get(rendition_spec(720, "jpeg")) or by_spec.get(rendition_spec(360, "jpeg"))
    if middle is None:
        return None
    small = by_spec.get(rendition_spec(360, "jpeg"), middle)
    return PictureSources(
        sets["avif"], sets["webp"], sets["jpeg"], middle.url, small.url, middle.width, middle.height
    )
