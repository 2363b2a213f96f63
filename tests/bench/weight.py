"""What a page weighs on its first view: HTML, stylesheets, scripts and the pictures a phone fetches at once."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

VIEWPORT = 360
# Cheap phones of today draw two to three device pixels per CSS pixel; two is what the sizes are cut for.
DENSITY = 2
REM = 16
_IMPORT = re.compile(r"""(?:^|[;\n])\s*(?:import|export)\b[^;'"]*['"](\.[^'"]+)['"]""")


@dataclass
class Weight:
    """Bytes (gzip, pictures as they are) and requests of one first view."""

    html: int = 0
    styles: int = 0
    scripts: int = 0
    pictures: int = 0
    # Requests before the first paint: the page, its stylesheets, scripts that stop the parser.
    blocking: int = 1
    third_party: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def text(self) -> int:
        return self.html + self.styles + self.scripts

    @property
    def total(self) -> int:
        return self.text + self.pictures


def gzipped(content: bytes) -> int:
    """Bytes after gzip at level 6, which is what servers use."""
    return len(gzip.compress(content, compresslevel=6, mtime=0))


def weigh(html: bytes, read: Callable[[str], bytes]) -> Weight:
    """Weighs a page; `read` gives the content behind an address such as /static/js/a.js or raises FileNotFoundError."""
    found = _FirstView()
    found.feed(html.decode("utf-8"))
    weight = Weight(html=gzipped(html), third_party=[url for url in found.all_urls() if urlsplit(url).netloc])

    def content(url: str) -> bytes:
        try:
            return read(url)
        except FileNotFoundError:
            if url not in weight.missing:
                weight.missing.append(url)
            return b""

    for url in found.stylesheets:
        weight.styles += gzipped(content(url))
    for url in _with_imports(found.scripts, content):
        weight.scripts += gzipped(content(url))
    for url in sorted(set(found.pictures)):
        weight.pictures += len(content(url))
    weight.blocking += len(found.stylesheets) + found.blocking_scripts
    return weight


def chosen_candidate(srcset: str, sizes: str) -> str:
    """The address a phone takes from a srcset text: the smallest that fills its place, else the largest."""
    candidates = sorted(
        (int(width.rstrip("w")), url)
        for url, width in (entry.split() for entry in srcset.split(",") if entry.strip())
    )
    needed = displayed_width(sizes) * DENSITY
    return next((url for width, url in candidates if width >= needed), candidates[-1][1])


def displayed_width(sizes: str) -> float:
    """CSS pixels of a picture on the phone: the entry without a condition, which is the narrow one in our templates."""
    entry = (sizes or "100vw").split(",")[-1].strip()
    number = float(re.match(r"[\d.]+", entry)[0]) if re.match(r"[\d.]+", entry) else VIEWPORT
    if entry.endswith("vw"):
        return number * VIEWPORT / 100
    return number * REM if entry.endswith("rem") else number


def _with_imports(urls: list[str], read: Callable[[str], bytes]) -> list[str]:
    seen: list[str] = []
    waiting = list(urls)
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.append(url)
        source = read(url).decode("utf-8")
        waiting.extend(normpath(join(dirname(url), name)) for name in _IMPORT.findall(source))
    return seen


class _FirstView(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stylesheets: list[str] = []
        self.scripts: list[str] = []
        self.pictures: list[str] = []
        self.blocking_scripts = 0
        self._source: tuple[str, str] | None = None

    def all_urls(self) -> list[str]:
        return [*self.stylesheets, *self.scripts, *self.pictures]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and "stylesheet" in given.get("rel", ""):
            self.stylesheets.append(given["href"])
        elif tag == "script" and given.get("src"):
            self.scripts.append(given["src"])
            if not {"async", "defer"} & set(given) and given.get("type") != "module":
                self.blocking_scripts += 1
        elif tag == "picture":
            self._source = None
        elif tag == "source" and self._source is None and given.get("srcset"):
            self._source = (given["srcset"], given.get("sizes", ""))
        elif tag == "img":
            source, self._source = self._source, None
            if given.get("loading") != "lazy" and given.get("src") and not given["src"].startswith("data:"):
                srcset = source or (
                    (given["srcset"], given.get("sizes", "")) if given.get("srcset") else None
                )
                self.pictures.append(chosen_candidate(*srcset) if srcset else given["src"])
