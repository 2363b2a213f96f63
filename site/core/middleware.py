"""Response headers: the policy of the admin, the hash of the critical CSS, no powerful features; clean cookies."""

from collections.abc import Callable

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
