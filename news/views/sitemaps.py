"""Sitemaps: an index, the standing pages, stories by month, and news of the last two days."""

from __future__ import annotations

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core import seo
from core.cache import for_readers
from core.models import NetworkSettings
from news.rules.shorten import printable
from news.selectors import sitemaps
from news.views.public import site_root

XML = "application/xml; charset=utf-8"


@require_safe
@for_readers
def index(request: HttpRequest) -> HttpResponse:
    """/sitemap.xml: what parts there are. A month's part changes only while its stories do."""
    months = sitemaps.months(site_root(request))
    paths = ["/sitemap-halaman.xml", *(f"/sitemap-berita-{month:%Y-%m}.xml" for month in months)]
    context = {"addresses": [seo.absolute(request, path) for path in paths]}
    return render(request, "news/sitemaps/index.xml", context, content_type=XML)


@require_safe
@for_readers
def pages(request: HttpRequest) -> HttpResponse:
    """Front, KIM homes, standard pages, topics and network lists."""
    root = site_root(request)
    addresses = [seo.absolute(request, address) for address in sitemaps.standing_addresses(root)]
    entries = [{"address": address, "changed": ""} for address in addresses]
    return render(request, "news/sitemaps/addresses.xml", {"entries": entries}, content_type=XML)


@require_safe
@for_readers
def month(request: HttpRequest, year: str, number: str) -> HttpResponse:
    """Stories first published in one month (clock of the regency)."""
    try:
        first = datetime.date(int(year), int(number), 1)
    except ValueError as error:
        raise Http404 from error
    entries = [
        {"address": seo.absolute(request, row.address), "changed": row.changed.isoformat(timespec="seconds")}
        for row in sitemaps.stories_of_month(site_root(request), first)
    ]
    return render(request, "news/sitemaps/addresses.xml", {"entries": entries}, content_type=XML)


@require_safe
@for_readers
def news(request: HttpRequest) -> HttpResponse:
    """/sitemap-berita.xml: stories of the last two days for news search engines."""
    network = NetworkSettings.for_request(request)
    rows = sitemaps.fresh_stories(site_root(request), timezone.now())
    entries = [
        {
            "address": seo.absolute(request, row.address),
            "title": printable(row.title),
            "published": timezone.localtime(row.published).isoformat(timespec="seconds"),
        }
        for row in rows
    ]
    context = {"entries": entries, "name": f"{network.network_name} {network.region_name}"}
    return render(request, "news/sitemaps/news.xml", context, content_type=XML)
