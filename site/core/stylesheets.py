"""The stylesheets in their order, joined and minified without a build step; no Django here."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable

# Inline on every page: tokens, bare elements, the public components, the print sheet last.
PUBLIC: tuple[str, ...] = (
    "css/tokens.css",
    "css/base.css",
    "css/components/button.css",
    "css/components/masthead.css",
    "css/components/story.css",
    "css/components/article.css",
    "css/components/listing.css",
    "css/components/kim.css",
    "css/components/product.css",
    "css/components/table.css",
    "css/components/badge.css",
    "css/components/chart.css",
    "css/components/map.css",
    "css/components/footer.css",
    "css/print.css",
)

# Linked as files after the inline bundle: both by work rooms, the first alone by public pages with a form.
ROOMS: tuple[str, ...] = (
    "css/components/form.css",
    "css/rooms.css",
    "css/components/marks.css",
    "css/components/measures.css",
)

# Text in quotes and url(...) must survive as written; everything else may lose comments and spaces.
_PIECES = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))|(?P<comment>/\*.*?\*/)|(?P<space>\s+)""",
    re.DOTALL,
)
# No space is needed beside these. Not listed: "+", "-", "*", "/" (calc needs theirs), "(" and ")"
# (`and (`, `) .x`), ":" before a name (`a :hover` is not `a:hover`).
_BEFORE = "{};,>"
_AFTER = "{};,>:"
_LAST_SEMICOLON = re.compile(r";+\}")


def bundle(names: Iterable[str], read: Callable[[str], str]) -> str:
    """Joins stylesheets into one minified text.

    `read` turns a name into the source of that stylesheet and raises its own error for an unknown name.
    """
    return "".join(_minified(read(name)) for name in names)


def csp_hash(css: str) -> str:
    """The CSP source for an inline stylesheet: `'sha256-<base64>'` with its quotes, of the UTF-8 bytes."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _minified(source: str) -> str:
    """Strips comments and every space that carries no meaning; keeps quoted text and addresses."""
    pieces: list[str] = []
    position = 0
    for match in _PIECES.finditer(source):
        pieces.append(source[position : match.start()])
        pieces.append(match["kept"] or " ")
        position = match.end()
    pieces.append(source[position:])
    return _squeezed(pieces)


def _squeezed(pieces: list[str]) -> str:
    written: list[str] = []
    last = "{"
    waiting = False
    for piece in pieces:
        if piece == " ":
            waiting = True
            continue
        if not piece:
            continue
        if piece[0] not in "\"'":
            piece = _LAST_SEMICOLON.sub("}", piece)
        if waiting and last not in _AFTER and piece[0] not in _BEFORE:
            written.append(" ")
        if piece[0] == "}" and last == ";":
            written[-1] = written[-1].rstrip(";")
        written.append(piece)
        last = piece[-1]
        waiting = False
    return "".join(written)
