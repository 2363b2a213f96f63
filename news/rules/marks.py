"""The light marks inside a line: **bold**, _italic_ and [text](target), read and written without loss."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

ESCAPABLE = frozenset("\\*_[]()#>-.•—–")
_SPACES = " \t\n"
_LINK = re.compile(
    r"\[((?:\\.|[^\[\]\\])+)\]"  # text: brackets only when escaped
    r"\(((?:\\[()]|[^\s()\\]|\((?:\\[()]|[^\s()\\])*\))+)\)",  # target: one level of plain parentheses
    re.DOTALL,
)
_LINK_AHEAD = re.compile(r"\[[^\[\]]*\]\(")
_URL_CHARACTER = r"[^\s\\<>\"\x00-\x20\x7f-\x9f]"
_TARGET = re.compile(
    rf"(?:https?://(?![/?#]){_URL_CHARACTER}+|mailto:{_URL_CHARACTER}+|tel:\+?[0-9().\-]+"
    r"|(?:halaman|dokumen):[1-9][0-9]{0,9})",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """Text that shares its formatting; a newline is a line break, `target` as `safe_target` returns it."""

    text: str
    bold: bool = False
    italic: bool = False
    target: str | None = None


Inline = tuple[Span, ...]
Char = Span  # of a single character


class _Mark(NamedTuple):
    text: str
    can_open: bool
    can_close: bool
    target: str | None


def clean(text: str) -> str:
    """Return `text` with newlines as LF and without control characters, which no form or database keeps."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def safe_target(target: str) -> str | None:
    """Return the link target in its stored spelling, or None when it is not one that may be linked.

    Allowed are http, https, mailto and tel addresses, `halaman:<page id>` and `dokumen:<document id>`.
    """
    if not _TARGET.fullmatch(target):
        return None
    scheme, _, rest = target.partition(":")
    return f"{scheme.lower()}:{rest}" if scheme.lower() in {"halaman", "dokumen"} else target


def read_marks(text: str, *, links: bool = True) -> list[Char]:
    """Return the characters that the marked `text` means; marks without a partner stay ordinary text."""
    tokens: list[Char | _Mark] = []
    _tokenise(text, 0, len(text), None, links, tokens)
    opens: set[int] = set()
    closes: set[int] = set()
    for mark in ("**", "_"):
        _pair(tokens, mark, opens, closes)
    chars: list[Char] = []
    active = {"**": False, "_": False}
    for index, token in enumerate(tokens):
        if index in opens or index in closes:
            active[token.text] = index in opens
        else:
            chars.extend(Char(c, active["**"], active["_"], token.target) for c in token.text)
    return chars


def _tokenise(
    text: str, start: int, end: int, target: str | None, links: bool, out: list[Char | _Mark]
) -> None:
    position = start
    while position < end:
        char = text[position]
        if char == "\\" and position + 1 < end and text[position + 1] in ESCAPABLE:
            out.append(Char(text[position + 1], target=target))
            position += 2
            continue
        if char == "[" and links and (match := _LINK.match(text, position, end)) and match[1].strip():
            found = safe_target(re.sub(r"\\([()])", r"\1", match[2]))
            if found:
                _tokenise(text, match.start(1), match.end(1), found, False, out)
                position = match.end()
                continue
        size = 2 if text.startswith("**", position, end) else 1
        if size == 2 or char == "_":
            before = text[position - 1] if position else " "
            after = text[position + size] if position + size < len(text) else " "
            # An underscore inside a word (nama_berkas) is no mark.
            inside = size == 1
            out.append(
                _Mark(
                    text[position : position + size],
                    can_open=after not in _SPACES and not (inside and before.isalnum()),
                    can_close=before not in _SPACES and not (inside and after.isalnum()),
                    target=target,
                )
            )
        else:
            out.append(Char(char, target=target))
        position += size


def _pair(tokens: Sequence[Char | _Mark], mark: str, opens: set[int], closes: set[int]) -> None:
    """Add the indexes of the marks that open and close; an empty pair (____) is no pair."""
    opened: int | None = None
    filled = False
    for index, token in enumerate(tokens):
        if isinstance(token, Span):
            filled = True
        elif token.text != mark:
            continue
        elif opened is None:
            if token.can_open:
                opened, filled = index, False
        elif token.can_close and filled:
            opens.add(opened)
            closes.add(index)
            opened = None


def paragraphs(chars: Iterable[Char]) -> list[Inline]:
    """Return the normal form of `chars`: one Inline per run of lines between empty lines, none of them empty.

    Spaces collapse and lose formatting of their own, so that two spellings of one look compare equal.
    """
    result: list[Inline] = []
    lines: list[list[Char]] = []
    line: list[Char] = []
    for char in [*chars, Char("\n"), Char("\n")]:
        if char.text != "\n":
            line.append(char)
            continue
        tidy = _tidy(line)
        line = []
        if tidy:
            lines.append(tidy)
        elif lines:
            result.append(_spans(lines))
            lines = []
    return result


def _tidy(line: list[Char]) -> list[Char]:
    start, end = 0, len(line)
    while start < end and line[start].text.isspace():
        start += 1
    while end > start and line[end - 1].text.isspace():
        end -= 1
    tidy: list[Char] = []
    for char in line[start:end]:
        if char.text not in " \t":
            tidy.append(char)
        elif tidy[-1].text != " ":
            tidy.append(Char(" "))
    return tidy


def _spans(lines: list[list[Char]]) -> Inline:
    chars: list[Char] = []
    for line in lines:
        chars.extend([Char("\n"), *line] if chars else line)
    for index, (text, *_format) in enumerate(chars):
        if text in _SPACES:
            left, right = chars[index - 1], chars[index + 1]
            target = left.target if left.target == right.target else None
            chars[index] = Char(text, left.bold and right.bold, left.italic and right.italic, target)
    spans: list[Span] = []
    for char in chars:
        if spans and spans[-1][1:] == char[1:]:
            spans[-1] = spans[-1]._replace(text=spans[-1].text + char.text)
        else:
            spans.append(Span(*char))
    return tuple(spans)


def write_marks(inline: Inline, *, escape_all: bool = False) -> str:
    """Return `inline` as marked text, escaping only what would be misread, or every mark when `escape_all`.

    The caller reads the result back to see whether the marks could say it.
    """
    text = plain(inline)
    out: list[str] = []
    open_marks: list[str] = []
    target: str | None = None
    position = 0
    for span in (*inline, Span("")):
        wanted = [mark for mark, on in (("**", span.bold), ("_", span.italic)) if on]
        before_word = span.text[:1].isalnum()
        # Marks pair with their own kind alone, so only what changes is written and nothing needs nesting.
        closing = [mark for mark in reversed(open_marks) if mark not in wanted]
        out.extend(sorted(closing, reverse=True) if before_word else closing)
        # An underscore is a mark only beside something that is no word: bold marks, or the edge of a link.
        inside_word = before_word and text[position - 1 : position].isalnum()
        divide = inside_word and ("_" in open_marks) != ("_" in wanted)
        if span.target != target or (target and divide):
            out.append(_link_end(target) if target else "")
            out.append("[" if span.target else "")
            target = span.target
        out.extend(mark for mark in wanted if mark not in open_marks)
        kept = [mark for mark in open_marks if mark in wanted]
        open_marks = kept + [mark for mark in wanted if mark not in kept]
        for offset, char in enumerate(span.text):
            edge = offset in {0, len(span.text) - 1}
            special = char in "*_[]\\" and (escape_all or _needs_escape(text, position, edge, bool(target)))
            out.append("\\" + char if special else char)
            position += 1
    return "".join(out)


def _link_end(target: str) -> str:
    address = re.sub(r"([()])", r"\\\1", target) if _odd(target) else target
    return f"]({address})"


def _odd(target: str) -> bool:
    """Tell whether the parentheses of `target` need escaping: anything but plain pairs, one level deep."""
    return re.fullmatch(r"(?:[^()]|\([^()]*\))+", target) is None


def _needs_escape(text: str, position: int, edge: bool, linked: bool) -> bool:
    char = text[position]
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if char == "*":
        return edge or before == "*" or after == "*"
    if char == "_":
        spaced = before in _SPACES and after in _SPACES
        return edge or not (spaced or (before.isalnum() and after.isalnum()))
    if char == "[":
        return linked or _LINK_AHEAD.match(text, position) is not None
    return char == "\\" or (char == "]" and linked)


def plain(inline: Inline) -> str:
    """Return the bare text of `inline`, line breaks as newlines."""
    return "".join(span.text for span in inline)
