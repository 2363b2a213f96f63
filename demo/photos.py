"""Demo pictures: stored like uploads, with the shipped sizes instead of making them again."""

from __future__ import annotations

from dataclasses import dataclass

from core.media_services import CleanFile, store_renditions
from core.models import MediaImage
from core.pictures import WIDTHS
from demo import sources
from kim.models import KimGroup

EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


@dataclass(frozen=True)
class ShippedRendition:
    spec_width: int
    width: int
    height: int
    format: str
    content: bytes


def demo_image(picture: str, kim: KimGroup, *, alt: str, credit: str) -> MediaImage | None:
    """The image of a picture id ("sawah-a") in the collection of a KIM; None when it is not shipped."""
    path = sources.PICTURES / f"{picture}.jpg"
    if not path.exists():
        return None
    title = f"demo {picture}"
    image = MediaImage.objects.filter(collection=kim.collection, title=title).first()
    if image is not None:
        return image
    image = MediaImage(
        title=title,
        file=CleanFile(path.read_bytes(), name=f"{picture}.jpg"),
        description=alt[:255],
        credit=credit[:120],
        consent_state="not_needed",
        collection=kim.collection,
        renditions_ready=True,
    )
    image._set_image_file_metadata()
    image.save()
    store_renditions(image, list(_shipped(picture, image)))
    return image


def _shipped(picture: str, image: MediaImage) -> list[ShippedRendition]:
    files = []
    for width in WIDTHS:
        height = round(image.height * width / image.width)
        for file_format, extension in EXTENSIONS.items():
            path = sources.RENDITIONS / f"{picture}.{width}.{extension}"
            if path.exists():
                files.append(ShippedRendition(width, width, height, file_format, path.read_bytes()))
    return files
