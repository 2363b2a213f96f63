"""Wagtail's side of the review step: rights from Membership, also when it hands over a plain Page."""

from wagtail.models import Page, TaskState

from kim.models import KimGroup
from news import services
from news.models import ArticlePage, KimReviewTask
from tests import builders
from users.models import User


def waiting_story(kim: KimGroup, writer: User) -> ArticlePage:
    return services.submit(article=builders.make_draft(kim, writer), user=writer)


def test_reviewer_has_the_action_and_nobody_else(
    kim_a: KimGroup, ani: User, budi: User, citra: User, gita: User
) -> None:
    article = waiting_story(kim_a, ani)
    task = KimReviewTask.objects.get()
    plain = Page.objects.get(pk=article.pk)
    for obj in (article, plain):
        names = {
            user.username: [action[0] for action in task.get_actions(obj, user)]
            for user in (ani, budi, citra, gita)
        }
        assert names == {"ani": [], "budi": ["approve"], "citra": [], "gita": ["approve"]}
        assert {user.username: task.locked_for_user(obj, user) for user in (ani, budi, citra, gita)} == {
            "ani": True,
            "budi": False,
            "citra": True,
            "gita": False,
        }


def test_states_to_moderate_are_those_of_the_own_kim(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User
) -> None:
    article = waiting_story(kim_a, ani)
    state = TaskState.objects.get()
    task = KimReviewTask.objects.get()
    assert list(task.get_task_states_user_can_moderate(budi)) == [state]
    assert list(task.get_task_states_user_can_moderate(citra)) == []
    assert state.workflow_state.content_object.pk == article.pk


def test_approving_in_the_admin_publishes_through_our_service(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = waiting_story(kim_a, ani)
    TaskState.objects.get().specific.approve(user=budi)
    article.refresh_from_db()
    assert (article.live, article.state) == (True, "published")
