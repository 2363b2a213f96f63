"""The place of activity in the rooms, the row about silent KIM, and what the office sets."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from core.rooms import all_places_of, places_of
from evaluation.models import EvaluationSettings
from evaluation.rooms import silence_todos
from kim.models import KimGroup
from tests import builders
from tests.evaluation.corpus import overseer, story
from users.models import User

ClientFor = Callable[..., Client]


def names(places: Any) -> list[str]:
    return [place.name for place in places if place.name.startswith("activity")]


def test_overseers_have_the_place_in_their_bar(kim_a: KimGroup, gita: User) -> None:
    for user in (gita, overseer("joko", "coach"), overseer("eko", "assessor")):
        assert names(places_of(user)) == ["activity"]


def test_members_have_it_after_their_daily_work(kim_a: KimGroup, ani: User, budi: User) -> None:
    for user in (ani, budi):
        assert names(all_places_of(user)) == ["activity_own"]
    assert names(places_of(budi)) == []


def test_trainers_have_no_such_place(kim_a: KimGroup) -> None:
    assert names(all_places_of(overseer("hadi", "trainer"))) == []


def test_place_is_marked_while_one_is_there(
    kim_a: KimGroup, ani: User, gita: User, client_for: ClientFor
) -> None:
    for user in (ani, gita):
        places = client_for(user).get("/ruang/aktivitas/bangun-mulya/").context["room"]["places"]
        assert [place["url"] for place in places if place["current"]] == ["/ruang/aktivitas/"]


@pytest.mark.parametrize(("role", "rows"), [("coach", 1), ("office_admin", 1), ("assessor", 0)])
def test_silent_kim_are_one_row_for_those_who_coach(
    role: str, rows: int, kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User
) -> None:
    KimGroup.objects.update(created_at=timezone.now() - datetime.timedelta(days=100))
    builders.make_kim("KIM Baru")
    story(kim_a, ani, 31, "Sudah lama")
    found = list(silence_todos(overseer("joko", role)))
    assert [(row.text, row.url, row.count) for row in found] == [
        ("2 KIM diam lebih dari 30 hari", "/ruang/aktivitas/", 2)
    ] * rows


def test_no_row_while_everybody_publishes(kim_a: KimGroup, ani: User, budi: User) -> None:
    story(kim_a, ani, 30, "Tiga puluh hari")
    assert list(silence_todos(overseer("joko", "coach"))) == []


def test_paused_kim_may_be_silent(kim_a: KimGroup) -> None:
    old = timezone.now() - datetime.timedelta(days=100)
    KimGroup.objects.update(created_at=old, status="paused")
    assert list(silence_todos(overseer("joko", "coach"))) == []


def test_silent_kim_of_another_district_are_not_asked_of_this_coach(kim_a: KimGroup, kim_b: KimGroup) -> None:
    KimGroup.objects.update(created_at=timezone.now() - datetime.timedelta(days=100))
    assert [row.count for row in silence_todos(overseer("joko", "coach", "64.09.02"))] == [1]


def settings_url(kim: KimGroup) -> str:
    site = Site.objects.get(is_default_site=True)
    return reverse("wagtailsettings:edit", args=["evaluation", "evaluationsettings", site.pk])


def test_office_sets_the_target(kim_a: KimGroup, gita: User, client_for: ClientFor) -> None:
    client, url = client_for(gita), settings_url(kim_a)
    assert client.get(url).status_code == 200
    assert client.post(url, {"stories_per_month": "6"}).status_code == 302
    assert EvaluationSettings.objects.get().stories_per_month == 6


@pytest.mark.parametrize("number", ["0", "101", "-1", "banyak", ""])
def test_target_that_makes_no_sense_is_refused(
    number: str, kim_a: KimGroup, gita: User, client_for: ClientFor
) -> None:
    assert client_for(gita).post(settings_url(kim_a), {"stories_per_month": number}).status_code == 200
    assert list(EvaluationSettings.objects.exclude(stories_per_month=4)) == []


@pytest.mark.parametrize("persona", ["ani", "budi", "citra"])
def test_tenants_do_not_reach_the_target(
    persona: str, request: Any, kim_a: KimGroup, client_for: ClientFor
) -> None:
    assert client_for(request.getfixturevalue(persona)).get(settings_url(kim_a)).status_code == 302
