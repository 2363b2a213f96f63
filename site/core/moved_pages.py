"""The answer at an address where nothing stands any more: on to the present one, or a page that says it is gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve
from wagtail.models import Page, Site

from core.cache import PRIVATE
from core.former_addresses import EVERY_SITE
from core.models import FormerAddress
from core.page_contexts import gone_page
from core.rules.former_addresses import Gone, Moved, Standing, follow, prefixes

# Nothing public ever stood below these words.
_NEVER_PUBLIC = ("/ruang/", "/admin/", "/akun/", "/t/", "/static/", "/media/", "/documents/", "/_util/")
_TREE = "wagtail_serve"


class MovedPagesMiddleware:
    """Looks at answers 404 alone: an address that was public once leads on (301) or says that it is gone (410)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        return self._instead_of_404(request) or response

    def _instead_of_404(self, request: HttpRequest) -> HttpResponse | None:
        path = request.path_info
        # Without the slash at its end it is nobody's address yet: CommonMiddleware adds it and asks again.
        is_whole = path.endswith("/") or "." in path.rpartition("/")[2]
        if not is_whole or not prefixes(path) or path.startswith(_NEVER_PUBLIC):
            return None
        site = Site.find_for_request(request)
        if site is None:
            return None
        desk = _Desk(site.root_page)
        answer = follow(path, desk.known, desk.standing)
        response: HttpResponse
        match answer:
            case Moved(to):
                query = request.META.get("QUERY_STRING", "")
                response = HttpResponsePermanentRedirect(f"{to}?{query}" if query else to)
            case Gone():
                template, context = gone_page(desk.pages.get(path), request)
                response = render(request, template, context, status=410)
                response["X-Robots-Tag"] = "noindex"
            case None:
                return None
        # A browser that keeps a 301 for ever would run in circles once a name comes back.
        response["Cache-Control"] = PRIVATE
        return response


class _Desk:
    """What the rule asks of the database, for one Site; each address is looked up once."""

    def __init__(self, root: Page) -> None:
        self.root = root
        self.pages: dict[str, Page | None] = {}
        self._standing: dict[str, Standing] = {}

    def known(self, paths: Sequence[str]) -> Mapping[str, str | None]:
        """Former addresses among these with their present ones. A row of this Site goes before one of all Sites."""
        if not paths:
            return {}
        rows = FormerAddress.objects.filter(root__in=(self.root.pk, EVERY_SITE), path__in=paths)
        return {row.path: self._target(row) for row in rows.select_related("target_page").order_by("root")}

    def standing(self, path: str) -> Standing:
        if path not in self._standing:
            self._standing[path] = self._look(path)
        return self._standing[path]

    def _target(self, row: FormerAddress) -> str | None:
        if row.target_page is None:
            return row.target_path or None
        url_path = row.target_page.url_path
        if url_path.startswith(self.root.url_path):
            return f"/{url_path[len(self.root.url_path) :]}"
        elsewhere = [place for place in Site.get_site_root_paths() if url_path.startswith(place.root_path)]
        deepest = max(elsewhere, key=lambda place: len(place.root_path), default=None)
        return f"{deepest.root_url}/{url_path[len(deepest.root_path) :]}" if deepest else None

    def _look(self, path: str) -> Standing:
        words = path.strip("/").split("/")
        page = self._page(words) if path.endswith("/") else None
        self.pages[path] = page
        if page is not None:
            return _standing_of(page)
        if not _is_a_list(path):
            return Standing.NOTHING
        # A feed or list below a KIM lives as long as the home of that KIM.
        home = self._page(words[:1])
        return _standing_of(home) if home is not None else Standing.HERE

    def _page(self, words: list[str]) -> Page | None:
        """The row at these words; the slug is indexed, the whole path decides (core.page_routes)."""
        url_path = f"{self.root.url_path}{'/'.join(words)}/"
        here = Q(slug=words[-1], depth=self.root.depth + len(words), url_path=url_path)
        return Page.objects.filter(here).first()


def _standing_of(page: Page) -> Standing:
    if page.live:
        return Standing.HERE
    return Standing.GONE if page.first_published_at is not None else Standing.NOTHING


def _is_a_list(path: str) -> bool:
    """Whether a view of ours beside the tree answers at this address."""
    try:
        return resolve(path, settings.ROOT_URLCONF).url_name != _TREE
    except Resolver404:
        return False
