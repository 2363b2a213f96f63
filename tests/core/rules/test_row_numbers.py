"""Numbers of rows as strangers send them."""

import pytest

from core.rules.row_numbers import row_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("42", 42),
        ("٣", 3),
        ("", None),
        ("²", None),
        ("-1", None),
        ("1.0", None),
        ("4\x00", None),
        ("9" * 19, None),
    ],
)
def test_row_number_of_any_text(text: str, expected: int | None) -> None:
    assert row_number(text) == expected


def test_row_number_of_five_thousand_digits_is_none() -> None:
    assert row_number("9" * 5000) is None
