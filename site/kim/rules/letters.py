"""Two letters that stand for a village where there is no picture."""

import re


def letters_of(name: str) -> str:
    """Initials of the first two words, or the first two letters of a single word.

    >>> letters_of("Bangun Mulya"), letters_of("Lawe-lawe"), letters_of("Nenang")
    ('BM', 'LL', 'NE')
    """
    words = re.findall(r"\w+", name)
    if len(words) >= 2:
        return (words[0][0] + words[1][0]).upper()
    return words[0][:2].upper() if words else ""
