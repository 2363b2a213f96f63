"""A story body as one plain text with light marks, and back on its blocks without losing any.

Blocks are the raw list that Wagtail stores: `{"type": str, "value": ..., "id": str}`. Headings, paragraphs
and quotes are edited as text. Every other block, and one that the marks cannot express, is a card: a line
`[[Foto 1]]` that can be moved but not changed.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from news.rules.marks import plain
from news.rules.pieces import (
    CARD_LABELS,
    OTHER_CARD_LABEL,
    CardLine,
    Heading,
    Piece,
    Quote,
    one_line,
    read_pieces,
    tidy_lines,
    write_pieces,
)
from news.rules.rich_html import Listing, Paragraph, read_html, write_html

Block = Mapping[str, Any]
_Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A block that the text shows as a line of its own; `number` runs from 1 in the order of the base."""

    number: int
    type: str
    block_id: str

    @property
    def marker(self) -> str:
        return f"[[{CARD_LABELS.get(self.type, OTHER_CARD_LABEL)} {self.number}]]"


@dataclass(frozen=True, slots=True)
class _Part:
    """One base block as the text shows it: its pieces (none when it is blank), and its card if it is one."""

    block: Block
    pieces: _Pieces
    text: str
    card: Card | None = None


def to_text(blocks: Sequence[Block]) -> str:
    """Return the body as marked plain text, parts divided by one blank line."""
    return "\n\n".join(part.text for part in _parts(blocks) if part.pieces)


def cards(blocks: Sequence[Block]) -> list[Card]:
    """Return the cards of the body in order."""
    return [part.card for part in _parts(blocks) if part.card]


def to_blocks(text: str, *, base: Sequence[Block], new_id: Callable[[], str]) -> list[dict[str, Any]]:
    """Return the blocks that `text` means, where `base` is the body that `to_text` turned into the text.

    A base block whose words are unchanged comes back as it was, with its id and stored value, even when it
    moved. New and changed parts become blocks with ids from `new_id`. Every card of `base` is in the result
    exactly once: at its first marker, or at the end when the marker is gone.
    """
    parts = _parts(base)
    typed = read_pieces(text, {part.card.number for part in parts if part.card})
    waiting: defaultdict[_Pieces, deque[int]] = defaultdict(deque)
    for index, part in enumerate(parts):
        if part.pieces:
            waiting[part.pieces].append(index)
    sizes = sorted(set(map(len, waiting)), reverse=True)
    expected = _end_of_blanks(parts, 0)
    result = [dict(part.block) for part in parts[:expected]]
    position = 0
    while position < len(typed):
        found = _unchanged(typed, position, parts, waiting, sizes, expected)
        if found is not None:
            waiting[parts[found].pieces].remove(found)
            expected = _end_of_blanks(parts, found + 1)
            result.extend(dict(part.block) for part in parts[found:expected])
            position += len(parts[found].pieces)
            continue
        piece = typed[position]
        if not isinstance(piece, CardLine):  # a card that no longer waits already has its place
            result.append(_new_block(piece, new_id()))
        position += 1
    result.extend(dict(part.block) for part in parts if part.card and waiting[part.pieces])
    return result


def prose(blocks: Sequence[Block]) -> str:
    """Return the words alone, a line per paragraph, heading, list item or quote, quotes in “ ”.

    This is the body that the checklist and the comparison read; photos and other cards say nothing here.
    """
    lines: list[str] = []
    for part in _parts(blocks):
        for piece in part.pieces:
            match piece:
                case Heading(words):
                    lines.append(words)
                case Quote(words, _):
                    lines.append("“" + one_line(words).strip('“”"') + "”")
                case Paragraph(inline):
                    lines.append(plain(inline))
                case Listing(_, items):
                    lines.extend(plain(item) for item in items)
                case CardLine() if part.card and part.card.type == "paragraph":
                    lines.append(one_line(unescape(re.sub(r"<[^>]*>", " ", str(part.block.get("value"))))))
    return "\n".join(lines)


def _end_of_blanks(parts: Sequence[_Part], start: int) -> int:
    """Return where the blank blocks at `start` end: they travel with the block before them."""
    while start < len(parts) and not parts[start].pieces:
        start += 1
    return start


def _unchanged(
    typed: Sequence[Piece],
    position: int,
    parts: Sequence[_Part],
    waiting: Mapping[_Pieces, deque[int]],
    sizes: Sequence[int],
    expected: int,
) -> int | None:
    """Return the waiting base block that says what stands at `position`: the next in order, else any."""
    if expected < len(parts):
        pieces = parts[expected].pieces
        if expected in waiting.get(pieces, ()) and tuple(typed[position : position + len(pieces)]) == pieces:
            return expected
    for size in sizes:
        found = waiting.get(tuple(typed[position : position + size]))
        if found:
            return found[0]
    return None


def _new_block(piece: Heading | Quote | Paragraph | Listing, block_id: str) -> dict[str, Any]:
    match piece:
        case Heading(words):
            return {"type": "heading", "value": words, "id": block_id}
        case Quote(words, source):
            return {"type": "quote", "value": {"text": words, "source": source}, "id": block_id}
        case _:
            return {"type": "paragraph", "value": write_html(piece), "id": block_id}


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    parts: list[_Part] = []
    number = 0
    for block in blocks:
        pieces = _pieces(block)
        text = None if pieces is None else write_pieces(pieces)
        if pieces is not None and text is not None:
            parts.append(_Part(block, pieces, text))
            continue
        number += 1
        card = Card(number, str(block.get("type", "")), str(block.get("id") or ""))
        parts.append(_Part(block, (CardLine(number),), card.marker, card))
    return parts


def _pieces(block: Block) -> _Pieces | None:
    """Return what an editable block says, nothing when it is blank, None when it is not editable as text."""
    value = block.get("value")
    match block.get("type"):
        case "heading" if isinstance(value, str):
            words = one_line(value)
            return (Heading(words),) if words else ()
        case "paragraph" if isinstance(value, str):
            pieces = read_html(value)
            return None if pieces is None else tuple(pieces)
        case "quote" if isinstance(value, Mapping) and set(value) == {"text", "source"}:
            text, source = value["text"] or "", value["source"] or ""
            if isinstance(text, str) and isinstance(source, str):
                quote = Quote(tidy_lines(text), one_line(source))
                return (quote,) if quote.text or quote.source else ()
    return None
