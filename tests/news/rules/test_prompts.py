"""Every kind of story has its questions."""

import pytest

from news.rules.prompts import GUIDES, guide_for
from news.rules.story import StoryKind


def test_every_kind_has_a_guide_in_the_order_of_kinds():
    assert list(GUIDES) == list(StoryKind)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("kegiatan", "what who when where why how voice"),
        ("profil", "who what when where why how voice"),
        ("layanan", "what who when where how why"),
        ("umkm", "what who when where how why voice"),
        ("darurat", "what where when who how help"),
        ("pengumuman", "what who when where how"),
    ],
)
def test_guide_asks_in_order(kind, keys):
    guide = guide_for(kind)
    assert " ".join(prompt.key for prompt in guide.prompts) == keys


def test_words_are_short_enough_for_a_phone():
    long = [
        text
        for guide in GUIDES.values()
        for text in (
            guide.name,
            guide.hint,
            *(p.question for p in guide.prompts),
            *(p.example for p in guide.prompts),
        )
        if not 0 < len(text) <= 75
    ]
    assert long == []


def test_questions_end_as_questions():
    plain = [p.question for g in GUIDES.values() for p in g.prompts if "?" not in p.question]
    assert plain == []


def test_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="is not a valid"):
        guide_for("opini")
