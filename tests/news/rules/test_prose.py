"""Words, sentences and telling words."""

import pytest

from news.rules import prose


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("Rp5.000 pukul 09.00", 3), ("anak-anak Jum'at", 2), ("— “Air” !", 1), ("RT 05/RW 02", 3)],
)
def test_words(text, count):
    assert len(prose.words(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Satu. Dua! Tiga? 4 lagi.", ["Satu.", "Dua!", "Tiga?", "4 lagi."]),
        ("Satu\nDua", ["Satu", "Dua"]),
        ("Pak H. Ahmad di RT. 05 datang. Ia senang.", ["Pak H  Ahmad di RT  05 datang.", "Ia senang."]),
        ("Harga Rp5.000 per kg. naik", ["Harga Rp5.000 per kg. naik"]),
        ("“Kami senang.” Warga pulang.", ["“Kami senang.", "Warga pulang."]),
        ("… !", []),
    ],
)
def test_sentences(text, expected):
    assert prose.sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“Air kini lancar,” kata Siti.", 1),
        ('"Air kini lancar"', 1),
        ("“air”", 0),
        ("“a b\nc d”", 0),
        ("", 0),
    ],
)
def test_quoted_passages(text, count):
    assert prose.quoted_passages(text) == count


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("Warga panen padi", False, False),
        ("Warga panen Sabtu pagi di Blok C", True, True),
        ("Warga panen kemarin di sawah", True, True),
        ("Pukul 07.00 mereka berkumpul", True, False),
        ("Rapat 12/10 tuntas", True, False),
        ("Warga Desa Bangun Mulya panen", False, True),
        ("Mereka datang dari Babulu", False, True),
        ("Dibagi di antara mereka", False, False),
        ("Bulan madu", False, False),
        ("Petani Suko Mulyo memanen padi", False, True),
        ("Perahu menyusuri teluk Maridan", False, True),
    ],
)
def test_when_and_where(text, when, where):
    assert (prose.says_when(text), prose.says_where(text)) == (when, where)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Air naik", 0),
        ("Air naik karena hujan", 1),
        ("Untuk mencegah banjir, warga bekerja melalui gotong royong", 2),
        ("Kue untuk anak", 0),
        ("Acara berjalan", 0),
        ("Caranya mudah", 1),
    ],
)
def test_why_how_words(text, count):
    assert prose.why_how_words(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Panen ini luar biasa dan sangat mengharukan", ("luar biasa", "sangat mengharukan")),
        ("“Panen ini luar biasa,” kata Siti", ()),
        ('"Sangat meriah sekali"', ()),
        ("Kejadian luar biasa campak", ()),
        ("Guru sekolah luar biasa", ()),
        ("Bekerja sungguh-sungguh", ()),
        ("Sayangnya hujan turun", ("Sayangnya",)),
    ],
)
def test_opinion_words(text, expected):
    assert prose.opinion_words(text) == expected
