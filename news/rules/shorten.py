"""Running text made fit for lists and feeds."""

import unicodedata


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
