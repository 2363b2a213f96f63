"""The article page: its anatomy, what machines read of it, its queries."""

import json
import re
from typing import Any

import extruct
import pytest
from django.db.models import Model
from django.test import Client

from core import media_services
from kim.models import KimGroup, Person
from news import services
from news.models import ArticleByline, ArticlePage
from tests import builders
from tests.news.public_pages import add_hero, count_queries, headlines, json_ld, make_pictured
from users.models import User

EVIL = "Air </script><script>alert(1)</script> & “sawah”"


def html_of(article: ArticlePage) -> str:
    response = Client().get(article.url)
    assert response.status_code == 200
    return response.content.decode()


def add_block(article: ArticlePage, kind: str, value: Any) -> ArticlePage:
    """Puts one more block at the end of the live body."""
    fresh = ArticlePage.objects.get(pk=article.pk)
    fresh.body = json.dumps([*fresh.body.raw_data, {"type": kind, "value": value, "id": f"blok-{kind}"}])
    fresh.save(update_fields=["body"])
    return fresh


@pytest.fixture
def article(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return make_pictured(kim_a, ani)


def correct(article: ArticlePage, budi: User, **fields: Any) -> Model:
    return services.correct(
        article=article, user=budi, data=builders.draft_input(**fields), note="Semula tertulis 14 truk."
    )


def test_article_prints_its_words_in_order(article: ArticlePage) -> None:
    html = html_of(article)
    wanted = [
        article.title,
        article.lead,
        "Ani Rahmawati",
        "Panen di Blok C, Sabtu.",
        "Paragraf ke-1",
        "Paragraf ke-4",
    ]
    places = [html.index(text, html.index("<h1")) for text in wanted]
    assert places == sorted(places)


def test_article_shows_the_main_picture_once(article: ArticlePage) -> None:
    html = html_of(article)
    assert (html.count("<figure"), html.count("figure figure-hero"), 'fetchpriority="high"' in html) == (
        1,
        1,
        True,
    )


def test_article_without_picture_has_no_figure(kim_a: KimGroup, ani: User, budi: User) -> None:
    html = html_of(builders.make_article(kim_a, ani))
    assert ("<figure" in html, "<picture" in html) == (False, False)


def test_chosen_hero_leaves_the_photos_of_the_body(article: ArticlePage, kim_a: KimGroup) -> None:
    other = builders.make_image(kim_a, alt="Gabah dijemur")
    media_services.make_renditions_of(other.pk)
    ArticlePage.objects.filter(pk=article.pk).update(hero=other)
    html = html_of(article)
    pictures = re.findall(r'<img [^>]*alt="([^"]*)"', html)
    assert pictures == ["Gabah dijemur", "Petani memanen padi"]


def test_byline_links_only_people_who_agreed(article: ArticlePage, ani: User) -> None:
    before = "/penulis/" in html_of(article)
    Person.objects.filter(user=ani).update(consents_to_show=True)
    assert (before, f'href="/penulis/{Person.objects.get(user=ani).slug}/"' in html_of(article)) == (
        False,
        True,
    )


def test_correction_stands_above_the_text(article: ArticlePage, budi: User) -> None:
    correct(article, budi)
    html = html_of(article)
    assert html.index("Semula tertulis 14 truk.") < html.index("Paragraf ke-1")


def test_paid_text_names_who_paid(kim_a: KimGroup, ani: User, budi: User) -> None:
    html = html_of(builders.make_article(kim_a, ani, is_advertorial=True, sponsor_name="Toko Makmur"))
    assert ("Toko Makmur" in html, json_ld(html)[0]["@type"]) == (True, "AdvertiserContentArticle")


def test_report_link_leads_to_the_form_and_names_the_page(article: ArticlePage, kim_a: KimGroup) -> None:
    KimGroup.objects.filter(pk=kim_a.pk).update(whatsapp="6281250000002")
    html = html_of(article)
    assert (f'href="/lapor/?halaman={article.url}"' in html, "81250000002" in html) == (True, False)


def test_share_row_works_without_script(article: ArticlePage) -> None:
    html = html_of(article)
    address = f"http://testserver{article.url}"
    assert (
        "https://wa.me/?text=" in html,
        f'<span class="address">{address}</span>' in html,
        "mailto:?subject=" in html,
    ) == (
        True,
        True,
        True,
    )


def test_related_stories_are_of_the_same_kim_and_topic(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, ani: User, citra: User
) -> None:
    builders.make_article(kim_a, ani, headline="Kabar lain KIM ini juga")
    builders.make_article(kim_b, citra, headline="Topik sama di Sumber Sari")
    builders.make_draft(kim_a, ani, headline="Draf yang belum terbit")
    assert headlines(html_of(article)) == ["Kabar lain KIM ini juga", "Topik sama di Sumber Sari"]


def test_blocks_are_printed_with_their_words(article: ArticlePage) -> None:
    add_block(article, "heading", "Dua puluh orang")
    add_block(article, "quote", {"text": "Air sampai.", "source": "Sukirman, petani"})
    add_block(
        article,
        "facts",
        {
            "title": "Angka",
            "rows": [{"type": "item", "id": "1", "value": {"label": "Panjang", "value": "640 m"}}],
        },
    )
    add_block(article, "video", {"url": "https://contoh.id/v", "title": "Panen raya", "size_mb": 24})
    html = html_of(article)
    wanted = [
        "<h2>Dua puluh orang</h2>",
        "<blockquote",
        "Sukirman, petani",
        "<dt>Panjang</dt><dd>640 m</dd>",
        "https://contoh.id/v",
    ]
    assert [text in html for text in wanted] == [True] * 5


def test_related_block_never_names_an_unpublished_story(
    article: ArticlePage, kim_a: KimGroup, ani: User
) -> None:
    draft = builders.make_draft(kim_a, ani, headline="Draf rahasia desa")
    add_block(article, "related", {"page": draft.pk, "reason": "lanjutan"})
    assert "Draf rahasia desa" not in html_of(article)


def test_text_of_people_is_escaped_everywhere(kim_a: KimGroup, ani: User, budi: User) -> None:
    kim_a.name = kim_a.about = kim_a.tagline = EVIL[:80]
    kim_a.save()
    article = builders.make_article(
        kim_a, ani, headline=EVIL, lead=EVIL, tags=("a & b",), event_place="<img src=x onerror=alert(1)>"
    )
    add_block(article, "quote", {"text": EVIL, "source": EVIL})
    client = Client()
    pages = [
        client.get(path).content.decode()
        for path in (article.url, "/", "/berita/", "/bangun-mulya/", "/cari/?q=sawah")
    ]
    assert [("<script>alert" in page, "<img src=x" in page) for page in pages] == [(False, False)] * 5
    assert json_ld(pages[0])[0]["headline"] == EVIL


def test_json_ld_describes_the_story(article: ArticlePage, budi: User, ani: User) -> None:
    correct(article, budi)
    Person.objects.filter(user=ani).update(consents_to_show=True)
    news, crumbs = extruct.extract(html_of(article), syntaxes=["json-ld"])["json-ld"]
    address = f"http://testserver{article.url}"
    assert (news["@type"], news["mainEntityOfPage"], news["headline"]) == (
        "NewsArticle",
        address,
        builders.draft_input().headline,
    )
    assert news["author"] == [
        {
            "@type": "Person",
            "name": "Ani Rahmawati",
            "url": f"http://testserver/penulis/{Person.objects.get(user=ani).slug}/",
        }
    ]
    assert (news["publisher"]["name"], news["publisher"]["publishingPrinciples"]) == (
        "KIM Mangun Karya",
        "http://testserver/pedoman-media-siber/",
    )
    assert (news["contentLocation"]["name"], news["contentLocation"]["address"]["addressLocality"]) == (
        "Blok C Bangun Mulya",
        "Bangun Mulya",
    )
    assert [comment["text"] for comment in news["correction"]] == ["Semula tertulis 14 truk."]
    assert news["dateModified"] >= news["datePublished"]
    assert [step["position"] for step in crumbs["itemListElement"]] == [1, 2, 3, 4]


def test_open_graph_is_of_this_page(article: ArticlePage) -> None:
    html = html_of(article)
    tags = dict(re.findall(r'<meta property="(og:[a-z_:]+)" content="([^"]*)">', html))
    assert (tags["og:title"], tags["og:type"], tags["og:url"]) == (
        article.title,
        "article",
        f"http://testserver{article.url}",
    )
    assert tags["og:image"].startswith("http://testserver/media/images/")
    assert f'<link rel="canonical" href="http://testserver{article.url}">' in html


def test_draft_and_withdrawn_story_are_not_there(
    article: ArticlePage, kim_a: KimGroup, ani: User, budi: User
) -> None:
    draft = builders.make_draft(kim_a, ani, headline="Draf yang belum terbit")
    services.withdraw(article=article, user=budi, reason="Salah orang")
    assert [Client().get(f"/bangun-mulya/berita/{page.slug}/").status_code for page in (draft, article)] == [
        404,
        410,
    ]


def test_article_queries_do_not_grow_with_its_parts(article: ArticlePage, kim_a: KimGroup, ani: User) -> None:
    one = count_queries(article.url)
    for number in range(3):
        image = builders.make_image(kim_a, ani, alt=f"Foto {number}")
        media_services.make_renditions_of(image.pk)
        add_hero(article, image)
        make_pictured(kim_a, ani, days_ago=number + 1, headline=f"Berita lain nomor {number} dari desa")
    fresh = ArticlePage.objects.get(pk=article.pk)
    fresh.bylines.create(name="Joko", role=ArticleByline.Role.PHOTO, sort_order=1)
    assert (count_queries(article.url), one <= 12) == (one, True)


def test_draft_can_be_previewed_and_is_kept_by_nobody(kim_a: KimGroup, ani: User) -> None:
    draft = builders.make_draft(kim_a, ani, headline="Draf dalam pratinjau").get_latest_revision_as_object()
    response = draft.make_preview_request()
    assert (response.status_code, "Draf dalam pratinjau" in response.content.decode()) == (200, True)
    assert response["Cache-Control"].startswith("private")


@pytest.mark.parametrize(
    "path", ["/", "/bangun-mulya/", "/bangun-mulya/berita/", "/berita/", "/kim/", "/topik/pertanian/"]
)
def test_every_page_names_itself(article: ArticlePage, path: str) -> None:
    html = Client().get(path).content.decode()
    address = f"http://testserver{path}"
    found = re.findall(
        r'<link rel="canonical" href="([^"]*)">|<meta property="og:url" content="([^"]*)">', html
    )
    assert ["".join(pair) for pair in found] == [address, address]
    descriptions = re.findall(r'<meta name="description" content="([^"]+)">', html)
    assert (
        len(descriptions),
        html.count("<title>"),
        'property="og:image" content="http://testserver/' in html,
    ) == (1, 1, True)
