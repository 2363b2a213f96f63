"""A reader's report: received, answered once, dismissed, watched by the clock, forgotten."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from core.models import Notice
from kim.models import KimGroup, Region
from news import services
from news.models import ArticlePage, ContentReport, Correction
from news.selectors.reports import report_queue, report_status, waiting_reports
from news.services.reports import forget_reporters, watch_clock
from tests import builders
from tests.news.test_services import Commit, actions_of, again
from users.models import User

HOUR = datetime.timedelta(hours=1)
MINUTE = datetime.timedelta(minutes=1)


def make_report(article: ArticlePage, **fields: Any) -> ContentReport:
    """A report on a public story; `age` says how long ago it came."""
    age = fields.pop("age", datetime.timedelta())
    values = {"kind": "fakta", "text": "Luas sawahnya setengah hektare, bukan dua.", **fields}
    report = services.receive_report(page=article, kim=article.kim, **values)
    if age:
        ContentReport.objects.filter(pk=report.pk).update(received_at=timezone.now() - age)
        report.refresh_from_db()
    return report


@pytest.fixture
def article(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


@pytest.fixture
def coach(kim_a: KimGroup) -> User:
    user = builders.make_user("joko", "Joko Susilo")
    builders.join(user, "coach", region=Region.objects.get(code="64.09"))
    return user


def told(user: User) -> list[str]:
    return list(Notice.objects.filter(recipient=user).order_by("pk").values_list("key", flat=True))


def test_received_report_tells_editors_once(
    article: ArticlePage, ani: User, budi: User, citra: User, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        report = make_report(article)
    services.tell_of_report("received", report.pk)
    key = f"report-received-{report.pk}"
    assert (told(budi), told(ani), told(citra)) == ([key], [], [])
    assert budi.notices.get().url == f"/ruang/redaksi/laporan/{report.pk}/"
    assert len(report.code) == 22


def test_answer_without_change_closes_the_report_once(article: ArticlePage, budi: User) -> None:
    report = make_report(article)
    answered = services.answer_report(report=report, user=budi, answer=" Terima kasih. Angkanya benar. ")
    assert (answered.state, answered.answer, answered.answered_by) == (
        "answered",
        "Terima kasih. Angkanya benar.",
        budi,
    )
    with pytest.raises(services.ReportClosed):
        services.answer_report(report=report, user=budi, answer="Lagi")
    assert actions_of(article)[-2:] == ["news.report", "news.answer_report"]


def test_answer_needs_words_and_a_right(article: ArticlePage, ani: User, budi: User, citra: User) -> None:
    report = make_report(article)
    with pytest.raises(ValueError, match="words"):
        services.answer_report(report=report, user=budi, answer=" \n")
    for stranger in (ani, citra):
        with pytest.raises(services.NotAllowed):
            services.answer_report(report=report, user=stranger, answer="Terima kasih.")
        with pytest.raises(services.NotAllowed):
            services.dismiss_report(report=report, user=stranger, reason="iklan")
    assert ContentReport.objects.get().state == "open"


def test_dismissed_report_needs_a_named_reason_and_is_not_late(article: ArticlePage, budi: User) -> None:
    report = make_report(article, age=60 * HOUR)
    with pytest.raises(ValueError, match="named"):
        services.dismiss_report(report=report, user=budi, reason="malas")
    services.dismiss_report(report=report, user=budi, reason="iklan")
    assert [(row.pk, row.is_late, row.words.label) for row in report_queue(budi).answered] == [
        (report.pk, False, "Ditutup: bukan laporan")
    ]


def test_correction_answers_the_report_it_was_made_for(article: ArticlePage, budi: User) -> None:
    report = make_report(article)
    correction = services.correct(
        article=article,
        user=budi,
        data=builders.draft_input(lead="Tiga puluh petani memanen padi di Blok C, Sabtu pagi."),
        note="Jumlah petani tiga puluh.",
        base_revision_id=article.latest_revision_id,
        report=report,
        answer="Terima kasih, sudah kami perbaiki.",
    )
    report.refresh_from_db()
    assert (correction.report, report.state, report.answer) == (
        report,
        "answered",
        "Terima kasih, sudah kami perbaiki.",
    )
    status = report_status(report.code)
    assert status is not None
    assert (status.correction_kind, status.correction_text) == ("Koreksi", "Jumlah petani tiga puluh.")


def test_correction_of_another_story_does_not_answer_a_report(
    article: ArticlePage, kim_a: KimGroup, ani: User, budi: User
) -> None:
    other = builders.make_article(kim_a, ani, headline="Jalan desa diperbaiki bersama warga")
    report = make_report(other)
    with pytest.raises(services.NotAllowed):
        services.correct(
            article=article, user=budi, data=None, note="Jumlahnya.", report=report, answer="Sudah."
        )
    report.refresh_from_db()
    assert (report.state, Correction.objects.count(), again(article).state) == ("open", 0, "published")


def test_withdrawal_answers_the_report_it_was_made_for(article: ArticlePage, budi: User) -> None:
    report = make_report(article, kind="privasi")
    services.withdraw(
        article=article, user=budi, reason="Foto anak tanpa izin.", report=report, answer="Sudah kami cabut."
    )
    report.refresh_from_db()
    assert (report.state, report.correction.kind) == ("answered", "pencabutan")


def test_report_that_somebody_answered_meanwhile_stops_the_correction(
    article: ArticlePage, budi: User
) -> None:
    report = make_report(article)
    services.answer_report(report=report, user=budi, answer="Sudah benar.")
    with pytest.raises(services.ReportClosed):
        services.correct(
            article=article, user=budi, data=None, note="Jumlah.", report=report, answer="Sudah."
        )
    assert Correction.objects.count() == 0


# --- the clock ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "urgent", "late"),
    [
        (36 * HOUR - MINUTE, 0, 0),
        (36 * HOUR, 1, 0),
        (48 * HOUR - MINUTE, 1, 0),
        (48 * HOUR, 0, 2),
        (9 * 24 * HOUR + HOUR, 0, 0),
    ],
)
def test_clock_tells_at_its_hours_once(
    article: ArticlePage, coach: User, age: datetime.timedelta, urgent: int, late: int
) -> None:
    with time_machine.travel(datetime.datetime(2027, 1, 20, 9, 0, tzinfo=datetime.UTC), tick=False):
        make_report(article, age=age)
        assert (watch_clock(), watch_clock()) == ((urgent, late), (0, 0))


def test_late_report_reaches_editor_and_coach(article: ArticlePage, budi: User, coach: User) -> None:
    report = make_report(article, age=48 * HOUR)
    watch_clock()
    assert (told(budi), told(coach)) == ([f"report-late-{report.pk}"], [f"report-late-{report.pk}"])


def test_region_is_asked_for_what_is_late_alone(article: ArticlePage, budi: User, coach: User) -> None:
    late, _fresh = make_report(article, age=48 * HOUR), make_report(article, age=HOUR)
    assert [row.pk for row in waiting_reports(coach)] == [late.pk]
    assert [row.pk for row in waiting_reports(budi)] == [late.pk, _fresh.pk]


def test_sender_reads_until_when_and_that_it_is_late(article: ArticlePage) -> None:
    with time_machine.travel(datetime.datetime(2026, 11, 20, 1, 0, tzinfo=datetime.UTC), tick=False):
        report = make_report(article)
    moment = datetime.datetime(2026, 11, 22, 0, 59, tzinfo=datetime.UTC)
    with time_machine.travel(moment, tick=False):
        before = report_status(report.code)
    with time_machine.travel(moment + MINUTE, tick=False):
        after = report_status(report.code)
    assert before is not None and after is not None
    assert (before.is_late, after.is_late) == (False, True)
    assert before.due == after.due == "Minggu, 22 November 2026, 09.00 WITA"


def test_names_are_forgotten_ninety_days_after_the_answer(article: ArticlePage, budi: User) -> None:
    old, fresh, waiting = (
        make_report(article, reporter_name="Bu Siti", contact="081250001111") for _number in range(3)
    )
    for report in (old, fresh):
        services.answer_report(report=report, user=budi, answer="Terima kasih.")
    now = timezone.now() + datetime.timedelta(days=90, hours=1)
    ContentReport.objects.filter(pk=fresh.pk).update(answered_at=now - datetime.timedelta(days=89))
    assert (forget_reporters(now), forget_reporters(now)) == (1, 0)
    kept = {row.pk: (row.reporter_name, row.contact) for row in ContentReport.objects.all()}
    assert kept == {
        old.pk: ("", ""),
        fresh.pk: ("Bu Siti", "081250001111"),
        waiting.pk: ("Bu Siti", "081250001111"),
    }
