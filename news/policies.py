"""Permission policies of news; pages are covered by the policy of the page tree."""

from wagtail.permissions import register_permission_policy

from kim.policies import KimRowPolicy
from news.models import ArticleReturn, ContentReport, Correction, DailyStories
from users.roles import Act


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_permission_policy(ArticleReturn, KimRowPolicy(ArticleReturn, change_act=Act.REVIEW))
    register_permission_policy(Correction, KimRowPolicy(Correction, change_act=Act.PUBLISH))
    register_permission_policy(ContentReport, KimRowPolicy(ContentReport, change_act=Act.PUBLISH))
    register_permission_policy(DailyStories, KimRowPolicy(DailyStories, change_act=Act.REVIEW))
