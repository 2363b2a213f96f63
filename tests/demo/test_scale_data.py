"""Scale data are rows like any other: a sound tree, readable pages, found by search, counted."""

from __future__ import annotations

import random

from django.db import connection
from django.test import Client
from wagtail.models import Page

from demo import scale
from demo.scale_texts import bodies
from kim.models import KimGroup
from news import services
from news.models import ArticlePage, Format, Topic
from news.selectors import public
from tests import builders
from users.models import User


def test_stories_straight_into_the_tables_are_sound(kim_a: KimGroup, kim_b: KimGroup, ani: User) -> None:
    Topic.objects.get_or_create(slug="pertanian", defaults={"name": "Pertanian"})
    Format.objects.get_or_create(slug="berita", defaults={"name": "Berita"})
    made = scale.make_articles([kim_a, kim_b], 30, lambda text: None)
    again = scale.make_articles([kim_a, kim_b], 5, lambda text: None)
    stories = ArticlePage.objects.filter(slug__startswith="skala-").order_by("pk")
    assert (made, again, stories.count(), stories.values("title").distinct().count()) == (30, 5, 35, 35)
    assert Page.find_problems() == ([], [], [], [], [])
    assert services.check_statistics() == 0
    first = stories[0]
    assert (first.url, Client().get(first.url).status_code) == (f"/{first.kim.slug}/berita/skala-0/", 200)
    # What comes after them gets numbers of its own.
    assert builders.make_draft(kim_a, ani).pk > stories.last().pk  # type: ignore[union-attr]


def test_scale_story_is_found_by_a_word_of_its_text(kim_a: KimGroup) -> None:
    Topic.objects.get_or_create(slug="pertanian", defaults={"name": "Pertanian"})
    Format.objects.get_or_create(slug="berita", defaults={"name": "Berita"})
    scale.make_articles([kim_a], 3, lambda text: None)
    story = ArticlePage.objects.get(slug="skala-1")
    root = kim_a.page.get_parent()
    words = (story.title.split()[0].lower(),)
    found = [row.slug for row in public.found_stories(root, words)]
    assert ("skala-1" in found) is True
    indexed = ArticlePage.objects.search(story.title.rpartition(" (")[0])
    assert [row.pk for row in indexed] == ([story.pk] if connection.vendor == "postgresql" else [])


def test_texts_have_the_length_of_stories_and_many_words() -> None:
    texts = [text.plain.split() for text in bodies(40, random.Random(1))]
    assert min(map(len, texts)) >= 120
    assert max(map(len, texts)) <= 700
    assert len({word for text in texts for word in text}) > 1500
