"""User names made from people's names: short, lower case, easy to dictate over the telephone."""

import re
import unicodedata
from collections.abc import Container

MIN_LENGTH = 3
MAX_LENGTH = 30
FALLBACK = "warga"
_ALLOWED = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")
# Titles before a name; those after it follow a comma.
_TITLES = frozenset({"h", "hj", "ir", "dr", "drs", "dra", "prof", "ust", "ustadz", "bpk", "ibu", "pak", "bu"})


def suggest(full_name: str, taken: Container[str] = ()) -> str:
    """A free user name for a person: "Hj. Siti Aminah, S.Pd." → "siti.aminah", then "siti.aminah2", …

    At most two words of the name, at most 30 characters, never one of `taken`.
    """
    ascii_name = unicodedata.normalize("NFKD", full_name.partition(",")[0]).encode("ascii", "ignore").decode()
    words = [
        word for word in re.findall(r"[a-z0-9]+", ascii_name.lower().replace("'", "")) if word not in _TITLES
    ]
    while words and not words[0][0].isalpha():
        words.pop(0)
    base = ".".join(words[:2])[:MAX_LENGTH].rstrip(".")
    if len(base) < MIN_LENGTH:
        base = f"{FALLBACK}.{base}" if base else FALLBACK
    name, number = base, 1
    while name in taken:
        number += 1
        suffix = str(number)
        name = base[: MAX_LENGTH - len(suffix)].rstrip(".") + suffix
    return name


def check(username: str) -> str:
    """The user name in its kept form: 3–30 small letters, digits, dots or hyphens, a letter first.

    Raises ValueError.
    """
    name = username.strip().lower()
    if not MIN_LENGTH <= len(name) <= MAX_LENGTH or not _ALLOWED.fullmatch(name):
        raise ValueError("not a user name")
    return name
