"""Network lists for readers: all news, a topic, a tag, a writer, search."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from taggit.models import Tag
from wagtail.models import Page, Site

from core import seo
from core.cache import for_readers
from core.cache_keys import depends_on
from core.search import clean_query, words_of
from kim.models import Person
from kim.selectors.public import kims_named
from news.models import Topic
from news.models.pages import ArticleQuerySet
from news.selectors import public


def site_root(request: HttpRequest) -> Page:
    """The page at the top of the Site that answers; 404 where no Site is set up."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    root: Page = site.root_page
    return root


def _list(
    request: HttpRequest,
    stories: ArticleQuerySet,
    *,
    name: str,
    heading: str,
    text: str,
    feed: str = "",
    of: str = "all",
    **context: Any,
) -> HttpResponse:
    """One page of a list of stories. `feed` is the path of its feed, `of` the list's name in core.cache_keys."""
    listing = context.pop("listing", None) or _page_of(request, stories, of)
    meta = seo.page_meta(
        request,
        name=name,
        description=text,
        robots="" if listing.is_first else "noindex, follow",
        feed_url=seo.absolute(request, feed) if feed else "",
        feed_title=name,
        json_ld=(
            seo.breadcrumbs(
                (_("Front page"), seo.absolute(request, "/")), (name, seo.absolute(request, request.path))
            ),
        ),
    )
    values = {
        "meta": meta,
        "listing": listing,
        "heading": heading,
        "text": text,
        "section": "berita",
        **context,
    }
    return render(request, "news/story_list.html", values)


def _page_of(request: HttpRequest, stories: ArticleQuerySet, name: str) -> public.Listing:
    before, after = request.GET.get("sebelum", ""), request.GET.get("sesudah", "")
    return public.page_of(stories, before=before, after=after, name=name)


@require_safe
@for_readers
def news_list(request: HttpRequest) -> HttpResponse:
    """All stories of the network with the topics as ways in."""
    return _list(
        request,
        public.live_stories(site_root(request)),
        name=_("All news"),
        heading=_("All news"),
        text=_("From all KIM, newest first."),
        feed="/rss.xml",
        topics=public.topics(),
    )


@require_safe
@for_readers
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Topic, slug=slug)
    depends_on(f"topic-{row.pk}")
    return _list(
        request,
        public.stories_of_topic(site_root(request), row),
        name=_("Topic: %(topic)s") % {"topic": row.name},
        heading=row.name,
        text=_("Stories from all KIM on this topic."),
        feed=f"/topik/{row.slug}/rss.xml",
        topics=public.topics(),
        current_topic=row.slug,
        of=f"topic-{row.pk}",
    )


@require_safe
@for_readers
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Stories with this tag; a tag that no public story uses is not there."""
    row = get_object_or_404(Tag, slug=slug)
    stories = public.stories_of_tag(site_root(request), row)
    listing = _page_of(request, stories, f"tag-{row.pk}")
    if not listing.rows and listing.is_first:
        raise Http404
    return _list(
        request,
        stories,
        name=_("Tag: %(tag)s") % {"tag": row.name},
        heading=row.name,
        text=_("Stories with this tag."),
        listing=listing,
    )


@require_safe
@for_readers
def writer(request: HttpRequest, slug: str) -> HttpResponse:
    """The portfolio of a person who agreed to be shown."""
    person = get_object_or_404(
        Person.objects.select_related("kim__village__parent", "kim__page"), slug=slug, consents_to_show=True
    )
    depends_on(f"person-{person.pk}", f"person-{person.pk}-page", f"kim-{person.kim_id}")
    return _list(
        request,
        public.stories_of_writer(site_root(request), person),
        name=person.full_name,
        heading=person.full_name,
        text=person.bio or _("Writes for %(kim)s.") % {"kim": person.kim.name},
        feed=f"/penulis/{person.slug}/rss.xml",
        person=person,
        of=f"person-{person.pk}",
        person_kim_url=person.kim.page.get_url(request),
    )


@require_safe
@for_readers
def search(request: HttpRequest) -> HttpResponse:
    """Plain search in stories and names of KIM. Any text is an answerable question."""
    query = clean_query(request.GET.get("q", ""))
    words = words_of(query)
    root = site_root(request)
    listing = kims = None
    if words:
        listing = public.page_of(
            public.found_stories(root, words),
            before=request.GET.get("sebelum", ""),
            after=request.GET.get("sesudah", ""),
            query=urlencode({"q": query}),
        )
        kims = kims_named(root, words) if listing.is_first else ()
    name = _("Search: %(query)s") % {"query": query} if query else _("Search the news")
    meta = seo.page_meta(
        request, name=name, description=_("Search in the news of all KIM."), robots="noindex, follow"
    )
    values = {
        "meta": meta,
        "typed": query,
        "too_short": bool(query) and not words,
        "listing": listing,
        "kims": kims,
        "topics": public.topics() if not words else (),
    }
    return render(request, "news/search.html", values)
