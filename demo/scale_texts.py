"""Text for scale data: paragraphs of the demo stories beside invented ones with the word frequencies of a language."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from itertools import accumulate

from demo import sources
from news.rules import plain_text

# Beside the words of our own stories, seldom ones, as names of people and places are.
RARE_WORDS = 20_000
_SYLLABLES = "ba bi bu da di du ga gu ja ji ka ki ku la li lu ma mi mu na ni nu pa pi ra ri ru sa si su ta ti tu wa ya".split()
_ENDINGS = ("", "n", "ng", "h", "s", "r", "t", "k")
PARAGRAPHS = (4, 7)
SENTENCES = (3, 5)
WORDS = (8, 18)


@dataclass(frozen=True)
class Body:
    """`raw` is the stored JSON of a story body, `plain` its words alone."""

    headline: str
    lead: str
    raw: str
    plain: str


class Vocabulary:
    """Words by Zipf's law: the one of rank r is drawn about as often as 1 / r."""

    def __init__(self, chance: random.Random) -> None:
        known = re.findall(r"[a-z]{2,}", " ".join(_paragraphs()).lower())
        counted = sorted(set(known), key=lambda word: (-known.count(word), word))
        rare = {
            "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))) + chance.choice(_ENDINGS)
            for _ in range(RARE_WORDS)
        }
        self.words = counted + sorted(rare - set(counted))
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.chance = chance

    def some(self, number: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.weights, k=number)

    def sentence(self) -> str:
        words = self.some(self.chance.randint(*WORDS))
        return f"{' '.join(words).capitalize()}."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(*SENTENCES)))


def bodies(count: int, chance: random.Random) -> list[Body]:
    """So many texts of about 200 to 450 words; the stories of the demo give every one its beginning."""
    vocabulary = Vocabulary(chance)
    stories = sources.stories()
    made = []
    for number in range(count):
        story = stories[number % len(stories)]
        real = [block["text"] for block in story["block"] if block["type"] == "paragraph"]
        text = [chance.choice(real) if real else story["lead"]]
        text += [vocabulary.paragraph() for _ in range(chance.randint(*PARAGRAPHS))]
        blocks = plain_text.to_blocks("\n\n".join(text), base=[], new_id=lambda: "skala")
        words = " ".join(part.capitalize() for part in vocabulary.some(2))
        made.append(
            Body(f"{story['headline'][:150]} {words}", story["lead"], json.dumps(blocks), " ".join(text))
        )
    return made


def _paragraphs() -> list[str]:
    return [
        block["text"]
        for story in sources.stories()
        for block in story["block"]
        if block["type"] == "paragraph"
    ]
