"""What is wrong with a version before its use, and how two versions differ."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rubrics.rules.versions import (
    Change,
    CriterionText,
    Flaw,
    GateText,
    LevelText,
    Problem,
    VersionText,
    What,
    differences,
    plain,
    problems_of,
)

ENDS = (LevelText(0, "tidak ada", "contoh buruk"), LevelText(4, "lengkap", "contoh baik"))
HEAD = CriterionText("W1", "Judul", "Apakah judulnya jelas?", Decimal(40), reasons=("judul",), levels=ENDS)
BODY = CriterionText("W2", "Isi", "Apakah isinya lengkap?", Decimal(60), reasons=("5w1h",), levels=ENDS)
GATE = GateText("salin", "Menyalin", "Apakah disalin?", "cap", Decimal(40))
GOOD = VersionText((HEAD, BODY), (GATE,))


def test_a_good_version_has_no_problem() -> None:
    assert problems_of(GOOD) == ()


@pytest.mark.parametrize(
    ("version", "problems"),
    [
        (VersionText(), (Problem(Flaw.NO_CRITERIA),)),
        (replace(GOOD, criteria=(HEAD,)), (Problem(Flaw.WEIGHTS, detail="40"),)),
        (
            replace(GOOD, criteria=(HEAD, replace(BODY, weight=Decimal("60.50")))),
            (Problem(Flaw.WEIGHTS, detail="100.5"),),
        ),
        (replace(GOOD, criteria=(HEAD, replace(BODY, code="W1"))), (Problem(Flaw.SAME_CODE, "W1"),)),
        (replace(GOOD, gates=(replace(GATE, code="W1"),)), (Problem(Flaw.SAME_CODE, "W1"),)),
        (
            replace(GOOD, criteria=(HEAD, replace(BODY, levels=(ENDS[0],)))),
            (Problem(Flaw.NO_ENDS, "W2"),),
        ),
        (
            replace(GOOD, criteria=(HEAD, replace(BODY, levels=(ENDS[0], LevelText(4, "  "))))),
            (Problem(Flaw.NO_ENDS, "W2"),),
        ),
        (
            replace(GOOD, criteria=(replace(HEAD, weight=Decimal(0)), replace(BODY, weight=Decimal(100)))),
            (Problem(Flaw.NO_WEIGHT, "W1"),),
        ),
        (replace(GOOD, criteria=(HEAD, replace(BODY, reasons=()))), (Problem(Flaw.NO_REASON, "W2"),)),
        (
            replace(GOOD, criteria=(replace(HEAD, allows_na=True), replace(BODY, allows_na=True))),
            (Problem(Flaw.NOTHING_APPLIES),),
        ),
        (replace(GOOD, gates=(replace(GATE, cap=None),)), (Problem(Flaw.NO_CAP, "salin"),)),
        (replace(GOOD, gates=(replace(GATE, cap=Decimal(101)),)), (Problem(Flaw.NO_CAP, "salin"),)),
        (replace(GOOD, gates=(replace(GATE, effect="block", cap=None),)), ()),
    ],
)
def test_each_flaw_is_named(version: VersionText, problems: tuple[Problem, ...]) -> None:
    assert problems_of(version) == problems


def test_equal_versions_do_not_differ() -> None:
    assert differences(GOOD, GOOD) == ()


def test_every_part_of_a_criterion_is_compared() -> None:
    changed = CriterionText(
        "W1",
        "Kepala berita",
        "Apakah kepala beritanya jelas?",
        Decimal("35.50"),
        allows_na=True,
        reasons=("judul", "fakta"),
        levels=(ENDS[0], LevelText(2, "umum", "Panen padi"), LevelText(4, "lengkap", "contoh lain")),
    )
    assert differences(GOOD, replace(GOOD, criteria=(changed, BODY))) == (
        Change(What.NAME, "W1", "Judul", "Kepala berita"),
        Change(What.QUESTION, "W1", "Apakah judulnya jelas?", "Apakah kepala beritanya jelas?"),
        Change(What.WEIGHT, "W1", "40", "35.5"),
        Change(What.ALLOWS_NA, "W1", "", "1"),
        Change(What.REASONS, "W1", "judul", "judul, fakta"),
        Change(What.DESCRIPTOR, "W1", "", "umum", 2),
        Change(What.EXAMPLE, "W1", "", "Panen padi", 2),
        Change(What.EXAMPLE, "W1", "contoh baik", "contoh lain", 4),
    )


def test_parts_that_came_and_went_and_their_order() -> None:
    photo = CriterionText("W3", "Foto", "Apakah fotonya sendiri?", Decimal(20))
    blocking = replace(GATE, effect="block", cap=None)
    new_gate = GateText("etika", "Etika", "Adakah pelanggaran?", "block")
    assert differences(GOOD, VersionText((photo, BODY, HEAD), (blocking, new_gate))) == (
        Change(What.CRITERION, "W3", "", "Foto (20)"),
        Change(What.EFFECT, "salin", "cap", "block"),
        Change(What.CAP, "salin", "40", ""),
        Change(What.GATE, "etika", "", "Etika"),
        Change(What.ORDER, "", "W1, W2", "W2, W1"),
    )
    assert differences(GOOD, VersionText((HEAD,))) == (
        Change(What.CRITERION, "W2", "Isi (60)", ""),
        Change(What.GATE, "salin", "Menyalin", ""),
    )


@pytest.mark.parametrize(("number", "text"), [("10", "10"), ("10.00", "10"), ("7.50", "7.5"), ("100", "100")])
def test_numbers_without_needless_zeros(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
