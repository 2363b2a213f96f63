"""After whatever change: no address answers with older content, and hardly any is rendered in vain."""

from __future__ import annotations

import datetime
import difflib
import random
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.utils import timezone

from core import cache
from core.models import MediaImage, NetworkSettings
from kim.models import Channel, KimGroup, Membership, Officer, Person, RegencyPage
from kim.services.standard_pages import ensure_standard_pages
from news import services
from news.models import ArticlePage, Topic
from tests import builders
from tests.cache_reader import Answer, Reader
from users.models import User

START = datetime.datetime(
    2030, 11, 20, 2, 0, tzinfo=datetime.UTC
)  # later than any membership made by fixtures
STEPS = 40


class World:
    """Two KIM with their people and stories; every act changes something that somebody may see."""

    def __init__(
        self, kims: list[KimGroup], writers: list[User], editors: list[User], chance: random.Random
    ) -> None:
        self.kims, self.writers, self.editors, self.chance = kims, writers, editors, chance
        self.addresses = [
            "/",
            "/berita/",
            "/kim/",
            "/rss.xml",
            "/sitemap.xml",
            "/sitemap-halaman.xml",
            "/sitemap-berita.xml",
            "/koreksi/",
        ]
        self.addresses += ["/tentang/"]
        for kim in kims:
            self.addresses += [f"/{kim.slug}/{end}" for end in ("", "berita/", "rss.xml", "koreksi/")]
        for person in Person.objects.all():
            Person.objects.filter(pk=person.pk).update(consents_to_show=True)
            self.addresses += [f"/penulis/{person.slug}/", f"/penulis/{person.slug}/rss.xml"]
        for topic in Topic.objects.all()[:2]:
            self.addresses += [f"/topik/{topic.slug}/", f"/topik/{topic.slug}/rss.xml"]

    def live(self) -> list[ArticlePage]:
        return list(ArticlePage.objects.live().order_by("pk"))

    def publish(self) -> None:
        which = self.chance.randrange(len(self.kims))
        number = ArticlePage.objects.count()
        story = builders.make_article(
            self.kims[which],
            self.writers[which],
            headline=f"Berita ke-{number} dari desa",
            topic=self.chance.choice(list(Topic.objects.all()[:2])),
        )
        self.addresses.append(str(story.url))
        month = f"/sitemap-berita-{timezone.localtime(story.published_at):%Y-%m}.xml"
        self.addresses += [
            a for a in (month, *(f"/tag/{tag.slug}/" for tag in story.tags.all())) if a not in self.addresses
        ]

    def _correct(self, **changes: str) -> None:
        stories = self.live()
        if not stories:
            return
        story = self.chance.choice(stories)
        kept = {"headline": story.title, "lead": story.lead, "text": builders.LONG_TEXT}
        data = services.DraftInput(
            **{**kept, **changes},  # type: ignore[arg-type]
            topic=story.topic,
            format=story.format,
            event_date=story.event_date,
            event_place=story.event_place,
            tags=tuple(tag.name for tag in story.tags.all()),
            sources=tuple((source.name, source.role) for source in story.sources.all()),
        )
        editor = self.editors[[kim.pk for kim in self.kims].index(story.kim_id)]
        services.correct(article=story, user=editor, data=data, note="Kami perbaiki.")

    def correct_text(self) -> None:
        self._correct(text=f"{builders.LONG_TEXT}\n\nTambahan {self.chance.random()}.")

    def correct_headline(self) -> None:
        self._correct(headline=f"Judul baru {self.chance.random()}")

    def reply(self) -> None:
        """A note alone, with a story that is the right of reply."""
        stories = self.live()
        if len(stories) > 1:
            story, answer = self.chance.sample(stories, 2)
            editor = self.editors[[kim.pk for kim in self.kims].index(story.kim_id)]
            services.correct(
                article=story, user=editor, data=None, note="Tanggapan.", kind="hak_jawab", reply=answer
            )

    def withdraw(self) -> None:
        stories = self.live()
        if len(stories) > 3:
            story = self.chance.choice(stories)
            editor = self.editors[[kim.pk for kim in self.kims].index(story.kim_id)]
            services.withdraw(article=story, user=editor, reason="Permintaan keluarga.")

    def change_person(self) -> None:
        person = self.chance.choice(list(Person.objects.order_by("pk")))
        if self.chance.random() < 0.5:
            person.consents_to_show = not person.consents_to_show
        else:
            person.bio = f"Menulis sejak {self.chance.randint(1990, 2020)}-{self.chance.random()}."
        person.save()

    def change_officers(self) -> None:
        kim = self.chance.choice(self.kims)
        person = Person.objects.filter(kim=kim, consents_to_show=True).first()
        if person is not None and not Officer.objects.filter(kim=kim, person=person).delete()[0]:
            Officer.objects.create(kim=kim, person=person, section=Officer.Section.CHAIR)

    def change_role(self) -> None:
        """Who may do what in the rooms is no reader's matter."""
        user = self.writers[0]
        Membership.objects.create(user=user, role="editor", kim=self.kims[0])
        Membership.objects.filter(user=user, role="editor").delete()

    def change_kim(self) -> None:
        kim = self.chance.choice(self.kims)
        kim.tagline = f"Kabar {self.chance.random()}"
        kim.save()

    def rename_kim(self) -> None:
        kim = self.chance.choice(self.kims)
        kim.name = f"KIM {self.chance.randint(1, 10**6)}"
        kim.save()

    def change_channel(self) -> None:
        kim = self.chance.choice(self.kims)
        Channel.objects.create(
            kim=kim, kind=Channel.Kind.RADIO, name=f"Radio {self.chance.random()}", is_active=True
        )

    def rename_topic(self) -> None:
        topic = self.chance.choice(list(Topic.objects.all()[:2]))
        topic.name = f"Topik {self.chance.randint(1, 10**6)}"
        topic.save()

    def change_alt_text(self) -> None:
        image = MediaImage.objects.order_by("?").first()
        if image is not None:
            image.description = f"Gambar {self.chance.random()}"
            image.save()

    def change_settings(self) -> None:
        settings = NetworkSettings.objects.get()
        settings.office_name = f"Dinas {self.chance.random()}"
        settings.save()


# (act, weight): what a network does on a busy day.
ACTS: list[tuple[str, int]] = [
    ("publish", 10), ("correct_text", 8), ("correct_headline", 4), ("withdraw", 4), ("change_person", 3),
    ("change_officers", 2), ("change_role", 2), ("change_kim", 2), ("rename_kim", 1), ("change_channel", 1),
    ("rename_topic", 1), ("change_alt_text", 2), ("change_settings", 1), ("reply", 3),
]  # fmt: skip


@pytest.mark.slow
def test_nothing_is_stale_and_little_is_rendered_in_vain(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Ages may be told 20 seconds too long; here every byte is compared.
    monkeypatch.setattr(cache, "SHORTEST", datetime.timedelta(0))
    indah = builders.make_user("indah", "Indah Lestari")
    builders.join(indah, "writer", kim=kim_b)
    chance = random.Random(20261120)
    reader, fresh = Reader(), WSGIHandler()
    truth = Reader(fresh, limit=0)
    ensure_standard_pages(RegencyPage.objects.get())
    with time_machine.travel(START, tick=False) as clock:
        world = World([kim_a, kim_b], [ani, indah], [budi, citra], chance)
        for _ in range(6):
            world.publish()
            clock.shift(3600)
        crawl(reader, truth, world.addresses, "start")
        for step in range(STEPS):
            act = chance.choices([name for name, _ in ACTS], [weight for _, weight in ACTS])[0]
            run: Callable[[], Any] = getattr(world, act)
            run()
            crawl(reader, truth, world.addresses, f"{step} {act}")
            clock.shift(chance.randint(1, 40))
    counters = reader.cache.counters
    share = counters["in vain"] / counters["refused"]
    print(f"\n{dict(counters)}, rendered in vain {share:.1%}")
    assert counters["refused"] > 150
    assert counters["hit"] > counters["refused"]
    assert share <= 0.05


def crawl(reader: Reader, truth: Reader, addresses: list[str], when: str) -> None:
    for address in addresses:
        known, real = reader.get(address), truth.get(address)
        assert (when, address, known.status, differences(known, real)) == (when, address, real.status, [])


def differences(known: Answer, real: Answer) -> list[str]:
    """Lines that only one of two answers has."""
    lines = difflib.ndiff(known.body.decode().splitlines(), real.body.decode().splitlines())
    return [line[:300] for line in lines if line[0] in "+-"] if known.body != real.body else []
