"""The pieces of a marked text, line by line: headings, quotes, paragraphs, lists and card lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from news.rules.marks import Span, clean, paragraphs, read_marks, write_marks
from news.rules.rich_html import Listing, Paragraph

# The words are part of the mark language that writers learn, not interface text.
CARD_LABELS = {
    "photo": "Foto",
    "gallery": "Galeri",
    "facts": "Kotak fakta",
    "video": "Video",
    "related": "Terkait",
    "heading": "Teks",
    "paragraph": "Teks",
    "quote": "Teks",
}
OTHER_CARD_LABEL = "Kartu"

_LABEL_PATTERN = "|".join(
    label.replace(" ", r"\s*") for label in sorted({*CARD_LABELS.values(), OTHER_CARD_LABEL})
)
_CARD = re.compile(rf"\[\s*\[\s*(?:{_LABEL_PATTERN})\s*([0-9]{{1,4}})\s*\]\s*\]", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}[ \t]+(.+)")
_QUOTE = re.compile(r">[ \t]*(.*)")
_BULLET = re.compile(r"[-•*][ \t]+(.+)")
_NUMBERED = re.compile(r"([0-9]{1,3})([.)][ \t]+(.+))")
_QUOTE_SOURCE = re.compile(r"(?:—|–|--|-)[ \t]+(.+)")
_EVERY_NUMBER = range(10_000)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source; `text` may hold line breaks, `source` may be empty."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line `[[Foto 1]]`; the number alone says which card is meant."""

    number: int


Piece = Heading | Quote | Paragraph | Listing | CardLine


class _Line(Enum):
    BLANK = auto()
    TEXT = auto()
    HEADING = auto()
    QUOTE = auto()
    BULLET = auto()
    NUMBERED = auto()
    CARD = auto()


def one_line(text: str) -> str:
    """Return `text` on one line with single spaces."""
    return " ".join(clean(text).split())


def tidy_lines(text: str) -> str:
    """Return `text` with tidy lines and at most one empty line between two."""
    lines = "\n".join(" ".join(line.split()) for line in clean(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def read_pieces(text: str, card_numbers: Container[int]) -> list[Piece]:
    """Return the pieces of a typed text; a card line whose number is not in `card_numbers` is text."""
    pieces: list[Piece] = []
    kind = _Line.BLANK
    run: list[str] = []
    for raw in [*clean(text).split("\n"), ""]:
        line = raw.strip()
        found = _kind(line, card_numbers)
        if run and (found is not kind or kind in {_Line.HEADING, _Line.CARD}):
            _close_run(kind, run, pieces)
            run = []
        kind = found
        if kind is not _Line.BLANK:
            run.append(line)
    return pieces


def _kind(line: str, card_numbers: Container[int]) -> _Line:
    if not line:
        return _Line.BLANK
    if card := _CARD.fullmatch(line):
        return _Line.CARD if int(card[1]) in card_numbers else _Line.TEXT
    for pattern, kind in (
        (_HEADING, _Line.HEADING),
        (_QUOTE, _Line.QUOTE),
        (_BULLET, _Line.BULLET),
        (_NUMBERED, _Line.NUMBERED),
    ):
        if pattern.fullmatch(line):
            return kind
    return _Line.TEXT


def _close_run(kind: _Line, run: Sequence[str], pieces: list[Piece]) -> None:
    """Add the piece of a run of lines of one kind to `pieces`."""
    match kind:
        case _Line.CARD:
            pieces.extend(CardLine(int(_group(_CARD, line, 1))) for line in run)
        case _Line.HEADING:
            words = one_line(_flat(_group(_HEADING, run[0], 1)))
            pieces.extend([Heading(words)] if words else [])
        case _Line.QUOTE:
            pieces.extend(_read_quote([_group(_QUOTE, line, 1) for line in run]))
        case _Line.BULLET:
            pieces.extend(_listing(False, (_group(_BULLET, line, 1) for line in run)))
        case _Line.NUMBERED:
            _close_numbered(run, pieces)
        case _:
            pieces.extend(Paragraph(inline) for inline in paragraphs(read_marks("\n".join(run))))


def _close_numbered(run: Sequence[str], pieces: list[Piece]) -> None:
    listing = _listing(True, (_group(_NUMBERED, line, 3) for line in run))
    if int(_group(_NUMBERED, run[0], 1)) == 1:
        pieces.extend(listing)
    elif pieces and isinstance(pieces[-1], Listing) and pieces[-1].ordered:
        # People leave a blank line between the points of one list.
        pieces[-1] = Listing(True, pieces[-1].items + tuple(i for part in listing for i in part.items))
    else:
        # A list always starts at 1 when it is shown, so "3. …" alone keeps its number only as text.
        _close_run(_Line.TEXT, run, pieces)


def _listing(ordered: bool, items: Iterable[str]) -> list[Listing]:
    inlines = tuple(inline for item in items for inline in paragraphs(read_marks(item)))
    return [Listing(ordered, inlines)] if inlines else []


def _read_quote(lines: list[str]) -> list[Quote]:
    while lines and not lines[-1].strip():
        lines.pop()
    source = ""
    if any(line.strip() for line in lines[:-1]) and (found := _QUOTE_SOURCE.fullmatch(lines[-1])):
        source = one_line(_flat(found[1]))
        lines = lines[:-1]
    text = tidy_lines(_flat("\n".join(lines)))
    return [Quote(text, source)] if text or source else []


def _group(pattern: re.Pattern[str], line: str, group: int) -> str:
    match = pattern.fullmatch(line)
    return match[group] if match else line


def _flat(text: str) -> str:
    """Return the words of a marked text for a place that knows no formatting."""
    return "".join(char.text for char in read_marks(text, links=False))


def write_pieces(pieces: Sequence[Piece]) -> str | None:
    """Return the marked text of `pieces`, or None when reading it back would give something else."""
    texts: list[str] = []
    for piece in pieces:
        for escape_all in (False, True):
            text = _write(piece, escape_all)
            if read_pieces(text, _EVERY_NUMBER) == [piece]:
                texts.append(text)
                break
        else:
            return None
    return "\n\n".join(texts)


def _write(piece: Piece, escape_all: bool) -> str:
    def words(text: str) -> str:
        return write_marks((Span(text),), escape_all=escape_all)

    match piece:
        case CardLine(number):
            return f"[[{OTHER_CARD_LABEL} {number}]]"
        case Heading(text):
            return f"## {words(text)}"
        case Quote(text, source):
            lines = words(text).split("\n")
            if source:
                lines.append(f"— {words(source)}")
            elif len(lines) > 1 and _QUOTE_SOURCE.fullmatch(lines[-1]):
                lines[-1] = "\\" + lines[-1]
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case Listing(ordered, items):
            marked = [write_marks(item, escape_all=escape_all) for item in items]
            return "\n".join(f"{n}. {item}" if ordered else f"- {item}" for n, item in enumerate(marked, 1))
        case Paragraph(inline):
            return "\n".join(map(_guard, write_marks(inline, escape_all=escape_all).split("\n")))


def _guard(line: str) -> str:
    """Escape the start of a line of ordinary text that would be read as a heading, quote, list or card."""
    if numbered := _NUMBERED.fullmatch(line):
        return f"{numbered[1]}\\{numbered[2]}"
    if any(pattern.fullmatch(line) for pattern in (_HEADING, _QUOTE, _BULLET, _CARD)):
        return "\\" + line
    return line
