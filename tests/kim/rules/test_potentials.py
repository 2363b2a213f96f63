"""The five headings hold each of the 14 codes once."""

import pytest

from kim.models import Potential
from kim.rules.potentials import HEADINGS, heading_of
from kim.selectors.wording import HEADING_WORDS


def test_headings_hold_every_code_once() -> None:
    codes = [code for group in HEADINGS.values() for code in group]
    assert sorted(codes) == sorted(Potential.Code.values)
    assert (len(HEADINGS), len(codes), list(HEADINGS)) == (5, 14, list(HEADING_WORDS))


@pytest.mark.parametrize(
    ("code", "heading"),
    [("pariwisata", "tourism"), ("umkm_kuliner", "small_business"), ("lainnya", "technology")],
)
def test_heading_of_finds_the_group(code: str, heading: str) -> None:
    assert heading_of(code) == heading


def test_heading_of_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        heading_of("tambang")
