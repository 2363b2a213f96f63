"""Malformed requests by seed: what broken phones, scanners and bored teenagers send."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

NUL = "\x00"
WORDS = [
    "",
    NUL,
    f"panen{NUL}padi",
    "a" * 5000,
    "9" * 30,
    "9" * 5000,
    "-1",
    "²",
    "٣",
    "1e400",
    "NaN",
    "0x10",
    "%",
    "%%00",
    "%s%n",
    "' OR 1=1 --",
    '"; DROP TABLE news_articlepage; --',
    "../" * 40 + "etc/passwd",
    "..%2f..%2fetc/passwd",
    "{{ 7*7 }}{% load x %}",
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "\ufeff\u200b\u2028",
    "😀" * 900,
    "a\r\nSet-Cookie: jahat=1",
    "(" * 300,
    "a" * 40 + "!" * 40,
    "[]",
    "null",
    "2026-13-45",
    "2026-11-21T07:30:00.000000Z_1",
    "9999-12-31T23:59:59.999999Z_9999999999999999",
    "0001-01-01T00:00:00.000000Z_1",
    "2026-11-21T07:30:00.000000Z_" + "9" * 40,
]
RAW = [
    b"%ff%fe%80",
    b"%c0%ae%c0%ae/",
    b"%00",
    b"%ed%a0%80",
    b"%",
    b"%zz",
    b"%u0000",
    b"+" * 300,
    b"%F0%9F%98%80",
]
QUERY_NAMES = [
    "sebelum",
    "sesudah",
    "q",
    "hal",
    "kim",
    "dari",
    "sampai",
    "periode",
    "topik",
    "penulis",
    "koreksi",
    "ke",
    "orang",
    "desa",
    "halaman",
    "next",
    "baru",
]
FIELD_NAMES = [
    "idempotency_key", "headline", "lead", "text", "kind", "event_date", "event_place", "topic", "tags", "kim",
    "source_name", "source_role", "base_revision", "action", "caption", "alt", "credit", "source", "consent",
    "consent_note", "photo", "reasons", "note", "reason", "day", "hour", "change", "full_name", "phone", "role",
    "username", "password", "login", "notice", "tagline", "about", "address", "whatsapp", "founded_year", "hue",
    "kim_id_number", "status", "number", "issued_on", "issuer", "term_from", "file", "person", "section", "title",
    "year", "month", "code", "evidence", "name", "place", "reach", "url", "level", "giver", "region_code", "slug",
    "review_policy", "chair_name", "email", "bio", "sponsor_name", "is_advertorial", "session", "remember",
]  # fmt: skip
CONTENT_TYPES = [
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=tidak-ada",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=BATAS",
    "multipart/form-data; boundary=" + "B" * 300,
    "multipart/form-data; charset=x; boundary=BATAS",
    "application/json",
    "text/plain; charset=\xff",
    "image/svg+xml",
    "",
    ";",
    "a" * 2000,
]
BODIES = [
    b"",
    b"\x00\xff\xfe" * 50,
    b'--BATAS\r\nContent-Disposition: form-data; name="headline"\r\n\r\nJudul',
    b'--BATAS\r\nContent-Disposition: form-data; name="photo"; filename="../../x\x00.jpg"\r\n\r\nJFIF\r\n--BATAS--\r\n',
    b"--BATAS\r\nContent-Disposition: form-data; name=photo; filename*=utf-99''%00\r\n\r\nx\r\n--BATAS--\r\n",
    b'--BATAS\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\r\n--BATAS--\r\n',
    b"--BATAS\r\n" * 200,
    b"headline=%00&headline=%ff&=&&&=x&text",
    b"&".join(b"a%d=1" % number for number in range(1200)),
    b'{"headline": ',
]
HEADERS: list[dict[str, str]] = [
    {"HTTP_HOST": "jahat.example"},
    {"HTTP_HOST": "a" * 300},
    {"HTTP_HOST": "testserver:99999999"},
    {"HTTP_HOST": "[::1"},
    {"HTTP_ORIGIN": "http://["},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_REFERER": "http://[x"},
    {"HTTP_REFERER": "https://" + "a" * 4000},
    {"HTTP_COOKIE": 'sessionid="\\000aaaaaaaaaaaaaa"'},
    {"HTTP_COOKIE": "sessionid=" + "z" * 3000},
    {"HTTP_COOKIE": "messages=W1td; csrftoken=%00; sessionid="},
    {"HTTP_COOKIE": 'messages="' + "\\000" * 20 + '"'},
    {"HTTP_ACCEPT_LANGUAGE": "x" * 3000 + ";q=NaN"},
    {"HTTP_ACCEPT_ENCODING": "gzip;q=abc, " * 200},
    {"HTTP_IF_MODIFIED_SINCE": "Sun, 99 Foo 99999 99:99:99 GMT"},
    {"HTTP_IF_NONE_MATCH": '"' * 99},
    {"HTTP_RANGE": "bytes=9999999999999999999999-"},
    {"HTTP_X_FORWARDED_FOR": "1.2.3.4, \x00, ::::"},
    {"HTTP_X_FORWARDED_PROTO": "javascript"},
    {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
    {"HTTP_X_ROOM_SCRIPT": "1"},
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE"},
    {"HTTP_USER_AGENT": "\x01\x02" + "u" * 4000},
    {"REMOTE_ADDR": ""},
]
METHODS = (
    "GET",
    "GET",
    "GET",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "OPTIONS",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "KABAR",
)


@dataclass(frozen=True)
class Hostile:
    """One request as Client.generic takes it. `url` is ASCII; `seed` makes the same one again."""

    seed: int
    method: str
    url: str
    body: bytes = b""
    content_type: str = ""
    headers: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.method} {self.url[:160]} {self.content_type[:40]!r} {self.headers}"[
            :400
        ]


def hostile(seed: int, places: list[str]) -> Hostile:
    """The request of this seed against one of these addresses."""
    dice = random.Random(seed)
    path = dice.choice(places)
    if dice.random() < 0.25:
        path = _bent(path, dice)
    query = _query(dice) if dice.random() < 0.6 else ""
    method = dice.choice(METHODS)
    headers = dict(dice.choice(HEADERS)) if dice.random() < 0.4 else {}
    body, content_type = b"", "application/octet-stream"
    if method not in {"GET", "HEAD"}:
        body, content_type = _body(dice)
    return Hostile(seed, method, path + query, body, content_type, headers)


def _bent(path: str, dice: random.Random) -> str:
    """The address with one piece replaced, repeated or cut."""
    pieces = path.strip("/").split("/")
    number = dice.randrange(len(pieces))
    broken = dice.choice([quote(dice.choice(WORDS)[:800], safe=""), dice.choice(RAW).decode()])
    pieces[number] = broken
    if dice.random() < 0.3:
        pieces = pieces * 6
    return "/" + "/".join(pieces) + dice.choice(["/", "", "//", "/?", "/.", "/%2e%2e/"])


def _query(dice: random.Random) -> str:
    parts = []
    for _number in range(dice.randrange(1, 4)):
        value = quote(dice.choice(WORDS), safe="") if dice.random() < 0.75 else dice.choice(RAW).decode()
        parts.append(f"{dice.choice(QUERY_NAMES)}={value}")
    return "?" + "&".join(parts)


def _body(dice: random.Random) -> tuple[bytes, str]:
    if dice.random() < 0.3:
        return dice.choice(BODIES), dice.choice(CONTENT_TYPES)
    names = dice.sample(FIELD_NAMES, dice.randrange(1, 14))
    pairs = []
    for name in [*names, *dice.sample(["headline", "kind", "source_name", "text", "kim"], 2)]:
        raw = dice.random() < 0.15
        value = dice.choice(RAW).decode() if raw else quote(dice.choice(WORDS), safe="")
        pairs.append(f"{name}={value}")
    return "&".join(pairs).encode(), "application/x-www-form-urlencoded"
