"""Addresses: permanent once public (docs/architecture.md, section 4)."""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core import room_views
from core import views as core_views

urlpatterns = [
    path("healthz", core_views.healthz, name="healthz"),
    path("readyz", core_views.readyz, name="readyz"),
    re_path(rf"^{settings.MEDIA_URL.strip('/')}/(?P<path>images/.+)$", core_views.media, name="media"),
    path("manifest.webmanifest", core_views.manifest, name="manifest"),
    path("robots.txt", core_views.robots, name="robots"),
    path("ruang/", room_views.landing, name="rooms"),
    path("ruang/kotak/", room_views.inbox, name="inbox"),
    path("", include("users.urls")),
    path("", include("kim.urls")),
    path("", include("news.urls")),
    path("", include("rubrics.urls")),
    path("", include("evaluation.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(wagtail_urls.serve_pattern, core_views.page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]
handler404 = "core.views.not_found"
