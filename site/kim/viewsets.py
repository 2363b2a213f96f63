"""Screens of the office in the Wagtail admin: regions."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from kim.models import Region


class RegionViewSet(SnippetViewSet):
    model = Region
    icon = "globe"
    # A copy would need a code of its own before it means anything.
    copy_view_enabled = False
    list_display = ["code", "name", "kind", "parent"]
    list_filter = ["kind"]
    search_fields = ["code", "name"]
    ordering = ["code"]
    list_per_page = 60
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("parent")]),
        FieldPanel("postcode"),
        FieldPanel("time_zone"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]
