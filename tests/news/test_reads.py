"""What writers are told of their readers: one plain sentence."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from core.statistics import Reads, add_reads
from kim.models import KimGroup
from news.selectors.reads import reads_sentence
from tests import builders
from users.models import User


@pytest.mark.parametrize(
    ("reads", "sentence"),
    [
        (None, "Belum ada yang membaca. Bagikan tautannya kepada tetangga Anda."),
        (Reads(0, 0), "Belum ada yang membaca. Bagikan tautannya kepada tetangga Anda."),
        (Reads(1, 1), "Sudah dibaca 1 kali, semuanya dalam tujuh hari terakhir."),
        (Reads(124, 12), "Sudah dibaca 124 kali, 12 kali di antaranya dalam tujuh hari terakhir."),
        (Reads(124, 0), "Sudah dibaca 124 kali, tetapi tidak dalam tujuh hari terakhir."),
    ],
)
def test_sentence(reads: Reads | None, sentence: str) -> None:
    assert reads_sentence(reads) == sentence


def test_writer_sees_how_often_a_public_story_was_read(
    kim_a: KimGroup, ani: User, budi: User, client_for: Callable[[User | None], Client]
) -> None:
    story = builders.make_article(kim_a, ani)
    builders.make_draft(kim_a, ani, headline="Belum terbit")
    today = timezone.localdate()
    add_reads([(story.pk, today, 3), (story.pk, today - datetime.timedelta(days=30), 4)])
    sentence = "Sudah dibaca 7 kali, 3 kali di antaranya dalam tujuh hari terakhir."
    client = client_for(ani)
    for address in ("/ruang/tulis/", f"/ruang/tulis/{story.pk}/pratinjau/"):
        assert client.get(address).content.decode().count(sentence) == 1
    assert client.get("/ruang/tulis/").content.decode().count("Belum ada yang membaca") == 0
