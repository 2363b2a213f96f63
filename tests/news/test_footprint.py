"""A story's footprint: which keys its publication raises, and the days that are counted with it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import KeyRaise
from kim.models import KimGroup, Person
from news import services
from news.models import ArticleFootprint, ArticlePage, DailyStories
from tests import builders
from users.models import User

pytestmark = pytest.mark.usefixtures("budi")


def raised() -> set[str]:
    """Keys raised since the last call."""
    keys = {key for row in KeyRaise.objects.all() for key in row.keys.split()}
    KeyRaise.objects.all().delete()
    return keys


def counts(kim: KimGroup) -> dict[tuple[str, int], int]:
    rows = DailyStories.objects.filter(kim=kim).values_list("dimension", "value", "stories")
    return {(dimension, value): stories for dimension, value, stories in rows}


def test_first_story_raises_its_lists_and_what_names_its_kim(kim_a: KimGroup, ani: User) -> None:
    raised()
    story = builders.make_article(kim_a, ani)
    person = Person.objects.get(kim=kim_a, user=ani)
    kim, topic = kim_a.pk, story.topic_id
    lists = {"list-all", "list-news", f"list-kim-{kim}", f"list-topic-{topic}", f"list-person-{person.pk}"}
    lists |= {f"list-tag-{tag.pk}" for tag in story.tags.all()}
    month = f"{timezone.localtime(story.published_at):%Y-%m}"
    others = {f"month-{month}", "months", "tree", f"person-{person.pk}", f"kim-{kim}-home", f"latest-{kim}"}
    assert raised() >= lists | others
    story_keys = lists | others | {f"page-{story.pk}"}
    second = builders.make_article(kim_a, ani, headline="Kerja bakti di RT 05")
    keys = raised()
    assert {key for key in keys if key.startswith("list-")} == {
        k for k in story_keys if k.startswith("list-")
    }
    assert keys & {"months", "tree", f"person-{person.pk}", f"row-{story.pk}"} == set()
    assert ArticleFootprint.objects.count() == 2
    assert second.pk != story.pk


def test_text_alone_raises_the_page_and_the_month(kim_a: KimGroup, ani: User, budi: User) -> None:
    story = builders.make_article(kim_a, ani)
    raised()
    services.refresh_footprint(story.pk)
    assert raised() == {f"month-{timezone.localtime(story.published_at):%Y-%m}"}


def test_withdrawal_raises_the_row_and_not_the_lists(kim_a: KimGroup, ani: User, budi: User) -> None:
    older = builders.make_article(kim_a, ani)
    newer = builders.make_article(kim_a, ani, headline="Kerja bakti di RT 05")
    raised()
    services.withdraw(article=older, user=budi, reason="Salah tempat.")
    keys = raised()
    assert {f"row-{older.pk}", f"page-{older.pk}"} <= keys
    assert [key for key in keys if key.startswith("list-")] == []
    assert f"latest-{kim_a.pk}" not in keys
    services.withdraw(article=newer, user=budi, reason="Salah tempat.")
    assert {f"latest-{kim_a.pk}", "months", "tree"} <= raised()
    assert ArticleFootprint.objects.count() == 0


def test_deleted_story_leaves_as_a_withdrawn_one(kim_a: KimGroup, ani: User) -> None:
    story = builders.make_article(kim_a, ani)
    pk = story.pk
    raised()
    ArticlePage.objects.get(pk=pk).delete()
    assert {f"row-{pk}", f"page-{pk}", f"latest-{kim_a.pk}", "months"} <= raised()
    assert counts(kim_a) == {}


def test_draft_raises_nothing_that_readers_see(kim_a: KimGroup, ani: User) -> None:
    story = builders.make_article(kim_a, ani)
    raised()
    builders.make_draft(kim_a, ani)
    data = services.DraftInput(headline="Judul baru", lead="Teras", text="Isi")
    services.save_draft(article=story, user=ani, data=data, base_revision_id=None)
    assert raised() == set()


def test_days_are_counted_with_publication_and_withdrawal(kim_a: KimGroup, ani: User, budi: User) -> None:
    person = Person.objects.get(kim=kim_a, user=ani)
    first = builders.make_article(kim_a, ani)
    second = builders.make_article(kim_a, ani, headline="Kerja bakti di RT 05")
    expected = {
        ("all", 0): 2,
        ("topic", first.topic_id): 2,
        ("format", first.format_id): 2,
        ("writer", person.pk): 2,
    }
    assert counts(kim_a) == expected
    services.withdraw(article=second, user=budi, reason="Salah tempat.")
    assert counts(kim_a) == dict.fromkeys(expected, 1)
    assert services.check_statistics() == 0


def test_nightly_check_mends_what_is_wrong(kim_a: KimGroup, ani: User) -> None:
    builders.make_article(kim_a, ani)
    right = counts(kim_a)
    row = DailyStories.objects.get(dimension="all")
    DailyStories.objects.filter(pk=row.pk).update(stories=9)
    DailyStories.objects.filter(dimension="writer").delete()
    DailyStories.objects.create(kim=kim_a, day=datetime.date(2020, 1, 1), dimension="all", stories=3)
    assert services.check_statistics() == 3
    assert counts(kim_a) == right
    assert services.check_statistics() == 0


@pytest.mark.parametrize(("utc_hour", "day"), [(15, 21), (16, 22)])
def test_day_is_that_of_the_regency(kim_a: KimGroup, ani: User, utc_hour: int, day: int) -> None:
    story = builders.make_article(kim_a, ani)
    moment = datetime.datetime(2026, 11, 21, utc_hour, 30, tzinfo=datetime.UTC)
    ArticlePage.objects.filter(pk=story.pk).update(published_at=moment)
    services.check_statistics()
    assert set(DailyStories.objects.values_list("day", flat=True)) == {datetime.date(2026, 11, day)}


def test_republished_story_keeps_its_day(kim_a: KimGroup, ani: User, budi: User) -> None:
    """Dates of the row win over those of the revision."""
    story = builders.make_article(kim_a, ani)
    then = timezone.now() - datetime.timedelta(days=40)
    ArticlePage.objects.filter(pk=story.pk).update(published_at=then, first_published_at=then)
    services.refresh_footprint(story.pk)
    draft = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    draft.save_revision(user=budi).publish(user=budi, skip_permission_checks=True)
    story.refresh_from_db()
    assert story.published_at == then
    assert set(DailyStories.objects.values_list("day", flat=True)) == {timezone.localtime(then).date()}


def test_footprint_costs_the_same_for_one_and_three_stories_a_day(kim_a: KimGroup, ani: User) -> None:
    story = builders.make_article(kim_a, ani)

    def queries() -> int:
        stored = ArticleFootprint.objects.get(article=story)
        stored.facts = {**stored.facts, "row": "x"}
        stored.save()
        with CaptureQueriesContext(connection) as captured:
            services.refresh_footprint(story.pk)
        return len(captured)

    one = queries()
    for number in range(3):
        builders.make_article(kim_a, ani, headline=f"Kerja bakti di RT {number}")
    assert queries() == one


def test_footprint_survives_json(kim_a: KimGroup, ani: User) -> None:
    story = builders.make_article(kim_a, ani)
    footprint = services.stored_footprint(story.pk)
    assert footprint is not None
    assert type(footprint).from_dict(footprint.as_dict()) == footprint
    assert replace(footprint, row="x") != footprint
