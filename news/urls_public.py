"""Addresses of the network lists, feeds and sitemaps, open to every reader."""

from django.urls import URLPattern, URLResolver, path, re_path

from news import feeds
from news.views import corrections, public, reporting, sitemaps

public_urls: list[URLPattern | URLResolver] = [
    path("berita/", public.news_list, name="list"),
    path("topik/<slug:slug>/", public.topic, name="topic"),
    path("tag/<slug:slug>/", public.tag, name="tag"),
    path("penulis/<slug:slug>/", public.writer, name="writer"),
    path("cari/", public.search, name="search"),
    path("koreksi/", corrections.network_corrections, name="corrections"),
    path("<slug:slug>/koreksi/", corrections.kim_corrections, name="kim_corrections"),
    path("lapor/", reporting.report, name="report"),
    path("lapor/<slug:code>/", reporting.status, name="report_status"),
    path("rss.xml", feeds.network_feed, name="feed"),
    path("topik/<slug:slug>/rss.xml", feeds.topic_feed, name="topic_feed"),
    path("penulis/<slug:slug>/rss.xml", feeds.writer_feed, name="writer_feed"),
    path("<slug:slug>/rss.xml", feeds.kim_feed, name="kim_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-halaman.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-berita.xml", sitemaps.news, name="sitemap_news"),
    re_path(r"^sitemap-berita-(?P<year>20\d\d)-(?P<number>\d\d)\.xml$", sitemaps.month, name="sitemap_month"),
]
