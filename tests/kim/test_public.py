"""The home of a KIM, the list of all KIM, the way to its WhatsApp, standard pages."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from core import media_services
from core.models import StandardPage
from kim.models import Channel, KimGroup, KimPage, Officer, Person, Potential, RegencyPage, Region
from kim.selectors import public
from kim.selectors.village_map import village_map
from kim.services.standard_pages import ensure_standard_pages, standard_texts
from tests import builders
from tests.news.public_pages import count_queries, json_ld


@pytest.fixture
def full_kim(kim_a: KimGroup) -> KimGroup:
    """KIM A with all that a home can show."""
    kim_a.tagline, kim_a.about, kim_a.whatsapp = "Kabar kebun.", "Kami menulis sejak 2016.", "6281250000002"
    kim_a.founded_year = 2016
    kim_a.save()
    Region.objects.filter(pk=kim_a.village_id).update(latitude="-1.3000", longitude="116.5000")
    far = builders.make_region("64.09.04.2001", "Jauh")
    Region.objects.filter(pk=far.pk).update(latitude="-0.9000", longitude="116.8000")
    Potential.objects.create(kim=kim_a, code="pertanian", is_main=True)
    Channel.objects.create(kim=kim_a, kind="radio", name="Radio Kebun", reach="300 pendengar")
    Channel.objects.create(kim=kim_a, kind="notice_board", name="Papan lama", is_active=False)
    image = builders.make_image(kim_a)
    media_services.make_renditions_of(image.pk)
    KimPage.objects.filter(kim=kim_a).update(cover=image)
    return kim_a


def make_officer(kim: KimGroup, name: str, section: str, *, shown: bool) -> Officer:
    person = Person.objects.create(kim=kim, full_name=name, slug=name.lower(), consents_to_show=shown)
    return Officer.objects.create(kim=kim, person=person, section=section)


def test_home_shows_what_the_kim_says_of_itself(full_kim: KimGroup) -> None:
    html = Client().get("/bangun-mulya/").content.decode()
    found = [
        text in html for text in ("Kabar kebun.", "Kami menulis sejak 2016.", "Radio Kebun", "300 pendengar")
    ]
    assert (found, "Papan lama" in html, 'class="kim-hue-' in html) == ([True] * 4, False, True)


def test_home_names_officers_who_agreed_alone(full_kim: KimGroup) -> None:
    make_officer(full_kim, "Tersembunyi", "chair", shown=False)
    make_officer(full_kim, "Anggota", "member", shown=True)
    make_officer(full_kim, "Ketua", "chair", shown=True)
    assert [person.name for person in public.people_of(full_kim)] == ["Ketua", "Anggota"]
    html = Client().get("/bangun-mulya/").content.decode()
    assert ("Tersembunyi" in html, "Ketua" in html) == (False, True)


def test_officer_links_to_stories_only_when_there_are_some(kim_a: KimGroup, ani: Any, budi: Any) -> None:
    person = Person.objects.get(user=ani)
    Person.objects.filter(pk=person.pk).update(consents_to_show=True)
    Officer.objects.create(kim=kim_a, person=person, section="processing")
    assert [row.url for row in public.people_of(kim_a)] == [""]
    builders.make_article(kim_a, ani)
    assert [row.url for row in public.people_of(kim_a)] == [f"/penulis/{person.slug}/"]


def test_home_never_shows_the_telephone_number(full_kim: KimGroup) -> None:
    html = Client().get("/bangun-mulya/").content.decode()
    assert ("81250000002" in html, "/wa/bangun-mulya/" in html) == (False, True)


def test_home_of_an_empty_kim_stands(kim_a: KimGroup) -> None:
    response = Client().get("/bangun-mulya/")
    assert (response.status_code, b'<div class="kim-cover"' in response.content) == (200, False)


def test_home_tells_search_engines_who_publishes(full_kim: KimGroup) -> None:
    organisation, crumbs = json_ld(Client().get("/bangun-mulya/").content.decode())
    assert (
        organisation["@type"],
        organisation["name"],
        organisation["url"],
        organisation["publishingPrinciples"],
    ) == (
        "NewsMediaOrganization",
        "KIM Mangun Karya",
        "http://testserver/bangun-mulya/",
        "http://testserver/pedoman-media-siber/",
    )
    assert [step["item"] for step in crumbs["itemListElement"]] == [
        "http://testserver/",
        "http://testserver/bangun-mulya/",
    ]


def test_map_marks_the_village_among_the_others(full_kim: KimGroup) -> None:
    full_kim.refresh_from_db()
    drawing = village_map(Region.objects.get(pk=full_kim.village_id))
    assert drawing is not None
    assert (drawing.here.name, drawing.dots.count("M"), drawing.here.y > drawing.height / 2) == (
        "Bangun Mulya",
        1,
        True,
    )


def test_map_of_a_village_without_coordinates_is_left_out(kim_a: KimGroup) -> None:
    assert village_map(kim_a.village) is None


def test_home_queries_stay_within_the_budget(full_kim: KimGroup) -> None:
    make_officer(full_kim, "Satu", "chair", shown=True)
    one = count_queries("/bangun-mulya/")
    make_officer(full_kim, "Dua", "secretary", shown=True)
    make_officer(full_kim, "Tiga", "member", shown=True)
    Channel.objects.create(kim=full_kim, kind="facebook", name="Halaman", url="https://contoh.id/")
    assert (one, count_queries("/bangun-mulya/")) == (one, one)
    assert one <= 15


def test_list_groups_kim_by_district(kim_a: KimGroup, kim_b: KimGroup) -> None:
    districts = public.kims_by_district(RegencyPage.objects.get())
    assert [(group.name, [kim.name for kim in group.kims]) for group in districts] == [
        ("Waru", ["KIM Mangun Karya"]),
        ("Babulu", ["KIM Sumber Sari"]),
    ]


def test_list_leaves_out_closed_kim(kim_a: KimGroup, kim_b: KimGroup) -> None:
    kim_b.status = KimGroup.Status.CLOSED
    kim_b.save()
    html = Client().get("/kim/").content.decode()
    assert ("KIM Mangun Karya" in html, "KIM Sumber Sari" in html) == (True, False)


def test_list_queries_are_equal_for_2_and_12_kim(kim_a: KimGroup, kim_b: KimGroup) -> None:
    two = count_queries("/kim/")
    for number in range(10):
        builders.make_kim(f"KIM Tambahan {number}")
    assert (count_queries("/kim/"), two <= 5) == (two, True)


def test_whatsapp_leads_to_the_number_of_the_kim(full_kim: KimGroup) -> None:
    response = Client().get("/wa/bangun-mulya/", {"halaman": "/bangun-mulya/berita/panen/"})
    parts = urlsplit(response["Location"])
    assert (response.status_code, parts.netloc, parts.path) == (302, "wa.me", "/6281250000002")
    assert "http://testserver/bangun-mulya/berita/panen/" in parse_qs(parts.query)["text"][0]
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("private, no-store", "noindex, nofollow")


@pytest.mark.parametrize(
    "page", ["https://jahat.example/", "//jahat.example/", "/a b/", "/" + "a" * 300 + "/", "\x00"]
)
def test_whatsapp_text_names_no_foreign_page(full_kim: KimGroup, page: str) -> None:
    response = Client().get("/wa/bangun-mulya/", {"halaman": page})
    assert (response.status_code, "http" in parse_qs(urlsplit(response["Location"]).query)["text"][0]) == (
        302,
        False,
    )


def test_whatsapp_without_a_number_leads_home(kim_a: KimGroup) -> None:
    response = Client().get("/wa/bangun-mulya/")
    assert (response.status_code, response["Location"]) == (302, "/bangun-mulya/")
    assert Client().get("/wa/tidak-ada/").status_code == 404


def test_whatsapp_of_a_closed_kim_leads_home(full_kim: KimGroup) -> None:
    KimGroup.objects.update(status="closed")
    assert Client().get("/wa/bangun-mulya/")["Location"] == "/bangun-mulya/"


def test_standard_pages_are_made_once_and_keep_the_office_s_words(kim_a: KimGroup) -> None:
    front = RegencyPage.objects.get()
    made = [page.slug for page in ensure_standard_pages(front)]
    StandardPage.objects.filter(slug="tentang").update(title="Tentang dinas")
    again = ensure_standard_pages(front)
    assert (made, again) == (["tentang", "pedoman-media-siber", "kebijakan-privasi"], [])
    assert StandardPage.objects.get(slug="tentang").title == "Tentang dinas"


def test_standard_pages_answer(kim_a: KimGroup) -> None:
    ensure_standard_pages(RegencyPage.objects.get())
    client = Client()
    answers = {row["slug"]: client.get(f"/{row['slug']}/") for row in standard_texts()}
    assert [answer.status_code for answer in answers.values()] == [200, 200, 200]
    assert [row["title"] in answers[row["slug"]].content.decode() for row in standard_texts()] == [True] * 3


def test_privacy_policy_names_the_law_the_clock_and_what_is_not_asked() -> None:
    text = {row["slug"]: row["introduction"] + row["body"] for row in standard_texts()}["kebijakan-privasi"]
    words = ("Nomor 27 Tahun 2022", "3×24 jam", "tidak menyimpan NIK", "tanpa kuki")
    assert [word in text for word in words] == [True] * 4


def test_route_finds_pages_by_their_whole_address(kim_a: KimGroup, kim_b: KimGroup) -> None:
    client = Client()
    paths = [
        "/",
        "/bangun-mulya/",
        "/bangun-mulya/berita/",
        "/berita/berita/",
        "/bangun-mulya/bangun-mulya/",
        "/x/",
    ]
    assert [client.get(path).status_code for path in paths] == [200, 200, 200, 404, 404, 404]


def test_route_hides_what_is_not_live(kim_a: KimGroup) -> None:
    KimPage.objects.filter(kim=kim_a).update(live=False)
    assert (Client().get("/bangun-mulya/").status_code, reverse("kim:kim_list")) == (410, "/kim/")
