"""Text that strangers type, made fit for storing: no control characters, no invisible marks, no walls of blank."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms

_MANY_BLANK_LINES = re.compile(r"\n{3,}")


def one_line(text: str) -> str:
    """The text on one line with single spaces; control and invisible characters become spaces."""
    return " ".join(_visible(text).split())


def tidy_lines(text: str) -> str:
    """The same line by line; at most one blank line stays between two paragraphs."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _MANY_BLANK_LINES.sub("\n\n", "\n".join(map(one_line, plain.split("\n")))).strip()


def _visible(text: str) -> str:
    return "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text)


class LineField(forms.CharField):
    """One line of typed text, cleaned before its length is judged."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class LinesField(forms.CharField):
    """Some paragraphs of typed text, cleaned before their length is judged."""

    def to_python(self, value: Any) -> str:
        return tidy_lines(super().to_python(value) or "")
