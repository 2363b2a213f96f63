"""Pages of the territory: portal, regency front, KIM home."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from core.models import BasePage
from core.page_routes import page_at
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

    region = models.OneToOneField(
        Region, on_delete=models.PROTECT, related_name="page", verbose_name=_("region")
    )

    template = "kim/regency_page.html"
    parent_page_types = ["kim.PortalPage", "wagtailcore.Page"]
    subpage_types = ["kim.KimPage", "core.StandardPage"]
    content_panels = BasePage.content_panels + [FieldPanel("region")]

    class Meta:
        verbose_name = _("regency front")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Finds a page below by its whole address; all page types below are plain pages without routes of their own."""
        if not path_components:
            return super().route(request, path_components)
        page = page_at(self, path_components)
        if page is None or not page.live:
            raise Http404
        return RouteResult(page)


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

    def clean(self) -> None:
        super().clean()
        if self.slug != self.kim.slug:
            raise ValidationError(
                {
                    "slug": _(
                        "The office changes the address of a KIM in its room, so that all of it moves along."
                    )
                }
            )

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """An older revision never brings an older address back."""
        return super().with_content_json({**content, "slug": self.slug})
