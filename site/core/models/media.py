"""Images and documents: scoped by Collection, cleaned before they are stored, originals never public."""

from typing import Any
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, WagtailImageField


def private_storage() -> Storage:
    """Storage of originals and private files; no address leads to it."""
    return storages["private"]


def random_original_name(instance: Any, filename: str) -> str:
    """A stored name says nothing about the person, the phone or the order of uploads."""
    extension = filename.rpartition(".")[2].lower()[:5] or "bin"
    return f"originals/{uuid4().hex[:2]}/{uuid4().hex}.{extension}"


def random_document_name(instance: Any, filename: str) -> str:
    extension = filename.rpartition(".")[2].lower()[:5] or "bin"
    return f"documents/{uuid4().hex[:2]}/{uuid4().hex}.{extension}"


class ImageSource(models.TextChoices):
    OWN = "own", _("Taken by us")
    GIVEN = "given", _("Given by its maker, with permission")
    OFFICE = "office", _("From the office")
    OTHER = "other", _("From somewhere else")


class Licence(models.TextChoices):
    KIM = "kim", _("May be used in the Warta KIM network with credit")
    CC_BY = "cc_by", _("CC BY: free with credit")
    LIMITED = "limited", _("For this story only")


class ConsentState(models.TextChoices):
    UNDECIDED = "undecided", _("Not answered yet")
    NOT_NEEDED = "not_needed", _("Nobody can be recognised")
    GIVEN = "given", _("The people in it agreed")
    GUARDIAN = "guardian", _("There are children; a parent or guardian agreed")
    REFUSED = "refused", _("Not agreed")


# Children are always shown with a guardian's word, so GUARDIAN covers adults in the same picture too.
PUBLISHABLE_CONSENT = frozenset({ConsentState.NOT_NEEDED, ConsentState.GIVEN, ConsentState.GUARDIAN})


class MediaImage(AbstractImage):
    """A photo or drawing. `description` (from Wagtail) is its alt text; the file is always a cleaned copy."""

    file = WagtailImageField(
        verbose_name=_("file"),
        upload_to=random_original_name,
        storage=private_storage,
        width_field="width",
        height_field="height",
    )
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=12, choices=ImageSource, default=ImageSource.OWN)
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, default=Licence.KIM)
    consent_state = models.CharField(
        _("consent"), max_length=12, choices=ConsentState, default=ConsentState.UNDECIDED
    )
    # Written by core.tasks.make_image_renditions alone: false until the public sizes exist.
    renditions_ready = models.BooleanField(default=False, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "source",
        "licence",
        "consent_state",
        "collection",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def alt_text(self) -> str:
        return str(self.description)


class MediaRendition(AbstractRendition):
    image = models.ForeignKey(MediaImage, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename: str) -> str:
        extension = filename.rpartition(".")[2].lower()[:5] or "bin"
        return f"images/{uuid4().hex[:2]}/{uuid4().hex}.{extension}"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="core_rendition_once"
            )
        ]


class MediaDocument(AbstractDocument):
    file = models.FileField(upload_to=random_document_name, storage=private_storage, verbose_name=_("file"))
    credit = models.CharField(_("credit"), max_length=120, blank=True)

    admin_form_fields = ("title", "file", "credit", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
