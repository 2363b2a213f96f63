"""Loading the demo: complete, repeatable, usable by its accounts, refused elsewhere."""

import datetime
from collections import Counter
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from core.models import MediaImage, NetworkSettings
from demo import network, sources
from demo.articles import published_moment
from demo.people import ACCOUNTS
from kim.models import KimGroup, Membership
from news.models import ArticlePage, ContentReport, Correction
from news.selectors.reports import report_queue
from users.models import User

TODAY = datetime.date(2026, 11, 24)
PASSWORD = "kata-sandi-uji-2026"


def counts() -> dict[str, int]:
    models = (KimGroup, ArticlePage, MediaImage, Membership, User, ContentReport, Correction)
    return {model.__name__: model.objects.count() for model in models}


@pytest.fixture
def loaded(db: Any) -> None:
    network.load(password=PASSWORD, say=lambda text: None, today=TODAY)


@pytest.mark.slow
def test_demo_is_complete_and_a_second_run_adds_nothing(loaded: None) -> None:
    first = counts()
    assert first["KimGroup"] == 24
    assert first["ArticlePage"] == len(sources.stories()) + 3
    network.load(password=PASSWORD, say=lambda text: None, today=TODAY)
    assert counts() == first

    states = Counter(ArticlePage.objects.filter(live=False).values_list("state", flat=True))
    assert states == {"draft": 1, "returned": 1, "in_review": 1}
    assert NetworkSettings.objects.get().is_demo is True
    without_picture = [s["slug"] for s in sources.stories() if not s.get("picture")]
    assert sorted(
        ArticlePage.objects.live()
        .filter(list_image=None, slug__in=without_picture)
        .values_list("slug", flat=True)
    ) == sorted(without_picture)
    assert (
        ArticlePage.objects.live()
        .filter(published_at__gt=datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC))
        .count()
        == 0
    )

    queue = report_queue(User.objects.get(username="budi"))
    assert [row.is_late for row in queue.open] == [True, False]
    assert [row.words.label for row in queue.answered] == ["Dijawab tepat waktu"] * 2
    notes = Correction.objects.exclude(report=None).order_by("made_at")
    assert [(note.kind, note.reply is not None) for note in notes] == [("hak_jawab", True), ("ralat", False)]

    for account in ACCOUNTS:
        answer = Client().post("/masuk/", {"login": account.phone, "password": PASSWORD})
        assert (account.username, answer.status_code) == (account.username, 302)


def test_hours_are_the_same_on_every_machine() -> None:
    row = {"slug": "panen", "days_ago": 3}
    anchor = datetime.date(2026, 11, 20)
    assert published_moment(row, anchor) == published_moment(dict(row), anchor)
    assert published_moment(row, anchor).date() == datetime.date(2026, 11, 17)


def test_demo_is_refused_outside_demo_settings(settings: Any) -> None:
    settings.KIM_DEMO_ALLOWED = False
    with pytest.raises(CommandError):
        call_command("demo")
