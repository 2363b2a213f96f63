"""Properties of the body as marked text, over generated bodies full of marks, brackets and emoji."""

from html.parser import HTMLParser
from itertools import count

from hypothesis import example, given, settings
from hypothesis import strategies as st

from news.rules.plain_text import cards, to_blocks, to_text


def back(text, base):
    numbers = count(1)
    return to_blocks(text, base=base, new_id=lambda: f"new-{next(numbers)}")


def paragraph(html, id="p1"):
    return {"type": "paragraph", "value": html, "id": id}


def photo(image=7, id="f1"):
    return {"type": "photo", "value": {"image": image, "caption": "Warga menanam padi"}, "id": id}


NASTY = [
    *("[[Foto 1]]", "[[kotak fakta 2]]", "[a](https://b.id)", "[a](halaman:1)", "](", "[", "]", "(", ")"),
    *("\\", "\\\\", "**", "*", "_", "__", "# ", "## ", "> ", "- ", "• ", "1. ", "23) ", "— ", "-- "),
    *("😀", "👩\u200d🌾", "\r\n", "\n", "\n\n", "\r", "\t", "  ", "\u00a0", "\u2028", "\u200b"),
    *("\x0b", "\x1f", "\x85", "<b>", "&amp;", "&", "é", "kata", "1", ".", "http://x.id/_a_"),
]
nasty_text = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=4)), max_size=8).map("".join)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


leaf = nasty_text.map(escaped)
targets = st.sampled_from(
    [
        'href="https://a.id/x_(y)_z"',
        'href="mailto:a@b.id"',
        'linktype="page" id="12"',
        'linktype="document" id="3"',
        'href="/lokal/"',
        'href="https://a.id/)("',
        'href="tel:+62"',
        'href="https://a.id/[b](c"',
    ]
)


def wrapped(inner):
    return st.one_of(
        st.tuples(st.sampled_from(["b", "i", "strong", "em"]), inner).map(
            lambda t: f"<{t[0]}>{t[1]}</{t[0]}>"
        ),
        st.tuples(targets, inner).map(lambda t: f"<a {t[0]}>{t[1]}</a>"),
        st.tuples(inner, inner).map(lambda t: f"{t[0]}<br/>{t[1]}"),
        st.tuples(inner, inner).map("".join),
    )


inline_html = st.recursive(leaf, wrapped, max_leaves=5)
block_html = st.one_of(
    inline_html.map(lambda html: f'<p data-block-key="k1">{html}</p>'),
    st.tuples(st.sampled_from(["ul", "ol"]), st.lists(inline_html, max_size=3)).map(
        lambda t: f"<{t[0]}>{''.join(f'<li>{item}</li>' for item in t[1])}</{t[0]}>"
    ),
    inline_html,
    st.sampled_from(["<hr/>", "<h2>x</h2>", "<p></p>", "<p>A</p>", "<p>B</p>"]),
)
values = st.one_of(
    st.tuples(st.just("paragraph"), st.lists(block_html, max_size=3).map("".join)),
    st.tuples(st.just("heading"), nasty_text),
    st.tuples(st.just("quote"), st.fixed_dictionaries({"text": nasty_text, "source": nasty_text})),
    st.tuples(st.sampled_from(["photo", "gallery", "facts", "video", "related", "peta"]), st.just({"a": 1})),
)
bodies = st.lists(values, max_size=6).map(
    lambda pairs: [{"type": kind, "value": value, "id": str(i)} for i, (kind, value) in enumerate(pairs)]
)


@settings(max_examples=600, deadline=None)
@given(bodies)
@example([paragraph("<p>[[Foto 1]]</p>"), photo()])
@example([paragraph("<ol><li>a</li></ol>"), paragraph("<p>2. b</p>")])
def test_round_trip_of_any_body_changes_nothing(base):
    assert back(to_text(base), base) == base


@settings(max_examples=200, deadline=None)
@given(bodies)
def test_round_trip_through_a_form_changes_nothing(base):
    """A browser sends CRLF, and a form field strips the ends."""
    assert back(to_text(base).strip().replace("\n", "\r\n"), base) == base


@settings(max_examples=300, deadline=None)
@given(bodies, nasty_text)
def test_every_card_is_present_exactly_once(base, text):
    expected = sorted(card.block_id for card in cards(base))
    for edited in (text, to_text(base) + text, text + "\n\n" + to_text(base) + "\n\n" + to_text(base)):
        result = [block["id"] for block in back(edited, base)]
        assert sorted(block_id for block_id in result if block_id in expected) == expected


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.seen = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.add((tag, *sorted(name for name, _ in attrs)))
        for name, value in attrs:
            if name == "href":
                assert value.lower().startswith(("http://", "https://", "mailto:", "tel:")), value

    def handle_comment(self, data):
        raise AssertionError(data)


ALLOWED_TAGS = {
    ("p",),
    ("b",),
    ("i",),
    ("a", "href"),
    ("a", "id", "linktype"),
    ("ul",),
    ("ol",),
    ("li",),
    ("br",),
}
typed_text = st.lists(
    st.one_of(
        nasty_text,
        st.sampled_from(
            [
                "<script>",
                "<img src=x onerror=1>",
                "[x](javascript:1)",
                '[x](https://a.id"><b>)',
                "<!--",
                "[<b>](http://a)",
            ]
        ),
    ),
    max_size=6,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(typed_text)
def test_typed_text_yields_only_allowed_tags(text):
    seen = set()
    for block in back(text, []):
        if block["type"] == "paragraph":
            seen |= Tags(block["value"]).seen
    assert seen - ALLOWED_TAGS == set()


@settings(max_examples=400, deadline=None)
@given(typed_text)
def test_typed_text_is_stable_after_one_round(text):
    base = back(text, [])
    assert cards(base) == []
    assert [(b["type"], b["value"]) for b in back(to_text(base), [])] == [
        (b["type"], b["value"]) for b in base
    ]


ALLOWED_LINKS = ['href="https://a.id/x_(y)_z"', 'linktype="page" id="12"', 'href="https://a.id/)("']
word_runs = st.lists(
    st.tuples(
        st.sampled_from(["kata", "Rp5.000,", "**", "_", "a_b", "[x](y)", "(air)", "-", "1.", "😀", "# "]),
        st.booleans(),
        st.booleans(),
        st.sampled_from([None, *ALLOWED_LINKS]),
        st.sampled_from([" ", "<br/>"]),
    ),
    max_size=8,
)


def run_html(word, bold, italic, link, after):
    html = f"<i>{word}</i>" if italic else word
    html = f"<b>{html}</b>" if bold else html
    return (f"<a {link}>{html}</a>" if link else html) + after


@settings(max_examples=500, deadline=None)
@given(word_runs)
def test_whole_words_in_any_formatting_are_never_a_card(runs):
    base = [paragraph(f"<p>{''.join(run_html(*run) for run in runs)}</p>")]
    assert cards(base) == []
    assert back(to_text(base), base) == base


marked_words = st.lists(
    st.sampled_from(["kata ", "dua", "_", "**", " ", "\n", "[a](tel:1)", "[_b_ ", "](halaman:2)", "- ", "."]),
    max_size=14,
).map("".join)


@settings(max_examples=800, deadline=None)
@given(marked_words)
@example("_gotong **royong**_")
@example("_[a](tel:1)_[a](tel:1)")
@example("_kata **dua_**kata")
@example("_kata **](halaman:2)_**kata")
def test_typed_marks_can_be_edited_again(text):
    base = back(text, [])
    assert cards(base) == []
    assert back(to_text(base), base) == base
