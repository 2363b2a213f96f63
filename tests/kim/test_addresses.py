"""Another address for a KIM, one KIM merged into another: services, screens, what readers get."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry, PageLogEntry

from core.models import FormerAddress, StandardPage
from kim.models import Invitation, KimGroup, KimPage, Membership, Region
from kim.services.addresses import rename_kim
from kim.services.groups import KimRefused, create_kim
from kim.services.invitations import invite
from kim.services.login_links import NotAllowed
from kim.services.merging import merge_kim
from news import services
from news.models import ArticlePage, ContentReport, Correction, DailyStories, NewsIndexPage
from news.services import footprint
from tests import builders
from tests.cache_reader import Reader
from users.models import User

ClientFor = Callable[..., Client]
ADDRESS = "/ruang/kantor/kim/bangun-mulya/alamat/"
MERGE = "/ruang/kantor/kim/bangun-mulya/gabung/"


@pytest.fixture
def article(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def answer(path: str) -> tuple[int, str]:
    response = Client().get(path)
    return response.status_code, response.headers.get("Location", "")


def queries_of(path: str, status: int) -> int:
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == status
    return len(captured)


def again(kim: KimGroup) -> KimGroup:
    return KimGroup.objects.select_related("village").get(pk=kim.pk)


# --- another address -------------------------------------------------------------


def test_renamed_kim_takes_everything_along_in_one_row(
    article: ArticlePage, kim_a: KimGroup, gita: User
) -> None:
    KimGroup.objects.filter(pk=kim_a.pk).update(whatsapp="6281250000099")
    rename_kim(kim=again(kim_a), slug="desa-baru", user=gita)
    story = f"/desa-baru/berita/{article.slug}/"
    assert answer(article.url) == (301, story)
    assert answer("/bangun-mulya/") == (301, "/desa-baru/")
    assert answer("/bangun-mulya/rss.xml") == (301, "/desa-baru/rss.xml")
    assert answer("/bangun-mulya/koreksi/") == (301, "/desa-baru/koreksi/")
    assert answer("/wa/bangun-mulya/?halaman=/x/") == (301, "/wa/desa-baru/?halaman=/x/")
    assert [answer(path)[0] for path in (story, "/desa-baru/", "/desa-baru/rss.xml")] == [200] * 3
    assert FormerAddress.objects.count() == 2  # the branch of the tree, and the WhatsApp address beside it
    assert PageLogEntry.objects.filter(action="kim.rename").count() == 1


def test_question_of_an_old_address_is_kept(article: ArticlePage, kim_a: KimGroup, gita: User) -> None:
    rename_kim(kim=kim_a, slug="desa-baru", user=gita)
    assert answer(f"{article.url}?utm_source=wa")[1] == f"/desa-baru/berita/{article.slug}/?utm_source=wa"


def test_renamed_twice_and_back_leads_everywhere_and_never_in_circles(
    article: ArticlePage, kim_a: KimGroup, gita: User
) -> None:
    for slug in ("satu", "dua", "bangun-mulya"):
        rename_kim(kim=again(kim_a), slug=slug, user=gita)
    story = f"/bangun-mulya/berita/{article.slug}/"
    assert answer(story) == (200, "")
    assert [answer(f"/{word}/berita/{article.slug}/") for word in ("satu", "dua")] == [(301, story)] * 2


def test_story_moved_then_kim_renamed(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, gita: User
) -> None:
    article.move(NewsIndexPage.objects.get(kim=kim_b), pos="last-child")
    rename_kim(kim=again(kim_b), slug="desa-baru", user=gita)
    rename_kim(kim=again(kim_a), slug="desa-lama", user=gita)
    story = f"/desa-baru/berita/{article.slug}/"
    olds = [f"/{word}/berita/{article.slug}/" for word in ("bangun-mulya", "sumber-sari")]
    assert [answer(path) for path in olds] == [(301, story)] * 2


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("berita", "Kata ini dipakai oleh situs. Pilih alamat lain."),
        ("Desa Baru", "Pakai huruf kecil, angka, dan tanda hubung saja."),
        ("sumber-sari", "KIM lain sudah memakai alamat ini. Pilih yang lain."),
        ("tentang-kami", "Halaman lain sudah memakai alamat ini. Pilih yang lain."),
    ],
)
def test_address_that_cannot_be_is_refused_in_words(
    kim_a: KimGroup, kim_b: KimGroup, gita: User, slug: str, message: str
) -> None:
    from core.models import StandardPage

    kim_a.page.get_parent().add_child(instance=StandardPage(title="Tentang kami", slug="tentang-kami"))
    with pytest.raises(KimRefused) as refused:
        rename_kim(kim=kim_a, slug=slug, user=gita)
    assert (refused.value.field, str(refused.value.message)) == ("slug", message)


def test_former_address_is_given_to_nobody_else(kim_a: KimGroup, kim_b: KimGroup, gita: User) -> None:
    rename_kim(kim=kim_a, slug="desa-baru", user=gita)
    with pytest.raises(KimRefused):
        rename_kim(kim=kim_b, slug="bangun-mulya", user=gita)
    builders.make_region("64.09.02.2005", "Labangka")
    with pytest.raises(KimRefused):
        create_kim(region_code="64.09.02.2005", slug="bangun-mulya", by=gita)


def test_office_of_another_region_may_not(kim_a: KimGroup, budi: User, citra: User) -> None:
    other = builders.make_user("lina", "Lina")
    builders.join(other, "office_admin", region=Region.objects.get(code="64.09.03"))
    for person in (budi, citra, other):
        with pytest.raises(NotAllowed):
            rename_kim(kim=kim_a, slug="desa-baru", user=person)


def test_cached_page_of_a_renamed_kim_is_not_served(
    article: ArticlePage, kim_a: KimGroup, gita: User
) -> None:
    reader = Reader()
    paths = (article.url, "/bangun-mulya/", "/")
    assert [[reader.get(path).status, reader.get(path).is_hit] for path in paths] == [[200, True]] * 3
    rename_kim(kim=kim_a, slug="desa-baru", user=gita)
    assert [reader.get(path).status for path in paths] == [301, 301, 200]
    front = reader.get("/").body.decode()
    assert ("/desa-baru/berita/" in front, "/bangun-mulya/" in front) == (True, False)
    rename_kim(kim=again(kim_a), slug="bangun-mulya", user=gita)
    assert [reader.get(path).status for path in paths] == [200] * 3


def test_feeds_sitemap_and_canonical_name_the_present_address(
    article: ArticlePage, kim_a: KimGroup, gita: User
) -> None:
    rename_kim(kim=kim_a, slug="desa-baru", user=gita)
    paths = ["/rss.xml", "/sitemap-halaman.xml", "/sitemap-berita.xml", f"/desa-baru/berita/{article.slug}/"]
    texts = [Client().get(path).content.decode() for path in paths]
    assert [("/bangun-mulya/" in text, "/desa-baru/" in text) for text in texts] == [(False, True)] * 4


def test_unknown_address_costs_few_queries_and_a_live_page_none(
    article: ArticlePage, kim_a: KimGroup, gita: User
) -> None:
    before = queries_of(article.url, 200)
    rename_kim(kim=kim_a, slug="desa-baru", user=gita)
    assert queries_of(f"/desa-baru/berita/{article.slug}/", 200) == before
    assert queries_of(article.url, 301) <= 7
    assert queries_of("/tidak-pernah/ada/", 404) - queries_of("/ruang/tidak-pernah/ada/", 404) <= 4


# --- merge -----------------------------------------------------------------------


def test_merged_kim_hands_over_stories_notes_reports_people_and_numbers(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, gita: User
) -> None:
    services.receive_report(page=article, kim=kim_a, kind="fakta", text="Luas sawahnya keliru.")
    services.correct(article=article, user=budi, data=None, note="Nama dusun diperbaiki.")
    draft = builders.make_draft(kim_a, ani, headline="Belum selesai")
    merged = merge_kim(source=kim_a, into=kim_b, user=gita)
    assert (merged.stories, merged.people) == (2, 2)
    rows = [article, draft]
    assert [ArticlePage.objects.get(pk=row.pk).kim_id for row in rows] == [kim_b.pk] * 2
    hanging = [model.objects.get().kim_id for model in (Correction, ContentReport)]
    assert hanging == [kim_b.pk] * 2
    assert list(DailyStories.objects.filter(dimension="all").values_list("kim", "stories")) == [(kim_b.pk, 1)]
    assert services.check_statistics() == 0
    assert again(kim_a).status == "closed"
    active = Membership.objects.active().filter(user__in=(ani, budi)).order_by("user__username", "role")
    assert list(active.values_list("user__username", "role", "kim")) == [
        ("ani", "writer", kim_b.pk),
        ("budi", "editor", kim_b.pk),
    ]
    assert answer(article.url) == (301, f"/sumber-sari/berita/{article.slug}/")
    olds = ("/bangun-mulya/", "/bangun-mulya/rss.xml", "/bangun-mulya/koreksi/", "/bangun-mulya/berita/")
    assert [answer(path) for path in olds] == [
        (301, path.replace("bangun-mulya", "sumber-sari")) for path in olds
    ]


def test_open_invitation_waits_in_the_other_kim(
    kim_a: KimGroup, kim_b: KimGroup, gita: User, client_for: ClientFor
) -> None:
    invite(kim=kim_a, by=gita, full_name="Sari Wulandari", role="chair")
    merge_kim(source=kim_a, into=kim_b, user=gita)
    row = Invitation.objects.get()
    assert (row.kim_id, row.role) == (kim_b.pk, "editor")
    assert "Sari Wulandari" in client_for(gita).get("/ruang/anggota/sumber-sari/").content.decode()


def test_merged_story_with_a_taken_address_gets_a_free_one(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, citra: User, gita: User
) -> None:
    other = builders.make_article(kim_b, citra)
    assert other.slug == article.slug
    merge_kim(source=kim_a, into=kim_b, user=gita)
    assert answer(article.url) == (301, f"/sumber-sari/berita/{article.slug}-2/")
    assert answer(other.url) == (200, "")
    assert ArticlePage.objects.get(pk=article.pk).slug == f"{article.slug}-2"


def test_revisions_of_a_merged_story_do_not_bring_the_old_kim_back(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, citra: User, gita: User
) -> None:
    merge_kim(source=kim_a, into=kim_b, user=gita)
    story = ArticlePage.objects.get(pk=article.pk)
    services.correct(
        article=story,
        user=citra,
        data=builders.draft_input(lead="Tiga puluh petani memanen padi, Sabtu pagi."),
        note="Jumlahnya tiga puluh.",
    )
    story = ArticlePage.objects.get(pk=article.pk)
    assert (story.kim_id, story.lead[:11], answer(story.url)[0]) == (kim_b.pk, "Tiga puluh ", 200)


def test_merge_into_itself_a_closed_or_a_foreign_kim_is_refused(
    kim_a: KimGroup, kim_b: KimGroup, budi: User, gita: User
) -> None:
    with pytest.raises(KimRefused):
        merge_kim(source=kim_a, into=kim_a, user=gita)
    KimGroup.objects.filter(pk=kim_b.pk).update(status="closed")
    with pytest.raises(KimRefused):
        merge_kim(source=kim_a, into=again(kim_b), user=gita)
    with pytest.raises(NotAllowed):
        merge_kim(source=kim_a, into=kim_b, user=budi)
    assert again(kim_a).status == "active"


def test_moved_story_takes_the_kim_of_its_new_place(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, budi: User
) -> None:
    """As in the page tree of the admin."""
    services.correct(article=article, user=budi, data=None, note="Nama dusun diperbaiki.")
    ArticlePage.objects.get(pk=article.pk).move(NewsIndexPage.objects.get(kim=kim_b), pos="last-child")
    assert ArticlePage.objects.get(pk=article.pk).kim_id == kim_b.pk
    assert Correction.objects.get().kim_id == kim_b.pk
    assert list(DailyStories.objects.filter(dimension="all").values_list("kim", flat=True)) == [kim_b.pk]


# --- an old address is nobody else's, in Wagtail's own screens too ------------------------


@pytest.fixture
def renamed(kim_a: KimGroup, gita: User) -> KimGroup:
    rename_kim(kim=kim_a, slug="desa-baru", user=gita)
    return kim_a


def test_story_moved_to_where_another_stood_steps_aside(
    article: ArticlePage, kim_b: KimGroup, citra: User, gita: User, client_for: ClientFor
) -> None:
    """By the page tree of the admin, where the slug of a public story cannot be changed."""
    other = builders.make_article(kim_b, citra)
    taken = other.url
    other.delete()
    home = NewsIndexPage.objects.get(kim=kim_b)
    moved = client_for(gita).post(f"/admin/pages/{article.pk}/move/{home.pk}/confirm/")
    aside = f"{taken[:-1]}-2/"
    assert (moved.status_code, ArticlePage.objects.get(pk=article.pk).url) == (302, aside)
    assert [answer(path) for path in (taken, article.url, aside)] == [(410, ""), (301, aside), (200, "")]


def test_page_of_the_office_never_takes_the_place_of_a_kim(renamed: KimGroup) -> None:
    front = renamed.page.get_parent()
    for live in (True, False):
        with pytest.raises(ValidationError) as refused:
            front.add_child(instance=StandardPage(title="Desa", slug="bangun-mulya", live=live))
        assert list(refused.value.message_dict) == ["slug"]
    page = front.add_child(instance=StandardPage(title="Desa", slug="desa"))
    page.slug = "bangun-mulya"
    with pytest.raises(ValidationError):
        page.save()
    assert answer("/bangun-mulya/") == (301, "/desa-baru/")


def test_page_comes_back_to_its_own_old_address(kim_a: KimGroup) -> None:
    front = kim_a.page.get_parent()
    page = front.add_child(instance=StandardPage(title="Profil", slug="profil"))
    for slug in ("profil-kami", "profil"):
        page.slug = slug
        page.save()
    assert [answer(path) for path in ("/profil/", "/profil-kami/")] == [(200, ""), (301, "/profil/")]
    with pytest.raises(ValidationError):
        front.add_child(instance=StandardPage(title="Lain", slug="profil-kami"))


def test_admin_says_beside_the_field_that_an_address_was_anothers(
    renamed: KimGroup, gita: User, client_for: ClientFor
) -> None:
    front = renamed.page.get_parent()
    page = front.add_child(instance=StandardPage(title="Desa", slug="desa"))
    client = client_for(gita)
    fields = {"title": "Desa", "slug": "bangun-mulya", "body-count": "0"}
    copied = {"new_title": "Desa", "new_slug": "bangun-mulya", "new_parent_page": front.pk}
    posts = [
        client.post(f"/admin/pages/add/core/standardpage/{front.pk}/", fields),
        client.post(f"/admin/pages/{page.pk}/edit/", fields),
        client.post(f"/admin/pages/{page.pk}/copy/", copied),
    ]
    errors = [post.context["form"].errors for post in posts]
    word = "Alamat ini pernah dipakai halaman lain, dan pembacanya masih datang ke sana. Pilih yang lain."
    assert [post.status_code for post in posts] == [200] * 3
    assert [error.get("slug") or error.get("new_slug") for error in errors] == [[word]] * 3
    assert StandardPage.objects.child_of(front).filter(slug="bangun-mulya").count() == 0


def test_merge_counts_each_story_once_however_many_there_are(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, gita: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each story counts its own day anew; counting everything for each would grow with the square."""
    monkeypatch.setattr(footprint, "recount_kim", lambda kim_id: pytest.fail("counted everything"))
    for number in range(3):
        builders.make_article(kim_a, ani, headline=f"Kabar ke-{number}", days_ago=number * 40)
    merge_kim(source=kim_a, into=kim_b, user=gita)
    totals = DailyStories.objects.filter(dimension="all").values_list("kim", "stories")
    assert (sorted(totals), services.check_statistics()) == ([(kim_b.pk, 1)] * 3, 0)


# --- taken back, deleted, never public ------------------------------------------------


def test_withdrawn_story_says_why_and_nothing_of_its_text(
    article: ArticlePage, kim_a: KimGroup, budi: User
) -> None:
    services.withdraw(article=article, user=budi, reason="Foto anak tanpa izin.")
    response = Client().get(article.url)
    html = response.content.decode()
    assert (response.status_code, response.headers["X-Robots-Tag"]) == (410, "noindex")
    texts = ("Berita ini sudah dicabut", article.title, "Foto anak tanpa izin.", 'href="/bangun-mulya/"')
    assert [text in html for text in texts] == [True] * 4
    assert (article.lead in html, builders.LONG_TEXT[:40] in html) == (False, False)
    assert Client().head(article.url).status_code == 410


def test_withdrawn_story_shows_the_headline_readers_had(article: ArticlePage, ani: User, budi: User) -> None:
    title = article.title
    services.withdraw(article=article, user=budi, reason="Keliru.")
    ArticlePage.objects.filter(pk=article.pk).update(draft_title="Rahasia")
    html = Client().get(article.url).content.decode()
    assert (title in html, "Rahasia" in html) == (True, False)


def test_reason_of_an_earlier_withdrawal_is_not_told_again(article: ArticlePage, budi: User) -> None:
    """Withdrawn, put back after a check, later taken off in the admin without a word."""
    services.withdraw(article=article, user=budi, reason="Diduga keliru.")
    story = ArticlePage.objects.get(pk=article.pk)
    same = builders.draft_input(headline=story.title)
    services.correct(article=story, user=budi, data=same, note="Sudah kami periksa, isinya benar.")
    ArticlePage.objects.get(pk=article.pk).unpublish()
    response = Client().get(article.url)
    html = response.content.decode()
    assert (response.status_code, "Diduga keliru." in html, article.title in html) == (410, False, False)


def test_deleted_story_is_gone_and_its_address_stays_its_own(
    article: ArticlePage, kim_a: KimGroup, ani: User
) -> None:
    url = article.url
    article.delete()
    assert answer(url)[0] == 410
    assert builders.make_draft(kim_a, ani).slug == f"{url.split('/')[-2]}-2"


def test_what_never_was_public_stays_unknown(kim_a: KimGroup, ani: User) -> None:
    draft = builders.make_draft(kim_a, ani)
    url = draft.url
    assert (answer(url)[0], Client().head(url).status_code) == (404, 404)
    services.save_draft(
        article=draft,
        user=ani,
        data=builders.draft_input(headline="Judul yang lain sama sekali"),
        base_revision_id=draft.latest_revision_id,
    )
    ArticlePage.objects.get(pk=draft.pk).delete()
    assert (answer(url)[0], FormerAddress.objects.count()) == (404, 0)


def test_old_way_into_a_room_is_no_former_address(article: ArticlePage, kim_a: KimGroup, gita: User) -> None:
    rename_kim(kim=kim_a, slug="ruangan", user=gita)
    assert [answer(path)[0] for path in ("/ruang/bangun-mulya/", "/admin/bangun-mulya/")] == [404, 302]


# --- screens -------------------------------------------------------------------------


@pytest.mark.parametrize("url", [ADDRESS, MERGE])
@pytest.mark.parametrize(("persona", "status"), [("ani", 404), ("budi", 404), ("citra", 404), ("gita", 200)])
def test_screens_open_for_the_office_alone(
    request: Any, client_for: ClientFor, kim_a: KimGroup, kim_b: KimGroup, url: str, persona: str, status: int
) -> None:
    client = client_for(request.getfixturevalue(persona))
    assert client.get(url).status_code == status
    if status == 404:
        assert client.post(url, {"slug": "x", "into": "sumber-sari", "sure": "on"}).status_code == 404


def test_rename_screen_counts_once_and_says_the_new_address(
    article: ArticlePage, kim_a: KimGroup, gita: User, client_for: ClientFor
) -> None:
    client = client_for(gita)
    assert "Halaman depan dan 1 berita terbit langsung pindah." in client.get(ADDRESS).content.decode()
    posts = [client.post(ADDRESS, {"slug": "desa-baru", "idempotency_key": "satu"}) for _ in range(5)]
    assert {post.headers["Location"] for post in posts} == {"/ruang/kantor/kim/desa-baru/"}
    assert PageLogEntry.objects.filter(action="kim.rename").count() == 1
    html = client.get("/ruang/kantor/kim/desa-baru/alamat/").content.decode()
    assert "Alamat sebelumnya: /bangun-mulya/" in re.sub(r"\s+", " ", html)


def test_rename_screen_keeps_what_was_typed(kim_a: KimGroup, gita: User, client_for: ClientFor) -> None:
    client = client_for(gita)
    for typed, message in (
        ("", "Tulis alamat barunya."),
        ("Desa Baru", "Pakai huruf kecil, angka, dan tanda hubung saja."),
        ("berita", "Kata ini dipakai oleh situs. Pilih alamat lain."),
    ):
        response = client.post(ADDRESS, {"slug": typed})
        html = response.content.decode()
        assert (response.status_code, message in html, f'value="{typed}"' in html or not typed) == (
            422,
            True,
            True,
        )


def test_merge_screen_tells_how_much_goes_over_and_asks_first(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, ani: User, gita: User, client_for: ClientFor
) -> None:
    builders.make_draft(kim_a, ani)
    client = client_for(gita)
    html = client.get(MERGE).content.decode()
    assert "1 berita terbit ikut pindah beserta koreksinya." in html
    assert "Begitu juga 1 yang belum selesai atau sudah dicabut." in html
    assert re.findall(r'<option value="([^"]+)"', html) == ["sumber-sari"]
    unsure = client.post(MERGE, {"into": "sumber-sari"})
    assert (unsure.status_code, list(unsure.context["form"].errors)) == (422, ["sure"])
    foreign = client.post(MERGE, {"into": "lain", "sure": "on"})
    assert (foreign.status_code, list(foreign.context["form"].errors)) == (422, ["into"])
    sent = [
        client.post(MERGE, {"into": "sumber-sari", "sure": "on", "idempotency_key": "satu"}) for _ in range(3)
    ]
    assert {post.headers["Location"] for post in sent} == {"/ruang/kantor/kim/sumber-sari/"}
    assert client.get(MERGE).status_code == 404
    assert PageLogEntry.objects.filter(action="kim.merge").count() == 1
    assert ModelLogEntry.objects.filter(action="kim.merge").count() == 0


def test_lone_kim_has_nobody_to_merge_into(kim_a: KimGroup, gita: User, client_for: ClientFor) -> None:
    assert "Tidak ada KIM lain untuk digabung" in client_for(gita).get(MERGE).content.decode()


def test_screens_run_as_many_queries_for_three_stories_as_for_one(
    article: ArticlePage, kim_a: KimGroup, kim_b: KimGroup, ani: User, gita: User, client_for: ClientFor
) -> None:
    client = client_for(gita)

    def queries(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    one = [queries(ADDRESS), queries(MERGE)]
    for number in range(2):
        builders.make_article(kim_a, ani, headline=f"Kabar ke-{number}")
    assert [queries(ADDRESS), queries(MERGE)] == one
    assert KimPage.objects.count() == 2
