"""What the pages of news show."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core import seo
from core.cache_keys import depends_on
from core.page_contexts import register_gone_context, register_page_context
from core.page_routes import register_page_loading
from kim.selectors.public import place_of
from news.models import ArticlePage, NewsIndexPage
from news.selectors import public
from news.selectors.public_article import article_joins, article_view
from news.selectors.public_gone import withdrawn_story
from news.seo import article_meta


def article_context(page: ArticlePage, request: Any) -> dict[str, Any]:
    view = article_view(page)
    meta = article_meta(page, view, request)
    share_text = f"{page.title}\n{meta.canonical}"
    return {
        "view": view,
        "meta": meta,
        "share_url": meta.canonical,
        "share_text": share_text,
        "section": "berita",
    }


def index_joins(pages: QuerySet[NewsIndexPage]) -> QuerySet[NewsIndexPage]:
    return pages.select_related("kim__village__parent", "kim__page")


def index_context(page: NewsIndexPage, request: Any) -> dict[str, Any]:
    """All stories of one KIM, by key."""
    kim = page.kim
    depends_on(f"kim-{kim.pk}")
    listing = public.page_of(
        public.live_stories(page),
        before=request.GET.get("sebelum", ""),
        after=request.GET.get("sesudah", ""),
        name=f"kim-{kim.pk}",
    )
    address = page.get_full_url(request) or ""
    home = kim.page.get_full_url(request) or ""
    meta = seo.page_meta(
        request,
        name=_("News of %(kim)s") % {"kim": kim.name},
        description=_("All stories of %(kim)s, %(place)s.")
        % {"kim": kim.name, "place": place_of(kim.village)},
        path=address,
        robots="" if listing.is_first else "noindex, follow",
        feed_url=f"{home}rss.xml",
        feed_title=kim.name,
        json_ld=(
            seo.breadcrumbs(
                (_("Front page"), seo.absolute(request, "/")), (kim.name, home), (_("News"), address)
            ),
        ),
    )
    return {
        "meta": meta,
        "kim": kim,
        "kim_url": kim.page.get_url(request),
        "place": place_of(kim.village),
        "listing": listing,
        "section": "kim",
    }


def withdrawn_context(page: ArticlePage, request: Any) -> dict[str, Any] | None:
    """What stays of a withdrawn story: headline, day and reason. None when no reason was given."""
    story = withdrawn_story(page)
    return {"story": story, "section": "berita"} if story else None


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_page_context(ArticlePage, article_context)
    register_page_context(NewsIndexPage, index_context)
    register_gone_context(ArticlePage, "news/withdrawn_story.html", withdrawn_context)
    register_page_loading(ArticlePage, article_joins, below="berita")
    register_page_loading(NewsIndexPage, index_joins)
