"""Several people at the same moment: one winner, one effect, nobody's words lost."""

from __future__ import annotations

import datetime
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from wagtail.models import PageLogEntry

from core.models import Notice
from kim.models import Invitation, KimGroup, Membership
from kim.services import invitations
from news import services
from news.models import ArticlePage
from tests import builders
from tests.news.test_concurrent_posts import ARRIVALS, at_once
from tests.news.test_schedule import schedule
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What each act gave back or raised, all started at the same moment on connections of their own."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act: Callable[[], Any]) -> None:
        try:
            gate.wait(timeout=10)
            results[number] = act()
        except Exception as problem:
            results[number] = problem  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def names_of(results: list[Any]) -> Counter[str]:
    return Counter(type(result).__name__ for result in results)


def test_invitation_posted_at_once_is_made_once(kim_a: KimGroup, budi: User, client_for: Any) -> None:
    data = {"full_name": "Sari Wulandari", "phone": "", "role": "writer", "idempotency_key": "satu-kunci"}
    places = at_once(client_for, budi, "/ruang/anggota/bangun-mulya/undang/", lambda: dict(data))
    assert places == {"/ruang/anggota/bangun-mulya/tautan/"}
    assert Invitation.objects.filter(full_name="Sari Wulandari").count() == 1


def test_decision_posted_at_once_is_made_once(
    kim_a: KimGroup, ani: User, budi: User, client_for: Any
) -> None:
    story = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    base = ArticlePage.objects.get(pk=story.pk).latest_revision_id
    data = {"base_revision": base, "idempotency_key": "satu-kunci"}
    places = at_once(client_for, budi, f"/ruang/redaksi/{story.pk}/terbitkan/", lambda: dict(data))
    assert places == {f"/ruang/redaksi/{story.pk}/selesai/terbit/"}
    assert PageLogEntry.objects.filter(page_id=story.pk, action="news.publish").count() == 1
    assert Notice.objects.filter(recipient=ani).count() == 1


def test_two_editors_on_one_base_one_wins_and_one_is_told(kim_a: KimGroup, ani: User, budi: User) -> None:
    story = builders.make_draft(kim_a, ani)
    revisions = story.revisions.count()

    def save(user: User, lead: str) -> Callable[[], Any]:
        return lambda: services.save_draft(
            article=ArticlePage.objects.get(pk=story.pk),
            user=User.objects.get(pk=user.pk),
            data=builders.draft_input(lead=lead),
            base_revision_id=story.latest_revision_id,
        )

    results = together(save(ani, "Teras dari Ani."), save(budi, "Teras dari Budi."))
    assert names_of(results) == {"ArticlePage": 1, "StaleDraft": 1}
    winner = ("Teras dari Ani.", "Teras dari Budi.")[
        [type(row).__name__ for row in results].index("ArticlePage")
    ]
    kept = ArticlePage.objects.get(pk=story.pk)
    assert kept.get_latest_revision_as_object().lead == winner
    assert kept.revisions.count() == revisions + 1


def test_publish_and_save_at_once_never_publish_unread_words(kim_a: KimGroup, ani: User, budi: User) -> None:
    story = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    base = ArticlePage.objects.get(pk=story.pk).latest_revision_id
    results = together(
        lambda: services.publish(
            article=ArticlePage.objects.get(pk=story.pk),
            user=User.objects.get(pk=budi.pk),
            base_revision_id=base,
        ),
        lambda: services.save_draft(
            article=ArticlePage.objects.get(pk=story.pk),
            user=User.objects.get(pk=ani.pk),
            data=builders.draft_input(lead="Belum dibaca siapa pun."),
            base_revision_id=base,
        ),
    )
    assert sum(isinstance(result, ArticlePage) for result in results) >= 1
    assert ArticlePage.objects.get(pk=story.pk).lead != "Belum dibaca siapa pun."


def test_two_schedulers_publish_a_story_once(kim_a: KimGroup, ani: User, budi: User) -> None:
    stories = [schedule(kim_a, ani, budi, headline=f"Terjadwal nomor {number}") for number in range(3)]
    later = timezone.now() + datetime.timedelta(hours=3)
    with time_machine.travel(later, tick=True):
        results = together(*[lambda: services.publish_due(later)] * 2)
    published = Counter(pk for done, _failed in results for pk in done)
    assert published == {story.pk: 1 for story in stories}
    assert [failed for _done, failed in results] == [[], []]
    log = PageLogEntry.objects.filter(action="news.publish").values_list("page_id", flat=True)
    assert Counter(log) == published


def test_one_invitation_taken_by_several_people_lets_one_in(kim_a: KimGroup, budi: User) -> None:
    link = invitations.invite(kim=kim_a, by=budi, full_name="Sari Wulandari", role="writer")
    token = link.url.rstrip("/").rpartition("/")[2]
    people = [builders.make_user(f"orang{number}") for number in range(ARRIVALS)]
    before = Membership.objects.count()
    results = together(
        *[
            lambda user=user: invitations.accept_as(token=token, user=User.objects.get(pk=user.pk))
            for user in people
        ]
    )
    assert names_of(results) == {"Membership": 1, "LinkUnusable": ARRIVALS - 1}
    assert Membership.objects.count() == before + 1
