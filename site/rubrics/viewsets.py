"""Screens of the office in the Wagtail admin: reason codes and their cards."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from rubrics.models import ReasonCode


class ReasonCodeForm(WagtailAdminModelForm):
    """The code is what marks and lessons remember: it is given once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True


class ReasonCodeViewSet(SnippetViewSet):
    model = ReasonCode
    icon = "comment"
    copy_view_enabled = False
    list_display = ["label", "code", "is_active", "position"]
    search_fields = ["label", "code"]
    ordering = ["position", "code"]
    edit_handler = ObjectList(
        [
            FieldPanel("code"),
            FieldPanel("label"),
            FieldPanel("hint"),
            MultiFieldPanel(
                [
                    FieldPanel("card_title"),
                    FieldPanel("card_text"),
                    FieldPanel("bad_example"),
                    FieldPanel("good_example"),
                ],
                heading=_("Card"),
            ),
            FieldPanel("praise"),
            FieldPanel("position"),
            FieldPanel("is_active"),
        ],
        base_form_class=ReasonCodeForm,
    )
