"""Registration of kim in Wagtail."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from kim.viewsets import RegionViewSet


@hooks.register("register_log_actions")
def register_kim_actions(actions: LogActionRegistry) -> None:
    actions.register_action("kim.create", _("Create KIM"), _("KIM created"))
    actions.register_action("kim.change", _("Change KIM data"), _("KIM data changed"))
    actions.register_action("kim.rename", _("Change the address"), _("Address of the KIM changed"))
    actions.register_action("kim.merge", _("Merge KIM"), _("KIM merged into another"))
    actions.register_action("kim.invite", _("Invite"), _("Member invited"))
    actions.register_action("kim.join", _("Join"), _("Member joined"))
    actions.register_action("kim.leave", _("End membership"), _("Membership ended"))
    actions.register_action("kim.login_link", _("Issue login link"), _("Login link issued"))


register_snippet(RegionViewSet)
