"""RSS and sitemaps: well-formed, complete, and the news sitemap forgets after two days."""

import datetime
import xml.etree.ElementTree as ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from kim.models import KimGroup, Person, RegencyPage
from kim.services.standard_pages import ensure_standard_pages
from news import services
from news.models import ArticlePage, Topic
from tests import builders
from tests.news.public_pages import make_pictured
from users.models import User

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def tree(path: str) -> ElementTree.Element:
    response = Client().get(path)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)  # noqa: S314 our own text


def titles(path: str) -> list[str | None]:
    return [item.findtext("title") for item in tree(path).iter("item")]


def locations(path: str) -> list[str | None]:
    return [node.text for node in tree(path).iter(f"{MAP}loc")]


def test_feed_item_has_what_readers_need(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = make_pictured(kim_a, ani)
    item = next(tree("/rss.xml").iter("item"))
    address = f"http://testserver{article.url}"
    dc = "{http://purl.org/dc/elements/1.1/}creator"
    assert (item.findtext("title"), item.findtext("link"), item.findtext("guid"), item.findtext(dc)) == (
        article.title,
        address,
        address,
        "Ani Rahmawati",
    )
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert (
        enclosure.get("type"),
        str(enclosure.get("url")).startswith("http://testserver/media/images/"),
    ) == (
        "image/jpeg",
        True,
    )


def test_feeds_hold_their_own_stories(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User
) -> None:
    Person.objects.filter(user=ani).update(consents_to_show=True)
    fish = Topic.objects.get_or_create(slug="perikanan", defaults={"name": "Perikanan"})[0]
    builders.make_article(kim_a, ani, days_ago=2, headline="Padi dari Bangun Mulya")
    builders.make_article(kim_b, citra, days_ago=1, headline="Ikan dari Sumber Sari", topic=fish)
    slug = Person.objects.get(user=ani).slug
    paths = ["/rss.xml", "/bangun-mulya/rss.xml", "/topik/perikanan/rss.xml", f"/penulis/{slug}/rss.xml"]
    assert [titles(path) for path in paths] == [
        ["Ikan dari Sumber Sari", "Padi dari Bangun Mulya"],
        ["Padi dari Bangun Mulya"],
        ["Ikan dari Sumber Sari"],
        ["Padi dari Bangun Mulya"],
    ]


def test_feed_survives_control_characters(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    ArticlePage.objects.filter(pk=article.pk).update(title="Air \x0b& <sawah>\x1f", lead="a\x08b")
    item = next(tree("/rss.xml").iter("item"))
    assert (item.findtext("title"), item.findtext("description")) == ("Air & <sawah>", "ab")
    assert len(locations("/sitemap-berita.xml")) == 1


@pytest.mark.parametrize(
    "path", ["/tidak-ada/rss.xml", "/ruang/rss.xml", "/topik/tidak-ada/rss.xml", "/penulis/ani/rss.xml"]
)
def test_feed_of_nothing_is_not_there(kim_a: KimGroup, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_news_sitemap_holds_the_last_two_days_alone(kim_a: KimGroup, ani: User, budi: User) -> None:
    fresh = builders.make_article(kim_a, ani, days_ago=47 / 24, headline="Berita 47 jam lalu")
    builders.make_article(kim_a, ani, days_ago=49 / 24, headline="Berita 49 jam lalu")
    builders.make_article(
        kim_a, ani, headline="Tulisan berbayar dari toko", is_advertorial=True, sponsor_name="Toko"
    )
    found = tree("/sitemap-berita.xml")
    assert [node.text for node in found.iter(f"{MAP}loc")] == [f"http://testserver{fresh.url}"]
    assert [node.text for node in found.iter(f"{NEWS}title")] == ["Berita 47 jam lalu"]


def test_sitemap_lists_every_story_under_its_month(kim_a: KimGroup, ani: User, budi: User) -> None:
    builders.make_article(kim_a, ani, headline="Berita bulan ini dari desa")
    builders.make_article(kim_a, ani, headline="Berita lama dari desa")
    wita = timezone.get_current_timezone()
    # The last second of a month on the regency's clock is still the month before in UTC terms.
    edge = datetime.datetime(2025, 3, 1, 0, 0, 0, tzinfo=wita)
    ArticlePage.objects.filter(title__contains="lama").update(published_at=edge)
    services.check_statistics()
    parts = locations("/sitemap.xml")
    month = f"http://testserver/sitemap-berita-{timezone.localtime():%Y-%m}.xml"
    assert parts == [
        "http://testserver/sitemap-halaman.xml",
        month,
        "http://testserver/sitemap-berita-2025-03.xml",
    ]
    assert locations("/sitemap-berita-2025-03.xml") == [
        "http://testserver/bangun-mulya/berita/berita-lama-dari-desa/"
    ]
    assert [
        Client().get(f"/sitemap-berita-{part}.xml").status_code for part in ("2025-13", "2025-00", "1999-01")
    ] == [404] * 3


def test_sitemap_of_pages_lists_what_stands(kim_a: KimGroup, ani: User, budi: User) -> None:
    ensure_standard_pages(RegencyPage.objects.get())
    builders.make_article(kim_a, ani)
    paths = [str(address).removeprefix("http://testserver") for address in locations("/sitemap-halaman.xml")]
    assert sorted(paths) == sorted(
        [
            "/",
            "/bangun-mulya/",
            "/bangun-mulya/berita/",
            "/tentang/",
            "/pedoman-media-siber/",
            "/kebijakan-privasi/",
        ]
        + ["/berita/", "/kim/", "/koreksi/", "/lapor/", "/topik/pertanian/"]
    )
    assert [Client().get(path).status_code for path in paths] == [200] * 11


def test_description_with_a_tag_arrives_as_text(kim_a: KimGroup, ani: User, budi: User) -> None:
    builders.make_article(kim_a, ani, lead="Harga <img src=x onerror=alert(1)> naik di Bangun Mulya.")
    feed = Client().get("/rss.xml").content.decode()
    assert feed.count("&amp;lt;img src=x onerror=alert(1)&amp;gt;") == 1
    assert feed.count("&lt;img") == 0
