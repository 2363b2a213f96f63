"""Rich text HTML as Wagtail stores it, read into plain values and written from them, never trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from news.rules.marks import Char, Inline, clean, paragraphs, safe_target

_EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_OBJECT_LINKS = {"page": "halaman", "document": "dokumen"}
_LINK_TYPES = {prefix: kind for kind, prefix in _OBJECT_LINKS.items()}
# Draftail's own bookkeeping: it says nothing about the text.
_IGNORED_ATTRIBUTES = {"data-block-key"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `inline` is in the normal form of `marks.paragraphs`."""

    inline: Inline


@dataclass(frozen=True, slots=True)
class Listing:
    """One bulleted or numbered list; every item is a single line."""

    ordered: bool
    items: tuple[Inline, ...]


class _Unreadable(Exception):
    """The HTML holds something that the marks have no word for."""


def read_html(html: str) -> list[Paragraph | Listing] | None:
    """Return the paragraphs and lists of stored rich text, or None when it holds anything else."""
    reader = _Reader()
    try:
        reader.feed(clean(html))
        reader.close()
        return reader.finish()
    except _Unreadable:
        return None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Paragraph | Listing] = []
        self.inside = ""  # "", "p", "ul", "ol" or "li"; loose text opens an implied "p"
        self.implied = False
        self.list_tag = ""
        self.items: list[Inline] = []
        self.chars: list[Char] = []
        self.open_inline: list[str] = []
        self.target: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs if name not in _IGNORED_ATTRIBUTES}
        if tag == "a":
            self._open_link(attributes)
            return
        if attributes:
            raise _Unreadable(tag)
        if tag in _EMPHASIS:
            self._enter_text()
            self.open_inline.append(tag)
        elif tag == "br":
            self._add("\n")
        elif tag == "p":
            self._leave_implied()
            self._move("", "p")
        elif tag in {"ul", "ol"}:
            self._leave_implied()
            self._move("", tag)
            self.list_tag, self.items = tag, []
        elif tag == "li" and self.list_tag:
            self._move(self.list_tag, "li")
        else:
            raise _Unreadable(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            raise _Unreadable(tag)
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" or tag in _EMPHASIS:
            if not self.open_inline or self.open_inline.pop() != tag:
                raise _Unreadable(tag)
            if tag == "a":
                self.target = None
        elif tag == "p" and not self.implied:
            self._move("p", "")
            self._end_paragraphs()
        elif tag == "li":
            self._move("li", self.list_tag)
            self._end_item()
        elif tag in {"ul", "ol"}:
            self._move(tag, "")
            self.list_tag = ""
            if self.items:
                self.pieces.append(Listing(tag == "ol", tuple(self.items)))
        else:
            raise _Unreadable(tag)

    def handle_data(self, data: str) -> None:
        text = re.sub(r"[ \t\n\f]+", " ", data)
        if text != " " or self.inside in {"p", "li"}:
            self._add(text)

    def handle_comment(self, data: str) -> None:
        raise _Unreadable("comment")

    def handle_decl(self, decl: str) -> None:
        raise _Unreadable("declaration")

    def unknown_decl(self, data: str) -> None:
        raise _Unreadable("declaration")

    def handle_pi(self, data: str) -> None:
        raise _Unreadable("instruction")

    def finish(self) -> list[Paragraph | Listing]:
        self._leave_implied()
        self._move("", "")
        return self.pieces

    def _open_link(self, attributes: dict[str, str]) -> None:
        names = set(attributes)
        if names == {"linktype", "id"} and attributes["linktype"] in _OBJECT_LINKS:
            target = safe_target(f"{_OBJECT_LINKS[attributes['linktype']]}:{attributes['id']}")
        elif names == {"href"} and ":" in attributes["href"]:
            target = safe_target(attributes["href"])
            if target and target.partition(":")[0] in _LINK_TYPES:
                target = None
        else:
            target = None
        if target is None or self.target is not None:
            raise _Unreadable("a")
        self._enter_text()
        self.open_inline.append("a")
        self.target = target

    def _enter_text(self) -> None:
        if not self.inside:
            self.inside, self.implied = "p", True
        elif self.inside not in {"p", "li"}:
            raise _Unreadable("text between list items")

    def _add(self, text: str) -> None:
        self._enter_text()
        kinds = {_EMPHASIS.get(tag) for tag in self.open_inline}
        self.chars.extend(Char(c, "b" in kinds, "i" in kinds, self.target) for c in text)

    def _move(self, expected: str, to: str) -> None:
        if self.inside != expected or self.open_inline:
            raise _Unreadable(to or expected)
        self.inside = to

    def _leave_implied(self) -> None:
        if self.implied:
            self.implied = False
            self._move("p", "")
            self._end_paragraphs()

    def _end_paragraphs(self) -> None:
        self.pieces.extend(Paragraph(inline) for inline in paragraphs(self.chars))
        self.chars = []

    def _end_item(self) -> None:
        if any(char.text == "\n" for char in self.chars):
            raise _Unreadable("line break in a list item")
        self.items.extend(paragraphs(self.chars))
        self.chars = []


def write_html(piece: Paragraph | Listing) -> str:
    """Return the stored HTML of one paragraph or list; every character of text is escaped."""
    if isinstance(piece, Paragraph):
        return f"<p>{_inline_html(piece.inline)}</p>"
    tag = "ol" if piece.ordered else "ul"
    items = "".join(f"<li>{_inline_html(item)}</li>" for item in piece.items)
    return f"<{tag}>{items}</{tag}>"


def _inline_html(inline: Inline) -> str:
    out: list[str] = []
    open_target: str | None = None
    for span in inline:
        if span.target != open_target:
            out.append("</a>" if open_target else "")
            out.append(_link_tag(span.target) if span.target else "")
            open_target = span.target
        html = escape(span.text, quote=False).replace("\n", "<br/>")
        html = f"<i>{html}</i>" if span.italic else html
        out.append(f"<b>{html}</b>" if span.bold else html)
    out.append("</a>" if open_target else "")
    return "".join(out)


def _link_tag(target: str) -> str:
    scheme, _, rest = target.partition(":")
    if scheme in _LINK_TYPES:
        return f'<a linktype="{_LINK_TYPES[scheme]}" id="{escape(rest)}">'
    return f'<a href="{escape(target)}">'
