"""What the tests of public pages share: stories with pictures, counted requests, JSON-LD of a page."""

from __future__ import annotations

import json
import re
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import media_services
from kim.models import KimGroup
from news import services
from news.models import ArticlePage
from tests import builders
from users.models import User

_JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def make_pictured(kim: KimGroup, owner: User, *, days_ago: float = 0, **fields: Any) -> ArticlePage:
    """A published story with one photo whose public sizes exist."""
    image = builders.make_image(kim, owner)
    media_services.make_renditions_of(image.pk)
    article = builders.make_article(kim, owner, days_ago=days_ago, **fields)
    add_hero(article, image)
    return ArticlePage.objects.get(pk=article.pk)


def add_hero(article: ArticlePage, image: Any) -> None:
    """Puts a photo block at the head of the live body."""
    block = {
        "type": "photo",
        "value": {"image": image.pk, "caption": "Panen di Blok C, Sabtu."},
        "id": "foto-1",
    }
    raw = [block, *ArticlePage.objects.get(pk=article.pk).body.raw_data]
    fresh = ArticlePage.objects.get(pk=article.pk)
    fresh.body = json.dumps(raw)
    fresh.save(update_fields=["body"])
    services.refresh_list_columns(article.pk)


def count_queries(url: str) -> int:
    """Queries of an anonymous GET that answers 200, after one visit has warmed the caches of Django and Wagtail."""
    client = Client()
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(url)
        response.content  # noqa: B018 renders what is lazy
    assert response.status_code == 200
    return len(queries)


def json_ld(html: str) -> list[dict[str, Any]]:
    """All JSON-LD objects of a page in their order."""
    return [json.loads(text) for text in _JSON_LD.findall(html)]


def headlines(html: str) -> list[str]:
    """Linked headlines of story rows in their order."""
    return re.findall(r'class="story-title"><a href="[^"]*">([^<]*)</a>', html)
