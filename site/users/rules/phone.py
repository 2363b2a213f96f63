"""Telephone numbers as people type them, brought to one form: "+62812…"."""

import unicodedata

COUNTRY = "62"
# National numbers without the trunk zero: mobile 8 + 8–12 digits; fixed lines start with an area code.
MOBILE_LENGTHS = range(9, 14)
FIXED_LENGTHS = range(8, 12)
# E.164 allows 15 digits; fewer than 8 with the country code is no subscriber number.
FOREIGN_LENGTHS = range(8, 16)
_SEPARATORS = frozenset(" -.()/")
_GROUP = 4


def normalise(text: str) -> str:
    """One form for a telephone number: "+" and digits with the country code, at most 16 characters.

    Takes "0812-3456 789", "812…", "62812…", "+62 (0)812…", "0062…", "(0542) …"; foreign numbers need a plus.
    Raises ValueError for anything else.
    """
    compact = _compact(text)
    has_plus = compact.startswith("+")
    digits = compact[1:] if has_plus else compact
    if not digits or not digits.isdecimal() or not digits.isascii():
        raise ValueError("not a telephone number")
    if not has_plus and digits.startswith("00"):
        has_plus, digits = True, digits[2:]
    if digits.startswith(COUNTRY) and (has_plus or len(digits) > MOBILE_LENGTHS.start):
        return _indonesian(digits.removeprefix(COUNTRY).removeprefix("0"))
    if has_plus:
        if len(digits) not in FOREIGN_LENGTHS or digits.startswith("0"):
            raise ValueError("not an international telephone number")
        return f"+{digits}"
    if digits.startswith("0"):
        return _indonesian(digits[1:])
    if digits.startswith("8"):
        return _indonesian(digits)
    raise ValueError("a number without country code or area code")


def as_written(phone: str) -> str:
    """As written in Indonesia: "+6281234567890" → "0812-3456-7890"; foreign numbers as kept."""
    if not phone.startswith(f"+{COUNTRY}"):
        return phone
    national = "0" + phone.removeprefix(f"+{COUNTRY}")
    groups = [national[start : start + _GROUP] for start in range(0, len(national), _GROUP)]
    if len(groups) > 1 and len(groups[-1]) < 3:
        groups[-2:] = ["".join(groups[-2:])]
    return "-".join(groups)


def _compact(text: str) -> str:
    """Without separators and the invisible marks around numbers copied from chats; wide digits made plain."""
    plain = unicodedata.normalize("NFKC", text).strip()
    kept = []
    for character in plain:
        category = unicodedata.category(character)
        if character in _SEPARATORS or category in {"Cf", "Pd", "Zs", "Cc"}:
            continue
        kept.append(character)
    return "".join(kept)


def _indonesian(national: str) -> str:
    """Checks a national number without its trunk zero. Raises ValueError."""
    if national.startswith("8"):
        lengths = MOBILE_LENGTHS
    elif national[:1] in set("2345679"):
        lengths = FIXED_LENGTHS
    else:
        raise ValueError("no Indonesian number starts like this")
    if len(national) not in lengths:
        raise ValueError("too few or too many digits")
    return f"+{COUNTRY}{national}"
