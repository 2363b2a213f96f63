"""Several markers of one work: the mean, the gap, the decision, recusals; who sees which sheet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kim.models import KimGroup
from news.models import ArticlePage
from rubrics import services
from rubrics.models import Decision, Recusal, Rubric, ScoreSheet, WorkScore
from rubrics.rules.totals import MarkRefused
from tests import builders
from tests.rubrics.marks import CODES, fill, marks_in_database, score
from users.models import User

pytestmark = pytest.mark.django_db

SETTLED = dict.fromkeys(CODES, 4) | {"W4": 2}


@pytest.fixture
def story(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def standing() -> tuple[str, Decimal | None, int]:
    row = WorkScore.objects.get()
    return row.standing, row.total, row.sheets


def decide(story: ArticlePage, user: User, reason: str = "Kutipan di paragraf lima memang ada.") -> Decision:
    return services.decide(work=story, user=user, marks=SETTLED, reason=reason)


def test_two_close_markers_give_the_mean(story: ArticlePage, eko: User, fitri: User) -> None:
    score(story, eko, "444444444")
    score(story, fitri, "444344434")  # 100 - 3.75 - 2.5
    assert standing() == ("agreed", Decimal("96.88"), 2)


def test_two_far_markers_have_to_settle(story: ArticlePage, eko: User, fitri: User) -> None:
    score(story, eko, "444444444")
    score(story, fitri, "444244444")
    assert standing() == ("to_reconcile", None, 2)


def test_a_decision_counts_and_the_sheets_stay(story: ArticlePage, eko: User, fitri: User) -> None:
    first, second = score(story, eko, "444444444"), score(story, fitri, "444044444")
    made = decide(story, fitri)
    assert (made.kind, made.total, made.marks) == ("consensus", Decimal("92.50"), SETTLED)
    assert standing() == ("decided", Decimal("92.50"), 2)
    assert (marks_in_database(first)["W4"], marks_in_database(second)["W4"]) == (4, 0)


def test_a_third_person_may_decide(story: ArticlePage, eko: User, fitri: User) -> None:
    third = builders.make_user("lina")
    builders.join(third, "assessor", region=story.kim.village.parent.parent)
    score(story, eko, "444444444")
    score(story, fitri, "444044444")
    assert decide(story, third).kind == "third"


def test_what_cannot_be_decided(story: ArticlePage, eko: User, fitri: User, joko: User, budi: User) -> None:
    score(story, eko, "444444444")
    with pytest.raises(services.DecisionRefused):
        decide(story, eko)  # one sheet alone
    score(story, fitri, "444044444")
    for user in (joko, budi):
        with pytest.raises(services.DecisionRefused):
            decide(story, user)
    with pytest.raises(services.DecisionRefused):
        decide(story, eko, reason="  ")
    with pytest.raises(MarkRefused):
        services.decide(work=story, user=eko, marks=SETTLED | {"W9": 2}, reason="Setuju.")
    decide(story, eko)
    with pytest.raises(services.DecisionRefused):
        decide(story, fitri)  # settled in the meantime
    assert Decision.objects.count() == 1


def test_a_changed_sheet_opens_the_question_again(story: ArticlePage, eko: User, fitri: User) -> None:
    score(story, eko, "444444444")
    sheet = score(story, fitri, "444044444")
    decide(story, eko)
    services.change_released(
        sheet=sheet,
        user=fitri,
        marks={"W4": (1, ["5w1h"])},
        violated=[],
        praise="",
        note="",
        reason="Mengapa ternyata terjawab.",
    )
    assert standing() == ("to_reconcile", None, 2)
    assert Decision.objects.get().superseded_at is not None


def test_the_gap_is_that_of_the_rubric(story: ArticlePage, eko: User, fitri: User) -> None:
    Rubric.objects.filter(code="artikel").update(gap_levels=4)
    score(story, eko, "444444444")
    score(story, fitri, "444244444")
    assert standing() == ("agreed", Decimal("96.25"), 2)


def test_who_steps_back_does_not_mark(story: ArticlePage, eko: User) -> None:
    sheet = services.open_sheet(work=story, user=eko, rubric="artikel")
    fill(sheet, eko, "444444444")
    services.recuse(work=story, user=eko, reason="close")
    services.recuse(work=story, user=eko, reason="edited")
    assert list(Recusal.objects.values_list("reason", "kim_id")) == [("close", story.kim_id)]
    assert ScoreSheet.objects.count() == 0
    with pytest.raises(services.NotMarkable):
        services.open_sheet(work=story, user=eko, rubric="artikel")


def test_released_marks_are_not_taken_back_by_stepping_back(story: ArticlePage, eko: User) -> None:
    score(story, eko)
    with pytest.raises(services.DecisionRefused):
        services.recuse(work=story, user=eko, reason="close")
    assert (Recusal.objects.count(), WorkScore.objects.get().total) == (0, Decimal(100))


def test_who_sees_which_sheet(
    story: ArticlePage, ani: User, budi: User, citra: User, eko: User, fitri: User, joko: User, gita: User
) -> None:
    Rubric.objects.filter(code="artikel").update(release_by="coach")
    draft = services.open_sheet(work=story, user=eko, rubric="artikel")
    submitted = score(story, fitri)
    people = {
        "ani": ani, "budi": budi, "citra": citra, "eko": eko, "fitri": fitri, "joko": joko, "gita": gita,
    }  # fmt: skip

    def seen() -> dict[str, set[int]]:
        return {
            name: set(ScoreSheet.objects.for_user(user).values_list("pk", flat=True))
            for name, user in people.items()
        }

    nothing: set[int] = set()
    assert seen() == {
        "ani": nothing,
        "budi": nothing,
        "citra": nothing,
        "eko": {draft.pk},
        "fitri": {submitted.pk},
        "joko": {submitted.pk},
        "gita": {submitted.pk},
    }
    services.release(sheet=submitted, user=joko)
    both = {draft.pk, submitted.pk}
    assert seen() == {
        "ani": nothing,
        "budi": {submitted.pk},
        "citra": nothing,
        "eko": both,
        "fitri": {submitted.pk},
        "joko": {submitted.pk},
        "gita": {submitted.pk},
    }
