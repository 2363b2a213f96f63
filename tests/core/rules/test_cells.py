"""Cells of spreadsheets: text stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.cells import FORMULA_STARTS, MOST_LETTERS, harmless, looks_like_formula, storable


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("Panen padi", "Panen padi"),
        ("3 = tiga", "3 = tiga"),
        ("=1+1", "'=1+1"),
        ("+62812", "'+62812"),
        ("-5 derajat", "'-5 derajat"),
        ("@warta", "'@warta"),
        ("\tgeser", "'\tgeser"),
        ("\rbaris", "'\rbaris"),
        ("\nbaris", "'\nbaris"),
        ("  =HYPERLINK(1)", "'  =HYPERLINK(1)"),
        ("\xa0=1", "'\xa0=1"),
        ("＝1+1", "'＝1+1"),
        ("\x00=1", "'=1"),
        ("'=1", "'=1"),
        ("   ", "   "),
    ],
)
def test_cell_of_a_csv(text: str, cell: str) -> None:
    assert harmless(text) == cell


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = harmless(text)
    assert not looks_like_formula(cell)
    assert cell.lstrip(" \xa0")[:1] not in FORMULA_STARTS


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_only_the_apostrophe_is_added(text: str) -> None:
    assert harmless(text) in {storable(text), f"'{storable(text)}"}


@pytest.mark.parametrize(
    ("text", "stored"),
    [("a\x0bb\x1fc", "abc"), ("a\ud800b", "ab"), ("a\uffffb", "ab"), ("a\tb\nc", "a\tb\nc"), ("😀", "😀")],
)
def test_what_no_workbook_holds_is_left_out(text: str, stored: str) -> None:
    assert storable(text) == stored


def test_cell_has_an_end() -> None:
    assert len(storable("a" * 40_000)) == MOST_LETTERS
