"""Lists of stories: paging by key, topics, tags, writers, the front; equal queries for any number of rows."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kim.models import KimGroup, Person, RegencyPage
from news import services
from news.models import ArticlePage, Topic
from news.selectors import public
from tests import builders
from tests.news.public_pages import count_queries, headlines, make_pictured
from users.models import User


def make_many(kim: KimGroup, owner: User, count: int, **fields: Any) -> list[str]:
    """Stories with the headlines "Berita nomor 1" (newest) … published an hour apart."""
    names = [f"Berita nomor {number} dari desa" for number in range(1, count + 1)]
    for age, name in enumerate(names):
        builders.make_article(kim, owner, days_ago=(age + 1) / 24, headline=name, **fields)
    return names


def stories() -> Any:
    return public.live_stories(RegencyPage.objects.get())


def names_of(listing: public.Listing) -> list[str]:
    return [row.headline for row in listing.rows]


def cursor(url: str) -> str:
    return url.partition("=")[2]


@pytest.fixture
def seven(kim_a: KimGroup, ani: User, budi: User) -> list[str]:
    return make_many(kim_a, ani, 7)


def test_pages_by_key_show_every_story_once(seven: list[str]) -> None:
    first = public.page_of(stories(), size=3)
    second = public.page_of(stories(), before=cursor(first.older_url), size=3)
    third = public.page_of(stories(), before=cursor(second.older_url), size=3)
    assert names_of(first) + names_of(second) + names_of(third) == seven
    assert (first.newer_url, third.older_url, third.is_first) == ("", "", False)


def test_pages_by_key_lead_back_to_newer_stories(seven: list[str]) -> None:
    first = public.page_of(stories(), size=2)
    second = public.page_of(stories(), before=cursor(first.older_url), size=2)
    third = public.page_of(stories(), before=cursor(second.older_url), size=2)
    back = public.page_of(stories(), after=cursor(third.newer_url), size=2)
    top = public.page_of(stories(), after=cursor(back.newer_url), size=2)
    assert (names_of(back), names_of(top), top.is_first) == (names_of(second), names_of(first), True)


def test_pages_by_key_hold_when_a_story_is_published_meanwhile(
    seven: list[str], kim_a: KimGroup, ani: User
) -> None:
    first = public.page_of(stories(), size=3)
    builders.make_article(kim_a, ani, headline="Berita yang menyela dari desa")
    second = public.page_of(stories(), before=cursor(first.older_url), size=3)
    assert names_of(first) + names_of(second) == seven[:6]


def test_pages_by_key_split_stories_of_the_same_moment(seven: list[str]) -> None:
    moment = timezone.now() - datetime.timedelta(days=1)
    ArticlePage.objects.update(published_at=moment)
    shown: list[str] = []
    url = "start"
    while url:
        page = public.page_of(stories(), before=cursor(url), size=2)
        shown += names_of(page)
        url = page.older_url
    assert sorted(shown) == sorted(seven)


@pytest.mark.parametrize(
    "query",
    [
        "sebelum=x",
        "sebelum=2026-99-99T00:00:00.000000Z_1",
        "sebelum=9999-12-31T23:59:59.999999Z_1",
        "sebelum=%00",
        "sesudah=2026-11-21T07:30:00.000000Z_99999999999999999999",
        "sebelum=" + "9" * 2000,
        "sebelum[]=1&sesudah=%F0%28%8C%28",
    ],
)
def test_bad_cursor_shows_the_first_page(seven: list[str], query: str) -> None:
    client = Client()
    assert [
        headlines(client.get(f"{path}?{query}").content.decode())
        for path in ("/berita/", "/bangun-mulya/berita/")
    ] == [
        seven,
        seven,
    ]


def test_cursor_page_is_not_for_search_engines(seven: list[str]) -> None:
    url = public.page_of(stories(), size=3).older_url
    html = Client().get(f"/berita/{url}").content.decode()
    assert (headlines(html), 'content="noindex, follow"' in html) == (seven[3:], True)
    assert '<link rel="canonical" href="http://testserver/berita/">' in html


def test_list_of_one_kim_holds_no_story_of_another(seven: list[str], kim_b: KimGroup, citra: User) -> None:
    builders.make_article(kim_b, citra, headline="Kabar dari Sumber Sari saja")
    client = Client()
    own = headlines(client.get("/sumber-sari/berita/").content.decode())
    both = headlines(client.get("/berita/").content.decode())
    assert (own, both) == (["Kabar dari Sumber Sari saja"], ["Kabar dari Sumber Sari saja", *seven])


def test_lists_show_live_stories_alone(kim_a: KimGroup, ani: User, budi: User) -> None:
    Person.objects.filter(user=ani).update(consents_to_show=True)
    builders.make_draft(kim_a, ani, headline="Draf yang belum dibaca")
    gone = builders.make_article(kim_a, ani, headline="Berita yang ditarik")
    builders.make_article(kim_a, ani, headline="Berita yang tinggal")
    services.withdraw(article=gone, user=budi, reason="Salah orang")
    slug = Person.objects.get(user=ani).slug
    paths = ["/berita/", "/bangun-mulya/", "/bangun-mulya/berita/", "/topik/pertanian/", "/tag/panen-raya/"]
    client = Client()
    shown = [
        headlines(client.get(path).content.decode())
        for path in [*paths, f"/penulis/{slug}/", "/cari/?q=berita"]
    ]
    assert shown == [["Berita yang tinggal"]] * 7


def test_topic_shows_its_stories_and_an_empty_one_says_so(seven: list[str]) -> None:
    client = Client()
    Topic.objects.get_or_create(slug="wisata", defaults={"name": "Wisata"})
    full, empty = client.get("/topik/pertanian/"), client.get("/topik/wisata/")
    assert (headlines(full.content.decode()), headlines(empty.content.decode()), empty.status_code) == (
        seven,
        [],
        200,
    )
    assert client.get("/topik/tidak-ada/").status_code == 404


def test_tag_without_a_live_story_is_not_there(kim_a: KimGroup, ani: User, budi: User) -> None:
    builders.make_draft(kim_a, ani, tags=("rahasia",))
    assert [Client().get(f"/tag/{slug}/").status_code for slug in ("rahasia", "tidak-ada")] == [404, 404]


def test_writer_page_needs_the_word_of_the_person(kim_a: KimGroup, ani: User, budi: User) -> None:
    builders.make_article(kim_a, ani, headline="Cerita Ani dari sawah")
    slug = Person.objects.get(user=ani).slug
    before = Client().get(f"/penulis/{slug}/").status_code
    Person.objects.filter(user=ani).update(consents_to_show=True, bio="Ibu dua anak.")
    html = Client().get(f"/penulis/{slug}/").content.decode()
    assert (before, headlines(html), "Ibu dua anak." in html) == (404, ["Cerita Ani dari sawah"], True)


def test_writer_with_two_roles_in_a_story_is_listed_once(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    person = Person.objects.get(user=ani)
    Person.objects.filter(pk=person.pk).update(consents_to_show=True)
    fresh = ArticlePage.objects.get(pk=article.pk)
    fresh.bylines.create(person=person, name=person.full_name, role="photo", sort_order=1)
    assert len(public.rows_of(public.stories_of_writer(RegencyPage.objects.get(), person))) == 1


def test_paid_text_says_so_in_lists(kim_a: KimGroup, ani: User, budi: User) -> None:
    builders.make_article(kim_a, ani, is_advertorial=True, sponsor_name="Toko Makmur")
    row = public.page_of(stories()).rows[0]
    assert row.kicker == public.kicker_of(ArticlePage.objects.get())
    assert row.kicker != ArticlePage.objects.get().get_kind_display()


def test_front_leads_with_the_newest_picture(kim_a: KimGroup, ani: User, budi: User) -> None:
    make_pictured(kim_a, ani, days_ago=1, headline="Berita bergambar dari sawah")
    builders.make_article(kim_a, ani, headline="Berita tanpa gambar dari balai")
    front = public.front(RegencyPage.objects.get())
    assert front is not None
    assert (front.lead.headline, [[row.headline for row in day.stories] for day in front.days]) == (
        "Berita bergambar dari sawah",
        [["Berita tanpa gambar dari balai"]],
    )


def test_front_without_stories_stands(kim_a: KimGroup) -> None:
    response = Client().get("/")
    assert (response.status_code, b"KIM Mangun Karya" in response.content) == (200, True)


def test_front_continues_in_the_list_where_the_river_ends(kim_a: KimGroup, ani: User, budi: User) -> None:
    names = make_many(kim_a, ani, public.FRONT_STORIES + 2)
    front = public.front(RegencyPage.objects.get())
    assert front is not None
    html = Client().get(front.older_url).content.decode()
    assert headlines(html) == names[public.FRONT_STORIES :]


def test_strip_gives_every_kim_its_latest_age(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User
) -> None:
    builders.make_article(kim_a, ani, days_ago=3)
    kims, total = public.kim_strip(RegencyPage.objects.get())
    ages = {kim.name: bool(kim.age) for kim in kims}
    assert (ages, total) == ({"KIM Mangun Karya": True, "KIM Sumber Sari": False}, 2)


def test_story_waiting_for_its_picture_is_shown_without(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = make_pictured(kim_a, ani)
    article.list_image.renditions.all().delete()
    row = public.page_of(stories()).rows[0]
    response = Client().get(article.url)
    assert (row.image, response.status_code, article.list_image.renditions.count()) == (None, 200, 0)


LISTS = [
    "/berita/",
    "/bangun-mulya/",
    "/bangun-mulya/berita/",
    "/topik/pertanian/",
    "/tag/panen-raya/",
    "/rss.xml",
]


@pytest.mark.parametrize("path", [*LISTS, "/cari/?q=berita", "/sitemap-berita.xml", "/penulis/{slug}/", "/"])
def test_list_queries_are_equal_at_1_and_3_rows(kim_a: KimGroup, ani: User, budi: User, path: str) -> None:
    Person.objects.filter(user=ani).update(consents_to_show=True)
    path = path.format(slug=Person.objects.get(user=ani).slug)
    make_pictured(kim_a, ani, headline="Berita pertama dari desa")
    make_pictured(kim_a, ani, days_ago=1, headline="Berita kedua dari desa")
    ArticlePage.objects.exclude(title__contains="pertama").update(live=False)
    one = count_queries(path)
    ArticlePage.objects.update(live=True)
    make_pictured(kim_a, ani, days_ago=2, headline="Berita ketiga dari desa")
    assert (count_queries(path), one <= 15) == (one, True)


@pytest.mark.parametrize("path", ["/", "/berita/", "/rss.xml", "/cari/?q=berita", "/sitemap-halaman.xml"])
def test_list_queries_are_equal_for_2_and_12_kim(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, path: str
) -> None:
    make_pictured(kim_a, ani, headline="Berita pertama dari desa")
    two = count_queries(path)
    for number in range(10):
        kim = builders.make_kim(f"KIM Tambahan {number}", review_policy="self_publish")
        owner = builders.make_user(f"penulis{number}")
        builders.join(owner, "writer", kim=kim)
        builders.make_article(kim, owner, days_ago=number, headline=f"Berita tambahan {number} dari desa")
    assert (count_queries(path), two <= 15) == (two, True)
