"""The address word of a story."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.rules.slug import make_slug

# exactly 60 characters
SIXTY = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"


def free(slug):
    return False


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Warga Bangun Mulya Panen Raya Padi", "warga-bangun-mulya-panen-raya-padi"),
        ("Jum'at Bersih & Sehat, 40 Warga Ikut!", "jumat-bersih-dan-sehat-40-warga-ikut"),
        ("  Café “Kopi Désa” — buka_lagi ", "cafe-kopi-desa-buka-lagi"),
        ("Harga Rp5.000/kg", "harga-rp5-000-kg"),
        ("", "berita"),
        ("🌾🌾", "berita"),
        ("米 収穫", "berita"),
        ("---", "berita"),
        ("a" * 80, "a" * 60),
        (SIXTY, SIXTY.replace(" ", "-")),
        (SIXTY + "h", "satu-dua-tiga-empat-lima-enam-tujuh-delapan-sembilan"),
    ],
)
def test_make_slug(headline, slug):
    assert make_slug(headline, free) == slug


def test_taken_slug_counts_from_two():
    taken = {"panen-raya", "panen-raya-2", "panen-raya-3"}
    assert make_slug("Panen raya", taken.__contains__) == "panen-raya-4"


def test_taken_long_slug_keeps_its_length_and_words():
    long_slug = SIXTY.replace(" ", "-")
    assert make_slug(SIXTY, {long_slug}.__contains__) == (
        "satu-dua-tiga-empat-lima-enam-tujuh-delapan-sembilan-2"
    )


def test_taken_fallback():
    assert make_slug("😀", {"berita"}.__contains__) == "berita-2"


@given(st.text(max_size=120), st.integers(0, 12))
def test_slug_is_always_a_free_address(headline, clashes):
    seen = []

    def taken(slug):
        seen.append(slug)
        return len(seen) <= clashes

    slug = make_slug(headline, taken)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug).group() == slug
    assert len(slug) <= 60
    assert len(seen) == len(set(seen)) == clashes + 1
