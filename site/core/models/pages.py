"""Standard pages: about, guideline, privacy."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from core.models.base import BasePage

STANDARD_FEATURES = ["h2", "h3", "bold", "italic", "link", "ol", "ul"]


class StandardPage(BasePage):
    introduction = models.TextField(_("introduction"), blank=True, max_length=400)
    body = RichTextField(_("text"), features=STANDARD_FEATURES, blank=True)

    template = "core/standard_page.html"
    subpage_types: list[str] = []
    content_panels = BasePage.content_panels + [FieldPanel("introduction"), FieldPanel("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
