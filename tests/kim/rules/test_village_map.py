"""Villages as points: north is up, shapes keep their proportion, edge cases have a place."""

import math

from kim.rules.village_map import Frame, Place, Point, project


def test_projection_puts_north_up_and_east_right() -> None:
    frame = project([Place("utara-barat", 1.0, 10.0), Place("selatan-timur", -1.0, 12.0)], 200, 10)
    assert frame == Frame(200, 200, (Point("utara-barat", 10, 10), Point("selatan-timur", 190, 190)))


def test_projection_squeezes_degrees_of_longitude_away_from_the_equator() -> None:
    frame = project([Place("a", 60.0, 0.0), Place("b", 60.0 - 0.001, 1.0)], 220, 10)
    expected = round(0.001 * 200 / math.cos(math.radians(60))) + 20
    assert frame.height == expected


def test_projection_of_one_place_stands_in_the_middle() -> None:
    assert project([Place("satu", -1.3, 116.5)], 100, 10) == Frame(100, 100, (Point("satu", 50, 50),))


def test_projection_of_places_on_one_meridian_stays_inside() -> None:
    frame = project([Place("a", 1.0, 5.0), Place("b", 0.0, 5.0)], 100, 10)
    assert frame == Frame(100, 100, (Point("a", 50, 10), Point("b", 50, 90)))


def test_projection_of_nothing_is_empty() -> None:
    assert project([], 100, 10) == Frame(100, 100, ())
