"""`/koreksi/` of the network and of one KIM."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from kim.models import KimGroup
from news import services
from news.models import ArticlePage, Correction
from news.selectors.corrections import PAGE_SIZE
from tests import builders
from tests.news.public_pages import count_queries, headlines
from users.models import User


def corrected(kim: KimGroup, writer: User, editor: User, headline: str, **fields: object) -> ArticlePage:
    article = builders.make_article(kim, writer, headline=headline)
    services.correct(article=article, user=editor, data=None, note=f"Catatan {headline}.", **fields)  # type: ignore[arg-type]
    return article


def test_lists_name_what_was_put_right_newest_first(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User
) -> None:
    corrected(kim_a, ani, budi, "Panen di Blok C", requested_by="Ketua RT 05")
    corrected(kim_b, citra, citra, "Pasar pagi Sumber Sari")
    withdrawn = builders.make_article(kim_a, ani, headline="Jembatan putus")
    services.withdraw(article=withdrawn, user=budi, reason="Kabar ini tidak benar.")
    network, kim = (Client().get(url).content.decode() for url in ("/koreksi/", "/bangun-mulya/koreksi/"))
    assert headlines(network) == ["Jembatan putus", "Pasar pagi Sumber Sari", "Panen di Blok C"]
    assert headlines(kim) == ["Jembatan putus", "Panen di Blok C"]
    assert re.findall(r'class="kicker">([^·]+) ·', kim) == ["Pencabutan", "Koreksi"]
    assert [text in kim for text in ("Kabar ini tidak benar.", "Diminta oleh Ketua RT 05")] == [True, True]
    assert 'href="/lapor/?halaman=/bangun-mulya/"' in kim


def test_list_of_a_kim_without_mistakes_says_so(kim_a: KimGroup) -> None:
    response = Client().get("/bangun-mulya/koreksi/")
    assert (response.status_code, "Belum ada yang perlu diperbaiki." in response.content.decode()) == (
        200,
        True,
    )
    assert Client().get("/desa-lain/koreksi/").status_code == 404


def test_draft_of_a_correction_is_not_listed(kim_a: KimGroup, ani: User, budi: User) -> None:
    builders.make_draft(kim_a, ani, headline="Belum terbit")
    assert headlines(Client().get("/koreksi/").content.decode()) == []


def test_pages_follow_one_another_without_gap(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    now = timezone.now()
    Correction.objects.bulk_create(
        Correction(
            kim=kim_a,
            article=article,
            kind="koreksi",
            text=f"Catatan {number}.",
            made_by=budi,
            # Two notes share each moment.
            made_at=now - datetime.timedelta(minutes=number // 2),
        )
        for number in range(PAGE_SIZE * 2 + 3)
    )
    seen, url = [], "/koreksi/"
    while url:
        html = Client().get(url).content.decode()
        seen += re.findall(r"<p>(Catatan \d+)\.</p>", html)
        older = re.search(r'href="(\?sebelum=[^"]+)"', html)
        url = f"/koreksi/{older[1]}" if older else ""
    newest_first = Correction.objects.order_by("-made_at", "-pk").values_list("text", flat=True)
    assert seen == [text.removesuffix(".") for text in newest_first]


@pytest.mark.parametrize("url", ["/koreksi/", "/bangun-mulya/koreksi/"])
def test_lists_run_as_many_queries_for_three_as_for_one(
    kim_a: KimGroup, ani: User, budi: User, url: str
) -> None:
    corrected(kim_a, ani, budi, "Panen di Blok C")
    one = count_queries(url)
    for number in range(2):
        corrected(kim_a, ani, budi, f"Kabar ke-{number}")
    assert (count_queries(url), one <= 10) == (one, True)
