"""Spelling traps and their standard form."""

import pytest

from news.rules.spelling import TRAPS, SpellingMatch, spelling_matches


def pairs(text):
    return [(match.found, match.standard) for match in spelling_matches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Acara di rumah dilakukan pagi.", []),
        ("Acara dirumah di lakukan pagi.", [("dirumah", "di rumah"), ("di lakukan", "dilakukan")]),
        ("Disana ada apotik.", [("Disana", "Di sana"), ("apotik", "apotek")]),
        ("Pergi kesana, kemana saja", [("kesana", "ke sana"), ("kemana", "ke mana")]),
        ("Resiko ijin praktek", [("Resiko", "Risiko"), ("ijin", "izin"), ("praktek", "praktik")]),
        ("Salat Jum’at dan Jum'at", [("Jum’at", "Jumat"), ("Jum'at", "Jumat")]),
        ("di\n  bagikan", [("di\n  bagikan", "dibagikan")]),
        ("anak anak dan anak-anak", [("anak anak", "anak-anak")]),
        ("Keluar rumah, kedua, diantar, dijalankan, perizinan", []),
        ("praktek-praktek", []),
        ("Di bawah, di atas, di mana", []),
        ("hutangnya", []),
        ("Warga di Bangun Mulya di bangunkan", []),
        ("Jembatan di bangun di Bangun Mulya", [("di bangun", "dibangun")]),
        ("Pebruari dan nopember", [("Pebruari", "Februari"), ("nopember", "November")]),
    ],
)
def test_spelling_matches(text, expected):
    assert pairs(text) == expected


def test_match_knows_its_place():
    assert spelling_matches("Ini resiko") == (SpellingMatch("resiko", "risiko", 4),)


@pytest.mark.parametrize("trap", sorted(TRAPS))
def test_every_trap_is_found_with_its_standard_form(trap):
    assert pairs(f"Kata {trap} itu") == [(trap, TRAPS[trap])]


def test_no_standard_form_is_itself_a_trap():
    assert len(TRAPS) >= 40
    assert [standard for standard in TRAPS.values() if spelling_matches(standard)] == []
