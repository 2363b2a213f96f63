"""Registration of rubrics in Wagtail."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from rubrics.viewsets import ReasonCodeViewSet


@hooks.register("register_log_actions")
def register_rubric_actions(actions: LogActionRegistry) -> None:
    actions.register_action("rubrics.in_use", _("Use a version"), _("New version of the rubric in use"))


register_snippet(ReasonCodeViewSet)
