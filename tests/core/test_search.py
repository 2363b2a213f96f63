"""Cleaning what a reader typed."""

import unicodedata

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from core.search import MAX_LENGTH, MAX_WORDS, clean_query, every_word, words_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ""),
        ("   ", ""),
        ("  panen \n padi\t", "panen padi"),
        ("pa\x00nen", "pa nen"),
        ("panen\u2028padi", "panen padi"),
        ("a" * 300, "a" * 100),
        ("“Air” & <b>sawah</b>", "“Air” & <b>sawah</b>"),
    ],
)
def test_query_is_one_short_line(typed: str, expected: str) -> None:
    assert clean_query(typed) == expected


@given(st.text(max_size=400))
def test_query_holds_no_control_characters(typed: str) -> None:
    query = clean_query(typed)
    assert len(query) <= MAX_LENGTH
    assert [letter for letter in query if letter != " " and unicodedata.category(letter)[0] in "CZ"] == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ()),
        ("a", ()),
        ("a b c", ()),
        ("!!! ??", ()),
        ("Panen padi PANEN", ("panen", "padi")),
        ("Api-Api", ("api-api",)),
        ("ma'ruf", ("ma'ruf",)),
        ("' OR 1=1 --", ("or",)),
        (" ".join(f"kata{n}" for n in range(20)), tuple(f"kata{n}" for n in range(MAX_WORDS))),
    ],
)
def test_words_of_query(query: str, expected: tuple[str, ...]) -> None:
    assert words_of(query) == expected


def test_every_word_asks_each_field_for_each_word() -> None:
    expected = (Q(title__icontains="air") | Q(lead__icontains="air")) & (
        Q(title__icontains="sawah") | Q(lead__icontains="sawah")
    )
    assert every_word(("air", "sawah"), ("title", "lead")) == expected
