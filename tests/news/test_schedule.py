"""The schedule: stories that wait for their hour, two schedulers, a poison item."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Revision

from core.models import MediaImage, Notice
from kim.models import KimGroup
from news import services
from news.models import ArticlePage
from news.services.publishing import TimeNotAhead, _publish_one
from tests import builders
from tests.news.test_services import Commit, actions_of, add_photo, again, reasons
from users.models import User


def schedule(kim: KimGroup, writer: User, editor: User, *, hours: float = 2, **fields: Any) -> ArticlePage:
    article = services.submit(article=builders.make_draft(kim, writer, **fields), user=writer)
    at = timezone.now() + datetime.timedelta(hours=hours)
    return services.schedule(article=article, user=editor, at=at)


def test_schedule_in_the_past_is_refused(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    with pytest.raises(TimeNotAhead):
        services.schedule(article=article, user=budi, at=timezone.now())


def test_schedule_waits_then_publish_due_publishes_once(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    article = schedule(kim_a, ani, budi)
    assert (article.state, article.live) == ("scheduled", False)
    assert services.publish_due() == ([], [])
    with (
        time_machine.travel(timezone.now() + datetime.timedelta(hours=3)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert services.publish_due() == ([article.pk], [])
        assert services.publish_due() == ([], [])
    article = again(article)
    assert (article.state, article.live) == ("published", True)
    assert actions_of(article) == ["news.submit", "news.schedule", "news.publish"]
    assert ani.notices.count() == 1


def test_schedule_can_be_moved_and_story_comes_back(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = schedule(kim_a, ani, budi)
    later = (timezone.now() + datetime.timedelta(days=2)).replace(microsecond=0)
    services.schedule(article=article, user=budi, at=later)
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    assert [row.approved_go_live_at for row in waiting] == [later]
    services.return_to_writer(
        article=again(article), user=budi, reasons=reasons("fakta"), note="Cek angkanya."
    )
    assert again(article).state == "returned"
    assert waiting.all().count() == 0


def test_scheduled_story_published_now_leaves_the_schedule(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = schedule(kim_a, ani, budi)
    article = services.publish(article=article, user=budi)
    assert (article.state, article.live) == ("published", True)
    assert Revision.page_revisions.filter(approved_go_live_at__isnull=False).count() == 0


def test_publish_due_of_two_schedulers_publishes_once(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = schedule(kim_a, ani, budi)
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=3)):
        # Both read the list before either began.
        due = list(Revision.page_revisions.filter(approved_go_live_at__lte=timezone.now()))
        assert [_publish_one(due[0], timezone.now()) for _scheduler in range(2)] == [True, False]
    assert actions_of(article).count("news.publish") == 1


def test_publish_due_with_poison_item_publishes_the_others(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        poison = builders.make_draft(kim_a, ani)
        image = add_photo(poison, ani)
        services.submit(article=poison, user=ani)
        soon = timezone.now() + datetime.timedelta(hours=1)
        services.schedule(article=again(poison), user=budi, at=soon)
        healthy = schedule(kim_a, ani, budi, headline="Berita yang sehat")
    Notice.objects.all().delete()
    # The people in the photo take their word back before the hour.
    MediaImage.objects.filter(pk=image.pk).update(consent_state="refused")
    with (
        time_machine.travel(timezone.now() + datetime.timedelta(hours=3)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert services.publish_due() == ([healthy.pk], [poison.pk])
        assert services.publish_due() == ([], [])
    assert (again(poison).live, again(healthy).live) == (False, True)
    assert again(poison).state == "draft"
    told = Notice.objects.filter(url=f"/ruang/redaksi/{poison.pk}/").values_list(
        "recipient__username", flat=True
    )
    assert sorted(told) == ["ani", "budi"]
