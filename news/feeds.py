"""RSS of the network, a KIM, a topic and a writer."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from html import escape
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import feedgenerator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core import seo
from core.cache import for_readers
from core.cache_keys import depends_on
from core.models import NetworkSettings
from kim.models import Person
from kim.selectors.public import kim_of_slug, place_of
from news.models import ArticleByline, ArticlePage, Topic
from news.models.pages import ArticleQuerySet
from news.rules.shorten import printable
from news.selectors import public

LENGTH = 30


@dataclass(frozen=True)
class Channel:
    """`link` is the absolute address of the list that the feed follows."""

    title: str
    link: str
    description: str


class Feed(feedgenerator.Rss201rev2Feed):
    """RSS whose bytes change with its stories alone: an empty one is not built anew each second."""

    def latest_post_date(self) -> datetime.datetime:
        newest: datetime.datetime = super().latest_post_date()
        return newest if self.items else datetime.datetime.fromtimestamp(0, datetime.UTC)


@require_safe
@for_readers
def network_feed(request: HttpRequest) -> HttpResponse:
    root, network = _root(request), NetworkSettings.for_request(request)
    channel = Channel(
        f"{network.network_name} {network.region_name}", seo.absolute(request, "/"), network.tagline
    )
    return _feed(request, channel, public.live_stories(root), "all")


@require_safe
@for_readers
def kim_feed(request: HttpRequest, slug: str) -> HttpResponse:
    kim = kim_of_slug(_root(request), slug)
    if kim is None:
        raise Http404
    channel = Channel(kim.name, kim.page.get_full_url(request) or "", kim.tagline or place_of(kim.village))
    depends_on(f"kim-{kim.pk}", f"kim-{kim.pk}-tagline")
    return _feed(request, channel, public.live_stories(kim.page), f"kim-{kim.pk}")


@require_safe
@for_readers
def topic_feed(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic, slug=slug)
    channel = Channel(
        _("Topic: %(topic)s") % {"topic": topic.name},
        seo.absolute(request, f"/topik/{topic.slug}/"),
        _("Stories from all KIM on this topic."),
    )
    depends_on(f"topic-{topic.pk}")
    stories = public.live_stories(_root(request)).filter(topic=topic)
    return _feed(request, channel, stories, f"topic-{topic.pk}")


@require_safe
@for_readers
def writer_feed(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Person, slug=slug, consents_to_show=True)
    channel = Channel(person.full_name, seo.absolute(request, f"/penulis/{person.slug}/"), person.bio)
    depends_on(f"person-{person.pk}", f"person-{person.pk}-page")
    stories = public.stories_of_writer(_root(request), person)
    return _feed(request, channel, stories, f"person-{person.pk}")


def _root(request: HttpRequest) -> Page:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    root: Page = site.root_page
    return root


def _feed(request: HttpRequest, channel: Channel, stories: ArticleQuerySet, name: str) -> HttpResponse:
    """`name` is the list in core.cache_keys that the feed follows."""
    depends_on(f"list-{name}", f"list-{name}-deep")
    feed = Feed(
        title=printable(channel.title),
        link=channel.link,
        description=printable(channel.description),
        language="id",
        feed_url=seo.absolute(request, request.path),
    )
    articles = list(stories.select_related("kim__village__parent", "list_image", "topic")[:LENGTH])
    prefetch_related_objects(articles, "bylines")
    for article in articles:
        depends_on(f"row-{article.pk}", f"topic-{article.topic_id}")
        _add(feed, request, article)
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def _add(feed: feedgenerator.SyndicationFeed, request: HttpRequest, article: ArticlePage) -> None:
    address = article.get_full_url(request) or ""
    names = [row.name for row in article.bylines.all() if row.role == ArticleByline.Role.WRITER]
    if not names:
        depends_on(f"kim-{article.kim_id}")
    feed.add_item(
        title=printable(article.title),
        link=address,
        # Readers take the description as HTML: what looks like a tag must arrive as text.
        description=escape(printable(article.lead)),
        unique_id=address,
        unique_id_is_permalink=True,
        pubdate=article.published_at,
        author_name=printable(", ".join(names)) or article.kim.name,
        categories=[article.topic.name] if article.topic else [],
        enclosures=_enclosures(request, article),
    )


def _enclosures(request: HttpRequest, article: ArticlePage) -> list[Any]:
    image = seo.image_of(request, article.list_image)
    depends_on(f"image-{article.list_image_id}")
    if image is None:
        return []
    # Nothing stores the size of a rendition, and asking a remote store 30 times is dear; the RSS rules want 0 then.
    return [feedgenerator.Enclosure(image.url, "0", image.media_type)]
