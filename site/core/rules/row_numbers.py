"""The number of a row as it comes in from a form or an address."""

from __future__ import annotations

# Eighteen digits stay within the 64-bit keys of both databases, and far below what int() refuses to read.
MOST_DIGITS = 18


def row_number(text: str) -> int | None:
    """The number that was sent; None for anything that cannot be the number of a row.

    >>> row_number("42"), row_number("²"), row_number("9" * 5000)
    (42, None, None)
    """
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None
