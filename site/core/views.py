"""Small answers every installation needs."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from wagtail import views as wagtail_views
from wagtail.models import Site

from core.models import NetworkSettings
from core.room_access import typed_again

MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own page view; the page at the top of the Site comes with the Site, without a query of its own."""
    site = Site.find_for_request(request)
    if site is not None:
        # Routing asks for its place in the tree alone; a front that is shown loads the rest when it needs it.
        site.root_page = site.root_page.specific_deferred
    response: HttpResponse = wagtail_views.serve(request, path)
    return response


def healthz(request: HttpRequest) -> HttpResponse:
    """The process lives."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers; what the page cache of this process did since it began."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:
        return JsonResponse({"database": False}, status=503)
    cache = request.META.get("warta_kim.page_cache")
    return JsonResponse({"database": True, "page_cache": cache.report() if cache else None})


def media(request: HttpRequest, path: str) -> FileResponse:
    """Public sizes of pictures, where no web server in front hands them out. Names are random and never reused."""
    content_type = MEDIA_TYPES.get(path.rpartition(".")[2])
    if content_type is None or ".." in path or not default_storage.exists(path):
        raise Http404
    response = FileResponse(default_storage.open(path), content_type=content_type)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone shows when the site is put on its home screen."""
    network = NetworkSettings.for_request(request)
    icons = [
        {"src": static("icons/icon-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static("icons/icon-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static("icons/maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]
    answer = {
        "name": f"{network.network_name} {network.region_name}",
        "short_name": network.network_name,
        "lang": "id",
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#fcfbf7",
        "theme_color": "#0b5b45",
        "icons": icons,
    }
    return JsonResponse(answer, content_type="application/manifest+json")


def robots(request: HttpRequest) -> HttpResponse:
    """Rooms and admin are not for search engines; a demonstration asks not to be listed at all."""
    if NetworkSettings.for_request(request).is_demo:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = [
            "User-agent: *",
            "Disallow: /ruang/",
            "Disallow: /admin/",
            "Disallow: /akun/",
            "Disallow: /t/",
        ]
        lines += ["Disallow: /cari/", f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """One page for whatever is not there or not yours."""
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open for too long: what was typed is shown again, ready to be copied or sent once more."""
    return typed_again(request, status=403)
