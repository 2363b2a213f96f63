"""The editors' queue of readers' reports: who sees what, the ways out, repeated posts, a fixed number of queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import Client, RequestFactory

from kim.models import KimGroup, Region
from news import services
from news.models import ArticlePage, ContentReport, Correction
from news.views import admin_gate
from tests import builders
from tests.news.test_reports import HOUR, make_report
from tests.news.test_rooms_desk import queries_of
from tests.news.test_rooms_writing import story_post
from tests.news.test_services import again
from users.models import User

ClientFor = Callable[[User | None], Client]
QUEUE = "/ruang/redaksi/laporan/"


@pytest.fixture
def article(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def correction_post(article: ArticlePage, **fields: object) -> dict[str, object]:
    """The correction form as the browser sends it back untouched, with a note."""
    return story_post(
        headline=article.title,
        lead=article.lead,
        text=builders.LONG_TEXT,
        event_place=article.event_place,
        tags="panen raya",
        topic=str(article.topic_id),
        format=str(article.format_id),
        base_revision=str(article.latest_revision_id),
        change="koreksi",
        note="Luas sawah setengah hektare.",
        action="correct",
        idempotency_key="kunci-koreksi",
        **fields,
    )


def test_queue_shows_the_oldest_first_and_lateness_in_words(
    article: ArticlePage, budi: User, client_for: ClientFor
) -> None:
    make_report(article, text="Yang baru saja datang.")
    make_report(article, age=50 * HOUR, text="Yang sudah lama menunggu.")
    make_report(article, age=40 * HOUR, text="Yang hampir terlambat.")
    done = make_report(article, text="Yang sudah dijawab.")
    services.answer_report(report=done, user=budi, answer="Terima kasih.")
    html = client_for(budi).get(QUEUE).content.decode()
    assert re.findall(r"<p>(Yang [^<]+)</p>", html) == [
        "Yang sudah lama menunggu.",
        "Yang hampir terlambat.",
        "Yang baru saja datang.",
        "Yang sudah dijawab.",
    ]
    assert [text in html for text in ("Terlambat 2 jam", "Tinggal 7 jam", "Dijawab tepat waktu")] == [
        True
    ] * 3


def test_strangers_find_no_queue_and_no_report(
    article: ArticlePage, ani: User, citra: User, client_for: ClientFor
) -> None:
    report = make_report(article)
    paths = [f"{QUEUE}{report.pk}/{end}" for end in ("", "jawab/", "bukan/")]
    for stranger in (ani, citra):
        client = client_for(stranger)
        statuses = [client.get(paths[0]).status_code, *(client.post(path).status_code for path in paths[1:])]
        assert statuses == [404] * 3
    assert client_for(ani).get(QUEUE).status_code == 404
    assert article.title not in client_for(citra).get(QUEUE).content.decode()


def test_queue_runs_as_many_queries_for_three_as_for_one(
    article: ArticlePage, budi: User, client_for: ClientFor
) -> None:
    client = client_for(budi)
    make_report(article)
    client.get(QUEUE)
    one, desk = queries_of(client, QUEUE), queries_of(client, "/ruang/redaksi/")
    for number in range(2):
        services.answer_report(report=make_report(article), user=budi, answer=f"Jawaban {number}.")
        make_report(article)
    assert (queries_of(client, QUEUE), queries_of(client, "/ruang/redaksi/")) == (one, desk)


def test_landing_and_desk_name_what_waits(article: ArticlePage, budi: User, client_for: ClientFor) -> None:
    report = make_report(article, age=49 * HOUR)
    client = client_for(budi)
    landing, desk = (client.get(path).content.decode() for path in ("/ruang/", "/ruang/redaksi/"))
    assert (f'href="{QUEUE}{report.pk}/"' in landing, f"Laporan untuk “{article.title}”" in landing) == (
        True,
        True,
    )
    assert "1 laporan pembaca menunggu" in desk


def test_answer_keeps_what_was_typed_until_it_has_words(
    article: ArticlePage, budi: User, client_for: ClientFor
) -> None:
    report, client = make_report(article), client_for(budi)
    empty = client.post(f"{QUEUE}{report.pk}/jawab/", {"answer": " "})
    long = client.post(f"{QUEUE}{report.pk}/jawab/", {"answer": "Kata " * 500})
    assert (empty.status_code, long.status_code) == (422, 422)
    assert long.content.decode().count("Kata Kata") > 0
    answers = [
        client.post(f"{QUEUE}{report.pk}/jawab/", {"answer": "Sudah benar.", "idempotency_key": "satu"})
        for _ in range(5)
    ]
    assert {answer.headers["Location"] for answer in answers} == {f"{QUEUE}{report.pk}/"}
    assert ContentReport.objects.get().answer == "Sudah benar."


def test_second_answer_meets_the_first(article: ArticlePage, budi: User, client_for: ClientFor) -> None:
    report = make_report(article)
    services.answer_report(report=report, user=budi, answer="Jawaban pertama.")
    page = client_for(budi).post(f"{QUEUE}{report.pk}/jawab/", {"answer": "Kedua."}, follow=True)
    assert (page.status_code, "Jawaban pertama." in page.content.decode()) == (200, True)
    assert ContentReport.objects.get().answer == "Jawaban pertama."


def test_no_report_needs_a_reason(article: ArticlePage, budi: User, client_for: ClientFor) -> None:
    report, client = make_report(article), client_for(budi)
    assert client.post(f"{QUEUE}{report.pk}/bukan/", {}).status_code == 422
    client.post(f"{QUEUE}{report.pk}/bukan/", {"reason": "berulang"})
    row = ContentReport.objects.get()
    assert (row.state, row.dismissal) == ("dismissed", "berulang")


def test_correction_from_a_report_answers_it(article: ArticlePage, budi: User, client_for: ClientFor) -> None:
    report, client = make_report(article), client_for(budi)
    url = f"/ruang/redaksi/{article.pk}/koreksi/?laporan={report.pk}"
    assert report.text in client.get(url).content.decode()
    missing = client.post(url, correction_post(article, answer=""))
    assert (missing.status_code, list(missing.context["form"].errors)) == (422, ["answer"])
    sent = client.post(url, correction_post(article, answer="Terima kasih, sudah kami perbaiki."))
    assert sent.headers["Location"] == f"{QUEUE}{report.pk}/"
    report.refresh_from_db()
    assert (report.state, report.correction.text) == ("answered", "Luas sawah setengah hektare.")


def test_note_alone_refuses_a_changed_text(article: ArticlePage, budi: User, client_for: ClientFor) -> None:
    client, url = client_for(budi), f"/ruang/redaksi/{article.pk}/koreksi/"
    unchanged = re.search(r'name="event_date"[^>]*value="([^"]+)"', client.get(url).content.decode())
    assert unchanged is not None
    post = correction_post(article, only_note="on", event_date=unchanged[1])
    mixed = client.post(url, {**post, "lead": "Lima puluh petani memanen padi."})
    assert (mixed.status_code, list(mixed.context["form"].errors)) == (422, ["only_note"])
    assert client.post(url, post).status_code == 302
    assert (Correction.objects.get().revision_id, again(article).lead) == (
        article.live_revision_id,
        article.lead,
    )


@pytest.mark.parametrize(
    ("change", "address", "message"),
    [
        ("hak_jawab", "/bangun-mulya/berita/tidak-ada/", "Kami tidak menemukan berita terbit di alamat ini."),
        ("hak_jawab", "{own}", "Ini berita itu sendiri. Tempelkan alamat tulisan yang menjawab."),
        ("koreksi", "{reply}", "Tulisan jawaban hanya untuk hak jawab. Pilih hak jawab di atas."),
    ],
)
def test_reply_that_is_none_is_told_beside_the_field(
    article: ArticlePage,
    kim_a: KimGroup,
    ani: User,
    budi: User,
    client_for: ClientFor,
    change: str,
    address: str,
    message: str,
) -> None:
    reply = builders.make_article(kim_a, ani, headline="Kelompok tani menjawab")
    post = correction_post(article, reply=address.format(own=article.url, reply=reply.url))
    response = client_for(budi).post(f"/ruang/redaksi/{article.pk}/koreksi/", {**post, "change": change})
    errors = {name: list(map(str, lines)) for name, lines in response.context["form"].errors.items()}
    assert (response.status_code, errors) == (422, {"reply": [message]})


def test_withdrawal_from_a_report_answers_it(article: ArticlePage, budi: User, client_for: ClientFor) -> None:
    report, client = make_report(article), client_for(budi)
    url = f"/ruang/redaksi/{article.pk}/cabut/?laporan={report.pk}"
    client.post(url, {"reason": "Kabar tidak benar.", "answer": "Sudah kami cabut."})
    report.refresh_from_db()
    assert (report.state, report.correction.kind, again(article).state) == (
        "answered",
        "pencabutan",
        "withdrawn",
    )


def test_report_of_another_story_is_not_answered_by_this_one(
    article: ArticlePage, kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    other = make_report(builders.make_article(kim_a, ani, headline="Kabar lain dari desa"))
    html = client_for(budi).get(f"/ruang/redaksi/{article.pk}/koreksi/?laporan={other.pk}").content.decode()
    assert (other.text in html, 'name="answer"' in html) == (False, False)


@pytest.mark.parametrize(
    ("contact", "start"),
    [
        ("0812 5000 1111", "https://wa.me/6281250001111?text=Halo Bu Siti, terima kasih"),
        ("siti@contoh.id", "mailto:siti@contoh.id?subject="),
        ("rumah di RT 05", ""),
    ],
)
def test_answer_is_passed_on_by_the_way_the_sender_gave(
    article: ArticlePage, budi: User, client_for: ClientFor, contact: str, start: str
) -> None:
    report = make_report(article, reporter_name="Bu Siti", contact=contact)
    services.answer_report(report=report, user=budi, answer="Terima kasih.")
    html = client_for(budi).get(f"{QUEUE}{report.pk}/").content.decode()
    links = [
        unquote(link) for link in re.findall(r'class="button" href="((?:https://wa|mailto)[^"]+)"', html)
    ]
    assert [link[: len(start)] for link in links] == ([start] if start else [])
    assert [f"/lapor/{report.code}/" in link for link in links] == [True] * len(links)


def test_silent_change_on_the_desk_leads_to_the_note_with_the_new_text(
    article: ArticlePage, ani: User, budi: User, client_for: ClientFor
) -> None:
    lead = "Tiga puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi."
    services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input(lead=lead),
        base_revision_id=article.latest_revision_id,
    )
    services.submit(article=again(article), user=ani)
    client = client_for(budi)
    base = str(again(article).latest_revision_id)
    refused = client.post(f"/ruang/redaksi/{article.pk}/terbitkan/", {"base_revision": base})
    html = refused.content.decode()
    assert (refused.status_code, "Terasnya berubah makna." in html) == (422, True)
    assert f'href="/ruang/redaksi/{article.pk}/koreksi/"' in html
    assert lead in client.get(f"/ruang/redaksi/{article.pk}/koreksi/").content.decode()
    assert again(article).lead == article.lead


def test_silent_change_of_a_self_publishing_writer_leads_to_the_note(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    KimGroup.objects.filter(pk=kim_a.pk).update(review_policy="self_publish")
    kim_a.refresh_from_db()
    article = builders.make_article(kim_a, ani)
    services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input(lead="Tiga puluh petani memanen padi di Blok C, Sabtu pagi."),
        base_revision_id=article.latest_revision_id,
    )
    client = client_for(ani)
    preview = client.get(f"/ruang/tulis/{article.pk}/pratinjau/").content.decode()
    assert (f"/ruang/tulis/{article.pk}/terbitkan/" in preview, "Tulis catatan koreksi" in preview) == (
        False,
        True,
    )
    assert client.get(f"/ruang/redaksi/{article.pk}/koreksi/").status_code == 200


def test_admin_button_of_a_silent_change_leads_to_the_note(
    article: ArticlePage, ani: User, gita: User, rf: RequestFactory
) -> None:
    services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input(lead="Tiga puluh petani memanen padi di Blok C, Sabtu pagi."),
        base_revision_id=article.latest_revision_id,
    )
    request = rf.post(f"/admin/pages/{article.pk}/edit/")
    request.user, request.session = gita, {}
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    answer = admin_gate.refuse_incomplete(request, again(article).get_latest_revision_as_object())
    assert answer is not None
    assert answer.headers["Location"] == f"/ruang/redaksi/{article.pk}/koreksi/"
    assert list(map(str, get_messages(request))) == [
        "Terasnya berubah makna.",
        "Pembaca sudah membaca berita ini. Beri tahu mereka dalam catatan apa yang diperbaiki.",
    ]
    assert admin_gate.refuse_incomplete(request, again(article)) is None


def test_office_reads_late_reports_of_its_region(
    article: ArticlePage, gita: User, client_for: ClientFor
) -> None:
    make_report(article, age=50 * HOUR)
    coach = builders.make_user("joko", "Joko Susilo")
    builders.join(coach, "coach", region=Region.objects.get(code="64.09"))
    for person in (gita, coach):
        assert "Terlambat 2 jam" in client_for(person).get(QUEUE).content.decode()
