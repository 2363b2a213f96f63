"""Blocks of a story body. The writer room edits the first three as plain text; the others are fixed cards there."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("What was said"))
    source = blocks.CharBlock(label=_("Who said it, with role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Words of a source, set apart from the text, with name and role.")
        preview_value = {
            "text": "Air irigasi kini sampai ke sawah paling ujung.",
            "source": "Sukirman, ketua kelompok tani",
        }


class PhotoBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Photo"))
    caption = blocks.CharBlock(label=_("Caption: who, what, where, when"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Photo")
        template = "blocks/photo.html"
        description = _("One photo with its caption; credit and consent belong to the photo itself.")
        preview_value = {"image": None, "caption": "Warga menanam padi di sawah Blok C, Sabtu pagi."}


class GalleryBlock(blocks.StructBlock):
    photos = blocks.ListBlock(PhotoBlock(), min_num=2, max_num=20, label=_("Photos"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
        description = _("Several photos of one event, swiped side by side.")
        preview_value: dict[str, Any] = {"photos": []}


class FactRowBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What"), max_length=60)
    value = blocks.CharBlock(label=_("Answer"), max_length=200)


class FactsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=80)
    rows = blocks.ListBlock(FactRowBlock(), min_num=1, max_num=12, label=_("Rows"))

    class Meta:
        icon = "list-ul"
        label = _("Facts box")
        template = "blocks/facts.html"
        description = _("Times, places, costs and numbers that a reader wants to find again.")
        preview_value = {
            "title": "Jadwal posyandu",
            "rows": [{"label": "Waktu", "value": "Selasa, 09.00 WITA"}],
        }


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address of the video"))
    title = blocks.CharBlock(label=_("What one sees in it"), max_length=160)
    size_mb = blocks.IntegerBlock(label=_("Size in MB, if you know it"), required=False, min_value=1)

    class Meta:
        icon = "media"
        label = _("Video link")
        template = "blocks/video.html"
        description = _("A link to a video elsewhere; nothing is loaded before the reader taps it.")
        preview_value = {
            "url": "https://contoh.desa.id/video",
            "title": "Panen raya di Blok C",
            "size_mb": 24,
        }


class RelatedWorkBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("Story"), page_type="news.ArticlePage")
    reason = blocks.CharBlock(label=_("Why it belongs here"), required=False, max_length=120)

    class Meta:
        icon = "doc-full"
        label = _("Related work")
        template = "blocks/related.html"
        description = _("A link to another story of the network.")
        preview_value: dict[str, Any] = {"page": None, "reason": ""}


class StoryBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(
        icon="title",
        label=_("Heading"),
        max_length=120,
        template="blocks/heading.html",
        description=_("A short line that tells what the next paragraphs are about."),
        preview_value="Air sampai ke sawah ujung",
    )
    paragraph = blocks.RichTextBlock(
        icon="pilcrow",
        label=_("Paragraph"),
        features=PARAGRAPH_FEATURES,
        template="blocks/paragraph.html",
        description=_("Running text with bold, italic, links and lists."),
        preview_value="<p>Sebanyak 40 warga bergotong royong sejak pukul tujuh pagi.</p>",
    )
    quote = QuoteBlock()
    photo = PhotoBlock()
    gallery = GalleryBlock()
    facts = FactsBlock()
    video = VideoBlock()
    related = RelatedWorkBlock()

    class Meta:
        required = False
