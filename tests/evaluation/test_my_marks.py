"""The writer's side: released marks, the one thing to change, faults from story to story; who may look."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from core.models import Notice
from evaluation.selectors.kim_trend import kim_trend
from evaluation.selectors.my_marks import fault_lines, faults_by_story
from kim.models import KimGroup
from news import services as news
from news.models import ArticlePage
from rubrics import services
from rubrics.models import ReasonCode, ScoreSheet, WorkScore
from tests import builders
from tests.rubrics.marks import fill, score
from users.models import User

pytestmark = pytest.mark.django_db
ClientFor = Callable[..., Client]


@pytest.fixture
def story(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def statuses(client_for: ClientFor, people: dict[str, User], path: str) -> dict[str, int]:
    return {name: client_for(user).get(path).status_code for name, user in people.items()}


def test_marks_are_seen_after_release_and_by_few(
    story: ArticlePage,
    ani: User,
    budi: User,
    citra: User,
    eko: User,
    joko: User,
    gita: User,
    client_for: ClientFor,
) -> None:
    other = builders.make_user("rudi")
    builders.join(other, "writer", kim=story.kim)
    people = {
        "ani": ani, "budi": budi, "rudi": other, "citra": citra, "eko": eko, "joko": joko, "gita": gita,
    }  # fmt: skip
    path = f"/ruang/nilai/{story.pk}/"
    sheet = fill(services.open_sheet(work=story, user=eko, rubric="artikel"), eko, "442244444")
    assert statuses(client_for, people, path) == dict.fromkeys(people, 404)
    services.finish(sheet=sheet, user=eko)
    assert statuses(client_for, people, path) == {
        "ani": 200, "budi": 200, "rudi": 404, "citra": 404, "eko": 404, "joko": 200, "gita": 200,
    }  # fmt: skip


def test_what_the_writer_reads(story: ArticlePage, ani: User, eko: User, client_for: ClientFor) -> None:
    sheet = fill(services.open_sheet(work=story, user=eko, rubric="artikel"), eko, "442244444")
    services.note_paragraph(
        sheet=sheet, user=eko, place="teras", quote="Dua puluh petani", text="Sebut harinya.", reason="teras"
    )
    services.judge(sheet=sheet, user=eko, violated=[], praise="Kutipannya hidup.", note="Teruskan.")
    services.finish(sheet=sheet, user=eko)
    page = client_for(ani).get(f"/ruang/nilai/{story.pk}/")
    found = page.context["found"]
    view = found.sheets[0]
    assert (found.score.total, found.is_own, view.marker, view.advice.code) == (
        Decimal("87.50"),
        True,
        "Eko Prasetyo",
        "5w1h",
    )
    assert [
        (line.code, line.level, [one.code for one in line.reasons]) for line in view.lines if line.reasons
    ] == [
        ("W3", 2, ["teras"]),
        ("W4", 2, ["5w1h"]),
    ]
    text = page.content.decode()
    for words in ("Kutipannya hidup.", "Teruskan.", "Sebut harinya.", "/ruang/kartu/5w1h/", "87,5"):
        assert words in text
    rows = client_for(ani).get("/ruang/nilai/").context["rows"]
    assert [(row.pk, row.total, row.advice.code) for row in rows] == [(story.pk, Decimal("87.50"), "5w1h")]


def test_faults_from_story_to_story(kim_a: KimGroup, ani: User, budi: User, eko: User) -> None:
    first = builders.make_article(kim_a, ani, headline="Berita pertama dari Bangun Mulya")
    score(first, eko, "442244444")  # teras, 5w1h
    assert [one.code for one in fault_lines(ani).new] == ["5w1h", "teras"]
    assert fault_lines(ani).percent is None
    second = builders.make_article(kim_a, ani, headline="Berita kedua dari Bangun Mulya")
    score(second, eko, "424244444")  # judul, 5w1h
    found = fault_lines(ani)
    assert (
        [one.code for one in found.back],
        [one.code for one in found.gone],
        [one.code for one in found.new],
    ) == (
        ["5w1h"],
        ["teras"],
        ["judul"],
    )
    assert (found.repeated, found.chances, found.percent) == (1, 2, 50)
    third = builders.make_article(kim_a, ani, headline="Berita ketiga dari Bangun Mulya")
    score(third, eko, "444444444")
    found = fault_lines(ani)
    assert (found.repeated, found.chances, found.percent) == (1, 5, 20)
    assert [one.code for one in found.gone] == ["5w1h", "teras", "judul"]


def test_a_return_by_the_editor_counts_as_well(kim_a: KimGroup, ani: User, budi: User) -> None:
    draft = news.submit(article=builders.make_draft(kim_a, ani), user=ani)
    news.return_to_writer(
        article=draft, user=budi, reasons=[ReasonCode.objects.get(code="foto")], note="Tambah foto."
    )
    assert faults_by_story(ani) == [(draft.pk, frozenset({"foto"}))]


def test_faults_of_unreleased_sheets_do_not_count(story: ArticlePage, ani: User, eko: User) -> None:
    fill(services.open_sheet(work=story, user=eko, rubric="artikel"), eko, "000044444")
    assert faults_by_story(ani) == []


def test_a_change_is_seen_with_its_reason(
    story: ArticlePage, ani: User, eko: User, client_for: ClientFor
) -> None:
    sheet = score(story, eko)
    services.change_released(
        sheet=sheet, user=eko, marks={"W2": (0, ["judul"])}, violated=[], praise="", note="",
        reason="Kepala berita salah saya baca.",
    )  # fmt: skip
    text = client_for(ani).get(f"/ruang/nilai/{story.pk}/").content.decode()
    assert "Kepala berita salah saya baca." in text
    assert "Nilai 100 menjadi 90" in text


def test_notices_reach_the_writer_after_release_alone(
    story: ArticlePage, ani: User, budi: User, eko: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sheet = fill(services.open_sheet(work=story, user=eko, rubric="artikel"), eko, "444444444")
    about = Notice.objects.filter(url=f"/ruang/nilai/{story.pk}/")
    assert about.count() == 0
    with django_capture_on_commit_callbacks(execute=True):
        services.finish(sheet=sheet, user=eko)
    assert list(about.values_list("recipient__username", flat=True)) == ["ani"]
    with django_capture_on_commit_callbacks(execute=True):
        services.change_released(
            sheet=sheet, user=eko, marks={"W1": (3, [])}, violated=[], praise="", note="", reason="Lupa."
        )
    assert about.count() == 2


def test_far_apart_markers_hear_of_it(
    story: ArticlePage, eko: User, fitri: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        score(story, eko, "444444444")
        score(story, fitri, "440044444")
    rows = Notice.objects.filter(url=f"/ruang/penilaian/{story.pk}/sepakat/")
    assert sorted(rows.values_list("recipient__username", flat=True)) == ["eko", "fitri"]


def test_the_trend_of_a_kim_counts_released_scores_alone(
    story: ArticlePage, ani: User, citra: User, eko: User, fitri: User, client_for: ClientFor
) -> None:
    from django.utils import timezone

    score(story, eko, "442244444")
    fill(services.open_sheet(work=story, user=fitri, rubric="artikel"), fitri, "000000000")
    found = kim_trend(story.kim, timezone.localdate())
    assert (found.stories, found.months[-1].mean, found.months[-1].stories) == (1, Decimal("87.5"), 1)
    assert [(one.reason.code, one.stories) for one in found.faults] == [("teras", 1), ("5w1h", 1)]
    path = f"/ruang/nilai/kim/{story.kim.slug}/"
    assert client_for(ani).get(path).status_code == 200
    assert client_for(citra).get(path).status_code == 404


def test_marks_follow_a_story_to_another_kim(
    story: ArticlePage, kim_b: KimGroup, eko: User, gita: User
) -> None:
    from kim.services.merging import merge_kim

    score(story, eko)
    merge_kim(source=story.kim, into=kim_b, user=gita)
    assert set(WorkScore.objects.values_list("kim", flat=True)) == {kim_b.pk}
    assert set(ScoreSheet.objects.values_list("kim", flat=True)) == {kim_b.pk}


@pytest.mark.parametrize("path", ["/ruang/kartu/", "/ruang/kartu/teras/"])
def test_cards_are_for_everybody_who_signs_in(ani: User, client_for: ClientFor, path: str) -> None:
    assert client_for(ani).get(path).status_code == 200
    assert client_for().get(path).status_code == 302
    assert client_for(ani).get("/ruang/kartu/tidak-ada/").status_code == 404
