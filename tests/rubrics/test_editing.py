"""The office changes a rubric in a draft, which then takes the place of the version before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from news.models import ArticlePage
from rubrics import services
from rubrics.models import Rubric, RubricVersion
from rubrics.rules.versions import Flaw, differences
from rubrics.selectors.versions import version_in_use, version_text, whole_version
from rubrics.services import VersionRefused
from tests import builders
from tests.rubrics.marks import score
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def rubric() -> Rubric:
    return Rubric.objects.get(code="artikel")


def in_use() -> RubricVersion:
    found = version_in_use("artikel")
    assert found is not None
    return found


def test_a_draft_is_a_copy_and_there_is_one(rubric: Rubric, gita: User) -> None:
    draft = services.start_draft(rubric=rubric, user=gita)
    assert services.start_draft(rubric=rubric, user=gita).pk == draft.pk
    assert (draft.number, draft.status, draft.frozen_at) == (2, "draft", None)
    assert differences(version_text(in_use()), version_text(whole_version(draft.pk))) == ()


@pytest.mark.parametrize("name", ["ani", "budi", "eko", "joko"])
def test_only_the_office_changes_a_rubric(rubric: Rubric, name: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(VersionRefused):
        services.start_draft(rubric=rubric, user=request.getfixturevalue(name))
    assert rubric.versions.count() == 1


def test_a_version_in_use_is_not_edited(rubric: Rubric, gita: User) -> None:
    with pytest.raises(VersionRefused):
        services.remove_criterion(version=in_use(), user=gita, code="W1")
    with pytest.raises(VersionRefused):
        services.discard_draft(version=in_use(), user=gita)
    assert in_use().criteria.count() == 9


def test_a_draft_is_used_when_it_is_fit_and_says_why(rubric: Rubric, gita: User) -> None:
    draft = services.start_draft(rubric=rubric, user=gita)
    services.remove_criterion(version=draft, user=gita, code="W9")
    with pytest.raises(VersionRefused) as caught:
        services.put_in_use(version=draft, user=gita, note="Etika menjadi batas.")
    assert [(one.flaw, one.detail) for one in caught.value.problems] == [(Flaw.WEIGHTS, "90")]
    first = draft.criteria.get(code="W1")
    services.save_criterion(
        version=draft, user=gita, code="W1", name=first.name, question=first.question, weight=Decimal(20),
        allows_na=False, reasons=list(first.reasons.all()), levels={2: ("", "")},
    )  # fmt: skip
    with pytest.raises(VersionRefused):
        services.put_in_use(version=draft, user=gita, note=" ")
    used = services.put_in_use(version=draft, user=gita, note="Etika menjadi batas.")
    assert (used.status, used.note) == ("in_use", "Etika menjadi batas.")
    assert in_use().pk == draft.pk
    assert RubricVersion.objects.get(number=1).status == "retired"
    assert [level.value for level in draft.criteria.get(code="W1").levels.all()] == [0, 1, 3, 4]


def test_marks_stay_with_the_version_they_were_given_by(
    rubric: Rubric, gita: User, ani: User, budi: User, eko: User, fitri: User
) -> None:
    story: ArticlePage = builders.make_article(ani.memberships.get().kim, ani)
    old = score(story, eko)
    draft = services.start_draft(rubric=rubric, user=gita)
    services.put_in_use(version=draft, user=gita, note="Penyegaran.")
    new = score(story, fitri)
    assert (old.version.number, new.version.number) == (1, 2)


def test_gates_of_a_draft(rubric: Rubric, gita: User) -> None:
    draft = services.start_draft(rubric=rubric, user=gita)
    services.save_gate(
        version=draft, user=gita, code="baru", name="Baru", question="?", effect="cap", cap=Decimal(30)
    )
    services.save_gate(
        version=draft, user=gita, code="salin", name="S", question="?", effect="block", cap=Decimal(9)
    )
    services.remove_gate(version=draft, user=gita, code="iklan_samar")
    rows = draft.gates.order_by("position").values_list("code", "effect", "cap")
    assert list(rows) == [
        ("etika_berat", "block", None),
        ("salin", "block", None),
        ("baru", "cap", Decimal(30)),
    ]


def test_a_dropped_draft_leaves_nothing(rubric: Rubric, gita: User) -> None:
    services.discard_draft(version=services.start_draft(rubric=rubric, user=gita), user=gita)
    assert list(rubric.versions.values_list("number", flat=True)) == [1]
