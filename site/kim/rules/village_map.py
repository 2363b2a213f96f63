"""Places of a regency as points of a small drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees, north and east positive."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Point:
    """Pixels from the upper left corner."""

    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Size of the drawing in pixels and its points, in the order of the places."""

    width: int
    height: int
    points: tuple[Point, ...]


def project(places: list[Place], width: int, margin: int) -> Frame:
    """Equirectangular projection around the middle latitude, north up, fitted to `width`; height follows.

    Right to a pixel for anything the size of a regency. A single place stands in the middle of a square.
    """
    if not places:
        return Frame(width, width, ())
    north = max(place.latitude for place in places)
    south = min(place.latitude for place in places)
    west = min(place.longitude for place in places)
    east = max(place.longitude for place in places)
    squeeze = math.cos(math.radians((north + south) / 2))
    span = (east - west) * squeeze
    inner = width - 2 * margin
    if span == 0:
        scale = inner / (north - south) if north > south else 0.0
    else:
        scale = inner / span
    height = round((north - south) * scale) + 2 * margin if scale else width
    left = margin if span else width / 2
    top = margin if north > south else height / 2
    points = tuple(
        Point(
            place.name,
            round(left + (place.longitude - west) * squeeze * scale),
            round(top + (north - place.latitude) * scale),
        )
        for place in places
    )
    return Frame(width, height, points)
