"""Registration of news in Wagtail."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from news.views import admin_gate
from news.viewsets import FormatViewSet, TopicViewSet


@hooks.register("register_log_actions")
def register_news_actions(actions: LogActionRegistry) -> None:
    actions.register_action("news.submit", _("Submit story"), _("Story submitted for review"))
    actions.register_action("news.return", _("Return story"), _("Story returned to its writer"))
    actions.register_action("news.publish", _("Publish story"), _("Story published"))
    actions.register_action("news.schedule", _("Schedule story"), _("Story scheduled"))
    actions.register_action("news.correct", _("Correct story"), _("Correction published"))
    actions.register_action("news.withdraw", _("Withdraw story"), _("Story withdrawn"))
    actions.register_action("news.report", _("Report a mistake"), _("A reader reported something"))
    actions.register_action("news.answer_report", _("Answer report"), _("Report of a reader answered"))
    actions.register_action("news.dismiss_report", _("Dismiss report"), _("Closed as no report"))
    actions.register_action("news.photo", _("Add photo"), _("Photo added to the story"))


hooks.register("before_publish_page", admin_gate.refuse_incomplete)
hooks.register("before_bulk_action", admin_gate.refuse_many_at_once)
hooks.register("after_publish_page", admin_gate.tell_published)
hooks.register("before_unpublish_page", admin_gate.ask_for_a_reason)
register_snippet(TopicViewSet)
register_snippet(FormatViewSet)
