"""The rubric and the cards that every installation begins with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from rubrics.models import ReasonCode, RubricVersion
from rubrics.rules.versions import problems_of
from rubrics.selectors.versions import scheme_of, version_in_use, version_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> RubricVersion:
    found = version_in_use("artikel")
    assert found is not None
    return found


def test_the_nine_criteria_and_their_weights(version: RubricVersion) -> None:
    assert [(one.code, int(one.weight), one.allows_na) for one in version.criteria.all()] == [
        ("W1", 10, False),
        ("W2", 10, False),
        ("W3", 10, False),
        ("W4", 15, False),
        ("W5", 15, False),
        ("W6", 10, True),
        ("W7", 10, False),
        ("W8", 10, True),
        ("W9", 10, False),
    ]


def test_every_level_is_told_and_shown(version: RubricVersion) -> None:
    levels = {one.code: [level.value for level in one.levels.all()] for one in version.criteria.all()}
    assert levels == {f"W{n}": [0, 1, 2, 3, 4] for n in range(1, 9)} | {"W9": [0, 4]}
    texts = [
        (level.descriptor, level.example) for one in version.criteria.all() for level in one.levels.all()
    ]
    assert all(descriptor and example for descriptor, example in texts)
    assert len({example for _descriptor, example in texts}) == len(texts)


def test_the_version_is_fit_for_use(version: RubricVersion) -> None:
    assert problems_of(version_text(version)) == ()


def test_the_gates(version: RubricVersion) -> None:
    assert [(gate.code, gate.effect.value, gate.limit) for gate in scheme_of(version).gates] == [
        ("etika_berat", "block", Decimal(0)),
        ("salin", "cap", Decimal(40)),
        ("iklan_samar", "cap", Decimal(50)),
    ]


def test_every_reason_has_its_card() -> None:
    cards = list(ReasonCode.objects.all())
    assert len(cards) == 16
    lengths: dict[str, Any] = {card.code: len(card.card_text.split()) for card in cards}
    assert {code: words for code, words in lengths.items() if not 70 <= words <= 95} == {}
    for card in cards:
        assert all((card.card_title, card.bad_example, card.good_example, card.praise)), card.code


def test_every_low_mark_leads_to_a_card(version: RubricVersion) -> None:
    offered = {reason.code for one in version.criteria.all() for reason in one.reasons.all()}
    offered |= {reason.code for gate in version.gates.all() for reason in gate.reasons.all()}
    assert offered == set(ReasonCode.objects.values_list("code", flat=True))
