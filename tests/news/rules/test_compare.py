"""What the editor changed, readable on a phone."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from news.rules.compare import ParagraphChange, Segment, changed_words, compare


def shown(before, after):
    """Each paragraph as one line: [-deleted-] and {+inserted+}."""
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return [
        " ".join(marks[segment.op.value].format(segment.text.strip()) for segment in change.segments)
        for change in compare(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("Satu", "Satu", ["Satu"]),
        ("", "Satu", ["{+Satu+}"]),
        ("Satu", " \n", ["[-Satu-]"]),
        ("Satu dua", "Satu dua tiga", ["Satu dua {+tiga+}"]),
        ("Satu  dua", "Satu dua", ["Satu dua"]),
        ("Warga kerja di dirumah", "Warga kerja di rumah", ["Warga kerja di [-dirumah-] {+rumah+}"]),
        # a small unchanged word between two changes joins them
        (
            "Kami rapat dengan warga di balai desa pagi hari",
            "Kami rapat bersama warga di kantor lurah pagi hari",
            ["Kami rapat [-dengan-] {+bersama+} warga di [-balai desa-] {+kantor lurah+} pagi hari"],
        ),
        (
            "Rapat dibuka kades di balai lama pukul tujuh pagi",
            "Rapat dibuka lurah di kantor baru pukul tujuh pagi",
            ["Rapat dibuka [-kades di balai lama-] {+lurah di kantor baru+} pukul tujuh pagi"],
        ),
        ("A b c\nD e f", "D e f", ["[-A b c-]", "D e f"]),
        ("A b c", "Pembuka baru\nA b c", ["{+Pembuka baru+}", "A b c"]),
        (
            "Panen raya dimulai Sabtu\nHasilnya empat ton",
            "Kalimat lain sama sekali\nPanen raya dimulai Minggu\nHasilnya empat ton",
            ["{+Kalimat lain sama sekali+}", "Panen raya dimulai [-Sabtu-] {+Minggu+}", "Hasilnya empat ton"],
        ),
        ("Satu dua tiga", "Lima enam tujuh", ["[-Satu dua tiga-]", "{+Lima enam tujuh+}"]),
        ("A b c d\nE f g h", "A b c x\n\nE f g y", ["A b c [-d-] {+x+}", "E f g [-h-] {+y+}"]),
    ],
)
def test_compare(before, after, expected):
    assert shown(before, after) == expected


def test_changed_words_counts_both_sides():
    changes = compare("Satu dua tiga\nhilang semua ini", "Satu empat tiga lima")
    assert changed_words(changes) == (4, 2)


def test_is_changed_tells_untouched_paragraphs():
    assert [change.is_changed for change in compare("A b\nC d", "A b\nC d e")] == [False, True]


def test_long_stretch_is_paired_in_order():
    before = "\n".join(f"paragraf nomor {n} lama" for n in range(120))
    after = "\n".join(f"paragraf nomor {n} baru" for n in range(120))
    assert changed_words(compare(before, after)) == (120, 120)


def paragraphs(text):
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def joined(changes, without):
    texts = ("".join(s.text for s in change.segments if s.op.value != without).strip() for change in changes)
    return [text for text in texts if text]


words = st.lists(
    st.sampled_from(["a", "di", "warga", "panen", "Sabtu.", "\n", "\n\n", "  ", "“air”", "5"]), max_size=30
)
texts = st.one_of(words.map(" ".join), st.text(max_size=40))


@settings(max_examples=400, deadline=None)
@given(texts, texts)
@example("a b", "b a")
def test_both_texts_can_be_read_from_the_comparison(before, after):
    changes = compare(before, after)
    assert joined(changes, "insert") == paragraphs(before)
    assert joined(changes, "delete") == paragraphs(after)


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_segments_are_never_empty_and_alternate(before, after):
    for change in compare(before, after):
        assert isinstance(change, ParagraphChange)
        assert all(isinstance(segment, Segment) and segment.text for segment in change.segments)
        ops = [segment.op for segment in change.segments]
        assert all(a != b for a, b in pairwise(ops))


@given(texts)
def test_comparison_with_itself_shows_no_change(text):
    assert changed_words(compare(text, text)) == (0, 0)
