"""Typed text arrives without control characters, invisible marks and walls of blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.typed_text import LineField, one_line, tidy_lines


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Bu   Siti\t\n", "Bu Siti"),
        ("Bu\u202eSiti\u200b", "Bu Siti"),
        ("a\x00b", "a b"),
        ("", ""),
    ],
)
def test_one_line(typed: str, stored: str) -> None:
    assert one_line(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("satu\r\ndua\rtiga\u2028empat", "satu\ndua\ntiga\nempat"),
        ("satu\n\n\n\n\ndua", "satu\n\ndua"),
        ("\n\n  satu  \n\n", "satu"),
    ],
)
def test_lines_keep_their_paragraphs(typed: str, stored: str) -> None:
    assert tidy_lines(typed) == stored


@given(st.text())
def test_tidy_text_is_tidy(typed: str) -> None:
    tidy = tidy_lines(typed)
    assert (tidy_lines(tidy), tidy.strip(), "\n\n\n" in tidy) == (tidy, tidy, False)


def test_length_counts_what_is_stored() -> None:
    field = LineField(max_length=5)
    assert field.clean("  12345 \n ") == "12345"
