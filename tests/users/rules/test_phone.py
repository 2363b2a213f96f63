"""Every spelling of a number leads to one form; what is no number is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from users.rules.phone import as_written, normalise


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("081234567890", "+6281234567890"),
        ("0812-3456 789", "+628123456789"),
        ("0812 3456 7890", "+6281234567890"),
        ("0812.3456.7890", "+6281234567890"),
        ("0812/3456/7890", "+6281234567890"),
        ("+62 812-3456-7890", "+6281234567890"),
        ("+6281234567890", "+6281234567890"),
        ("62812 3456 7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("+62 0812 3456 7890", "+6281234567890"),
        ("+62 (0)812 3456 7890", "+6281234567890"),
        ("006281234567890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("  081234567890\n", "+6281234567890"),
        ("\u202a+62 812\u20113456\u20117890\u202c", "+6281234567890"),
        ("0812\u00a03456\u00a07890", "+6281234567890"),
        ("\uff10\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10", "+6281234567890"),
        ("0812345678", "+62812345678"),
        ("0812345678901", "+62812345678901"),
        ("08123456789012", "+628123456789012"),
        ("(0542) 123456", "+62542123456"),
        ("0542-7211234", "+625427211234"),
        ("021 5551234", "+62215551234"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("+60 12-345 6789", "+60123456789"),
        ("0065 6123 4567", "+6561234567"),
        ("62123456789", "ValueError"),
        ("6281234", "ValueError"),
        ("08123456", "ValueError"),
        ("081234567", "ValueError"),
        ("0812345678901234", "ValueError"),
        ("+620", "ValueError"),
        ("110", "ValueError"),
        ("0110123456", "ValueError"),
        ("1234567890", "ValueError"),
        ("+1234567", "ValueError"),
        ("+1234567890123456", "ValueError"),
        ("+0812345678", "ValueError"),
        ("0812x3456789", "ValueError"),
        ("ani", "ValueError"),
        ("ani@example.org", "ValueError"),
        ("", "ValueError"),
        ("+", "ValueError"),
        ("++6281234567890", "ValueError"),
        ("0812+34567890", "ValueError"),
        ("javascript:081234567890", "ValueError"),
    ],
)
def test_normalise_table(typed: str, kept: str) -> None:
    try:
        result = normalise(typed)
    except ValueError:
        result = "ValueError"
    assert result == kept


@given(st.text(max_size=40))
def test_normalise_of_any_text_gives_storable_number_or_refuses(text: str) -> None:
    try:
        kept = normalise(text)
    except ValueError:
        return
    assert (kept[0], kept[1:].isdecimal(), kept.isascii(), len(kept) <= 16) == ("+", True, True, True)
    assert normalise(kept) == kept


@given(st.from_regex(r"\A8[0-9]{8,12}\Z"))
def test_all_spellings_of_one_mobile_number_agree(national: str) -> None:
    spellings = [f"0{national}", f"62{national}", f"+62{national}", f"+62 (0){national}", national]
    assert {normalise(spelling) for spelling in spellings} == {f"+62{national}"}


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("+6281234567890", "0812-3456-7890"),
        ("+628123456789", "0812-3456-789"),
        ("+62812345678", "0812-345678"),
        ("+62542123456", "0542-123456"),
        ("+14155552671", "+14155552671"),
        ("", ""),
    ],
)
def test_as_written_table(kept: str, written: str) -> None:
    assert as_written(kept) == written


@given(st.from_regex(r"\A\+628[0-9]{8,12}\Z"))
def test_as_written_reads_back_as_the_same_number(kept: str) -> None:
    assert normalise(as_written(kept)) == kept
