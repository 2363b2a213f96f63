"""Running text made fit for lists and feeds."""

import re
import unicodedata

# A full stop behind a small letter or figure ends a sentence; "RT. 05" and "H. Ahmad" do not.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”])([.!?]”?)(?= [A-Z“])")


def first_words(text: str, length: int) -> str:
    """The whole sentences that fit into `length` characters; when none does, cut between words.

    >>> first_words("Panen selesai. Dua ton gabah dijemur.", 25)
    'Panen selesai.'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    ends = [match.end(1) for match in _SENTENCE_END.finditer(line) if match.end(1) <= length]
    return line[: ends[-1]] if ends else at_word(line, length)


def at_word(text: str, length: int) -> str:
    """The text on one line, cut between words to at most `length` characters with an ellipsis.

    >>> at_word("Panen padi di Blok C", 14)
    'Panen padi di…'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[:length].rpartition(" ")[0] or line[: length - 1]
    return cut.rstrip(" ,.;:-–—“‘(") + "…"


def printable(text: str) -> str:
    """The text without control characters, which XML does not know; line ends and tabs stay."""
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc")
