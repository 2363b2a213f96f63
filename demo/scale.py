"""Scale data: many KIM and stories written straight into the tables, for measuring (no pictures, no revisions).

The search index of PostgreSQL is filled too, so that publishing and searching meet a full one; its column for
misspelt words stays empty, and so does Wagtail's reference index: nothing that is measured reads them.
"""

from __future__ import annotations

import datetime
import random
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from demo.scale_texts import Body, bodies
from kim.models import KimGroup, Person, Region
from kim.services.groups import create_kim
from news.models import ArticleByline, ArticlePage, ArticleTag, Format, NewsIndexPage, Topic
from news.services.statistics import check_statistics

SEED = 20261120
BATCH = 10_000
YEARS = 5
SPARE_DISTRICT = "64.09.99"
TAGS = 300
WRITERS = 4
TAGS_OF_A_STORY = 2
MOST_BODIES = 3000


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


@dataclass
class _Rows:
    """What goes into the tables of one batch, a tuple of values for each row."""

    pages: list[tuple[Any, ...]] = field(default_factory=list)
    articles: list[tuple[Any, ...]] = field(default_factory=list)
    bylines: list[tuple[Any, ...]] = field(default_factory=list)
    tags: list[tuple[Any, ...]] = field(default_factory=list)
    index: list[tuple[Any, ...]] = field(default_factory=list)


class _Maker:
    """Invents stories: a few KIM, topics, writers and tags have most of them, as in life."""

    def __init__(self, kims: list[KimGroup], count: int) -> None:
        self.chance = random.Random(SEED)  # noqa: S311 no secret
        self.kims = kims
        self.homes = {page.kim_id: page for page in NewsIndexPage.objects.filter(kim__in=kims)}
        self.children = {kim_id: home.get_children().count() for kim_id, home in self.homes.items()}
        self.topics, self.formats = list(Topic.objects.all()), list(Format.objects.all())
        self.texts = bodies(min(MOST_BODIES, max(60, count // 10)), self.chance)
        self.tags = _make_tags()
        self.people = _make_writers(kims)
        self.now = timezone.now()
        self.type = ContentType.objects.get_for_model(ArticlePage).pk
        self.page_fields = Page._meta.local_concrete_fields
        self.article_fields = ArticlePage._meta.local_concrete_fields
        self.next_id = (Page.objects.aggregate(top=models.Max("pk"))["top"] or 0) + 1
        self.next_number = ArticlePage.objects.filter(slug__startswith="skala-").count()

    def batch(self, size: int) -> _Rows:
        rows = _Rows()
        for _ in range(size):
            self._add(rows)
        return rows

    def _add(self, rows: _Rows) -> None:
        number, pk = self.next_number, self.next_id
        self.next_number, self.next_id = number + 1, pk + 1
        kim = self.kims[number] if number < len(self.kims) else _skewed(self.chance, self.kims)
        text = self.texts[number % len(self.texts)]
        # More and more is written from year to year.
        age = YEARS * 365 * 24 * 60 * self.chance.random() ** 1.5
        article = self._article(number, pk, kim, text, self.now - datetime.timedelta(minutes=10 + age))
        rows.pages.append(_values(self.page_fields, article))
        raw = {"body": text.raw}
        rows.articles.append(_values(self.article_fields, article, raw))
        person = _skewed(self.chance, self.people[kim.pk])
        rows.bylines.append((0, pk, person.pk, person.full_name, ArticleByline.Role.WRITER))
        rows.tags += [
            (tag.pk, pk) for tag in {_skewed(self.chance, self.tags) for _ in range(TAGS_OF_A_STORY)}
        ]
        rows.index.append((str(pk), article.title, number % len(self.texts)))

    def _article(
        self, number: int, pk: int, kim: KimGroup, text: Body, moment: datetime.datetime
    ) -> ArticlePage:
        home = self.homes[kim.pk]
        self.children[kim.pk] += 1
        title = f"{text.headline} ({number})"
        return ArticlePage(
            id=pk,
            page_ptr_id=pk,
            title=title,
            draft_title=title,
            slug=f"skala-{number}",
            path=ArticlePage._get_path(home.path, home.depth + 1, self.children[kim.pk]),
            depth=home.depth + 1,
            numchild=0,
            url_path=f"{home.url_path}skala-{number}/",
            translation_key=uuid.UUID(int=self.chance.getrandbits(128), version=4),
            content_type_id=self.type,
            locale_id=home.locale_id,
            live=True,
            first_published_at=moment,
            last_published_at=moment,
            kim_id=kim.pk,
            kind="kegiatan",
            lead=text.lead,
            topic=_skewed(self.chance, self.topics),
            format=_skewed(self.chance, self.formats),
            event_date=moment.date(),
            event_place="Balai desa",
            state="published",
            state_since=moment,
            published_at=moment,
        )


def make_articles(kims: list[KimGroup], count: int, say: Callable[[str], Any]) -> int:
    """`count` live stories spread over the KIM and the last five years; returns how many were made."""
    if not count:
        return 0
    maker = _Maker(kims, count)
    with transaction.atomic(), connection.cursor() as cursor:
        _note_bodies(cursor, maker.texts)
        for first in range(0, count, BATCH):
            _write(cursor, maker, maker.batch(min(BATCH, count - first)))
            say(f"  {min(first + BATCH, count)} dari {count} berita")
        for kim_id, total in maker.children.items():
            Page.objects.filter(pk=maker.homes[kim_id].pk).update(numchild=total)
        for sql in connection.ops.sequence_reset_sql(no_style(), [Page, ArticleByline, ArticleTag]):
            cursor.execute(sql)
    check_statistics()
    return count


def _write(cursor: Any, maker: _Maker, rows: _Rows) -> None:
    _insert(cursor, Page, [column.column for column in maker.page_fields], rows.pages)
    _insert(cursor, ArticlePage, [column.column for column in maker.article_fields], rows.articles)
    _insert(cursor, ArticleByline, ["sort_order", "article_id", "person_id", "name", "role"], rows.bylines)
    _insert(cursor, ArticleTag, ["tag_id", "content_object_id"], rows.tags)
    if connection.vendor == "postgresql":
        _index(cursor, maker.type, rows.index)


def _insert(cursor: Any, model: type[models.Model], columns: Sequence[str], rows: Iterable[Any]) -> None:
    """The quickest way in: COPY on PostgreSQL, one prepared statement elsewhere."""
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    table = connection.ops.quote_name(model._meta.db_table)
    if connection.vendor == "postgresql":
        with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join(["%s"] * len(columns))
    cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", list(rows))  # noqa: S608 our columns


def _note_bodies(cursor: Any, texts: list[Body]) -> None:
    """The search vector of each text once; stories that share a text take it from here."""
    if connection.vendor != "postgresql":
        return
    cursor.execute("DROP TABLE IF EXISTS scale_body, scale_row")
    cursor.execute("CREATE TEMP TABLE scale_body (number int PRIMARY KEY, vector tsvector) ON COMMIT DROP")
    cursor.executemany(
        "INSERT INTO scale_body VALUES (%s, to_tsvector('indonesian', %s))",
        [(number, f"{text.lead} {text.plain}") for number, text in enumerate(texts)],
    )
    cursor.execute("CREATE TEMP TABLE scale_row (object_id text, title text, number int) ON COMMIT DROP")


def _index(cursor: Any, content_type: int, rows: Iterable[Any]) -> None:
    cursor.execute("TRUNCATE scale_row")
    with cursor.copy("COPY scale_row FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    cursor.execute(
        f"INSERT INTO {IndexEntry._meta.db_table}"  # noqa: S608 Wagtail's own table
        " (content_type_id, object_id, title, autocomplete, body, title_norm, title_text, body_text)"
        " SELECT %s, object_id, setweight(to_tsvector('indonesian', title), 'A'), to_tsvector('simple', title),"
        " vector, 0.9 + random() / 5, title, '' FROM scale_row JOIN scale_body USING (number)",
        [content_type],
    )


def _values(fields: Iterable[Any], row: models.Model, known: dict[str, Any] | None = None) -> tuple[Any, ...]:
    """The columns of a row as the database takes them."""
    ready = known or {}
    return tuple(
        ready[column.name]
        if column.name in ready
        else column.get_db_prep_save(column.pre_save(row, True), connection)
        for column in fields
    )


def _skewed(chance: random.Random, rows: Sequence[Any]) -> Any:
    """One of the rows, the first ones far more often than the last."""
    return chance.choices(rows, cum_weights=_weights(len(rows)))[0]


_WEIGHTS: dict[int, list[float]] = {}


def _weights(length: int) -> list[float]:
    if length not in _WEIGHTS:
        _WEIGHTS[length] = list(accumulate(1 / (rank + 3) for rank in range(length)))
    return _WEIGHTS[length]


def _make_tags() -> list[Tag]:
    names = [f"tema {number}" for number in range(TAGS)]
    Tag.objects.bulk_create(
        [Tag(name=name, slug=name.replace(" ", "-")) for name in names], ignore_conflicts=True
    )
    return list(Tag.objects.filter(name__in=names).order_by("pk"))


def _make_writers(kims: list[KimGroup]) -> dict[int, list[Person]]:
    """Some people of each KIM who sign stories and may be shown."""
    people = [
        Person(
            kim=kim,
            full_name=f"Penulis {number} {kim.village.name}",
            slug=f"penulis-{kim.pk}-{number}",
            consents_to_show=True,
        )
        for kim in kims
        for number in range(1, WRITERS + 1)
    ]
    Person.objects.bulk_create(people, ignore_conflicts=True)
    found: dict[int, list[Person]] = {}
    for person in Person.objects.filter(slug__in=[person.slug for person in people]).order_by("pk"):
        found.setdefault(person.kim_id, []).append(person)
    return found
