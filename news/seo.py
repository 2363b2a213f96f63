"""What search engines and chats learn of stories: card, Open Graph, JSON-LD."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from core import seo
from news.models import ArticlePage
from news.selectors.public_article import ArticleView

GUIDELINES = "/pedoman-media-siber/"


def card_of(article: ArticlePage, request: Any) -> seo.MetaImage | None:
    """The picture of a shared link: the card drawn at publication, else the main picture."""
    card = getattr(article, "share_card", None)
    if card is not None and card.file:
        address = seo.absolute(request, card.file.url)
        return seo.MetaImage(address, *seo.CARD_SIZE, alt=article.title)
    return seo.image_of(request, article.list_image)


def article_meta(article: ArticlePage, view: ArticleView, request: Any) -> seo.PageMeta:
    address = article.get_full_url(request) or ""
    kim_address = seo.absolute(request, view.kim_url)
    image = card_of(article, request)
    return seo.page_meta(
        request,
        name=article.title,
        description=article.search_description or article.lead or article.title,
        path=address,
        image=image,
        kind="article",
        published=view.published_iso,
        modified=view.updated_iso,
        section=view.topic_name,
        authors=tuple(maker.name for maker in view.makers if maker.key != "editor"),
        feed_url=f"{kim_address}rss.xml",
        feed_title=view.kim_name,
        json_ld=(
            news_article(article, view, request, address, kim_address),
            seo.breadcrumbs(
                (_("Front page"), seo.absolute(request, "/")),
                (view.kim_name, kim_address),
                (_("News"), f"{kim_address}berita/"),
                (article.title, address),
            ),
        ),
    )


def news_article(
    article: ArticlePage, view: ArticleView, request: Any, address: str, kim_address: str
) -> dict[str, Any]:
    """schema.org NewsArticle; a paid text is an AdvertiserContentArticle."""
    hero = seo.image_of(request, view.hero.image if view.hero else None)
    card = card_of(article, request)
    images = [image.url for image in (hero, card) if image is not None]
    village = article.kim.village
    return {
        "@type": "AdvertiserContentArticle" if article.is_advertorial else "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": article.title[:110],
        "description": seo.one_line(article.lead),
        "image": list(dict.fromkeys(images)),
        "datePublished": view.published_iso,
        "dateModified": view.updated_iso or view.published_iso,
        "author": [
            _person(maker.name, seo.absolute(request, maker.url) if maker.url else "")
            for maker in _authors(view)
        ],
        "editor": [_person(maker.name, "") for maker in view.makers if maker.key == "editor"],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": view.kim_name,
            "url": kim_address,
            "publishingPrinciples": seo.absolute(request, GUIDELINES),
        },
        "articleSection": view.topic_name,
        "keywords": [tag.name for tag in view.tags],
        "contentLocation": {
            "@type": "Place",
            "name": article.event_place or village.name,
            "address": {
                "@type": "PostalAddress",
                "addressLocality": village.name,
                "addressRegion": village.parent.name if village.parent else "",
                "addressCountry": "ID",
            },
        },
        "correction": [
            _correction(note.text, note.iso, seo.absolute(request, note.reply_url) if note.reply_url else "")
            for note in view.corrections
        ],
        "sponsor": {"@type": "Organization", "name": article.sponsor_name} if article.sponsor_name else "",
        "inLanguage": "id",
        "isAccessibleForFree": True,
    }


def _authors(view: ArticleView) -> list[Any]:
    """Who wrote it; without a writer in the byline, whoever stands there."""
    writers = [maker for maker in view.makers if maker.key == "writer"]
    return writers or list(view.makers)


def _person(name: str, url: str) -> dict[str, str]:
    return {"@type": "Person", "name": name, "url": url} if url else {"@type": "Person", "name": name}


def _correction(text: str, moment: str, url: str) -> dict[str, str]:
    """One note; `url` leads to the right of reply."""
    note = {"@type": "CorrectionComment", "text": text, "datePublished": moment}
    return {**note, "url": url} if url else note
