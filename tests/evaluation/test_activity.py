"""Activity: its numbers are those of the rows behind them, on a corpus with known truth."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evaluation.rules.activity import is_silent, silence_order
from evaluation.rules.periods import Period
from evaluation.selectors import activity as selectors
from evaluation.selectors.activity_kim import activity_of, kim_in_sight
from kim.models import KimGroup, Person, Region
from news import services
from news.models import ArticlePage, Correction
from tests import builders
from tests.evaluation.corpus import Corpus, day, make_corpus, note, overseer, own_days, story, today
from users.models import User

ClientFor = Callable[..., Client]
LIST = "/ruang/aktivitas/"
A, B = f"{LIST}bangun-mulya/", f"{LIST}sumber-sari/"
TAPPED = re.compile(r'<a class="tap" href="([^"]+)">([^<]+)</a>')


@pytest.fixture
def corpus(kim_a: KimGroup, ani: User, budi: User) -> Corpus:
    return make_corpus(kim_a, ani, budi)


@pytest.fixture
def eko(kim_a: KimGroup) -> User:
    return overseer("eko", "assessor")


@pytest.fixture
def four_weeks() -> Period:
    return Period(day(27), today())


def look(user: User, period: Period, slug: str = "bangun-mulya") -> Any:
    kim = kim_in_sight(user, slug)
    assert kim is not None
    return activity_of(kim, period=period, per_month=4, today=today())


# Known truth


def test_numbers_of_a_kim_are_the_known_ones(corpus: Corpus, eko: User, four_weeks: Period) -> None:
    numbers = look(eko, four_weeks).numbers
    assert numbers.by_day == {day(27): 1, day(10): 2, day(4): 1, day(0): 1}
    assert (numbers.stories, numbers.reads, numbers.corrections) == (5, corpus.reads, 3)
    assert (numbers.latest_day, numbers.silent_days, numbers.is_silent) == (today(), 0, False)
    assert numbers.latest_title == "Terbit hari ini"
    # From the 26th to the 11th day before today: 16 days without a story.
    assert numbers.regularity.longest_gap == 16


def test_stories_divide_by_topic_format_and_writer(corpus: Corpus, eko: User, four_weeks: Period) -> None:
    found = look(eko, four_weeks)
    assert [(share.name, share.stories) for share in found.topics] == [
        ("Perikanan", 2),
        ("Pertanian", 2),
        ("", 1),
    ]
    assert [(share.name, share.stories) for share in found.formats] == [("Berita", 3), ("Video", 1), ("", 1)]
    assert [(share.name, share.stories) for share in found.writers] == [
        ("Ani Rahmawati", 3),
        ("Budi Santoso", 3),
    ]
    assert [(kind.kind, kind.notes) for kind in found.corrections] == [
        ("ralat", corpus.erratum),
        ("hak_jawab", corpus.reply),
    ]
    assert [row.title for row in found.latest][:2] == ["Terbit hari ini", "Tanpa topik dan format"]


def test_weeks_and_months_add_up(corpus: Corpus, eko: User, four_weeks: Period) -> None:
    found = look(eko, four_weeks)
    assert sum(week.stories for week in found.weeks) == sum(month.stories for month in found.months) == 5


@pytest.mark.parametrize(
    "days",
    [(27, 0), (60, 0), (10, 10), (28, 11), (3, 1), (400, 200)],
    ids=["four weeks", "all", "one day", "middle", "reads alone", "long ago"],
)
def test_every_number_leads_to_as_many_rows(
    days: tuple[int, int], corpus: Corpus, eko: User, client_for: ClientFor
) -> None:
    client = client_for(eko)
    page = client.get(f"{A}?{own_days(*days)}").content.decode()
    listed = client.get(f"{LIST}?{own_days(*days)}").content.decode()
    wrong = {}
    for address, number in TAPPED.findall(page) + TAPPED.findall(listed):
        behind = client.get(unescape(address)).context["behind"]
        counted = behind.total if behind.reads is None else behind.reads
        shown = sum(row.reads for row in behind.rows) if behind.reads is not None else len(behind.rows)
        if not str(counted) == str(shown) == number:
            wrong[address] = (number, counted, shown)
    assert wrong == {}
    assert (len(TAPPED.findall(page)) > 0) == (days != (400, 200))


def test_rows_behind_a_number_are_the_very_stories(corpus: Corpus, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)

    def headlines(query: str) -> list[str]:
        answer = client.get(f"{A}cerita/?{own_days(27)}&{query}")
        return [row.headline for row in answer.context["behind"].rows]

    fishing = corpus.stories["first"].topic_id
    assert headlines("") == [
        "Terbit hari ini",
        "Tanpa topik dan format",
        *sorted(["Yang kedua hari itu", "Dua di hari yang sama"], reverse=True),
        "Hari pertama rentang",
    ]
    assert headlines(f"topik={fishing}") == ["Dua di hari yang sama", "Hari pertama rentang"]
    assert headlines("topik=0") == headlines("format=0") == ["Tanpa topik dan format"]
    assert headlines(f"penulis={corpus.second.pk}&topik={fishing}") == ["Dua di hari yang sama"]
    assert headlines("dibaca=ya") == ["Terbit hari ini", "Hari pertama rentang", "Lama sekali"]
    assert headlines("koreksi=semua") == ["Hari pertama rentang", "Terbit hari ini", "Lama sekali"]
    assert headlines("koreksi=hak_jawab") == ["Terbit hari ini"]


def test_numbers_follow_a_withdrawal_at_once(
    corpus: Corpus, budi: User, eko: User, four_weeks: Period
) -> None:
    services.withdraw(article=corpus.stories["today"], user=budi, reason="Keliru.")
    numbers = look(eko, four_weeks).numbers
    assert (numbers.stories, numbers.reads, numbers.latest_day) == (4, corpus.reads - 3, day(4))
    assert numbers.corrections == 4


def test_story_at_midnight_belongs_to_its_own_day(kim_a: KimGroup, ani: User, budi: User, eko: User) -> None:
    article = story(kim_a, ani, 3, "Tepat tengah malam")
    midnight = timezone.make_aware(datetime.datetime.combine(day(3), datetime.time()))
    ArticlePage.objects.filter(pk=article.pk).update(published_at=midnight)
    services.refresh_footprint(article.pk)
    assert look(eko, Period(day(3), day(3))).numbers.stories == 1
    assert look(eko, Period(day(4), day(4))).numbers.stories == 0


# Order and silence


@pytest.fixture
def six_kim(kim_a: KimGroup, kim_b: KimGroup) -> list[KimGroup]:
    """Two that never published, one of them long ago founded; silent for 31 and for 30 days; two of today."""
    others = [builders.make_kim(name) for name in ("KIM Baru", "KIM Tua", "KIM Cermat", "KIM Diam")]
    old = timezone.now() - datetime.timedelta(days=40)
    KimGroup.objects.filter(name="KIM Tua").update(created_at=old)
    for kim, ago in ((others[2], 30), (others[3], 31), (kim_b, 0), (kim_a, 0)):
        editor = builders.make_user(f"editor-{kim.pk}")
        builders.join(editor, "editor", kim=kim)
        story(kim, editor, ago, f"Kabar {kim.name}")
    return others


def test_silent_kim_stand_first_and_never_published_ones_on_top(six_kim: list[KimGroup], eko: User) -> None:
    page = selectors.activity_list(eko, period=Period(day(27), today()), per_month=4, today=today())
    assert [row.name for row in page.rows] == [
        "KIM Baru", "KIM Tua", "KIM Diam", "KIM Cermat", "KIM Mangun Karya", "KIM Sumber Sari",
    ]  # fmt: skip
    assert [row.is_silent for row in page.rows] == [False, True, True, False, False, False]
    assert (page.total, page.silent, page.never) == (6, 2, 2)


def test_order_and_silence_in_the_database_are_those_of_the_rules(six_kim: list[KimGroup], eko: User) -> None:
    kims = list(selectors.by_silence(selectors.kims_in_sight(eko)))
    assert kims == sorted(kims, key=lambda kim: silence_order(kim.latest_day, kim.name, kim.pk))
    silent = {
        kim.pk for kim in kims if is_silent(kim.latest_day, timezone.localdate(kim.created_at), today())
    }
    assert set(selectors.silent_kims(eko, {"assessor"}, today()).values_list("pk", flat=True)) == silent
    assert len(silent) == 2


def test_pages_of_kim_go_on_and_back(
    six_kim: list[KimGroup], eko: User, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "KIMS_A_PAGE", 4)
    client = client_for(eko)
    first = client.get(LIST).context["page"]
    second = client.get(f"{LIST}?sesudah={first.next_id}").context["page"]
    back = client.get(f"{LIST}?sebelum={second.previous_id}").context["page"]
    assert [len(page.rows) for page in (first, second)] == [4, 2]
    assert back.rows == first.rows
    assert (first.previous_id, second.next_id, back.next_id) == (0, 0, first.next_id)


def test_closed_kim_is_history_and_paused_one_says_so(
    kim_a: KimGroup, kim_b: KimGroup, eko: User, client_for: ClientFor
) -> None:
    KimGroup.objects.filter(pk=kim_a.pk).update(status="closed")
    KimGroup.objects.filter(pk=kim_b.pk).update(status="paused")
    client = client_for(eko)
    rows = client.get(LIST).context["page"].rows
    assert [(row.name, row.is_paused) for row in rows] == [("KIM Sumber Sari", True)]
    assert client.get(A).status_code == 404


# Who sees what


@pytest.mark.parametrize(
    ("role", "code", "seen"),
    [
        ("assessor", "64.09", ["bangun-mulya", "sumber-sari"]),
        ("coach", "64.09.02", ["bangun-mulya"]),
        ("office_admin", "64", ["bangun-mulya", "sumber-sari"]),
        ("assessor", "64.09.01", []),
    ],
)
def test_region_decides_which_kim_are_seen(
    role: str, code: str, seen: list[str], kim_a: KimGroup, kim_b: KimGroup, client_for: ClientFor
) -> None:
    client = client_for(overseer("fitri", role, code))
    assert sorted(row.slug for row in client.get(LIST).context["page"].rows) == seen
    answers = [client.get(address).status_code for address in (A, f"{A}cerita/", B, f"{B}cerita/")]
    assert answers == [
        status for slug in ("bangun-mulya", "sumber-sari") for status in [200 if slug in seen else 404] * 2
    ]


@pytest.mark.parametrize("persona", ["ani", "budi"])
def test_members_see_their_own_kim_alone(
    persona: str, request: Any, corpus: Corpus, kim_b: KimGroup, client_for: ClientFor
) -> None:
    client = client_for(request.getfixturevalue(persona))
    assert client.get(LIST).headers["Location"] == A
    assert client.get(A).context["numbers"].slug == "bangun-mulya"
    assert [client.get(url).status_code for url in (B, f"{B}cerita/", f"{B}cerita/?koreksi=semua")] == [
        404
    ] * 3


def test_member_of_two_kim_gets_the_list_of_both(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, client_for: ClientFor
) -> None:
    builders.join(ani, "writer", kim=kim_b)
    rows = client_for(ani).get(LIST).context["page"].rows
    assert [row.slug for row in rows] == ["bangun-mulya", "sumber-sari"]


def test_trainer_and_people_without_membership_have_no_activity(
    kim_a: KimGroup, client_for: ClientFor
) -> None:
    for user in (overseer("hadi", "trainer"), builders.make_user("dewi")):
        client = client_for(user)
        assert [client.get(url).status_code for url in (LIST, A, f"{LIST}ekspor.csv")] == [404] * 3


def test_no_draft_shows_anywhere(corpus: Corpus, gita: User, client_for: ClientFor) -> None:
    client = client_for(gita)
    pages = [LIST, A, f"{A}cerita/", f"{A}cerita/?dibaca=ya", f"{LIST}ekspor.csv", f"{A}?periode=tahun-ini"]
    for url in pages:
        text = client.get(url).content.decode()
        assert (url, "Belum terbit sama sekali" in text, "Sudah dicabut" in text) == (url, False, False)


def test_nobody_learns_the_name_of_a_person_of_another_kim(
    corpus: Corpus, citra: User, kim_b: KimGroup, client_for: ClientFor
) -> None:
    story(kim_b, citra, 2, "Kabar Sumber Sari")
    silent = Person.objects.create(kim=kim_b, full_name="Tidak Menulis", slug="tidak-menulis")
    client = client_for(citra)
    for person in (corpus.second, silent):
        assert client.get(f"{B}cerita/?{own_days(27)}&penulis={person.pk}").status_code == 404


# Period


@pytest.mark.parametrize(
    ("query", "field", "message", "kept"),
    [
        ("dari=abc&sampai=2026-01-01", "dari", "Tulis tanggal sebagai", 'value="abc"'),
        ("dari=2026-02-31&sampai=2026-03-01", "dari", "Tulis tanggal sebagai", 'value="2026-02-31"'),
        ("dari=2026-01-02&sampai=2026-01-01", "sampai", "mendahului", 'value="2026-01-01"'),
        ("dari=2026-01-02", "sampai", "Isi kedua tanggal", 'value="2026-01-02"'),
        ("periode=sendiri", "dari", "Isi kedua tanggal", 'value="sendiri" selected'),
        ("dari=2999-01-01&sampai=2999-01-02", "dari", "belum tiba", 'value="2999-01-01"'),
        ("dari=0001-01-01&sampai=0001-01-02", "dari", "tahun 2000", 'value="0001-01-01"'),
        ("dari=2020-01-01&sampai=2023-01-01", "sampai", "dua tahun", 'value="2023-01-01"'),
        ("periode=besok", "periode", "salah satu rentang", ""),
    ],
)
@pytest.mark.parametrize("url", [LIST, A, f"{A}cerita/", f"{LIST}ekspor.xlsx", f"{LIST}ekspor.csv"])
def test_bad_period_is_told_beside_its_field(
    url: str, query: str, field: str, message: str, kept: str, eko: User, client_for: ClientFor
) -> None:
    answer = client_for(eko).get(f"{url}?{query}")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert next(iter(answer.context["form"].errors)) == field
    assert message in str(answer.context["form"].errors[field])
    assert (message in text, kept in text) == (True, True)


def test_period_stands_in_the_form_and_in_the_addresses(eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    by_name = client.get(f"{LIST}?periode=bulan-lalu")
    own = client.get(f"{LIST}?periode=bulan-ini&semula=bulan-ini&{own_days(9, 3)}")
    back = client.get(f"{LIST}?periode=tahun-ini&semula=sendiri&{own_days(9, 3)}")
    assert [answer.context["query"] for answer in (by_name, own, back)] == [
        "periode=bulan-lalu",
        own_days(9, 3),
        "periode=tahun-ini",
    ]
    assert 'value="bulan-lalu" selected' in by_name.content.decode()
    assert f'value="{day(9).isoformat()}"' in own.content.decode()
    assert f'value="{day(9).isoformat()}"' not in back.content.decode()


@pytest.mark.parametrize(
    "word", ["topik=x", "penulis=²", "format=-1", "topik=999999", "penulis=0", "koreksi=x"]
)
def test_number_that_nothing_counts_is_not_there(
    word: str, kim_a: KimGroup, eko: User, client_for: ClientFor
) -> None:
    assert client_for(eko).get(f"{A}cerita/?{own_days(27)}&{word}").status_code == 404


def test_target_is_that_of_the_office(corpus: Corpus, eko: User, client_for: ClientFor) -> None:
    from wagtail.models import Site

    from evaluation.models import EvaluationSettings

    query = "dari=2026-01-01&sampai=2026-01-31"
    client = client_for(eko)
    before = client.get(f"{A}?{query}").context["numbers"].target
    site = Site.objects.get(is_default_site=True)
    EvaluationSettings.objects.update_or_create(site=site, defaults={"stories_per_month": 10})
    assert (before, client.get(f"{A}?{query}").context["numbers"].target) == (4, 10)


# Queries


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_queries_are_the_same_at_one_and_three_rows(
    kim_a: KimGroup, ani: User, budi: User, eko: User, client_for: ClientFor
) -> None:
    client = client_for(eko)
    urls = [
        LIST, A, f"{A}cerita/?{own_days(27)}", f"{A}cerita/?dibaca=ya", f"{A}cerita/?koreksi=semua",
        f"{LIST}ekspor.csv", f"{LIST}ekspor.xlsx",
    ]  # fmt: skip
    note(story(kim_a, ani, 3, "Satu"), "ralat", 1)
    few = {url: queries(client, url) for url in urls}
    for ago in (2, 1):
        other = builders.make_kim()
        builders.join(ani, "editor", kim=other)
        note(story(other, ani, ago, "Lain"), "ralat", 1)
        note(story(kim_a, ani, ago, f"Kabar {ago}"), "koreksi", 1)
    assert {url: queries(client, url) for url in urls} == few
    assert max(few.values()) <= 20


def test_rows_go_on_by_key(kim_a: KimGroup, ani: User, budi: User, eko: User, client_for: ClientFor,
                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    from evaluation.selectors import activity_rows

    monkeypatch.setattr(activity_rows, "ROWS_A_PAGE", 2)
    for ago in range(5):
        story(kim_a, ani, ago, f"Kabar {ago}")
    client, url, seen = client_for(eko), f"?{own_days(27)}", []
    while url:
        behind = client.get(f"{A}cerita/{url}").context["behind"]
        seen += [row.headline for row in behind.rows]
        assert behind.total == 5
        url = behind.older_url
    assert seen == [f"Kabar {ago}" for ago in range(5)]


def test_correction_rows_go_on_by_key(kim_a: KimGroup, ani: User, budi: User, eko: User, client_for: ClientFor,
                                      monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    from evaluation.selectors import activity_rows

    monkeypatch.setattr(activity_rows, "ROWS_A_PAGE", 2)
    article = story(kim_a, ani, 20, "Kabar")
    for ago in range(3):
        note(article, "ralat", ago)
    client = client_for(eko)
    first = client.get(f"{A}cerita/?{own_days(27)}&koreksi=ralat").context["behind"]
    second = client.get(f"{A}cerita/{first.older_url}").context["behind"]
    assert [row.text for row in (*first.rows, *second.rows)] == [f"Catatan ralat {ago}" for ago in range(3)]
    assert Correction.objects.count() == first.total == second.total


def test_head_is_answered_and_post_is_not(kim_a: KimGroup, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    urls = (LIST, A, f"{A}cerita/", f"{LIST}ekspor.csv", f"{LIST}ekspor.xlsx")
    assert [(client.head(url).status_code, client.post(url).status_code) for url in urls] == [(200, 405)] * 5
    assert Region.objects.filter(code="64.09").count() == 1
