"""Which changes of a public story readers must be told of."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.rules.silent_edit import (
    MOST_CHANGED,
    PARTS,
    StoryText,
    Verdict,
    changes_substance,
    repairs_between,
)

STORY = StoryText(
    headline="Panen padi di Blok C selesai",
    lead="Dua puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi.",
    body="Sebanyak 14 truk mengangkut gabah.\n“Hasilnya naik,” kata Sukirman.\nHarga gabah Rp6.500 per kilogram.",
    boxes=("Angka: Luas 3,5 hektare",),
    event_date=datetime.date(2026, 11, 21),
    event_place="Blok C Bangun Mulya",
    sources=(("Sukirman", "Ketua kelompok tani"), ("Aminah", "Warga RT 05")),
    photos=((7, "Petani memanen padi."), (9, "Gabah dijemur.")),
)


def body(text: str) -> StoryText:
    return replace(STORY, body=text)


HARMLESS = [
    ("Sebanyak 14 truk mengangkut gabah", "sebanyak  14 Truk, mengangkut gabah!"),
    ("aktifitas warga di jalan", "aktivitas warga di jalan"),
    ("dimana warga berkumpul", "di mana warga berkumpul"),
    ("mereka di lakukan bersama", "mereka dilakukan bersama"),
    ("beras yang yang dibagi", "beras yang dibagi"),
    ("bulan Pebruari", "bulan Februari"),
    ("dua milyar rupiah", "dua miliar rupiah"),
    ("2-3 orang", "2–3 orang"),
    ("ia berkata “ya”", "ia berkata: 'ya'"),
    ("cafe\u0301 warga", "café warga"),
    ("warga sepakat", "warga sepkat"),
]
SUBSTANCE = [
    ("14 truk", "15 truk"),
    ("14 truk", "empat belas truk"),
    ("1,5 juta", "15 juta"),
    ("5 persen", "5%"),
    ("suhu 5 derajat", "suhu -5 derajat"),
    ("3 sapi dan 5 kambing", "3 kambing dan 5 sapi"),
    ("pukul 07.30", "pukul 08.30"),
    ("12 500", "125 00"),
    ("warga menolak", "warga tidak menolak"),
    ("bukan warga desa", "warga desa"),
    ("belum dibayar", "sudah dibayar"),
    ("kata Sukirman", "kata Suyatno"),
    ("bulan Juni", "bulan Juli"),
    ("hari Rabu", "hari Sabtu"),
    ("dua petani", "lima petani"),
    ("diduga mengambil", "mengambil"),
    ("berangkat dari Waru", "berangkat ke Waru"),
    ("anak-anak bermain", "anak bermain"),
    ("Panen selesai.", "Panen selesai. Warga pulang."),
    ("Panen selesai. Warga pulang.", "Panen selesai."),
    ("Panen selesai", ""),
]


@pytest.mark.parametrize(("before", "after"), HARMLESS)
def test_small_repair_is_harmless_both_ways(before: str, after: str) -> None:
    verdicts = [changes_substance(body(a), body(b)) for a, b in ((before, after), (after, before))]
    assert [verdict.parts for verdict in verdicts] == [(), ()]
    assert verdicts[0] == verdicts[1]


@pytest.mark.parametrize(("before", "after"), SUBSTANCE)
def test_other_meaning_is_substance_both_ways(before: str, after: str) -> None:
    verdicts = [changes_substance(body(a), body(b)) for a, b in ((before, after), (after, before))]
    assert [verdict.parts for verdict in verdicts] == [("body",), ("body",)]


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"headline": "Panen padi di Blok D gagal"}, ("headline",)),
        ({"lead": "Tiga puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi."}, ("lead",)),
        ({"event_date": datetime.date(2026, 11, 22)}, ("date",)),
        ({"event_date": None}, ("date",)),
        # One letter is a name of its own here.
        ({"event_place": "Blok A Bangun Mulya"}, ("place",)),
        ({"event_place": "Balai Desa Waru"}, ("place",)),
        ({"sources": STORY.sources[:1]}, ("sources",)),
        ({"sources": (*STORY.sources, ("", ""))}, ("sources",)),
        ({"sources": STORY.sources[::-1]}, ()),
        ({"sources": (("Sukirman", "Kepala desa"), STORY.sources[1])}, ("sources",)),
        ({"photos": STORY.photos[::-1]}, ()),
        ({"photos": STORY.photos[:1]}, ("photos",)),
        ({"photos": ((8, "Petani memanen padi."), STORY.photos[1])}, ("photos",)),
        ({"photos": ((7, "Petani menanam cabai."), STORY.photos[1])}, ("captions",)),
        ({"photos": ((7, "petani memanen padi"), STORY.photos[1])}, ()),
        ({"boxes": ("Angka: Luas 35 hektare",)}, ("boxes",)),
        ({"is_advertorial": True}, ("sponsor",)),
        ({"is_advertorial": True, "sponsor": "Toko Makmur"}, ("sponsor",)),
        ({"headline": "Lain sekali", "photos": ()}, ("headline", "photos")),
    ],
)
def test_each_part_is_named(fields: dict[str, Any], parts: tuple[str, ...]) -> None:
    assert changes_substance(STORY, replace(STORY, **fields)).parts == parts


# Words of six letters; each repair exchanges the last one.
def repaired(count: int) -> tuple[str, str]:
    words = [f"kata{chr(97 + n)}b" for n in range(26)]
    return " ".join(words), " ".join([*(word[:-1] + "x" for word in words[:count]), *words[count:]])


@pytest.mark.parametrize(("count", "parts"), [(19, ()), (20, ()), (21, ("many",))])
def test_twenty_changed_letters_are_the_limit(count: int, parts: tuple[str, ...]) -> None:
    before, after = repaired(count)
    assert changes_substance(body(before), body(after)) == Verdict(parts, count)
    assert MOST_CHANGED == 20


def test_limit_counts_all_parts_together() -> None:
    (lead, new_lead), (text, new_text) = repaired(10), repaired(11)
    before = replace(STORY, lead=lead, body=text)
    assert changes_substance(before, replace(STORY, lead=new_lead, body=text)) == Verdict((), 10)
    assert changes_substance(before, replace(STORY, lead=new_lead, body=new_text)) == Verdict(("many",), 21)


def test_every_part_has_words() -> None:
    assert all(message.endswith(".") for message in PARTS.values())


def test_long_text_with_one_repair_is_read_quickly() -> None:
    words = [f"kata{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in range(6000)]
    other = [*words[:3000], words[3000] + "s", *words[3001:]]
    assert repairs_between(" ".join(words), " ".join(other)) == 1


WORDS = st.sampled_from(
    "warga panen padi yang di itu tidak 14 1,5 aktifitas aktivitas dimana mana sawah sawa Juni Juli Budi Tono".split()
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join) | st.text(max_size=30)
STORIES = st.builds(
    StoryText,
    headline=TEXTS,
    lead=TEXTS,
    body=TEXTS,
    event_date=st.none() | st.dates(),
    sources=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    photos=st.lists(st.tuples(st.integers(1, 3), TEXTS), max_size=3).map(tuple),
    is_advertorial=st.booleans(),
)


@given(STORIES, STORIES)
def test_verdict_is_symmetric(one: StoryText, other: StoryText) -> None:
    assert changes_substance(one, other) == changes_substance(other, one)


@given(STORIES)
def test_equal_story_is_harmless(story: StoryText) -> None:
    assert changes_substance(story, story) == Verdict((), 0)


@given(st.lists(WORDS, min_size=1, max_size=8), st.integers(0, 10**6))
def test_another_figure_is_always_substance(words: list[str], figure: int) -> None:
    text = " ".join(words)
    assert repairs_between(f"{text} {figure} orang", f"{text} {figure + 1} orang") is None
