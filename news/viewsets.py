"""Screens of the office in the Wagtail admin: topics and formats."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from news.models import Format, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    copy_view_enabled = False
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("position")]


class FormatViewSet(SnippetViewSet):
    model = Format
    icon = "form"
    copy_view_enabled = False
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    ordering = ["position", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("position")]
