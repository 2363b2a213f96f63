"""The layout of a front: lead, days, rotation."""

import datetime
from dataclasses import dataclass

import pytest

from news.rules.front import Period, choose_lead, group_by_period, rotated

TODAY = datetime.date(2026, 11, 24)


@dataclass(frozen=True)
class Story:
    has_picture: bool = False
    day: datetime.date = TODAY


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ([True], 0),
        ([False], 0),
        ([False, True, True], 1),
        ([False, False, False, False, True], 4),
        ([False, False, False, False, False, True], 0),
    ],
)
def test_lead_is_the_newest_with_a_picture_within_reach(pictures: list[bool], expected: int) -> None:
    assert choose_lead([Story(has_picture=picture) for picture in pictures]) == expected


def test_lead_of_an_empty_front_is_refused() -> None:
    with pytest.raises(ValueError):
        choose_lead([])


def test_stories_stand_by_day_for_a_week_and_by_month_before() -> None:
    days = [0, 0, 1, 6, 7, 20, 30, 31, 400]
    stories = [Story(day=TODAY - datetime.timedelta(days=age)) for age in days]
    groups = [(period, len(rows)) for period, rows in group_by_period(stories, TODAY)]
    assert groups == [
        (Period(datetime.date(2026, 11, 24), False), 2),
        (Period(datetime.date(2026, 11, 23), False), 1),
        (Period(datetime.date(2026, 11, 18), False), 1),
        (Period(datetime.date(2026, 11, 1), True), 2),
        (Period(datetime.date(2026, 10, 1), True), 2),
        (Period(datetime.date(2025, 10, 1), True), 1),
    ]


def test_rotation_puts_everybody_first_once_in_a_round() -> None:
    items = ["a", "b", "c", "d"]
    firsts = sorted(rotated(items, TODAY + datetime.timedelta(days=n))[0] for n in range(4))
    assert firsts == items


def test_rotation_keeps_all_items_in_their_round() -> None:
    turned = rotated([1, 2, 3], TODAY)
    assert (sorted(turned), rotated([], TODAY)) == ([1, 2, 3], [])
