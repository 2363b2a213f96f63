"""Text that goes into a cell of a spreadsheet: readable for every program, never run as a formula."""

from __future__ import annotations

# A spreadsheet program that opens a CSV takes a cell for a formula when it begins with one of these. Their wide
# forms are read the same way by East Asian versions.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
# What an XLSX cell can hold.
MOST_LETTERS = 32_767


def storable(text: str) -> str:
    """Without what no workbook can hold: control characters, halves of letters, what is beyond its length.

    >>> storable("Panen\\x00 padi")
    'Panen padi'
    """
    return "".join(letter for letter in text if _is_storable(letter))[:MOST_LETTERS]


def looks_like_formula(text: str) -> bool:
    """Whether a program could run this; spaces before it help nothing, some programs drop them."""
    return text.lstrip(" \xa0")[:1] in FORMULA_STARTS if text.strip(" \xa0") else False


def harmless(text: str) -> str:
    """The text as a cell of a CSV: an apostrophe goes before what looks like a formula, and keeps it text.

    >>> harmless("=1+1"), harmless("Panen padi")
    ("'=1+1", 'Panen padi')
    """
    plain = storable(text)
    return f"'{plain}" if looks_like_formula(plain) else plain


def _is_storable(letter: str) -> bool:
    code = ord(letter)
    if code < 0x20:
        return letter in "\t\n\r"
    return not (0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF})
