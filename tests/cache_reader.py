"""A reader in front of the page cache: the real WSGI chain, generations read inline so that tests need no thread."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from core.generations import Generations
from core.key_watch import KeyWatch
from core.page_cache import PageCache

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"


class InlineWatch(KeyWatch):
    """Reads the log at every question, in the thread and transaction of the test."""

    def may_trust(self) -> bool:
        self.poll()
        return True


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> bytes:
        return gzip.decompress(self.raw) if self.headers.get("Content-Encoding") == "gzip" else self.raw

    @property
    def is_hit(self) -> bool:
        return self.headers.get("Cache-Status", "").startswith("warta-kim; hit")


@contextmanager
def _connection_of_the_test() -> Iterator[None]:
    """The end of a request would close the connection whose transaction the test lives in."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


class Reader:
    """Asks `application` (Django behind a new page cache by default) as a server would."""

    def __init__(self, application: Any = None, *, limit: int = 8_000_000, **options: Any) -> None:
        self.cache = PageCache(
            application or WSGIHandler(), watch=InlineWatch(Generations()), limit=limit, **options
        )

    def get(self, path: str = "/", method: str = "GET", **environ: str) -> Answer:
        path, _, query = path.partition("?")
        asked = RequestFactory()._base_environ(
            PATH_INFO=path, QUERY_STRING=query, REQUEST_METHOD=method, HTTP_HOST="testserver"
        )
        asked.pop("HTTP_COOKIE", None)
        asked.update({"HTTP_USER_AGENT": PHONE, **environ})
        began: list[tuple[str, list[tuple[str, str]]]] = []
        start: Callable[..., Any] = lambda status, headers, exc_info=None: began.append((status, headers))  # noqa: E731
        with _connection_of_the_test():
            answer = self.cache(asked, start)
            raw = b"".join(answer)
            if hasattr(answer, "close"):
                answer.close()
        status, headers = began[-1]
        return Answer(int(status.split()[0]), dict(headers), raw)
