"""What changed between two plain texts, word by word inside paragraphs that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Under this likeness (0–1) two paragraphs are shown as one removed and one added.
SAME_PARAGRAPH = 0.4
# Beyond this many pairs the search for the best partners costs more than it explains.
_MAX_PAIRS = 10_000


class Op(StrEnum):
    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Segment:
    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """One paragraph of the comparison.

    Joining the texts that are not INSERT gives the old paragraph, those that are not DELETE the new one,
    with single spaces and perhaps one at the end.
    """

    segments: tuple[Segment, ...]

    @property
    def is_changed(self) -> bool:
        return any(segment.op is not Op.EQUAL for segment in self.segments)


def compare(before: str, after: str) -> list[ParagraphChange]:
    """Return the paragraphs (lines that are not empty) of both texts in reading order with their changes."""
    old, new = _paragraphs(before), _paragraphs(after)
    result: list[ParagraphChange] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            result.extend(_whole(Op.EQUAL, text) for text in old[i1:i2])
        else:
            result.extend(_align(old[i1:i2], new[j1:j2]))
    return result


def changed_words(changes: Sequence[ParagraphChange]) -> tuple[int, int]:
    """Return how many words were deleted and inserted."""
    counts = dict.fromkeys(Op, 0)
    for change in changes:
        for segment in change.segments:
            counts[segment.op] += len(segment.text.split())
    return counts[Op.DELETE], counts[Op.INSERT]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _whole(op: Op, text: str) -> ParagraphChange:
    return ParagraphChange((Segment(op, text),))


def _align(old: Sequence[str], new: Sequence[str]) -> list[ParagraphChange]:
    """Pair the paragraphs that are alike, in order, and show the rest as removed or added."""
    result: list[ParagraphChange] = []
    i = j = 0
    for pair_i, pair_j in [*_pairs(old, new), (len(old), len(new))]:
        result.extend(_whole(Op.DELETE, text) for text in old[i:pair_i])
        result.extend(_whole(Op.INSERT, text) for text in new[j:pair_j])
        if pair_i < len(old):
            result.append(ParagraphChange(_word_segments(old[pair_i], new[pair_j])))
        i, j = pair_i + 1, pair_j + 1
    return result


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs (index in old, index in new) of the alignment with the greatest likeness in all."""
    if len(old) * len(new) > _MAX_PAIRS:
        return [(n, n) for n in range(min(len(old), len(new))) if _likeness(old[n], new[n]) >= SAME_PARAGRAPH]
    alike = [[_likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            joined = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= SAME_PARAGRAPH else 0.0
            best[i][j] = max(joined, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _likeness(old: str, new: str) -> float:
    """Return the share of words that both have, from 0 to 1 (Dice)."""
    a, b = set(old.lower().split()), set(new.lower().split())
    return 2 * len(a & b) / (len(a) + len(b))


def _word_segments(old: str, new: str) -> tuple[Segment, ...]:
    a, b = ([f"{word} " for word in text.split()] for text in (old, new))
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    segments: list[Segment] = []
    for position, (tag, i1, i2, j1, j2) in enumerate(codes):
        between = 0 < position < len(codes) - 1
        if tag == "equal" and not (between and _is_splinter(a[i1:i2])):
            _add(segments, Op.EQUAL, "".join(a[i1:i2]))
        else:
            _add(segments, Op.DELETE, "".join(a[i1:i2]))
            _add(segments, Op.INSERT, "".join(b[j1:j2]))
    return tuple(segments)


def _is_splinter(tokens: Sequence[str]) -> bool:
    """Tell whether an unchanged run between two changes is too short to help the eye: one small word."""
    return len(tokens) == 1 and len(tokens[0].strip()) <= 3


def _add(segments: list[Segment], op: Op, text: str) -> None:
    """Add a segment so that a stretch of changes reads as one deletion, then one insertion."""
    if not text:
        return
    for back in range(len(segments) - 1, -1, -1):
        if segments[back].op is op:
            segments[back] = Segment(op, segments[back].text + text)
            return
        if op is Op.EQUAL or segments[back].op is Op.EQUAL:
            break
    if op is Op.DELETE and segments and segments[-1].op is Op.INSERT:
        segments.insert(len(segments) - 1, Segment(op, text))
    else:
        segments.append(Segment(op, text))
