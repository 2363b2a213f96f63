"""The page cache: a WSGI callable in front of Django that answers anonymous readers from this process's memory.

The rule is core.cache; this module stores, compresses once, renders each page once at a time and counts.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import brotli
from django.conf import settings
from django.utils import timezone

from core import cache
from core.cache import Question
from core.generations import generations
from core.key_watch import KeyWatch
from core.statistics import read_counter

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Header = tuple[str, str]

WAIT_SECONDS = 10.0
# Beside the bodies: keys, headers, the objects themselves.
OVERHEAD_BYTES = 3000
# Set anew for each encoding or meant for one connection only.
OWN_HEADERS = frozenset({"content-length", "content-encoding", "etag", "vary"})


@dataclass(slots=True)
class Entry:
    """One stored answer. `read_at` is the tick of the generations that was read before it was rendered."""

    keys: frozenset[str]
    read_at: int
    ends_at: float
    etag: str
    headers: tuple[Header, ...]
    packed: bytes
    page_id: int | None
    current_at: int
    used: bool = True
    variants: dict[str, tuple[list[Header], bytes]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return OVERHEAD_BYTES + sum(len(body) for _headers, body in self.variants.values())


@functools.lru_cache(maxsize=512)
def best_encoding(accepted: str) -> str:
    """ "br", "gzip" or "" for an Accept-Encoding header, the smaller one first."""
    names = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            names.add(name.strip())
    return "br" if "br" in names else "gzip" if "gzip" in names else ""


class PageCache:
    """`application` is Django's handler; `limit` bounds the memory of all entries in bytes, 0 turns the cache off."""

    def __init__(
        self,
        application: Callable[[Environ, StartResponse], Iterable[bytes]],
        *,
        watch: KeyWatch,
        limit: int,
        count_read: Callable[[Environ, int], None] = lambda environ, page_id: None,
    ) -> None:
        self.application = application
        self.watch = watch
        self.limit = limit
        self.count_read = count_read
        self.counters: Counter[str] = Counter()
        self._entries: OrderedDict[Question, Entry] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self._flights: dict[Question, threading.Event] = {}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        environ["warta_kim.page_cache"] = self
        question = cache.question_of(environ)
        if question is None or not self.limit or not self.watch.may_trust():
            self.counters["passed"] += 1
            return self._pass(environ, start_response, count=question is not None)
        entry = self._current(question)
        if entry is not None:
            self.counters["hit"] += 1
            return self._answer(entry, environ, start_response, "hit")
        return self._fill(question, environ, start_response)

    def _current(self, question: Question) -> Entry | None:
        """The stored answer if it may still be given. Judged once per tick, so a hit costs no walk over its keys."""
        entry = self._entries.get(question)
        if entry is None:
            return None
        if time.time() >= entry.ends_at:
            self.counters["expired"] += 1
            return None
        tick = self.watch.generations.tick
        if entry.current_at != tick:
            if not self.watch.generations.is_current(entry.keys, entry.read_at):
                self.counters["refused"] += 1
                return None
            entry.current_at = tick
        entry.used = True
        return entry

    def _fill(self, question: Question, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Renders the page, one reader at a time; the others wait and are answered with what that one got."""
        with self._lock:
            flight = self._flights.get(question)
            leads = flight is None
            if flight is None:
                flight = self._flights[question] = threading.Event()
        if not leads:
            flight.wait(WAIT_SECONDS)
            self.watch.may_trust()
            entry = self._current(question)
            if entry is not None:
                self.counters["shared"] += 1
                return self._answer(entry, environ, start_response, "hit; detail=shared")
        try:
            return self._render(question, environ, start_response)
        finally:
            if leads:
                with self._lock:
                    self._flights.pop(question, None)
                flight.set()

    def _render(self, question: Question, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        # Read before rendering: a change that ends meanwhile has a later tick, and the entry is refused.
        read_at = self.watch.generations.tick
        began: list[tuple[str, list[Header], Any]] = []

        def remember(status: str, headers: list[Header], exc_info: Any = None) -> Any:
            began.append((status, headers, exc_info))
            return lambda data: None

        asked = environ["REQUEST_METHOD"]
        answer = self.application(self._clean(environ, question), remember)
        trace = cache.trace_to_keep(answer) if asked == "GET" else None
        status, headers, exc_info = began[-1]
        if trace is None:
            self.counters["not kept"] += 1
            self._count_passed(environ, answer)
            start_response(status, headers, exc_info) if exc_info else start_response(status, headers)
            return answer
        try:
            body = b"".join(answer)
        finally:
            answer.close()  # type: ignore[attr-defined]
        now = timezone.now()
        entry = self._entry(body, headers, frozenset(trace.keys), read_at, trace.page_id)
        entry.ends_at = cache.keep_until(trace, now).timestamp()
        self.counters["miss"] += 1
        response = self._answer(entry, environ, start_response, "fwd=miss; stored")
        self._store(question, entry)
        return response

    @staticmethod
    def _clean(environ: Environ, question: Question) -> Environ:
        """The request without what a shared answer may not depend on: cookies, conditions, noise in the query."""
        cleaned = dict(environ)
        for name in ("HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"):
            cleaned.pop(name, None)
        cleaned["QUERY_STRING"] = question.query
        return cleaned

    def _entry(
        self, body: bytes, headers: list[Header], keys: frozenset[str], read_at: int, page_id: int | None
    ) -> Entry:
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
        kept = tuple(header for header in headers if header[0].lower() not in OWN_HEADERS)
        entry = Entry(keys, read_at, 0.0, etag, kept, b"", page_id, read_at)
        # Stored packed; other encodings are made from it when first asked for, once.
        packed = gzip.compress(body, compresslevel=6, mtime=0)
        entry.packed = packed
        entry.variants["gzip"] = self._variant(entry, "gzip", packed)
        return entry

    @staticmethod
    def _variant(entry: Entry, encoding: str, body: bytes) -> tuple[list[Header], bytes]:
        own = [("ETag", entry.etag), ("Vary", "Accept-Encoding"), ("Content-Length", str(len(body)))]
        if encoding:
            own.append(("Content-Encoding", encoding))
        return [*entry.headers, *own], body

    def _in_encoding(self, entry: Entry, encoding: str) -> tuple[list[Header], bytes]:
        found = entry.variants.get(encoding)
        if found is not None:
            return found
        body = gzip.decompress(entry.packed)
        if not encoding:
            return self._variant(entry, "", body)
        made = self._variant(entry, encoding, brotli.compress(body, mode=brotli.MODE_TEXT, quality=6))
        with self._lock:
            entry.variants[encoding] = made
            self._bytes += len(made[1])
        return made

    def _answer(
        self, entry: Entry, environ: Environ, start_response: StartResponse, told: str
    ) -> Iterable[bytes]:
        """The stored answer in the reader's encoding, or 304 when the reader has it already."""
        if entry.page_id is not None and environ["REQUEST_METHOD"] == "GET":
            self.count_read(environ, entry.page_id)
        status = ("Cache-Status", f"warta-kim; {told}")
        if entry.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
            self.counters["not modified"] += 1
            names = {"cache-control", "content-security-policy"}
            kept = [header for header in entry.headers if header[0].lower() in names]
            start_response(
                "304 Not Modified", [*kept, ("ETag", entry.etag), ("Vary", "Accept-Encoding"), status]
            )
            return []
        headers, body = self._in_encoding(entry, best_encoding(environ.get("HTTP_ACCEPT_ENCODING", "")))
        start_response("200 OK", [*headers, status])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _store(self, question: Question, entry: Entry) -> None:
        """Keeps the entry and lets go what was not asked for lately until all fit."""
        if entry.size > self.limit // 4:
            return
        with self._lock:
            old = self._entries.pop(question, None)
            if old is not None:
                self._bytes -= old.size
                if old.etag == entry.etag and old.ends_at > time.time():
                    self.counters["in vain"] += 1
            self._entries[question] = entry
            self._bytes += entry.size
            while self._bytes > self.limit and self._entries:
                oldest, candidate = self._entries.popitem(last=False)
                if candidate.used and candidate is not entry:
                    candidate.used = False
                    self._entries[oldest] = candidate
                else:
                    self._bytes -= candidate.size
                    self.counters["let go"] += 1

    def _pass(self, environ: Environ, start_response: StartResponse, *, count: bool) -> Iterable[bytes]:
        answer = self.application(environ, start_response)
        if count:
            self._count_passed(environ, answer)
        return answer

    def _count_passed(self, environ: Environ, answer: Any) -> None:
        """A reader whom Django answered itself has read the page too."""
        trace = getattr(answer, "reader_trace", None)
        was_read = environ["REQUEST_METHOD"] == "GET" and getattr(answer, "status_code", 0) == 200
        if was_read and trace is not None and trace.page_id is not None:
            self.count_read(environ, trace.page_id)

    def report(self) -> dict[str, int]:
        """How often each thing happened since this process began, and how much is kept."""
        return {**dict(sorted(self.counters.items())), "pages": len(self._entries), "bytes": self._bytes}


def page_cache_for(application: Callable[[Environ, StartResponse], Iterable[bytes]]) -> PageCache:
    """The cache of this process in front of `application`, sized by KIM_PAGE_CACHE_MB."""
    return PageCache(
        application,
        watch=KeyWatch(generations()),
        limit=settings.KIM_PAGE_CACHE_MB * 1024 * 1024,
        count_read=read_counter().count,
    )
