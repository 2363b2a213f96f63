"""Acts on media: take in a photo, make its public sizes, record consent."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection

from core import imaging
from core.generations import raise_keys
from core.models import Consent, MediaImage, MediaRendition
from core.models.media import ConsentState
from core.pictures import rendition_spec


class CleanFile(ContentFile):
    """Bytes that already went through imaging.sanitise; MediaImage stores them as they are."""


@transaction.atomic
def add_image(
    *,
    collection: Collection,
    upload: BinaryIO | imaging.CleanImage,
    filename: str,
    uploaded_by: Any,
    title: str,
    alt: str = "",
    credit: str = "",
    source: str = "own",
    licence: str = "kim",
    consent_state: str = ConsentState.UNDECIDED,
    consent_note: str = "",
) -> MediaImage:
    """Stores a cleaned copy of one uploaded photo and queues its public sizes.

    A caller that holds locks cleans the photo before it takes them and hands the CleanImage in.

    Raises imaging.ImageRefused (nothing is stored then).
    """
    clean = upload if isinstance(upload, imaging.CleanImage) else imaging.sanitise(upload, filename=filename)
    image = MediaImage(
        title=title[:255] or "Foto",
        file=CleanFile(clean.content, name=f"foto.{clean.extension}"),
        description=alt[:255],
        credit=credit[:120],
        source=source,
        licence=licence,
        consent_state=consent_state,
        collection=collection,
        uploaded_by_user=uploaded_by,
    )
    image._set_image_file_metadata()
    image.save()
    record_consent(image=image, state=consent_state, note=consent_note, by=uploaded_by)
    return image


def record_consent(*, image: MediaImage, state: str, note: str = "", by: Any = None) -> Consent | None:
    """Writes the ledger row behind a consent state that says somebody agreed."""
    if state not in {ConsentState.GIVEN, ConsentState.GUARDIAN}:
        return None
    return Consent.objects.create(
        collection=image.collection,
        image=image,
        subject=note[:160],
        is_child=state == ConsentState.GUARDIAN,
        guardian=note[:120] if state == ConsentState.GUARDIAN else "",
        recorded_by=by,
    )


def make_renditions_of(image_id: int) -> int:
    """Makes the public sizes of one image from one decode. Safe to run twice; a deleted image gives 0."""
    image = MediaImage.objects.filter(pk=image_id).first()
    if image is None:
        return 0
    with image.open_file() as stored:
        source = io.BytesIO(stored.read())
    store_renditions(image, imaging.make_renditions(source))
    return image.renditions.count()


def store_renditions(image: MediaImage, files: list[Any]) -> None:
    """Stores ready rendition files (width, height, format, content) of an image, each once."""
    known = set(image.renditions.values_list("filter_spec", flat=True))
    for made in files:
        spec = rendition_spec(getattr(made, "spec_width", made.width), made.format)
        if spec in known:
            continue
        known.add(spec)
        name = f"x.{'jpg' if made.format == 'jpeg' else made.format}"
        MediaRendition.objects.get_or_create(
            image=image,
            filter_spec=spec,
            focal_point_key="",
            defaults={
                "file": ContentFile(made.content, name=name),
                "width": made.width,
                "height": made.height,
            },
        )
    with transaction.atomic():
        MediaImage.objects.filter(pk=image.pk).update(renditions_ready=True)
        raise_keys(f"image-{image.pk}")
