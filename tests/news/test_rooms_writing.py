"""The writer room: first save, stale save, signed out while writing, repeated posts, strangers, query counts."""

from __future__ import annotations

import datetime
import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kim.models import KimGroup
from news import services
from news.models import ArticlePage
from news.selectors import desk
from rubrics import services as engine
from rubrics.models import ReasonCode
from tests import builders
from tests.news.test_services import add_photo
from tests.rubrics.marks import fill, score
from users.models import User

ClientFor = Callable[[User | None], Client]


def story_post(**fields: Any) -> dict[str, Any]:
    """What the writing page sends."""
    return {
        "headline": "Warga RT 05 membersihkan saluran irigasi",
        "lead": "Empat puluh warga membersihkan saluran irigasi, Sabtu pagi.",
        "text": builders.LONG_TEXT,
        "kind": "kegiatan",
        "event_date": "2026-11-21",
        "event_place": "RT 05 Bangun Mulya",
        "tags": "Gotong Royong, irigasi",
        "source_name": ["Sukirman", "", ""],
        "source_role": ["Ketua kelompok tani", "", ""],
        "action": "save",
        **fields,
    }


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_write_new_of_writer_shows_required_fields_within_budget(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    html = client_for(ani).get("/ruang/tulis/baru/").content.decode()
    required = re.findall(r'<(?:input|textarea|select)[^>]*name="(\w+)"[^>]* required', html)
    assert set(required) == {"headline", "kind"}  # and the kind is chosen already
    assert 'name="kim" value="bangun-mulya"' in html


def test_write_new_saves_story_and_goes_to_its_page(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    response = client_for(ani).post("/ruang/tulis/baru/", story_post(kim="bangun-mulya"))
    article = ArticlePage.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/ruang/tulis/{article.pk}/")
    draft = article.get_latest_revision_as_object()
    assert (draft.kim_id, draft.owner_id, draft.format.slug) == (kim_a.pk, ani.pk, "berita")
    assert sorted(tag.name for tag in draft.tags.all()) == ["gotong royong", "irigasi"]
    assert [(source.name, source.role) for source in draft.sources.all()] == [
        ("Sukirman", "Ketua kelompok tani")
    ]


@pytest.mark.parametrize(("action", "end"), [("photo", "foto/"), ("preview", "pratinjau/"), ("save", "")])
def test_write_new_saves_text_before_the_next_screen(
    action: str, end: str, kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    response = client_for(ani).post("/ruang/tulis/baru/", story_post(kim="bangun-mulya", action=action))
    assert response["Location"] == f"/ruang/tulis/{ArticlePage.objects.get().pk}/{end}"


def test_write_new_without_headline_keeps_text_and_stores_nothing(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    response = client_for(ani).post(
        "/ruang/tulis/baru/",
        story_post(kim="bangun-mulya", headline="  ", text="Kalimat yang tidak boleh hilang."),
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert "Kalimat yang tidak boleh hilang." in html
    assert html.count('class="error-summary"') == 1
    assert ArticlePage.objects.count() == 0


def test_write_new_for_foreign_kim_is_refused(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, client_for: ClientFor
) -> None:
    response = client_for(ani).post("/ruang/tulis/baru/", story_post(kim="sumber-sari"))
    assert response.status_code == 422
    assert ArticlePage.objects.count() == 0


def test_write_new_of_writer_in_two_kim_asks_which(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, client_for: ClientFor
) -> None:
    builders.join(ani, "writer", kim=kim_b)
    client = client_for(ani)
    html = client.get("/ruang/tulis/baru/?kim=sumber-sari").content.decode()
    assert re.findall(r'name="kim" value="([a-z-]+)"', html) == ["bangun-mulya", "sumber-sari"]
    assert re.findall(r'name="kim" value="([a-z-]+)"[^>]* checked', html) == ["sumber-sari"]
    client.post("/ruang/tulis/baru/", story_post(kim="sumber-sari"))
    assert ArticlePage.objects.get().kim == kim_b


def test_write_new_of_person_without_membership_is_not_found(client_for: ClientFor, db: None) -> None:
    assert client_for(builders.make_user("lia")).get("/ruang/tulis/baru/").status_code == 404


def test_write_new_posted_five_times_makes_one_story(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    client = client_for(ani)
    data = story_post(kim="bangun-mulya", idempotency_key="kunci-yang-sama")
    places = {client.post("/ruang/tulis/baru/", data)["Location"] for _try in range(5)}
    assert places == {f"/ruang/tulis/{ArticlePage.objects.get().pk}/"}


def test_more_sources_adds_rows_and_saves_nothing(kim_a: KimGroup, ani: User, client_for: ClientFor) -> None:
    data = story_post(kim="bangun-mulya", action="more_sources", headline="")
    html = client_for(ani).post("/ruang/tulis/baru/", data).content.decode()
    assert html.count('name="source_name"') == 5
    assert 'value="Sukirman"' in html
    assert ArticlePage.objects.count() == 0


def test_write_on_older_revision_shows_both_texts(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = builders.make_draft(kim_a, ani)
    base = article.latest_revision_id
    services.save_draft(
        article=article,
        user=budi,
        data=builders.draft_input(text="Kalimat dari Budi."),
        base_revision_id=base,
    )
    client = client_for(ani)
    url = f"/ruang/tulis/{article.pk}/"
    response = client.post(url, story_post(text="Kalimat dari Ani.", base_revision=base))
    html = response.content.decode()
    assert response.status_code == 409
    assert ("Kalimat dari Ani." in html, "Kalimat dari Budi." in html) == (True, True)
    newest = re.search(r'name="base_revision" value="(\d+)"', html)
    assert newest is not None
    again = client.post(url, story_post(text="Kalimat dari Ani.", base_revision=newest[1]))
    assert again.status_code == 302
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert services.drafting.plain_text.prose(list(draft.body.raw_data)) == "Kalimat dari Ani."


def test_write_without_base_revision_is_treated_as_old(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    article = builders.make_draft(kim_a, ani)
    assert client_for(ani).post(f"/ruang/tulis/{article.pk}/", story_post()).status_code == 409


def test_write_signed_out_keeps_text_through_login(kim_a: KimGroup, ani: User) -> None:
    client = Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})
    client.force_login(ani)
    token = form_token(client.get("/ruang/tulis/baru/").content.decode())
    data = story_post(
        kim="bangun-mulya", text="Kalimat panjang yang diketik di sawah.", csrfmiddlewaretoken=token
    )
    client.session.flush()
    lost = client.post("/ruang/tulis/baru/", data)
    html = lost.content.decode()
    assert lost.status_code == 401
    assert "Kalimat panjang yang diketik di sawah." in html
    # Signing in changes the token, so the page left open sends an old one.
    client.force_login(ani)
    client.cookies.pop("csrftoken")
    client.get("/masuk/")
    stale = client.post("/ruang/tulis/baru/", {**data, "csrfmiddlewaretoken": form_token(html)})
    html = stale.content.decode()
    assert stale.status_code == 403
    assert "Kalimat panjang yang diketik di sawah." in html
    done = client.post("/ruang/tulis/baru/", {**data, "csrfmiddlewaretoken": form_token(html)})
    assert done.status_code == 302
    assert ArticlePage.objects.count() == 1


def form_token(html: str) -> str:
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
    return str(tokens[-1]) if tokens else ""


def test_csrf_failure_from_foreign_page_offers_no_button(kim_a: KimGroup, ani: User) -> None:
    client = Client(enforce_csrf_checks=True, headers={"Origin": "https://lain.example"})
    client.force_login(ani)
    response = client.post("/ruang/tulis/baru/", story_post(kim="bangun-mulya"))
    html = response.content.decode()
    assert response.status_code == 403
    assert ('name="csrfmiddlewaretoken"' in html, "<button" in html) == (False, False)


def test_write_for_script_answers_with_address(kim_a: KimGroup, ani: User, client_for: ClientFor) -> None:
    response = client_for(ani).post(
        "/ruang/tulis/baru/", story_post(kim="bangun-mulya"), headers={"X-Room-Script": "1"}
    )
    assert response.json() == {"location": f"/ruang/tulis/{ArticlePage.objects.get().pk}/"}


def test_write_of_returned_story_shows_reasons_and_note(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    reason = ReasonCode.objects.get(code="sumber")
    services.return_to_writer(article=article, user=budi, reasons=[reason], note="Sebut nama petaninya.")
    html = client_for(ani).get(f"/ruang/tulis/{article.pk}/").content.decode()
    assert (reason.label in html, "Sebut nama petaninya." in html) == (True, True)


def test_write_of_scheduled_story_keeps_text_to_copy(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    services.schedule(article=article, user=budi, at=timezone.now() + datetime.timedelta(days=1))
    client = client_for(ani)
    assert client.get(f"/ruang/tulis/{article.pk}/")["Location"] == f"/ruang/tulis/{article.pk}/pratinjau/"
    response = client.post(f"/ruang/tulis/{article.pk}/", story_post(text="Terlambat sedikit."))
    assert (response.status_code, "Terlambat sedikit." in response.content.decode()) == (409, True)


def test_submit_goes_to_page_with_whatsapp_text_for_editor(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = builders.make_draft(kim_a, ani)
    client = client_for(ani)
    response = client.post(f"/ruang/tulis/{article.pk}/kirim/", {"base_revision": article.latest_revision_id})
    assert response["Location"] == f"/ruang/tulis/{article.pk}/terkirim/"
    assert "https://wa.me/6281250000002?text=" in client.get(response["Location"]).content.decode()
    assert ArticlePage.objects.get().state == "in_review"


def test_submit_of_changed_story_asks_to_read_again(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = builders.make_draft(kim_a, ani)
    base = article.latest_revision_id
    services.save_draft(article=article, user=budi, data=builders.draft_input("Baru"), base_revision_id=base)
    response = client_for(ani).post(f"/ruang/tulis/{article.pk}/kirim/", {"base_revision": base})
    assert response.status_code == 409
    assert ArticlePage.objects.get().state == "draft"


def test_publish_own_follows_policy(kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor) -> None:
    client = client_for(ani)
    first = builders.make_draft(kim_a, ani)
    client.post(f"/ruang/tulis/{first.pk}/terbitkan/")
    assert ArticlePage.objects.get(pk=first.pk).live is False
    KimGroup.objects.update(review_policy="self_publish")
    html = client.get(f"/ruang/tulis/{first.pk}/pratinjau/").content.decode()
    assert f'action="/ruang/tulis/{first.pk}/terbitkan/"' in html
    client.post(f"/ruang/tulis/{first.pk}/terbitkan/")
    assert ArticlePage.objects.get(pk=first.pk).live is True


def test_publish_own_incomplete_shows_problems(kim_a: KimGroup, ani: User, client_for: ClientFor) -> None:
    KimGroup.objects.update(review_policy="self_publish")
    article = builders.make_draft(kim_a, ani, topic=None)
    response = client_for(ani).post(f"/ruang/tulis/{article.pk}/terbitkan/")
    assert response.status_code == 422
    assert f'href="/ruang/tulis/{article.pk}/"' in response.content.decode()


ROOMS = [
    "/ruang/tulis/{pk}/",
    "/ruang/tulis/{pk}/foto/",
    "/ruang/tulis/{pk}/foto/{block}/",
    "/ruang/tulis/{pk}/foto/{block}/hapus/",
    "/ruang/tulis/{pk}/pratinjau/",
    "/ruang/tulis/{pk}/terkirim/",
    "/ruang/redaksi/{pk}/",
    "/ruang/redaksi/{pk}/banding/",
    "/ruang/redaksi/{pk}/koreksi/",
    "/ruang/redaksi/{pk}/cabut/",
    "/ruang/redaksi/{pk}/selesai/terbit/",
]
ACTS = [
    "/ruang/tulis/{pk}/",
    "/ruang/tulis/{pk}/foto/",
    "/ruang/tulis/{pk}/foto/{block}/hapus/",
    "/ruang/tulis/{pk}/kirim/",
    "/ruang/tulis/{pk}/terbitkan/",
    "/ruang/redaksi/{pk}/terbitkan/",
    "/ruang/redaksi/{pk}/jadwalkan/",
    "/ruang/redaksi/{pk}/kembalikan/",
    "/ruang/redaksi/{pk}/koreksi/",
    "/ruang/redaksi/{pk}/cabut/",
]


def test_every_room_of_a_foreign_draft_is_not_found(
    kim_a: KimGroup, ani: User, citra: User, client_for: ClientFor
) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    add_photo(article, ani)
    block = ArticlePage.objects.get().get_latest_revision_as_object().body[-1].id
    client = client_for(citra)
    before = ArticlePage.objects.get().latest_revision_id
    seen = {url: client.get(url.format(pk=article.pk, block=block)).status_code for url in ROOMS}
    assert seen == dict.fromkeys(ROOMS, 404)
    done = {
        url: client.post(url.format(pk=article.pk, block=block), story_post()).status_code for url in ACTS
    }
    assert done == dict.fromkeys(ACTS, 404)
    row = ArticlePage.objects.get()
    assert (row.latest_revision_id, row.state) == (before, "in_review")


def test_every_desk_room_of_own_story_is_closed_to_writer(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    client = client_for(ani)
    urls = [url for url in ROOMS if "redaksi" in url]
    assert {client.get(url.format(pk=article.pk)).status_code for url in urls} == {404}
    assert client.get("/ruang/redaksi/").status_code == 404


def test_every_room_of_anonymous_asks_to_sign_in(kim_a: KimGroup, ani: User, client_for: ClientFor) -> None:
    article = builders.make_draft(kim_a, ani)
    client = client_for(None)
    places = [client.get(url.format(pk=article.pk, block="x"))["Location"] for url in ROOMS]
    assert [place.partition("?")[0] for place in places] == ["/masuk/"] * len(ROOMS)


def test_my_stories_runs_as_many_queries_for_three_as_for_one(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    client = client_for(ani)
    builders.make_draft(kim_a, ani)
    client.get("/ruang/tulis/")
    one = queries_of(client, "/ruang/tulis/")
    for _number in range(2):
        builders.make_draft(kim_a, ani)
    assert (queries_of(client, "/ruang/tulis/"), one <= 8) == (one, True)


def test_write_runs_as_many_queries_with_three_photos_as_with_one(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    article = builders.make_draft(kim_a, ani)
    client = client_for(ani)
    url = f"/ruang/tulis/{article.pk}/"
    add_photo(article, ani)
    client.get(url)
    one = queries_of(client, url)
    for _number in range(2):
        add_photo(article, ani)
    assert queries_of(client, url) == one


def test_writer_room_weighs_less_than_its_budget(kim_a: KimGroup, ani: User, client_for: ClientFor) -> None:
    html = client_for(ani).get("/ruang/tulis/baru/").content
    static = Path(settings.STATICFILES_DIRS[0])
    files = ["css/components/form.css", "css/rooms.css"]
    scripts = ["js/write.js", "js/room-net.js", "js/photo-shrink.js", "js/photo.js"]
    weigh = [len(gzip.compress((static / name).read_bytes())) for name in files + scripts]
    assert sum(weigh[len(files) :]) <= 12 * 1024
    assert len(gzip.compress(html)) + sum(weigh) <= 60 * 1024


def test_own_stories_go_by_key_and_what_came_back_stands_first(
    kim_a: KimGroup, ani: User, budi: User
) -> None:
    returned = services.submit(article=builders.make_draft(kim_a, ani, headline="Yang kembali"), user=ani)
    services.return_to_writer(
        article=returned, user=budi, reasons=list(ReasonCode.objects.all()[:1]), note="Cek lagi."
    )
    others = [builders.make_draft(kim_a, ani, headline=f"Naskah {number}").pk for number in range(5)]
    # Two were changed in the same moment: the row number decides.
    moment = ArticlePage.objects.get(pk=others[1]).latest_revision_created_at
    ArticlePage.objects.filter(pk=others[2]).update(latest_revision_created_at=moment)
    expected = list(
        ArticlePage.objects.filter(pk__in=others)
        .order_by("-latest_revision_created_at", "-pk")
        .values_list("pk", flat=True)
    )
    seen, query = [], {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "STORIES_A_PAGE", 2)
        while True:
            page = desk.my_stories(ani, **query)
            seen += [row.pk for row in page.rows]
            if not page.older_url:
                break
            query = {"before": page.older_url.partition("=")[2]}
    assert seen == [returned.pk, *expected]


def test_the_last_marks_ask_one_thing_of_the_next_story(
    kim_a: KimGroup, ani: User, budi: User, eko: User, client_for: ClientFor
) -> None:
    def asked(user: User, path: str = "/ruang/tulis/baru/") -> str | None:
        advice = client_for(user).get(path).context["advice"]
        return advice.code if advice else None

    first = builders.make_article(kim_a, ani)
    sheet = fill(engine.open_sheet(work=first, user=eko, rubric="artikel"), eko, "442244444")
    assert asked(ani) is None
    engine.finish(sheet=sheet, user=eko)
    draft = builders.make_draft(kim_a, ani)
    assert (asked(ani), asked(ani, f"/ruang/tulis/{draft.pk}/"), asked(budi)) == ("5w1h", "5w1h", None)
    text = client_for(ani).get("/ruang/tulis/baru/").content.decode()
    assert 'href="/ruang/kartu/5w1h/"' in text
    score(builders.make_article(kim_a, ani, headline="Berita kedua dari Bangun Mulya"), eko)
    assert asked(ani) is None
