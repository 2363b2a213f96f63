"""One marker at work: marks, reasons, totals, release, changes with a reason."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kim.models import KimGroup
from news.models import ArticlePage
from rubrics import services, signals
from rubrics.models import Rubric, RubricVersion, ScoreSheet, SheetChange, WorkScore
from rubrics.rules.totals import MarkRefused
from rubrics.services.marking import NotMarkable
from tests import builders
from tests.rubrics.marks import fill, marks_in_database, score
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


@pytest.fixture
def heard() -> Any:
    """What the signals of marks said after the commit."""
    found: list[tuple[str, dict[str, Any]]] = []
    receivers: list[tuple[Any, Callable[..., None]]] = []
    for name in ("sheet_submitted", "sheet_released", "sheet_changed", "work_to_reconcile", "work_decided"):
        signal = getattr(signals, name)

        def listen(sender: Any, signal: Any = None, name: str = name, **facts: Any) -> None:
            found.append((name, facts))

        signal.connect(listen, weak=False)
        receivers.append((signal, listen))
    yield found
    for signal, listen in receivers:
        signal.disconnect(listen)


def open_sheet(story: ArticlePage, user: User) -> ScoreSheet:
    return services.open_sheet(work=story, user=user, rubric="artikel")


def test_the_first_sheet_freezes_the_version(story: ArticlePage, eko: User) -> None:
    assert RubricVersion.objects.get(rubric__code="artikel").frozen_at is None
    sheet = open_sheet(story, eko)
    assert RubricVersion.objects.get(pk=sheet.version_id).frozen_at is not None
    assert (sheet.kim_id, sheet.work_id, sheet.work_revision, sheet.state, sheet.total) == (
        story.kim_id,
        story.pk,
        story.live_revision_id,
        "draft",
        None,
    )


def test_a_sheet_is_opened_once(story: ArticlePage, eko: User) -> None:
    assert open_sheet(story, eko).pk == open_sheet(story, eko).pk
    assert ScoreSheet.objects.count() == 1


@pytest.mark.parametrize("name", ["ani", "budi", "citra", "gita", "joko"])
def test_only_an_assessor_opens_one(story: ArticlePage, name: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotMarkable):
        open_sheet(story, request.getfixturevalue(name))
    assert ScoreSheet.objects.count() == 0


def test_an_assessor_of_another_regency_opens_none(story: ArticlePage) -> None:
    other = builders.make_user("agus")
    builders.join(other, "assessor", region=builders.make_region("64.01", "Paser", "regency"))
    with pytest.raises(NotMarkable):
        open_sheet(story, other)


def test_marks_become_a_total_with_the_last_one(story: ArticlePage, eko: User) -> None:
    sheet = open_sheet(story, eko)
    for code, level in [
        ("W1", 4),
        ("W2", 3),
        ("W3", 2),
        ("W4", 1),
        ("W5", 0),
        ("W6", None),
        ("W7", 4),
        ("W8", None),
    ]:
        services.mark(sheet=sheet, user=eko, criterion=code, level=level)
        assert ScoreSheet.objects.get(pk=sheet.pk).total is None
    services.mark(sheet=sheet, user=eko, criterion="W9", level=4)
    sheet.refresh_from_db()
    assert (sheet.total, sheet.raw_total, sheet.limited_by, sheet.rule_version) == (
        Decimal("57.81"),
        Decimal("57.81"),
        "",
        1,
    )


def test_a_mark_given_again_replaces_the_first(story: ArticlePage, eko: User) -> None:
    sheet = open_sheet(story, eko)
    for level in (0, 4, 4, 3):
        services.mark(sheet=sheet, user=eko, criterion="W2", level=level)
    assert marks_in_database(sheet) == {"W2": 3}


@pytest.mark.parametrize(
    ("criterion", "level", "chosen", "given"),
    [
        ("W2", 2, [], ["judul"]),  # the only one it offers
        ("W2", 3, ["judul"], []),  # a good mark has none
        ("W7", 2, [], []),  # several: the marker chooses
        ("W7", 2, ["ejaan"], ["ejaan"]),
        ("W7", 0, ["bahasa", "ejaan"], ["bahasa", "ejaan"]),
        ("W7", 2, ["judul"], []),  # not offered here
        ("W6", None, ["sumber"], []),
    ],
)
def test_reasons_of_a_low_mark(
    story: ArticlePage, eko: User, criterion: str, level: int | None, chosen: list[str], given: list[str]
) -> None:
    sheet = open_sheet(story, eko)
    mark = services.mark(sheet=sheet, user=eko, criterion=criterion, level=level, reasons=chosen)
    assert sorted(reason.code for reason in mark.reasons.all()) == given


@pytest.mark.parametrize(("criterion", "level"), [("W9", 2), ("W1", None), ("W1", 5), ("W1", -1), ("X", 1)])
def test_what_the_rubric_does_not_offer_is_refused(
    story: ArticlePage, eko: User, criterion: str, level: int | None
) -> None:
    sheet = open_sheet(story, eko)
    with pytest.raises(MarkRefused):
        services.mark(sheet=sheet, user=eko, criterion=criterion, level=level)
    assert marks_in_database(sheet) == {}


def test_nobody_else_marks_a_sheet(story: ArticlePage, eko: User, fitri: User, budi: User) -> None:
    sheet = open_sheet(story, eko)
    for user in (fitri, budi):
        with pytest.raises(NotMarkable):
            services.mark(sheet=sheet, user=user, criterion="W1", level=4)
    assert marks_in_database(sheet) == {}


def test_gates_cap_the_total(story: ArticlePage, eko: User) -> None:
    sheet = fill(open_sheet(story, eko), eko, "444444444")
    sheet = services.judge(sheet=sheet, user=eko, violated=["salin"], praise="", note="")
    sheet.refresh_from_db()
    assert (sheet.total, sheet.raw_total, sheet.limited_by) == (Decimal(40), Decimal(100), "salin")
    services.judge(sheet=sheet, user=eko, violated=["salin", "etika_berat"], praise="", note="")
    sheet.refresh_from_db()
    assert (sheet.total, sheet.limited_by) == (Decimal(0), "etika_berat")
    with pytest.raises(MarkRefused):
        services.judge(sheet=sheet, user=eko, violated=["lain"], praise="", note="")


def test_finishing_needs_every_mark_and_every_reason(story: ArticlePage, eko: User) -> None:
    sheet = open_sheet(story, eko)
    services.mark(sheet=sheet, user=eko, criterion="W7", level=1)
    with pytest.raises(services.SheetIncomplete) as caught:
        services.finish(sheet=sheet, user=eko)
    assert (caught.value.missing, caught.value.unexplained) == (
        ("W1", "W2", "W3", "W4", "W5", "W6", "W8", "W9"),
        ("W7",),
    )
    assert ScoreSheet.objects.get().state == "draft"


def test_a_released_sheet_becomes_the_score(
    story: ArticlePage, eko: User, heard: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sheet = score(story, eko, "432243434", praise="  Kutipan Bu Narti hidup. ")
    # 40 + 30 + 20 + 30 + 60 + 30 + 40 + 30 + 40 = 320 of 400
    assert (sheet.state, sheet.total, sheet.released_by, sheet.praise) == (
        "released",
        Decimal("80.00"),
        eko,
        "Kutipan Bu Narti hidup.",
    )
    row = WorkScore.objects.get()
    assert (row.total, row.standing, row.sheets, row.rule_version, row.version_id, row.kim_id) == (
        Decimal("80.00"),
        "one",
        1,
        1,
        sheet.version_id,
        story.kim_id,
    )
    assert heard == [("sheet_released", {"sheet_id": sheet.pk})]


def test_the_advice_is_what_cost_most_unless_chosen(story: ArticlePage, eko: User, fitri: User) -> None:
    # W4 costs 7.5 points, W3 5.
    first = score(story, eko, "442244444")
    assert first.advice is not None
    assert first.advice.code == "5w1h"
    second = score(story, fitri, "442244444", advice="teras")
    assert second.advice is not None
    assert second.advice.code == "teras"


def test_finishing_twice_changes_nothing(story: ArticlePage, eko: User) -> None:
    sheet = score(story, eko)
    again = services.finish(sheet=sheet, user=eko)
    assert (again.released_at, WorkScore.objects.count()) == (sheet.released_at, 1)


def test_a_released_sheet_takes_no_more_marks(story: ArticlePage, eko: User) -> None:
    sheet = score(story, eko)
    with pytest.raises(NotMarkable):
        services.mark(sheet=sheet, user=eko, criterion="W1", level=0)
    with pytest.raises(NotMarkable):
        services.judge(sheet=sheet, user=eko, violated=[], praise="", note="")
    with pytest.raises(NotMarkable):
        services.note_paragraph(sheet=sheet, user=eko, place="teras", quote="", text="x")


# --- release by the coach ------------------------------------------------------


@pytest.fixture
def coach_releases() -> None:
    Rubric.objects.filter(code="artikel").update(release_by="coach")


@pytest.mark.usefixtures("coach_releases")
def test_the_coach_releases_where_the_rubric_says_so(
    story: ArticlePage, eko: User, joko: User, heard: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sheet = score(story, eko)
    assert (sheet.state, WorkScore.objects.count()) == ("submitted", 0)
    with pytest.raises(NotMarkable):
        services.release(sheet=sheet, user=eko)
    with django_capture_on_commit_callbacks(execute=True):
        released = services.release(sheet=sheet, user=joko)
    assert (released.state, released.released_by, WorkScore.objects.get().total) == (
        "released",
        joko,
        Decimal(100),
    )
    assert services.release(sheet=sheet, user=joko).released_at == released.released_at
    assert heard == [
        ("sheet_submitted", {"sheet_id": sheet.pk}),
        ("sheet_released", {"sheet_id": sheet.pk}),
    ]


@pytest.mark.usefixtures("coach_releases")
def test_the_coach_may_ask_for_another_look(story: ArticlePage, eko: User, joko: User, budi: User) -> None:
    sheet = score(story, eko)
    with pytest.raises(NotMarkable):
        services.send_back(sheet=sheet, user=budi)
    assert services.send_back(sheet=sheet, user=joko).state == "draft"
    with pytest.raises(NotMarkable):
        services.release(sheet=sheet, user=joko)
    services.mark(sheet=sheet, user=eko, criterion="W1", level=3)
    assert services.finish(sheet=sheet, user=eko).total == Decimal("97.50")


# --- changes after release -----------------------------------------------------


def change(sheet: ScoreSheet, user: User, **marks: Any) -> SheetChange | None:
    reason = marks.pop("reason", "Salah membaca paragraf kedua.")
    return services.change_released(
        sheet=sheet,
        user=user,
        marks={code: (level, ["judul"]) for code, level in marks.items()},
        violated=[],
        praise="",
        note="",
        reason=reason,
    )


def test_a_change_keeps_what_was_there(
    story: ArticlePage, eko: User, heard: Any, django_capture_on_commit_callbacks: Any
) -> None:
    sheet = score(story, eko)
    with django_capture_on_commit_callbacks(execute=True):
        made = change(sheet, eko, W2=0)
    assert made is not None
    assert (made.before["marks"]["W2"], made.before["total"]) == (4, "100.00")
    assert (made.after["marks"]["W2"], made.after["total"], made.after["advice"]) == (0, "90.00", "judul")
    assert (made.reason, made.changed_by) == ("Salah membaca paragraf kedua.", eko)
    assert WorkScore.objects.get().total == Decimal("90.00")
    assert heard == [("sheet_changed", {"sheet_id": sheet.pk, "change_id": made.pk})]


def test_a_change_needs_a_reason(story: ArticlePage, eko: User) -> None:
    sheet = score(story, eko)
    with pytest.raises(services.ReasonMissing):
        change(sheet, eko, W2=0, reason="  ")
    assert marks_in_database(sheet)["W2"] == 4


def test_nothing_changed_leaves_no_trace(story: ArticlePage, eko: User) -> None:
    sheet = score(story, eko)
    assert change(sheet, eko, W2=4) is None
    assert SheetChange.objects.count() == 0


def test_only_the_marker_changes_a_sheet(story: ArticlePage, eko: User, fitri: User, joko: User) -> None:
    sheet = score(story, eko)
    for user in (fitri, joko):
        with pytest.raises(NotMarkable):
            change(sheet, user, W2=0)
    assert marks_in_database(sheet)["W2"] == 4


def test_a_change_without_a_reason_code_is_incomplete(story: ArticlePage, eko: User) -> None:
    sheet = score(story, eko)
    with pytest.raises(services.SheetIncomplete) as caught:
        change(sheet, eko, W7=1)  # offers bahasa and ejaan, none was chosen
    assert caught.value.unexplained == ("W7",)
    assert marks_in_database(sheet)["W7"] == 4


# --- remarks --------------------------------------------------------------------


def test_a_remark_is_kept_once_and_goes_away_empty(story: ArticlePage, eko: User) -> None:
    sheet = open_sheet(story, eko)
    for text in ("Kuat.", "Lebih kuat."):
        services.note_paragraph(
            sheet=sheet, user=eko, place="teras", quote="Dua puluh", text=text, reason="teras"
        )
    rows = sheet.paragraph_notes.values_list("place", "text", "reason__code", "quote")
    assert list(rows) == [("teras", "Lebih kuat.", "teras", "Dua puluh")]
    assert services.note_paragraph(sheet=sheet, user=eko, place="teras", quote="", text=" ") is None
    assert sheet.paragraph_notes.count() == 0
