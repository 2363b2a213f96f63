"""KIM with published work whose every number is known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from core.statistics import add_reads
from kim.models import KimGroup, Person, Region
from news import services
from news.models import ArticleByline, ArticlePage, Correction, Format, Topic
from tests import builders
from users.models import User


def today() -> datetime.date:
    return timezone.localdate()


def day(ago: int) -> datetime.date:
    return today() - datetime.timedelta(days=ago)


def own_days(first_ago: int, last_ago: int = 0) -> str:
    """The period in an address."""
    return f"dari={day(first_ago).isoformat()}&sampai={day(last_ago).isoformat()}"


def overseer(username: str, role: str, code: str = "64.09") -> User:
    user = builders.make_user(username)
    builders.join(user, role, region=Region.objects.get(code=code))
    return user


def story(kim: KimGroup, owner: User, ago: int, headline: str, **fields: Any) -> ArticlePage:
    """A public story that came out so many days ago, at noon."""
    article = builders.make_article(kim, owner, headline=headline, **fields)
    moment = timezone.make_aware(datetime.datetime.combine(day(ago), datetime.time(12)))
    ArticlePage.objects.filter(pk=article.pk).update(published_at=moment, first_published_at=moment)
    services.refresh_footprint(article.pk)
    article.refresh_from_db()
    return article


def note(article: ArticlePage, kind: str, ago: int) -> Correction:
    made = Correction.objects.create(
        kim=article.kim, article=article, kind=kind, text=f"Catatan {kind} {ago}"
    )
    moment = timezone.make_aware(datetime.datetime.combine(day(ago), datetime.time(12)))
    Correction.objects.filter(pk=made.pk).update(made_at=moment)
    return made


@dataclass
class Corpus:
    """In the 28 days up to today: `inside` stories, `reads` reads of `read_stories` stories, corrections by kind."""

    kim: KimGroup
    stories: dict[str, ArticlePage]
    second: Person
    inside: int = 5
    reads: int = 16
    read_stories: int = 3
    erratum: int = 2
    reply: int = 1


def make_corpus(kim: KimGroup, ani: User, budi: User) -> Corpus:
    """Seven public stories, five of them in the last 28 days; one withdrawn and two unpublished ones beside them."""
    fishing = Topic.objects.get_or_create(slug="perikanan", defaults={"name": "Perikanan"})[0]
    video = Format.objects.get_or_create(slug="video", defaults={"name": "Video"})[0]
    stories = {
        "old": story(kim, ani, 60, "Lama sekali"),
        "before": story(kim, ani, 28, "Sehari sebelum rentang"),
        "first": story(kim, ani, 27, "Hari pertama rentang", topic=fishing),
        "twin_a": story(kim, ani, 10, "Dua di hari yang sama", topic=fishing, format=video),
        "twin_b": story(kim, budi, 10, "Yang kedua hari itu"),
        "bare": story(kim, ani, 4, "Tanpa topik dan format"),
        "today": story(kim, budi, 0, "Terbit hari ini"),
    }
    ArticlePage.objects.filter(pk=stories["bare"].pk).update(topic=None, format=None)
    services.refresh_footprint(stories["bare"].pk)
    second = Person.objects.get(kim=kim, user=budi)
    ArticleByline.objects.create(article=stories["today"], person=None, name="Tanpa catatan", sort_order=5)
    ArticleByline.objects.create(
        article=stories["twin_a"], person=second, name=second.full_name, sort_order=6
    )
    services.refresh_footprint(stories["twin_a"].pk)
    withdrawn = story(kim, ani, 5, "Sudah dicabut dari pembaca")
    services.withdraw(article=withdrawn, user=budi, reason="Salah orang.")
    Correction.objects.filter(article=withdrawn).delete()
    builders.make_draft(kim, ani, headline="Belum terbit sama sekali")
    note(stories["old"], "ralat", 27)
    note(stories["first"], "ralat", 0)
    note(stories["first"], "ralat", 28)
    note(stories["today"], "hak_jawab", 1)
    add_reads(
        [
            (stories["old"].pk, day(27), 7),
            (stories["old"].pk, day(28), 100),
            (stories["first"].pk, day(3), 4),
            (stories["first"].pk, day(2), 2),
            (stories["today"].pk, day(0), 3),
            (withdrawn.pk, day(1), 1000),
        ]
    )
    return Corpus(kim, stories, second)
