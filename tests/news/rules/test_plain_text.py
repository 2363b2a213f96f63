"""Room → admin → room loses nothing: the body as marked text and back on its blocks."""

from itertools import count

import pytest

from news.rules.plain_text import Card, cards, prose, to_blocks, to_text


def ids():
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def paragraph(html, id="p1"):
    return {"type": "paragraph", "value": html, "id": id}


def heading(text, id="h1"):
    return {"type": "heading", "value": text, "id": id}


def quote(text, source="", id="q1"):
    return {"type": "quote", "value": {"text": text, "source": source}, "id": id}


def photo(image=7, id="f1"):
    return {"type": "photo", "value": {"image": image, "caption": "Warga menanam padi"}, "id": id}


def back(text, base):
    return to_blocks(text, base=base, new_id=ids())


def typed(text):
    """The (type, value) pairs that a text typed into an empty story becomes."""
    return [(block["type"], block["value"]) for block in back(text, [])]


# What the writer sees.


def test_to_text_of_every_editable_block():
    base = [
        paragraph('<p data-block-key="x1">Warga <b>Blok C</b> <i>gotong royong</i>.</p>'),
        heading("Air sampai ke ujung"),
        paragraph(
            '<p>Baca <a href="https://contoh.desa.id/a_b">jadwal</a>, <a linktype="page" id="12">ini</a>.</p>'
        ),
        paragraph('<p>Unduh <a linktype="document" id="3">formulir</a>.</p><ul><li>KTP</li><li>KK</li></ul>'),
        paragraph("<ol><li>Datang</li><li>Isi buku</li></ol>"),
        quote("Alhamdulillah.\nAir lancar.", "Sukirman, ketua kelompok tani"),
        photo(),
        {"type": "facts", "value": {"title": "Jadwal", "rows": []}, "id": "k1"},
    ]
    assert to_text(base) == (
        "Warga **Blok C** _gotong royong_.\n\n"
        "## Air sampai ke ujung\n\n"
        "Baca [jadwal](https://contoh.desa.id/a_b), [ini](halaman:12).\n\n"
        "Unduh [formulir](dokumen:3).\n\n"
        "- KTP\n- KK\n\n"
        "1. Datang\n2. Isi buku\n\n"
        "> Alhamdulillah.\n> Air lancar.\n> — Sukirman, ketua kelompok tani\n\n"
        "[[Foto 1]]\n\n"
        "[[Kotak fakta 2]]"
    )
    assert back(to_text(base), base) == base


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Satu<br/>dua</p>", "Satu\ndua"),
        ("<p>Satu<br/><br/>dua</p>", "Satu\n\ndua"),
        ("<p>Satu</p>\n<p>dua</p>", "Satu\n\ndua"),
        ("<p><b>Waktu: </b>Senin</p>", "**Waktu:** Senin"),
        ("<p><b>tebal <i>dua</i></b></p>", "**tebal _dua_**"),
        ("<p><i>a<b>b</b></i></p>", "_a**b**_"),
        ("<p><strong>a</strong> <em>b</em></p>", "**a** _b_"),
        ("<p><i>a <b>b</b></i></p>", "_a **b**_"),
        ("<p><i>a <b>b</b> c</i></p>", "_a **b** c_"),
        ("<p><b>a <i>b</i></b><i> c</i></p>", "**a _b** c_"),
        ('<p><i>a <a href="tel:1">b</a> <b>c</b></i></p>', "_a [b](tel:1) **c**_"),
        ('<p>a <a href="tel:1"><b>b</b></a></p>', "a [**b**](tel:1)"),
        ('<p><a href="tel:1"><i>a</i>b</a></p>', "[_a_](tel:1)[b](tel:1)"),
        ('<p><a href="tel:1">a</a><a href="tel:2">b</a></p>', "[a](tel:1)[b](tel:2)"),
        ("<p>Rp5.000 &amp; 3 &lt; 4</p>", "Rp5.000 & 3 < 4"),
        ("<p>nama_berkas_baru</p>", "nama_berkas_baru"),
        ("<p>_garis_</p>", "\\_garis\\_"),
        ("<p>2 * 3 dan **dua**</p>", "2 * 3 dan \\*\\*dua\\*\\*"),
        ("<p>[lihat](catatan)</p>", "\\[lihat](catatan)"),
        ("<p>[[Foto 1]]</p>", "\\[[Foto 1]]"),
        ("<p># KIM</p>", "\\# KIM"),
        ("<p>#KIM</p>", "#KIM"),
        ("<p>&gt; besar</p>", "\\> besar"),
        ("<p>- satu</p>", "\\- satu"),
        ("<p>17. Agustus</p>", "17\\. Agustus"),
        ("<p>2025. Tahun baru</p>", "2025. Tahun baru"),
        ("<p>C:\\data</p>", "C:\\\\data"),
        ("teks lepas <b>x</b>", "teks lepas **x**"),
        ('<p><a href="https://a.id/b_(c)">x</a></p>', "[x](https://a.id/b_(c))"),
        ('<p><a href="https://a.id/b)c">x</a></p>', "[x](https://a.id/b\\)c)"),
        ('<p><a href="mailto:kim@contoh.id">x [1]</a></p>', "[x \\[1\\]](mailto:kim@contoh.id)"),
    ],
)
def test_to_text_of_paragraph(html, text):
    base = [paragraph(html)]
    assert to_text(base) == text
    assert back(text, base) == base


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Judul</h2>",
        "<p>a<hr/>b</p>",
        '<embed embedtype="image" id="4" alt="x" format="left"/>',
        '<p class="lead">a</p>',
        '<p><a href="/berita/">a</a></p>',
        '<p><a href="javascript:alert(1)">a</a></p>',
        '<p><a href="halaman:1">a</a></p>',
        '<p><a linktype="user" id="1">a</a></p>',
        '<p><a href="https://a.id" target="_blank">a</a></p>',
        "<p>ber<i>lari</i>an</p>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<ul><li>a<br/>b</li></ul>",
        "<ul>teks<li>a</li></ul>",
        "<p><b>a</p>",
        "<p>a<!-- catatan --></p>",
        "<p>tidak ditutup",
        "<p>a</b></p>",
        "<script>x</script>",
        "<div>a</div>",
        "</p>",
        "<p><b/>x</p>",
        "<p>x</p><!DOCTYPE html>",
        "<p>x<?php y ?></p>",
        "<p>x<![CDATA[y]]></p>",
    ],
)
def test_paragraph_beyond_the_marks_is_a_card(html):
    base = [paragraph(html)]
    assert to_text(base) == "[[Teks 1]]"
    assert back("Awal\n\n[[teks 1]]", base)[1:] == base


@pytest.mark.parametrize(
    "block",
    [
        {"type": "quote", "value": {"text": "a", "source": "b", "extra": 1}, "id": "1"},
        {"type": "quote", "value": {"text": "", "source": "Sukirman"}, "id": "1"},
        {"type": "quote", "value": "a", "id": "1"},
        {"type": "quote", "value": {"text": 1, "source": ""}, "id": "1"},
        {"type": "heading", "value": None, "id": "1"},
        {"type": "paragraph", "value": 5, "id": "1"},
    ],
)
def test_block_of_unexpected_shape_is_a_card(block):
    assert to_text([block]) == "[[Teks 1]]"
    assert back("", [block]) == [block]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"text": "a\n— b", "source": ""}, "> a\n> \\— b"),
        ({"text": "a\n- b", "source": "c"}, "> a\n> - b\n> — c"),
        ({"text": "- a", "source": None}, "> - a"),
        ({"text": "a\n\n\n> b", "source": "- c_d"}, "> a\n>\n> > b\n> — - c_d"),
    ],
)
def test_to_text_of_quote(value, text):
    base = [{"type": "quote", "value": value, "id": "1"}]
    assert to_text(base) == text
    assert back(text, base) == base


def test_cards_are_numbered_in_order():
    base = [photo(id="a"), paragraph("<p>x</p>"), {"type": "peta", "value": 1, "id": "b"}, photo(id="")]
    assert cards(base) == [Card(1, "photo", "a"), Card(2, "peta", "b"), Card(3, "photo", "")]
    assert [card.marker for card in cards(base)] == ["[[Foto 1]]", "[[Kartu 2]]", "[[Foto 3]]"]


# What the writer's text becomes.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \r\n\u00a0\r\n", []),
        ("Satu\r\n\r\nDua", [("paragraph", "<p>Satu</p>"), ("paragraph", "<p>Dua</p>")]),
        ("Satu\ndua", [("paragraph", "<p>Satu<br/>dua</p>")]),
        ("# Judul", [("heading", "Judul")]),
        ("### **Judul** 5 & 6", [("heading", "Judul 5 & 6")]),
        ("##", [("paragraph", "<p>##</p>")]),
        ("#KIM hebat", [("paragraph", "<p>#KIM hebat</p>")]),
        ("> kata\n> -- Siti, warga", [("quote", {"text": "kata", "source": "Siti, warga"})]),
        (">kata\n>\n>lagi", [("quote", {"text": "kata\n\nlagi", "source": ""})]),
        ("> - Ayo!", [("quote", {"text": "- Ayo!", "source": ""})]),
        ("> a\n\n> b", [("quote", {"text": "a", "source": ""}), ("quote", {"text": "b", "source": ""})]),
        (
            "Syarat:\n- KTP\n• **KK**\nBawa asli.",
            [
                ("paragraph", "<p>Syarat:</p>"),
                ("paragraph", "<ul><li>KTP</li><li><b>KK</b></li></ul>"),
                ("paragraph", "<p>Bawa asli.</p>"),
            ],
        ),
        ("1) a\n2) b", [("paragraph", "<ol><li>a</li><li>b</li></ol>")]),
        ("1. a\n\n2. b", [("paragraph", "<ol><li>a</li><li>b</li></ol>")]),
        (
            "1. a\n\n1. b",
            [("paragraph", "<ol><li>a</li></ol>"), ("paragraph", "<ol><li>b</li></ol>")],
        ),
        ("17. Agustus", [("paragraph", "<p>17. Agustus</p>")]),
        ("________", [("paragraph", "<p>________</p>")]),
        ("****", [("paragraph", "<p>****</p>")]),
        ("**tebal", [("paragraph", "<p>**tebal</p>")]),
        ("** a ** b", [("paragraph", "<p>** a ** b</p>")]),
        ("**a\nb**", [("paragraph", "<p><b>a<br/>b</b></p>")]),
        ("_a **b** c_", [("paragraph", "<p><i>a </i><b><i>b</i></b><i> c</i></p>")]),
        ("file_a dan file_b", [("paragraph", "<p>file_a dan file_b</p>")]),
        ("\\*\\*x\\*\\* \\q", [("paragraph", "<p>**x** \\q</p>")]),
        ('<b>x</b> & "y"', [("paragraph", '<p>&lt;b&gt;x&lt;/b&gt; &amp; "y"</p>')]),
        ("[a](halaman:12)", [("paragraph", '<p><a linktype="page" id="12">a</a></p>')]),
        ("[a](Dokumen:3)", [("paragraph", '<p><a linktype="document" id="3">a</a></p>')]),
        ("[a](tel:+62-812)", [("paragraph", '<p><a href="tel:+62-812">a</a></p>')]),
        (
            "[**a**](https://a.id?x=1&y=2)",
            [("paragraph", '<p><a href="https://a.id?x=1&amp;y=2"><b>a</b></a></p>')],
        ),
        ("[a](JavaScript:alert(1))", [("paragraph", "<p>[a](JavaScript:alert(1))</p>")]),
        ("[a](data:text/html,x)", [("paragraph", "<p>[a](data:text/html,x)</p>")]),
        ("[a](//a.id)", [("paragraph", "<p>[a](//a.id)</p>")]),
        ("[a](https://)", [("paragraph", "<p>[a](https://)</p>")]),
        ('[a](https://a.id/"onclick=x)', [("paragraph", '<p>[a](https://a.id/"onclick=x)</p>')]),
        ("[a](halaman:0)", [("paragraph", "<p>[a](halaman:0)</p>")]),
        ("[](https://a.id)", [("paragraph", "<p>[](https://a.id)</p>")]),
        ("[[Foto 1]]", [("paragraph", "<p>[[Foto 1]]</p>")]),
    ],
)
def test_typed_text_becomes_blocks(text, expected):
    assert typed(text) == expected


def test_new_blocks_get_ids_in_order():
    assert [block["id"] for block in back("a\n\n## b", [])] == ["new-1", "new-2"]


def test_changed_paragraph_leaves_its_neighbours_untouched():
    base = [
        paragraph('<p data-block-key="a1">Satu</p>', "1"),
        paragraph('<p data-block-key="a2">Dua</p>', "2"),
        paragraph('<p data-block-key="a3">Tiga</p>', "3"),
    ]
    changed = {"type": "paragraph", "value": "<p>Dua!</p>", "id": "new-1"}
    assert back("Satu\n\nDua!\n\nTiga", base) == [base[0], changed, base[2]]


def test_moved_paragraph_keeps_its_stored_value():
    base = [
        paragraph('<p data-block-key="a1">Satu</p>', "1"),
        paragraph('<p data-block-key="a2">Dua</p>', "2"),
    ]
    assert back("Dua\n\nSatu", base) == [base[1], base[0]]


def test_part_of_a_long_block_changed_splits_only_that_block():
    base = [paragraph("<p>Satu</p><p>Dua</p>", "1"), paragraph("<p>Tiga</p>", "2")]
    assert back("Satu\n\nDua!\n\nTiga", base) == [
        paragraph("<p>Satu</p>", "new-1"),
        paragraph("<p>Dua!</p>", "new-2"),
        base[1],
    ]


def test_equal_paragraphs_keep_their_order():
    base = [
        paragraph('<p data-block-key="a">A</p>', "1"),
        paragraph('<p data-block-key="b">B</p>', "2"),
        paragraph('<p data-block-key="c">A</p><p>B</p>', "3"),
        paragraph('<p data-block-key="d">A</p>', "4"),
    ]
    assert back(to_text(base), base) == base


def test_deleted_card_marker_comes_back_at_the_end():
    base = [photo(1, "a"), paragraph("<p>Satu</p>", "1"), photo(2, "b")]
    assert back("Satu", base) == [base[1], base[0], base[2]]


def test_moved_and_doubled_card_markers():
    base = [photo(1, "a"), photo(2, "b")]
    assert back("[[ foto 2 ]]\n[[KOTAKFAKTA1]]\n\n[[Foto 2]]\n\n[[Foto 1]]", base) == [base[1], base[0]]


def test_unknown_card_marker_stays_text():
    base = [photo(1, "a")]
    assert back("[[Foto 2]]\n\n[[Catatan 1]]\n\n[[Foto 1]]", base) == [
        paragraph("<p>[[Foto 2]]</p>", "new-1"),
        paragraph("<p>[[Catatan 1]]</p>", "new-2"),
        base[0],
    ]


def test_card_marker_inside_a_paragraph_divides_it():
    base = [photo(1, "a")]
    assert back("Satu\n[[Foto 1]]\nDua", base) == [
        paragraph("<p>Satu</p>", "new-1"),
        base[0],
        paragraph("<p>Dua</p>", "new-2"),
    ]


def test_blank_blocks_travel_with_the_block_before_them():
    base = [
        heading("", "0"),
        paragraph("<p>A</p>", "1"),
        paragraph("<p></p>", "2"),
        paragraph("<p>B</p>", "3"),
    ]
    assert to_text(base) == "A\n\nB"
    assert back("A\n\nB", base) == base
    assert back("B\n\nA", base) == [base[0], base[3], base[1], base[2]]


def test_base_is_not_changed():
    base = [paragraph("<p>A</p>", "1"), photo()]
    result = back("B", base)
    result[1]["id"] = "x"
    assert base == [paragraph("<p>A</p>", "1"), photo()]


def test_text_survives_a_second_round_after_editing():
    base = back("## Judul\n\n**a** _b_ [c](https://a.id)\n\n1. x\n2. y\n\n> k\n> — s", [])
    assert to_text(base) == "## Judul\n\n**a** _b_ [c](https://a.id)\n\n1. x\n2. y\n\n> k\n> — s"


def test_prose_is_words_without_marks():
    base = [
        heading("Air"),
        paragraph("<p>Warga <b>Blok C</b>_<br/>senang</p><ul><li>a</li><li>b</li></ul>"),
        quote("Alhamdulillah,\nlancar", "Sukirman"),
        photo(),
        paragraph('<p class="x">Satu &amp; dua</p>'),
    ]
    assert prose(base) == "Air\nWarga Blok C_\nsenang\na\nb\n“Alhamdulillah, lancar”\nSatu & dua"


def test_long_hostile_text_is_read_in_linear_steps():
    """Sizes far above a story: the marks must not backtrack."""
    for unit in ("[a](x", "**", "_a ", "[", "\\", "> ", "[a](https://a.id/(", "[[Foto 1"):
        text = unit * (60_000 // len(unit))
        assert len(back(text, [photo()])) >= 1
