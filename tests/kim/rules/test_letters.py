"""Two letters for a village."""

import pytest

from kim.rules.letters import letters_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bangun Mulya", "BM"),
        ("Lawe-lawe", "LL"),
        ("Nenang", "NE"),
        ("Desa Uji 12", "DU"),
        ("X", "X"),
        ("", ""),
    ],
)
def test_letters_of_a_village(name: str, expected: str) -> None:
    assert letters_of(name) == expected
