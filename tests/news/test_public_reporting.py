"""`/lapor/`: the form, the trap, the limit, five arrivals, foreign sites, the private page of a report."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kim.models import KimGroup
from news import services
from news.models import ArticlePage, ContentReport
from news.selectors.reported_pages import page_of_kim_at
from tests import builders
from tests.news.public_pages import count_queries
from tests.news.test_reports import make_report
from users.models import User

ClientFor = Callable[[User | None], Client]
TEXT = "Di paragraf kedua luas sawah setengah hektare, bukan dua."


@pytest.fixture
def article(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def report_post(article: ArticlePage, **fields: str) -> dict[str, str]:
    return {
        "address": article.url,
        "kind": "fakta",
        "text": TEXT,
        "reporter_name": "Bu Siti",
        "contact": "0812 5000 1111",
        "idempotency_key": "kunci-lapor-1",
        **fields,
    }


def errors_of(response: Any) -> dict[str, list[str]]:
    return {name: list(map(str, lines)) for name, lines in response.context["form"].errors.items()}


def test_form_names_the_page_and_sets_no_cookie(article: ArticlePage) -> None:
    response = Client().get(f"/lapor/?halaman={article.url}")
    html = response.content.decode()
    assert re.findall(r'name="(\w+)"', html.partition('class="form')[2].partition("</form>")[0]) == [
        "idempotency_key",
        "address",
        *["kind"] * 7,
        "text",
        "reporter_name",
        "contact",
        "website",
    ]
    assert f'<input type="hidden" name="address" value="{article.url}"' in html
    assert (dict(response.cookies), response.headers["Cache-Control"]) == ({}, "private, no-store")


def test_report_leads_to_its_private_page(article: ArticlePage) -> None:
    response = Client().post("/lapor/", report_post(article))
    report = ContentReport.objects.get()
    assert (response.status_code, response.headers["Location"]) == (302, f"/lapor/{report.code}/")
    assert (report.page_id, report.kim_id, report.kind, report.text) == (
        article.pk,
        article.kim_id,
        "fakta",
        TEXT,
    )
    assert (report.reporter_name, report.contact) == ("Bu Siti", "0812 5000 1111")
    page = Client().get(response.headers["Location"])
    assert (page.status_code, page.headers["X-Robots-Tag"], page.headers["Cache-Control"]) == (
        200,
        "noindex, nofollow",
        "private, no-store",
    )
    html = page.content.decode()
    assert (TEXT in html, "Bu Siti" in html, "5000 1111" in html) == (True, False, False)


def test_five_arrivals_of_one_report_count_once(article: ArticlePage) -> None:
    answers = {Client().post("/lapor/", report_post(article)).headers["Location"] for _ in range(5)}
    assert answers == {f"/lapor/{ContentReport.objects.get().code}/"}


def test_signed_in_reporter_stays_unknown(article: ArticlePage, ani: User, client_for: ClientFor) -> None:
    client = client_for(ani)
    html = client.get(f"/lapor/?halaman={article.url}").content.decode()
    client.post("/lapor/", report_post(article, reporter_name="", contact=""))
    report = ContentReport.objects.get()
    assert ("Ani" in html.partition("<main")[2], report.reporter_name, report.answered_by) == (
        False,
        "",
        None,
    )
    assert "Ani" not in client.get(f"/lapor/{report.code}/").content.decode().partition("<main")[2]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", "", "Ceritakan dalam satu kalimat apa yang salah."),
        ("text", "salah", "Ceritakan sedikit lagi, supaya kami paham maksud Anda."),
        ("text", "a" * 2001, "Ini terlalu panjang (2001 huruf). Paling banyak 2000."),
        ("address", "", "Tempelkan alamat halaman yang Anda maksud."),
        (
            "address",
            "https://contoh.id/berita/",
            "Kami tidak menemukan halaman KIM di alamat ini. Buka halamannya, lalu salin alamatnya sekali lagi.",
        ),
        ("website", "https://iklan.example", "Silakan tekan tombolnya sekali lagi."),
    ],
)
def test_bad_field_is_told_beside_it_and_the_rest_stays(
    article: ArticlePage, field: str, value: str, message: str
) -> None:
    response = Client().post("/lapor/", report_post(article, **{field: value}))
    html = response.content.decode()
    assert (response.status_code, errors_of(response)) == (422, {field: [message]})
    assert (html.count("Bu Siti"), ContentReport.objects.count()) == (1, 0)
    assert TEXT in html or field == "text"


def test_pressed_once_more_after_the_trap_it_arrives(article: ArticlePage) -> None:
    """A browser that fills every field has filled the trap; the form came back with it empty."""
    response = Client().post("/lapor/", report_post(article, website="https://iklan.example"))
    assert 'value="https://iklan.example"' not in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "{url}",
        "http://testserver{url}",
        "testserver{url}",
        "https://testserver{url}?utm=1#atas",
        "Coba baca ini: http://testserver{url} menurut saya salah",
        "bangun-mulya/berita/{slug}",
        "/bangun-mulya/",
    ],
)
def test_pasted_address_finds_the_page(article: ArticlePage, kim_a: KimGroup, address: str) -> None:
    typed = address.format(url=article.url, slug=article.slug)
    Client().post("/lapor/", report_post(article, address=typed))
    expected = kim_a.page.pk if typed == "/bangun-mulya/" else article.pk
    assert ContentReport.objects.values_list("page_id", flat=True).get() == expected


@pytest.mark.parametrize(
    "address", ["http://[", "/" * 600, "/%00/", "/../../etc/", "\u202e/kim/", "/tentang/"]
)
def test_odd_address_is_no_page(article: ArticlePage, address: str) -> None:
    response = Client().post("/lapor/", report_post(article, address=address))
    assert (response.status_code, list(errors_of(response))) == (422, ["address"])


def test_unpublished_page_is_no_page(kim_a: KimGroup, ani: User, budi: User) -> None:
    draft = builders.make_draft(kim_a, ani)
    published = builders.make_article(kim_a, ani, headline="Kabar yang lalu dicabut lagi")
    services.withdraw(article=published, user=budi, reason="Keliru.")
    root = draft.get_site().root_page
    assert [page_of_kim_at(root, page.url, hosts=["testserver"]) for page in (draft, published)] == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 302),
        ({"sec-fetch-site": "same-origin"}, 302),
        ({"sec-fetch-site": "none"}, 302),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver"}, 302),
        ({"origin": "https://contoh.id"}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_post_from_another_site_is_turned_away_with_the_text(
    article: ArticlePage, headers: dict[str, str], status: int
) -> None:
    response = Client().post("/lapor/", report_post(article), headers=headers)
    assert (response.status_code, ContentReport.objects.count()) == (status, int(status == 302))
    assert status == 302 or TEXT in response.content.decode()


def test_too_many_reports_from_one_address_keep_the_text(article: ArticlePage, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"content_report": "2/m/ip"}
    answers = [
        Client().post("/lapor/", report_post(article, idempotency_key=f"kunci-{number}"))
        for number in range(3)
    ]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert (TEXT in answers[2].content.decode(), ContentReport.objects.count()) == (True, 2)


def test_huge_report_is_told_in_words(article: ArticlePage, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 5000
    response = Client().post(f"/lapor/?halaman={article.url}", report_post(article, text="a" * 9000))
    assert (response.status_code, "Laporan Anda terlalu panjang" in response.content.decode()) == (413, True)


def test_control_characters_do_not_arrive(article: ArticlePage) -> None:
    Client().post(
        "/lapor/", report_post(article, text="Luas\u202e sawah\x07 salah.\r\n\r\n\r\n\r\nYang benar dua.")
    )
    assert ContentReport.objects.get().text == "Luas sawah salah.\n\nYang benar dua."


def test_private_page_tells_the_answer_and_the_note(article: ArticlePage, budi: User) -> None:
    report = make_report(article)
    services.correct(
        article=article,
        user=budi,
        data=None,
        note="Luasnya setengah hektare.",
        report=report,
        answer="Betul.",
    )
    html = Client().get(f"/lapor/{report.code}/").content.decode()
    texts = (
        "Laporan Anda sudah dijawab",
        "Betul.",
        "Luasnya setengah hektare.",
        'href="/bangun-mulya/koreksi/"',
    )
    assert [text in html for text in texts] == [True] * 4


@pytest.mark.parametrize("code", ["tebakan", "a" * 40, "١٢٣"])
def test_guessed_code_is_not_there(article: ArticlePage, code: str) -> None:
    make_report(article)
    assert Client().get(f"/lapor/{code}/").status_code == 404


def test_status_page_within_budget(article: ArticlePage) -> None:
    report = make_report(article)
    assert count_queries(f"/lapor/{report.code}/") <= 10
