"""Addresses for search engines."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import TruncMonth
from django.utils import timezone
from wagtail.models import Page

from core.cache_keys import depends_on, holds_until
from news.models import ArticlePage, DailyStories, Topic
from news.models.pages import ArticleQuerySet
from news.selectors.corrections import kims_with_corrections

FRESH = datetime.timedelta(days=2)
# More than search engines read from one file is cut off; a network of that size publishes less in a month.
LARGEST = 50_000
LARGEST_NEWS = 1_000


@dataclass(frozen=True)
class Entry:
    address: str
    title: str
    published: datetime.datetime
    changed: datetime.datetime


def _stories(root: Any) -> ArticleQuerySet:
    stories: ArticleQuerySet = (
        ArticlePage.objects.live()
        .filter(path__startswith=root.path, published_at__isnull=False)
        .only("path", "depth", "url_path", "title", "published_at", "last_published_at", "locale")
        .newest_first()
    )
    return stories


def _entry(article: ArticlePage) -> Entry:
    published = article.published_at or timezone.now()
    return Entry(article.get_url() or "", article.title, published, article.last_published_at or published)


def months(root: Any) -> list[datetime.date]:
    """First days of all months with public stories, newest first, from the statistics by day."""
    depends_on("months")
    days = DailyStories.objects.filter(
        dimension=DailyStories.Dimension.ALL, kim__page__path__startswith=root.path
    )
    found = days.annotate(month=TruncMonth("day")).order_by("-month").values_list("month", flat=True)
    return list(found.distinct())


def stories_of_month(root: Any, first: datetime.date) -> list[Entry]:
    depends_on(f"month-{first:%Y-%m}")
    zone = timezone.get_current_timezone()
    start = datetime.datetime.combine(first, datetime.time(), tzinfo=zone)
    following = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    end = datetime.datetime.combine(following, datetime.time(), tzinfo=zone)
    rows = _stories(root).filter(published_at__gte=start, published_at__lt=end)
    return [_entry(article) for article in rows[:LARGEST]]


def fresh_stories(root: Any, now: datetime.datetime) -> list[Entry]:
    """Published in the last 48 hours; paid texts are no news."""
    rows = _stories(root).filter(published_at__gt=now - FRESH, published_at__lte=now, is_advertorial=False)
    depends_on("list-news", "list-news-deep")
    entries = []
    for article in rows[:LARGEST_NEWS]:
        depends_on(f"row-{article.pk}")
        entries.append(_entry(article))
        holds_until(entries[-1].published + FRESH)
    return entries


def standing_addresses(root: Any) -> list[str]:
    """Everything that is not a story: pages of the tree, lists, topics with stories."""
    depends_on("tree")
    pages = (
        Page.objects.live()
        .descendant_of(root, inclusive=True)
        .not_type(ArticlePage)
        .order_by("path")
        .specific(defer=True)
    )
    addresses = [page.get_url() or "" for page in pages]
    topics = Topic.objects.filter(articles__live=True, articles__path__startswith=root.path).distinct()
    lists = ["/berita/", "/kim/", "/koreksi/", "/lapor/"]
    corrected = [f"/{slug}/koreksi/" for slug in kims_with_corrections(root)]
    return [*addresses, *lists, *corrected, *(f"/topik/{topic.slug}/" for topic in topics)]
