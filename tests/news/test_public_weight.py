"""What a page costs its reader: bytes, requests, cookies, and the policy that guards it."""

import base64
import gzip
import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from core.cache import PRIVATE, PUBLIC
from kim.models import Channel, KimGroup, Officer, Person, RegencyPage
from kim.services.standard_pages import ensure_standard_pages
from news.models import ArticlePage
from news.selectors import public
from tests import builders
from tests.news.public_pages import make_pictured
from users.models import User

WINDOW = 14 * 1024
WHOLE = 30 * 1024
LONG_HEADLINE = "Warga tiga RT di Bangun Mulya bergotong royong tiga akhir pekan memperbaiki jalan tani agar panen bisa diangkut"
# Words that differ from story to story, so that compression finds no more than in real news.
WORDS = "sawah gabah irigasi posyandu nelayan bakau koperasi musyawarah lurah perahu jalan jembatan batik pupuk".split()


def own_words(number: int, count: int) -> str:
    digest = hashlib.sha256(str(number).encode()).digest() * (count // 32 + 1)
    return (
        " ".join(
            f"{WORDS[byte % len(WORDS)]}{byte if byte % 5 == 0 else ''}" for byte in digest[:count]
        ).capitalize()
        + "."
    )


def realistic(kim: KimGroup, owner: User, number: int) -> ArticlePage:
    text = "\n\n".join(own_words(number * 100 + part, 45) for part in range(8))
    return make_pictured(
        kim,
        owner,
        days_ago=number / 2,
        headline=f"{LONG_HEADLINE[: 70 + number]} {number}",
        lead=own_words(number, 32),
        text=text,
        tags=(f"tanda {number}", "gotong royong", "jalan tani"),
    )


@pytest.fixture
def network(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    """A front that is full, a KIM that filled in everything, 24 KIM; returns the newest story."""
    kim_a.tagline, kim_a.about, kim_a.whatsapp = own_words(1, 25)[:160], own_words(2, 90), "6281250000002"
    kim_a.save()
    for number, section in enumerate(Officer.Section.values):
        person = Person.objects.create(
            kim=kim_a, full_name=f"Nama Orang {number}", slug=f"orang-{number}", consents_to_show=True
        )
        Officer.objects.create(kim=kim_a, person=person, section=section)
    for kind in Channel.Kind.values:
        Channel.objects.create(kim=kim_a, kind=kind, name=f"Saluran {kind}", reach="sekitar 120 warga")
    articles = [realistic(kim_a, ani, number) for number in range(public.PAGE_SIZE + 1)]
    for number in range(23):
        builders.make_kim(f"KIM Desa Nomor {number}")
    ensure_standard_pages(RegencyPage.objects.get())
    return articles[0]


def linked_scripts(html: str) -> int:
    """Bytes (gzip) of the scripts and stylesheets a page links."""
    names = re.findall(r'(?:src|href)="/static/([^"]+\.(?:js|css))"', html)
    root = Path(settings.STATICFILES_DIRS[0])
    return sum(len(gzip.compress((root / name).read_bytes(), 6)) for name in names)


def test_pages_fit_their_budgets(network: ArticlePage) -> None:
    client = Client()
    paths = [
        "/",
        network.url,
        "/bangun-mulya/",
        "/berita/",
        "/bangun-mulya/berita/",
        "/kim/",
        "/cari/?q=gotong",
        "/tentang/",
    ]
    pages = {path: client.get(path).content for path in paths}
    html = {path: len(gzip.compress(page, 6)) for path, page in pages.items()}
    whole = {path: html[path] + linked_scripts(page.decode()) for path, page in pages.items()}
    assert {path: size for path, size in html.items() if size > WINDOW} == {}
    assert {path: size for path, size in whole.items() if size > WHOLE} == {}


PATHS = [
    "/",
    "{article}",
    "/bangun-mulya/",
    "/bangun-mulya/berita/",
    "/berita/",
    "/kim/",
    "/topik/pertanian/",
    "/cari/?q=panen",
    "/tentang/",
    "/rss.xml",
    "/sitemap.xml",
]


@pytest.mark.parametrize("path", PATHS)
def test_reader_gets_no_cookie_and_a_shared_page(kim_a: KimGroup, ani: User, budi: User, path: str) -> None:
    article = builders.make_article(kim_a, ani)
    ensure_standard_pages(RegencyPage.objects.get())
    response = Client().get(path.format(article=article.url))
    facts = (
        response.status_code,
        response.get("Set-Cookie"),
        len(response.cookies),
        response["Cache-Control"],
    )
    assert facts == (200, None, 0, PUBLIC)
    assert "cookie" not in response.get("Vary", "").lower()


def test_signed_in_reader_gets_a_private_page(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    client = Client()
    client.force_login(ani, backend="kim.access.MembershipBackend")
    answers = [client.get(path)["Cache-Control"] for path in ("/", article.url, "/berita/")]
    assert answers == [PRIVATE] * 3


@pytest.mark.parametrize(
    "path", ["/", "{article}", "/bangun-mulya/", "/berita/", "/kim/", "/cari/?q=panen", "/tidak-ada/"]
)
def test_page_holds_nothing_foreign_and_nothing_inline(
    kim_a: KimGroup, ani: User, budi: User, path: str
) -> None:
    article = make_pictured(kim_a, ani)
    response = Client().get(path.format(article=article.url))
    html = response.content.decode()
    loaded = re.findall(r'<(?:script|img|source|iframe|video|audio)\b[^>]*?(?:src|srcset)="([^"]+)"', html)
    loaded += re.findall(
        r'<link rel="(?:stylesheet|icon|manifest|apple-touch-icon|preload)"[^>]*href="([^"]+)"', html
    )
    assert [address for address in loaded if not address.startswith("/")] == []
    scripts = re.findall(r"<script\b([^>]*)>", html)
    assert [kind for kind in scripts if "ld+json" not in kind and "src=" not in kind] == []
    assert re.findall(r"\sstyle=|\son[a-z]+=\"|javascript:", html) == []


@pytest.mark.parametrize("path", ["/", "/kim/", "/tidak-ada/"])
def test_policy_allows_the_inline_style_by_its_hash(kim_a: KimGroup, path: str) -> None:
    response = Client().get(path)
    styles = re.findall(r"<style>(.*?)</style>", response.content.decode(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(styles[0].encode()).digest()).decode()
    policy = response["Content-Security-Policy"]
    assert (len(styles), f"'sha256-{digest}'" in policy, "unsafe-inline" in policy) == (1, True, False)


def test_page_is_in_indonesian_and_skips_to_its_text(kim_a: KimGroup) -> None:
    html = Client().get("/").content.decode()
    assert ('<html lang="id">' in html, 'href="#isi"' in html, html.count('id="isi"'), html.count("<h1")) == (
        True,
        True,
        1,
        1,
    )
