"""Short texts for lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.rules.shorten import at_word, first_words, printable


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Panen padi", 20, "Panen padi"),
        ("Panen padi di Blok C", 14, "Panen padi di…"),
        ("Panen, padi", 7, "Panen…"),
        ("Gotongroyong", 6, "Goton…"),
        ("  dua   kata ", 20, "dua kata"),
    ],
)
def test_cut_between_words(text: str, length: int, expected: str) -> None:
    assert at_word(text, length) == expected


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Panen selesai. Gabah dijemur.", 20, "Panen selesai."),
        ("Panen selesai. Gabah dijemur.", 60, "Panen selesai. Gabah dijemur."),
        ("Warga RT. 05 dan H. Ahmad menanam padi bersama", 30, "Warga RT. 05 dan H. Ahmad…"),
        ("Hasilnya 2,1 ton. Lebih dari perkiraan.", 25, "Hasilnya 2,1 ton."),
        ("“Air sampai.” Kata itu disambut tepuk tangan.", 25, "“Air sampai.”"),
    ],
)
def test_cut_after_a_whole_sentence(text: str, length: int, expected: str) -> None:
    assert first_words(text, length) == expected


@given(st.text(max_size=200), st.integers(min_value=2, max_value=80))
def test_cut_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(first_words(text, length)) <= length


def test_printable_drops_control_characters_alone() -> None:
    assert printable("a\x00b\x1f\nc\td\x7fé") == "ab\nc\tdé"
