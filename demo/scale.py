"""Scale data: many KIM and stories by bulk creation, for measuring (no pictures, no revisions)."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from demo import sources
from kim.models import KimGroup, Region
from kim.services.groups import create_kim
from news.models import ArticlePage, Format, NewsIndexPage, Topic
from news.rules import plain_text
from news.services.statistics import check_statistics

SEED = 20261120
BATCH = 1000
SPARE_DISTRICT = "64.09.99"


def ensure_kims(count: int, say: Callable[[str], Any]) -> list[KimGroup]:
    """At least `count` KIM; those beyond the real villages lie in an invented district."""
    have = KimGroup.objects.count()
    if have < count:
        regency = Region.objects.get(code="64.09")
        district, _created = Region.objects.get_or_create(
            code=SPARE_DISTRICT, defaults={"name": "Kecamatan Contoh", "kind": "district", "parent": regency}
        )
        for number in range(have, count):
            village, _created = Region.objects.get_or_create(
                code=f"{SPARE_DISTRICT}.{2000 + number}",
                defaults={"name": f"Desa Contoh {number}", "kind": "desa", "parent": district},
            )
            create_kim(region_code=village.code)
            if number % 100 == 0:
                say(f"  {number} dari {count} KIM")
    return list(KimGroup.objects.order_by("pk")[:count])


def make_articles(kims: list[KimGroup], count: int, say: Callable[[str], Any]) -> int:
    """`count` live stories spread over the KIM and the last two years; returns how many were made."""
    homes = {page.kim_id: page for page in NewsIndexPage.objects.filter(kim__in=kims)}
    topics, formats = list(Topic.objects.all()), list(Format.objects.all())
    texts = _texts()
    chance = random.Random(SEED)  # noqa: S311 no secret
    now = timezone.now()
    next_child = {kim.pk: homes[kim.pk].get_children().count() for kim in kims}
    first = ArticlePage.objects.filter(slug__startswith="skala-").count()
    made = 0
    while made < count:
        size = min(BATCH, count - made)
        rows = []
        for number in range(first + made, first + made + size):
            kim = kims[number % len(kims)]
            home = homes[kim.pk]
            next_child[kim.pk] += 1
            moment = now - datetime.timedelta(minutes=chance.randint(10, 2 * 365 * 24 * 60))
            rows.append((kim, home, next_child[kim.pk], number, moment))
        _insert(rows, topics, formats, texts, chance)
        made += size
        say(f"  {made} dari {count} berita")
    for kim_id, total in next_child.items():
        Page.objects.filter(pk=homes[kim_id].pk).update(numchild=total)
    check_statistics()
    return made


@transaction.atomic
def _insert(
    rows: list[Any], topics: list[Topic], formats: list[Format], texts: list[Any], chance: Any
) -> None:
    articles = []
    for kim, home, position, number, moment in rows:
        headline, lead, body = texts[number % len(texts)]
        articles.append(
            ArticlePage(
                title=f"{headline} ({number})",
                draft_title=f"{headline} ({number})",
                slug=f"skala-{number}",
                path=ArticlePage._get_path(home.path, home.depth + 1, position),
                depth=home.depth + 1,
                numchild=0,
                url_path=f"{home.url_path}skala-{number}/",
                content_type=_content_type(),
                locale_id=home.locale_id,
                live=True,
                first_published_at=moment,
                last_published_at=moment,
                kim=kim,
                kind="kegiatan",
                lead=lead,
                body=body,
                topic=chance.choice(topics),
                format=chance.choice(formats),
                event_date=moment.date(),
                event_place=kim.village.name,
                state="published",
                state_since=moment,
                published_at=moment,
            )
        )
    page_fields = [field.attname for field in Page._meta.local_concrete_fields if not field.primary_key]
    pages = Page.objects.bulk_create(
        Page(**{name: getattr(a, name) for name in page_fields}) for a in articles
    )
    for article, page in zip(articles, pages, strict=True):
        article.pk = article.id = article.page_ptr_id = page.pk
    ArticlePage._base_manager._insert(  # the children's own columns; Django has no public bulk insert for them
        articles, fields=ArticlePage._meta.local_concrete_fields, using=connection.alias, raw=True
    )


def _content_type() -> Any:
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(ArticlePage)


def _texts() -> list[tuple[str, str, Any]]:
    """Headline, lead and body of every demo story, as building material."""
    block = ArticlePage._meta.get_field("body").stream_block
    rows = []
    for story in sources.stories():
        text = "\n\n".join(b["text"] for b in story["block"] if b["type"] == "paragraph")
        blocks = plain_text.to_blocks(text, base=[], new_id=lambda: "skala")
        rows.append((story["headline"][:200], story["lead"], block.to_python(blocks)))
    return rows
