"""Plain search: finds what stands in stories and KIM, and answers any text without an error."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kim.models import KimGroup, RegencyPage
from kim.selectors.public import kims_named
from news.selectors import public
from tests import builders
from tests.news.public_pages import headlines
from users.models import User

ODD = [
    "",
    " ",
    "a",
    "x" * 300,
    "' OR 1=1 --",
    "\x00",
    "panen\x00padi",
    "%",
    "_",
    "\\",
    '"panen',
    "panen*",
    "NEAR(panen padi)",
    "panen AND",
    "-panen",
    "(:*&|!",
    "<script>alert(1)</script>",
    "😀 панен 水",
    "ﷺ" * 50,
    "{{7*7}}",
    "../../etc/passwd",
    "a" * 5000,
]


@pytest.fixture
def stories(kim_a: KimGroup, ani: User, budi: User) -> KimGroup:
    builders.make_article(kim_a, ani, days_ago=2, headline="Panen padi di Blok C selesai")
    builders.make_article(
        kim_a,
        ani,
        days_ago=1,
        headline="Posyandu buka sore hari",
        lead="Ibu bekerja dapat datang.",
        event_place="Nenang",
        text="Timbangan digital dipinjam dari puskesmas.\n\n" * 8,
    )
    return kim_a


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("panen", ["Panen padi di Blok C selesai"]),
        ("PANEN selesai", ["Panen padi di Blok C selesai"]),
        ("datang", ["Posyandu buka sore hari"]),
        ("nenang", ["Posyandu buka sore hari"]),
        ("timbangan", ["Posyandu buka sore hari"]),
        ("posyandu panen", []),
        ("mangun", ["Posyandu buka sore hari", "Panen padi di Blok C selesai"]),
    ],
)
def test_search_finds_words_wherever_they_stand(stories: KimGroup, query: str, expected: list[str]) -> None:
    assert headlines(Client().get("/cari/", {"q": query}).content.decode()) == expected


def test_search_finds_kim_by_name_village_and_district(stories: KimGroup, kim_b: KimGroup) -> None:
    root = RegencyPage.objects.get()
    found = [
        [kim.name for kim in kims_named(root, (word,))] for word in ("mangun", "sumber", "babulu", "zzz")
    ]
    assert found == [["KIM Mangun Karya"], ["KIM Sumber Sari"], ["KIM Sumber Sari"], []]


@pytest.mark.parametrize("query", ODD)
def test_search_answers_odd_text(stories: KimGroup, query: str) -> None:
    response = Client().get("/cari/", {"q": query})
    html = response.content.decode()
    assert (response.status_code, "<script>alert" in html, 'content="noindex, follow"' in html) == (
        200,
        False,
        True,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=120), cursor=st.text(max_size=40))
def test_search_never_fails(stories: KimGroup, query: str, cursor: str) -> None:
    assert Client().get("/cari/", {"q": query, "sebelum": cursor}).status_code == 200


def test_search_pages_keep_the_question(stories: KimGroup, ani: User) -> None:
    for number in range(public.PAGE_SIZE):
        builders.make_article(stories, ani, days_ago=3 + number, headline=f"Gotong royong & jalan {number}")
    html = Client().get("/cari/", {"q": "gotong & desa mangun"}).content.decode()
    assert headlines(html) == []
    html = Client().get("/cari/", {"q": "mangun"}).content.decode()
    assert ("?q=mangun&amp;sebelum=" in html, len(headlines(html))) == (True, public.PAGE_SIZE)
