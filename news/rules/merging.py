"""Carry a typed text over to a newer body of the same story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from news.rules.pieces import CARD_LABELS, OTHER_CARD_LABEL
from news.rules.plain_text import Block, cards, prose, to_text

_LABELS = "|".join(re.escape(label) for label in sorted({*CARD_LABELS.values(), OTHER_CARD_LABEL}))
_MARKER_LINE = re.compile(
    rf"^[ \t]*\[\[(?:{_LABELS}) ([0-9]{{1,4}})\]\][ \t]*$", re.IGNORECASE | re.MULTILINE
)


def differ_in_cards_alone(old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Tell whether two bodies say the same words, so that only photos and other cards came, went or moved."""
    return prose(old) == prose(new) and typed_lines(old) == typed_lines(new)


def typed_lines(blocks: Sequence[Block]) -> list[str]:
    """The lines of a body that a person typed, with their marks: no cards, no empty lines."""
    return [line for line in _MARKER_LINE.sub("", to_text(blocks)).splitlines() if line.strip()]


def carry_markers(text: str, old: Sequence[Block], new: Sequence[Block]) -> str:
    """Return `text`, typed on the body `old`, with its card lines numbered as in the body `new`.

    The line of a card that is gone from `new` is left out; cards that came in between have no line yet.
    """
    numbers = {card.block_id: card.marker for card in cards(new)}
    carried = {card.number: numbers.get(card.block_id) for card in cards(old)}

    def renumber(match: re.Match[str]) -> str:
        number = int(match[1])
        return match[0] if number not in carried else carried[number] or ""

    return _MARKER_LINE.sub(renumber, text)
