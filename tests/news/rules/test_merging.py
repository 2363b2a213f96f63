"""A typed text moves to a newer body: card lines keep pointing at their photos."""

from __future__ import annotations

from typing import Any

from news.rules.merging import carry_markers, differ_in_cards_alone


def words(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "value": f"<p>{text}</p>", "id": text}


def photo(name: str) -> dict[str, Any]:
    return {"type": "photo", "value": {"image": 1, "caption": name}, "id": name}


def test_carry_markers_renumbers_photo_after_an_earlier_one_came() -> None:
    text = "Pagi.\n\n[[Foto 1]]\n\nSore."
    assert carry_markers(text, [photo("a")], [photo("baru"), photo("a")]) == "Pagi.\n\n[[Foto 2]]\n\nSore."


def test_carry_markers_swaps_numbers_of_moved_photos() -> None:
    text = "[[Foto 1]]\n[[Foto 2]]"
    assert carry_markers(text, [photo("a"), photo("b")], [photo("b"), photo("a")]) == "[[Foto 2]]\n[[Foto 1]]"


def test_carry_markers_drops_line_of_removed_photo() -> None:
    assert carry_markers("Pagi.\n\n[[Foto 1]]", [photo("a")], []) == "Pagi.\n\n"


def test_carry_markers_leaves_unknown_numbers_and_words_alone() -> None:
    text = "Lihat [[Foto 1]] di sini.\n[[Foto 7]]"
    assert carry_markers(text, [photo("a")], []) == text


def test_differ_in_cards_alone_with_new_photo_is_true() -> None:
    assert differ_in_cards_alone([words("Pagi.")], [words("Pagi."), photo("a")]) is True


def test_differ_in_cards_alone_with_other_words_is_false() -> None:
    assert differ_in_cards_alone([words("Pagi.")], [words("Sore.")]) is False


def test_differ_in_cards_alone_with_other_quote_source_is_false() -> None:
    def quote(source: str) -> dict[str, Any]:
        return {"type": "quote", "value": {"text": "Kami senang.", "source": source}, "id": "q"}

    assert differ_in_cards_alone([quote("Ani")], [quote("Budi")]) is False
