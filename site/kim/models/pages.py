"""Pages of the territory: portal, regency front, KIM home."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import BasePage
from kim.models.groups import KimGroup
from kim.models.regions import Region


class PortalPage(BasePage):
    """Root of a province's network; a single regency needs none of it but the tree has its place."""

    template = "kim/portal_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["kim.RegencyPage", "core.StandardPage"]

    class Meta:
        verbose_name = _("portal")


class RegencyPage(BasePage):
    """The front of the network: composed of registered sections, never of code above this app."""

    region = models.OneToOneField(Region, on_delete=models.PROTECT, related_name="page", verbose_name=_("region"))

    template = "kim/regency_page.html"
    parent_page_types = ["kim.PortalPage", "wagtailcore.Page"]
    subpage_types = ["kim.KimPage", "core.StandardPage"]
    content_panels = BasePage.content_panels + [FieldPanel("region")]

    class Meta:
        verbose_name = _("regency front")


class KimPage(BasePage):
    """The home of one KIM."""

    kim = models.OneToOneField(KimGroup, on_delete=models.PROTECT, related_name="page", editable=False)
    cover = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover picture"),
    )

    template = "kim/kim_page.html"
    parent_page_types = ["kim.RegencyPage"]
    subpage_types = ["news.NewsIndexPage"]
    content_panels = BasePage.content_panels + [FieldPanel("cover")]

    class Meta:
        verbose_name = _("KIM home")
        verbose_name_plural = _("KIM homes")
