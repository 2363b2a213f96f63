"""THE cache rule: which requests the page cache may answer, which answers it may keep, for how long, with which headers.

The cache itself is core.page_cache, in front of Django; what makes a stored page stale is core.generations.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from core.cache_keys import Trace, tracing

# Browsers ask again each time, a shared cache may answer for 15 seconds (quality goal: seconds, never a purge).
PUBLIC = "public, max-age=0, s-maxage=15, stale-while-revalidate=60"
PRIVATE = "private, no-cache"

# Questions that belong to a public address; with any other name Django answers by itself.
KNOWN_QUESTIONS = frozenset({"sebelum", "sesudah"})
# What chats and search engines hang on a link; no page of ours looks at it.
NOISE = frozenset({"fbclid", "gclid", "igshid", "igsh", "mibextid", "ref", "wa_source"})
NOISE_PREFIX = "utm_"
LONGEST_QUESTION = 300
# Never asked of the cache: rooms, accounts, files, search (its questions have no end), forms, health.
NEVER = (
    "/ruang/", "/akun/", "/admin/", "/masuk/", "/keluar/", "/t/", "/static/", "/media/", "/documents/",
    "/cari/", "/lapor/", "/wa/", "/healthz", "/readyz", "/_util/",
)  # fmt: skip

# The last net: even a change that nobody announced is seen after ten minutes.
LONGEST = datetime.timedelta(minutes=10)
# "3 minutes ago" may be told this much too long, or a front full of fresh stories would be rendered every second.
SHORTEST = datetime.timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Question:
    """What a stored answer is found by: everything of a request that a public page may depend on."""

    scheme: str
    host: str
    path: str
    query: str


def question_of(environ: Mapping[str, Any]) -> Question | None:
    """The question a request asks of the cache; None when Django must answer it itself.

    Anonymous GET and HEAD without a session cookie, with known query strings only.
    """
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return None
    if settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", ""):
        return None
    path = environ.get("PATH_INFO", "")
    if path.startswith(NEVER):
        return None
    text = environ.get("QUERY_STRING", "")
    query = known_query(text) if text else ""
    if query is None:
        return None
    return Question(_scheme(environ), environ.get("HTTP_HOST", ""), path, query)


@functools.lru_cache(maxsize=2048)
def known_query(text: str) -> str | None:
    """The query string without noise, in one order; None when it holds a name that no public address knows."""
    if len(text) > LONGEST_QUESTION:
        return None
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, max_num_fields=20)
    except ValueError:
        return None
    known = {name: value for name, value in pairs if not is_noise(name)}
    return urlencode(sorted(known.items())) if KNOWN_QUESTIONS.issuperset(known) else None


def is_noise(name: str) -> bool:
    return name in NOISE or name.startswith(NOISE_PREFIX)


def _scheme(environ: Mapping[str, Any]) -> str:
    """Behind a proxy of ours its header tells: an answer for https is none for http, which is redirected."""
    header = settings.SECURE_PROXY_SSL_HEADER
    if header is not None and header[0] in environ:
        return "https" if environ[header[0]].split(",")[0].strip() == header[1] else "http"
    return str(environ["wsgi.url_scheme"])


def mark_for_readers(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Sets Cache-Control: public for a page an anonymous reader got, private for everything else."""
    anonymous = settings.SESSION_COOKIE_NAME not in request.COOKIES
    shared = (
        anonymous
        and request.method in {"GET", "HEAD"}
        and response.status_code == 200
        and not getattr(request, "is_preview", False)
    )
    response.headers.setdefault("Cache-Control", PUBLIC if shared else PRIVATE)
    return response


def answer_readers(request: HttpRequest, render: Callable[[], HttpResponse]) -> HttpResponse:
    """An answer for readers, rendered while its surrogate keys are noted; they travel with it to the page cache."""
    with tracing() as trace:
        response = render()
        if hasattr(response, "render"):
            response.render()
    response.reader_trace = trace  # type: ignore[attr-defined]
    return mark_for_readers(request, response)


def for_readers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wraps a view whose answer is the same for every reader."""

    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return answer_readers(request, functools.partial(view, request, *args, **kwargs))

    return wrapper


def trace_to_keep(response: Any) -> Trace | None:
    """What a finished answer depends on when it may be kept for other readers, else None.

    Kept is what a view for readers answered with 200, publicly, without a cookie, the same for everybody.
    """
    trace: Trace | None = getattr(response, "reader_trace", None)
    if trace is None or response.status_code != 200 or response.streaming:
        return None
    varies = response.get("Vary", "").lower() not in {"", "accept-encoding"}
    if response.cookies or varies or response.get("Cache-Control") != PUBLIC:
        return None
    return trace


def keep_until(trace: Trace, now: datetime.datetime) -> datetime.datetime:
    """When a kept answer ends by itself: its words change, the day changes (local midnight), or ten minutes pass."""
    local = timezone.localtime(now)
    midnight = (local + datetime.timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    ends = [now + LONGEST, midnight]
    if trace.until is not None:
        ends.append(max(trace.until, now + SHORTEST))
    return min(ends)
