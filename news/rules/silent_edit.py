"""Whether a new text of a public story says something else: then readers must be told, else it may go out quietly.

Harmless: white space, punctuation, capitals, a small word like "yang" too many or too few, and spelling repairs inside
words, up to 20 changed characters in all. Substance is everything else: any figure, a negation, a weekday, a month, a
number word, another word or name, a sentence more or less, another photo, date, source or who paid.

    before                      after                       verdict
    di mana, kata Ani           Dimana kata ani             harmless: spaces, commas and capitals
    aktifitas warga             aktivitas warga             harmless: 1 character
    beras yang yang dibagi      beras yang dibagi           harmless: 4 characters
    14 truk                     15 truk                     substance: a figure
    1,5 juta                    15 juta                     substance: the comma belongs to the figure
    warga menolak               warga tidak menolak         substance: a negation
    kata Sukirman               kata Suyatno                substance: another name
    bulan Juni                  bulan Juli                  substance: a date in words

Verdicts are symmetric: back from the second text to the first is the same step.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from news.rules.spelling import TRAPS
from news.rules.wording import gettext_noop

MOST_CHANGED = 20

# part -> English message id of what readers would not learn
PARTS: dict[str, str] = {
    "headline": gettext_noop("The headline says something else."),
    "lead": gettext_noop("The lead says something else."),
    "body": gettext_noop("The text says something else."),
    "boxes": gettext_noop("A fact box, a video or a related page is another one."),
    "date": gettext_noop("The date of the event is another one."),
    "place": gettext_noop("The place of the event is another one."),
    "sources": gettext_noop("The people who were asked are others."),
    "photos": gettext_noop("A photo was added, removed or exchanged."),
    "captions": gettext_noop("A caption says something else."),
    "sponsor": gettext_noop("Whether somebody paid, or who, is told differently."),
    "many": gettext_noop("Many small repairs came together: more than 20 letters in all."),
}

# A sign before a figure and a per cent mark behind it belong to it; a dash between two figures does not.
_TOKEN = re.compile(r"(?:(?<!\w)[-+−])?\d+(?:[.,:/]\d+)*\s?[%‰]?|[^\W\d_]+")
# One letter makes another fact of these, so no repair touches them.
_WEIGHTY = frozenset(
    """tidak tak bukan belum jangan tanpa tiada bukanlah tidaklah belumlah nihil batal gagal
    senin selasa rabu kamis jumat sabtu minggu ahad
    januari februari maret april mei juni juli agustus september oktober november desember
    nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu sejuta
    belas puluh ratus ribu juta miliar triliun setengah sepertiga seperempat""".split()
)
# What may be missing, doubled or exchanged without changing what is said. "dari" and "ke" are not among them.
_SMALL = frozenset("yang itu ini adalah juga pun para di".split())
# Ways that cost more are not followed: the texts are different anyway.
_REACH = 2 * MOST_CHANGED


@dataclass(frozen=True, slots=True)
class StoryText:
    """What of a story readers rely on. `boxes` are fact boxes, videos and related pages, each as one text.

    `photos` are (image id, caption) in reading order; moving a photo inside the story says nothing new.
    """

    headline: str = ""
    lead: str = ""
    body: str = ""
    boxes: tuple[str, ...] = ()
    event_date: datetime.date | None = None
    event_place: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    photos: tuple[tuple[int, str], ...] = ()
    is_advertorial: bool = False
    sponsor: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`parts` are keys of PARTS; `changed` counts the characters of the harmless repairs."""

    parts: tuple[str, ...]
    changed: int

    @property
    def is_substance(self) -> bool:
        return bool(self.parts)


def changes_substance(before: StoryText, after: StoryText) -> Verdict:
    """Compare two texts of one story."""
    parts: list[str] = []
    changed = 0
    for part, old, new in _texts(before, after):
        cost = repairs_between(old, new)
        if cost is None:
            parts.append(part)
        else:
            changed += cost
    if before.event_date != after.event_date:
        parts.append("date")
    if len(before.sources) != len(after.sources) and "sources" not in parts:
        parts.append("sources")
    if sorted(key for key, _caption in before.photos) != sorted(key for key, _caption in after.photos):
        parts.append("photos")
    if sorted(map(_tokens, before.boxes)) != sorted(map(_tokens, after.boxes)):
        parts.append("boxes")
    if (before.is_advertorial, _tokens(before.sponsor)) != (after.is_advertorial, _tokens(after.sponsor)):
        parts.append("sponsor")
    if not parts and changed > MOST_CHANGED:
        parts.append("many")
    return Verdict(tuple(parts), changed)


def _texts(before: StoryText, after: StoryText) -> list[tuple[str, str, str]]:
    return [
        ("headline", before.headline, after.headline),
        ("lead", before.lead, after.lead),
        ("body", before.body, after.body),
        ("place", before.event_place, after.event_place),
        ("sources", _people(before), _people(after)),
        ("captions", *_captions(before, after)),
    ]


def _people(story: StoryText) -> str:
    return "\n".join(f"{name}, {role}" for name, role in sorted(story.sources))


def _captions(before: StoryText, after: StoryText) -> tuple[str, str]:
    """The captions of the photos that both have, in the same order."""
    shared = {key for key, _caption in before.photos} & {key for key, _caption in after.photos}
    old, new = (
        "\n".join(caption for key, caption in sorted(story.photos) if key in shared)
        for story in (before, after)
    )
    return old, new


def repairs_between(before: str, after: str) -> int | None:
    """How many characters harmless repairs change between two texts; None when they say different things.

    The cheapest of all ways from one to the other, word by word; every step costs the same in both directions.
    """
    old, new = _tokens(before), _tokens(after)
    if old == new:
        return 0
    # Costs of reached places (words read of old, of new), by how many words were read in all.
    reached: list[dict[tuple[int, int], int]] = [{} for _step in range(len(old) + len(new) + 1)]
    reached[0][0, 0] = 0
    for places in reached:
        for (i, j), cost in places.items():
            if (i, j) == (len(old), len(new)):
                return cost
            for di, dj, price in _steps(old[i : i + 2], new[j : j + 2]):
                place = (i + di, j + dj)
                ahead = reached[i + j + di + dj]
                if cost + price < ahead.get(place, _REACH + 1):
                    ahead[place] = cost + price
        places.clear()
    return None


def _steps(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Steps (words of old, words of new, price) from here; `old` and `new` are the next two words of each."""
    if old and new and old[0] == new[0]:
        steps = [(1, 1, 0)]
    else:
        steps = []
        if old and new:
            price = _repair(old[0], new[0])
            if price is not None:
                steps.append((1, 1, price))
        if len(old) == 2 and new and _joined(old, new[0]):
            steps.append((2, 1, 0))
        if len(new) == 2 and old and _joined(new, old[0]):
            steps.append((1, 2, 0))
    for words, step in ((old, (1, 0)), (new, (0, 1))):
        if words and words[0] in _SMALL:
            steps.append((*step, len(words[0])))
    return steps


def _joined(pair: tuple[str, ...], word: str) -> bool:
    """Tell whether a word is the pair written together ("di mana", "dimana")."""
    return not _is_figure(pair[0]) and not _is_figure(pair[1]) and "".join(pair) == word


@lru_cache(maxsize=4096)
def _repair(old: str, new: str) -> int | None:
    """Changed characters when one word is a repaired spelling of the other; None for two different words."""
    if _is_figure(old) or _is_figure(new):
        return None
    known = TRAPS.get(old, "").lower() == new or TRAPS.get(new, "").lower() == old
    if not known and (old in _WEIGHTY or new in _WEIGHTY):
        return None
    shorter = min(len(old), len(new))
    likeness = max(1, shorter // 3)
    if not known and abs(len(old) - len(new)) > likeness:
        return None
    distance = _distance(old, new)
    return distance if known or (distance <= likeness and shorter > 1) else None


def _distance(old: str, new: str) -> int:
    """Levenshtein: the fewest letters to add, drop or exchange."""
    row = list(range(len(new) + 1))
    for i, letter in enumerate(old, start=1):
        above, row[0] = row[0], i
        for j, other in enumerate(new, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != other))
    return row[-1]


def _is_figure(token: str) -> bool:
    return any(letter.isdigit() for letter in token)


def _tokens(text: str) -> tuple[str, ...]:
    """The words in small letters and the figures as written, without anything between them."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple("".join(token.split()) for token in _TOKEN.findall(plain))
