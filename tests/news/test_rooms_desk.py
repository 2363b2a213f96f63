"""The desk: queue, decisions, refusals, corrections, comparison; a fixed number of queries."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kim.models import KimGroup
from news import services
from news.models import ArticlePage, ArticleReturn, Correction
from rubrics.models import ReasonCode
from tests import builders
from tests.news.test_rooms_writing import story_post
from tests.news.test_services import add_photo
from users.models import User

ClientFor = Callable[[User | None], Client]


def waiting(kim: KimGroup, writer: User, **fields: object) -> ArticlePage:
    return services.submit(article=builders.make_draft(kim, writer, **fields), user=writer)


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_desk_groups_stories_by_state(kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor) -> None:
    waiting(kim_a, ani, headline="Menunggu dibaca")
    scheduled = waiting(kim_a, ani, headline="Sudah dijadwalkan")
    services.schedule(article=scheduled, user=budi, at=timezone.now() + datetime.timedelta(days=1))
    back = waiting(kim_a, ani, headline="Sudah dikembalikan")
    services.return_to_writer(
        article=back, user=budi, reasons=ReasonCode.objects.filter(code="judul"), note="Pendekkan."
    )
    builders.make_article(kim_a, ani, headline="Sudah terbit")
    html = client_for(budi).get("/ruang/redaksi/").content.decode()
    titles = re.findall(r'<p class="row-title"><a href="[^"]+">([^<]+)</a>', html)
    assert titles == ["Menunggu dibaca", "Sudah dijadwalkan", "Sudah dikembalikan", "Sudah terbit"]


def test_desk_of_office_filters_by_kim(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, citra: User, gita: User, client_for: ClientFor
) -> None:
    waiting(kim_a, ani, headline="Kabar A")
    waiting(kim_b, citra, headline="Kabar B")
    client = client_for(gita)
    both = client.get("/ruang/redaksi/").content.decode()
    assert ("Kabar A" in both, "Kabar B" in both) == (True, True)
    one = client.get("/ruang/redaksi/?kim=sumber-sari").content.decode()
    assert ("Kabar A" in one, "Kabar B" in one) == (False, True)


def test_desk_runs_as_many_queries_for_three_as_for_one(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, gita: User, client_for: ClientFor
) -> None:
    client, office = client_for(budi), client_for(gita)
    waiting(kim_a, ani)
    builders.make_article(kim_a, ani)
    client.get("/ruang/redaksi/")
    one, one_office = queries_of(client, "/ruang/redaksi/"), queries_of(office, "/ruang/redaksi/")
    for _number in range(2):
        waiting(kim_a, ani)
        waiting(kim_b, citra)
        builders.make_article(kim_a, ani)
    three, three_office = queries_of(client, "/ruang/redaksi/"), queries_of(office, "/ruang/redaksi/")
    assert (three, three_office) == (one, one_office)
    assert max(three, three_office) <= 14


def test_desk_read_runs_as_many_queries_for_three_photos_and_rows_as_for_one(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    add_photo(article, ani)
    client = client_for(budi)
    url = f"/ruang/redaksi/{article.pk}/"
    client.get(url)
    one = queries_of(client, url)
    for _number in range(2):
        add_photo(article, ani)
        waiting(kim_a, ani)
    assert queries_of(client, url) == one


def test_desk_publish_offers_whatsapp_to_writer(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    client = client_for(budi)
    response = client.post(
        f"/ruang/redaksi/{article.pk}/terbitkan/", {"base_revision": article.latest_revision_id}
    )
    assert response["Location"] == f"/ruang/redaksi/{article.pk}/selesai/terbit/"
    assert "https://wa.me/6281250000001?text=" in client.get(response["Location"]).content.decode()
    assert ArticlePage.objects.get().live is True


def test_desk_publish_of_text_changed_meanwhile_asks_to_read_again(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    read = article.latest_revision_id
    services.save_draft(article=article, user=ani, data=builders.draft_input("Baru"), base_revision_id=read)
    response = client_for(budi).post(f"/ruang/redaksi/{article.pk}/terbitkan/", {"base_revision": read})
    assert (response.status_code, ArticlePage.objects.get().live) == (409, False)


def test_desk_publish_incomplete_links_to_what_is_missing(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani, topic=None)
    add_photo(article, ani, alt="")
    block = ArticlePage.objects.get().get_latest_revision_as_object().body[-1].id
    response = client_for(budi).post(f"/ruang/redaksi/{article.pk}/terbitkan/")
    summary = response.content.decode().partition('class="error-summary"')[2].partition("</section>")[0]
    assert response.status_code == 422
    assert re.findall(r'href="([^"]+)"', summary) == [
        f"/ruang/tulis/{article.pk}/",
        f"/ruang/tulis/{article.pk}/foto/{block}/",
    ]
    assert ArticlePage.objects.get().state == "in_review"


def test_desk_publish_by_editor_where_office_decides_changes_nothing(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    KimGroup.objects.update(review_policy="office")
    article = waiting(KimGroup.objects.get(pk=kim_a.pk), ani)
    client = client_for(budi)
    assert "/terbitkan/" not in client.get(f"/ruang/redaksi/{article.pk}/").content.decode()
    client.post(f"/ruang/redaksi/{article.pk}/terbitkan/")
    assert ArticlePage.objects.get().state == "in_review"


@pytest.mark.parametrize(
    ("data", "field"),
    [({"note": "Pendekkan judulnya."}, "reasons"), ({"reasons": ["1"], "note": " "}, "note")],
)
def test_desk_return_without_reason_or_note_keeps_the_rest(
    data: dict[str, object], field: str, kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    if "reasons" in data:
        data = {**data, "reasons": [str(ReasonCode.objects.all()[0].pk)]}
    response = client_for(budi).post(f"/ruang/redaksi/{article.pk}/kembalikan/", data)
    html = response.content.decode()
    assert response.status_code == 422
    assert f'id="return_{field}_error"' in html
    assert str(data["note"]).strip() in html
    assert ArticlePage.objects.get().state == "in_review"


def test_desk_return_sends_reasons_and_note_once(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    client = client_for(budi)
    chosen = list(ReasonCode.objects.filter(code__in=["judul", "sumber"]).values_list("pk", flat=True))
    data = {"reasons": chosen, "note": "Sebut nama petaninya.", "idempotency_key": "satu"}
    places = {client.post(f"/ruang/redaksi/{article.pk}/kembalikan/", data)["Location"] for _try in range(5)}
    assert places == {f"/ruang/redaksi/{article.pk}/selesai/kembali/"}
    assert [row.note for row in ArticleReturn.objects.all()] == ["Sebut nama petaninya."]
    assert ArticlePage.objects.get().state == "returned"


def test_desk_schedule_uses_the_clock_of_the_regency(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    day = timezone.localdate() + datetime.timedelta(days=2)
    client = client_for(budi)
    response = client.post(
        f"/ruang/redaksi/{article.pk}/jadwalkan/", {"day": day.isoformat(), "hour": "07:30"}
    )
    assert response["Location"] == f"/ruang/redaksi/{article.pk}/selesai/jadwal/"
    at = ArticlePage.objects.get().scheduled_revision.approved_go_live_at
    assert at == datetime.datetime(
        day.year, day.month, day.day, 23, 30, tzinfo=datetime.UTC
    ) - datetime.timedelta(days=1)
    assert "07.30 WITA" in client.get(response["Location"]).content.decode()


def test_desk_schedule_in_the_past_says_so(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    response = client_for(budi).post(
        f"/ruang/redaksi/{article.pk}/jadwalkan/", {"day": "2020-01-01", "hour": "07:30"}
    )
    assert (response.status_code, 'id="schedule_hour_error"' in response.content.decode()) == (422, True)


def test_compare_shows_deleted_and_added_words(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani, headline="Panen padi raya")
    services.return_to_writer(
        article=article, user=budi, reasons=ReasonCode.objects.filter(code="judul"), note="Lebih jelas."
    )
    row = ArticlePage.objects.get()
    services.save_draft(
        article=row,
        user=ani,
        data=builders.draft_input("Panen padi perdana"),
        base_revision_id=row.latest_revision_id,
    )
    services.submit(article=row, user=ani)
    html = client_for(budi).get(f"/ruang/redaksi/{article.pk}/banding/").content.decode()
    assert (re.findall(r"<del>([^<]+)</del>", html)[1:], re.findall(r"<ins>([^<]+)</ins>", html)[1:]) == (
        ["raya "],
        ["perdana "],
    )


def test_compare_with_foreign_revision_is_not_found(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input("Baru"),
        base_revision_id=article.latest_revision_id,
    )
    foreign = builders.make_draft(kim_b, citra).latest_revision_id
    response = client_for(budi).get(f"/ruang/redaksi/{article.pk}/banding/?dari={foreign}")
    assert response.status_code == 404


def test_correct_publishes_with_note(kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor) -> None:
    article = builders.make_article(kim_a, ani)
    url = f"/ruang/redaksi/{article.pk}/koreksi/"
    topic = article.topic_id
    data = story_post(
        lead="Tiga puluh petani memanen.",
        base_revision=article.latest_revision_id,
        change="koreksi",
        topic=topic,
    )
    client = client_for(budi)
    missing = client.post(url, data)
    assert (missing.status_code, "Tiga puluh petani memanen." in missing.content.decode()) == (422, True)
    response = client.post(url, {**data, "note": "Tiga puluh, bukan dua puluh."})
    assert response["Location"] == f"/ruang/redaksi/{article.pk}/selesai/koreksi/"
    row = ArticlePage.objects.get()
    assert (row.lead, row.state) == ("Tiga puluh petani memanen.", "corrected")
    assert Correction.objects.get().text == "Tiga puluh, bukan dua puluh."


def test_withdraw_needs_a_reason(kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor) -> None:
    article = builders.make_article(kim_a, ani)
    url = f"/ruang/redaksi/{article.pk}/cabut/"
    client = client_for(budi)
    assert client.post(url, {"reason": ""}).status_code == 422
    assert ArticlePage.objects.get().live is True
    assert client.post(url, {"reason": "Keterangan dicabut narasumber."}).status_code == 302
    assert ArticlePage.objects.get().state == "withdrawn"


def test_write_by_editor_mends_the_same_story(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    article = waiting(kim_a, ani)
    response = client_for(budi).post(
        f"/ruang/tulis/{article.pk}/",
        story_post(headline="Judul dari Budi", base_revision=article.latest_revision_id),
    )
    assert response.status_code == 302
    row = ArticlePage.objects.get()
    assert (row.draft_title, row.owner, row.state) == ("Judul dari Budi", ani, "in_review")
