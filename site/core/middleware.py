"""Response headers and clean cookies; a post in the admin is one transaction."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from core.critical_css import critical_css_hash

# Wagtail's own screens still write inline scripts, so /admin/ alone gets a looser script policy.
ADMIN_DIRECTIVES = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "frame-src": ["'self'"],
    "object-src": ["'none'"],
}


class ReadableCookiesMiddleware:
    """Drops cookies with control characters before anybody looks a session up by one: PostgreSQL refuses them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if not value.isprintable()]:
            del request.COOKIES[name]
        return self.get_response(request)


class SecurityHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_replace = ADMIN_DIRECTIVES  # type: ignore[attr-defined]
        else:
            response._csp_update = {"style-src": critical_css_hash()}  # type: ignore[attr-defined]
        response.headers.setdefault(
            "Permissions-Policy", "camera=(self), microphone=(), geolocation=(), interest-cohort=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(("/ruang/", "/akun/", "/masuk/", "/keluar/", "/t/", "/admin/")):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class AdminPostMiddleware:
    """Whatever Wagtail's own screens change in one post happens whole or not at all, raised keys included.

    Stands last, so that its process_view comes after the forgery check.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.method != "POST" or not request.path.startswith("/admin/"):
            return None
        with transaction.atomic():
            return view(request, *args, **kwargs)
