"""The demo's own texts: enough, of the right length, each written once."""

import datetime
from collections import Counter
from typing import Any

import pytest

from demo import sources

STORIES = sources.stories()
KIMS = sources.kims()


def words_of(story: dict[str, Any]) -> int:
    texts = [story["lead"]]
    for block in story["block"]:
        texts.append(block.get("text", ""))
        texts.extend(block.get("items", []))
        texts.extend(f"{label} {value}" for label, value in block.get("rows", []))
    return len(" ".join(texts).split())


def test_there_are_24_kim_and_at_least_60_stories() -> None:
    assert len(KIMS) == 24
    assert len(STORIES) >= 60
    assert {story["kim"] for story in STORIES} == {kim["slug"] for kim in KIMS}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["slug"])
def test_story_has_120_to_450_words(story: dict[str, Any]) -> None:
    assert 120 <= words_of(story) <= 450


def test_no_two_stories_share_a_paragraph() -> None:
    paragraphs = [story["lead"] for story in STORIES]
    paragraphs += [block["text"] for story in STORIES for block in story["block"] if block.get("text")]
    repeated = [text for text, count in Counter(paragraphs).items() if count > 1]
    assert repeated == []


def test_stories_cover_the_last_twelve_months() -> None:
    ages = sorted(story["days_ago"] for story in STORIES)
    assert ages[0] >= 1
    assert ages[-1] <= 364
    months = {age // 31 for age in ages}
    assert months == set(range(12))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (datetime.date(2026, 11, 20), datetime.date(2026, 11, 20)),
        (datetime.date(2026, 11, 24), datetime.date(2026, 11, 20)),
        (datetime.date(2026, 11, 26), datetime.date(2026, 11, 20)),
        (datetime.date(2026, 11, 27), datetime.date(2026, 11, 27)),
    ],
)
def test_anchor_is_the_last_friday(today: datetime.date, expected: datetime.date) -> None:
    assert sources.anchor_day(today) == expected


def test_every_picture_of_a_story_or_cover_is_shipped() -> None:
    wanted = {kim["cover"] for kim in KIMS} | {story["picture"] for story in STORIES if story.get("picture")}
    wanted |= {block["picture"] for story in STORIES for block in story["block"] if block["type"] == "photo"}
    missing = sorted(name for name in wanted if not (sources.PICTURES / f"{name}.jpg").exists())
    assert missing == []
