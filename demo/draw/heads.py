"""Heads: faces, hair, and what is worn on them, in units of 1 % of the standing height."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.dress import Look
from demo.draw.headwear import covering
from demo.draw.paths import Point

SIDE = (
    (0, -7.2),
    (4.0, -5.9),
    (5.2, -2.6),
    (5.1, -0.9),
    (6.3, 1.5),
    (5.3, 2.5),
    (5.5, 4.1),
    (4.6, 6.4),
    (1.6, 6.3),
    (-1.0, 4.2),
    (-4.6, 3.0),
    (-5.8, -1.4),
    (-3.9, -5.9),
)
FRONT = (
    (0, -7.2),
    (4.2, -5.5),
    (5.4, -1.2),
    (4.9, 3.2),
    (2.7, 6.4),
    (0, 7.1),
    (-2.7, 6.4),
    (-4.9, 3.2),
    (-5.4, -1.2),
    (-4.2, -5.5),
)


def head(cv: Canvas, at: Point, u: float, view: str, face: int, tilt: float, look: Look) -> None:
    """Draw a head centred at `at`; `tilt` degrees turns it forwards (towards `face`)."""
    a = math.radians(tilt) * face
    ca, sa = math.cos(a), math.sin(a)

    def put(points: Sequence[Point]) -> list[Point]:
        out = []
        for x, y in points:
            x *= face * u
            y *= u
            out.append((at[0] + x * ca - y * sa, at[1] + x * sa + y * ca))
        return out

    skin = look.skin
    side = view == "side"
    back = view == "back"
    turn = {"side": 0.0, "q": 1.5, "front": 0.0, "back": 0.0}[view]
    w = u * 2.6
    if look.head == "long" or look.under == "long":
        locks: list[list[Point]]
        if side:
            locks = [[(-5.8, -4), (0, -4), (-1.5, 4), (-1.8, 10), (-4, 13), (-6.6, 10), (-6.6, 2)]]
        elif back:
            locks = [[(-5.9, -4), (5.9, -4), (6.4, 6), (5, 12), (0, 13.5), (-5, 12), (-6.4, 6)]]
        else:
            locks = [
                [
                    (s * 4, -5),
                    (s * 6.2, -2),
                    (s * 6.6, 5),
                    (s * 6.2, 11),
                    (s * 4.2, 12),
                    (s * 3.9, 6),
                    (s * 4.6, 1),
                ]
                for s in (-1, 1)
            ]
        for lock in locks:
            cv.shape(paths.smooth(put(lock)), "hair", w)
    if look.head == "caping":
        cv.path(paths.smooth(put([(-13, -3.6), (0, -1.4), (13, -3.6), (0, -5.2)])), "#6f5227")
    if not (back and look.head in ("hijab",)):
        ear = (
            []
            if back
            else [(-0.8, 0.4)]
            if side
            else [(-5.3, 0.6), (5.3, 0.6)]
            if view == "front"
            else [(-5.0, 0.6)]
        )
        if not side:
            for ex, ey in ear:
                e = put([(ex, ey)])[0]
                cv.oval(e[0], e[1], u * 1.1, u * 1.6, ink.dark(skin, 0.1))
        cv.shape(paths.smooth(put(SIDE if side else FRONT)), skin, w, 0.16, 0.1)
        if side:
            e = put([(-1.2, 0.4)])[0]
            cv.oval(e[0], e[1], u * 1.0, u * 1.5, ink.dark(skin, 0.18))
    if not back:
        features(cv, put, u, side, turn, look)
    covering(cv, put, u, view, turn, look)


def features(
    cv: Canvas, put: Callable[[Sequence[Point]], list[Point]], u: float, side: bool, turn: float, look: Look
) -> None:
    """Draw eyes, brows, nose and mouth, as far as the size carries them."""
    if u < 1.5:
        return
    dark, hair = ink.dark(look.skin, 0.62), ink.mix("hair", "grey", 0.7 if look.old else 0)
    eyes = [3.3] if side else [-2.2 + turn, 2.2 + turn * 0.9]
    for x in eyes:
        if u > 2.2:
            cv.path(
                paths.smooth(put([(x - 1.15, -0.1), (x, -0.75), (x + 1.1, -0.1), (x, 0.4)])),
                ink.light(look.skin, 0.75),
            )
            cv.oval(*put([(x + (0.35 if side else 0.1), -0.2)])[0], u * 0.58, u * 0.62, dark)
            cv.line(put([(x - 1.3, -0.1), (x, -0.9), (x + 1.2, -0.2)]), dark, u * 0.4, soft=True)
        else:
            cv.oval(*put([(x, -0.3)])[0], u * 0.62, u * 0.6, dark)
        if u > 2.2:
            cv.line(put([(x - 1.3, -2.0), (x, -2.7), (x + 1.2, -2.2)]), hair, u * 0.5, soft=True)
    if u > 2.0:
        if not side:
            cv.line(
                put([(0.3 + turn, -0.4), (0.9 + turn, 1.9), (0.1 + turn, 2.3)]),
                ink.dark(look.skin, 0.32),
                u * 0.42,
                soft=True,
            )
        m = (
            [(4.9, 4.3), (3.6, 4.5), (2.9, 4.2)]
            if side
            else [(-1.5 + turn, 4.1), (0.1 + turn, 4.7), (1.6 + turn, 4.0)]
        )
        cv.line(put(m), ink.mix(dark, "brick", 0.35), u * 0.55, soft=True)
    if look.old and look.head in ("peci", "cap", "hair"):
        b = (
            [(5.3, 5.2), (4.9, 7.4), (2.6, 7.2), (0.4, 5.2), (2.2, 5.7), (4.0, 5.7)]
            if side
            else [
                (-3.7 + turn * 0.7, 3.9),
                (-2.6 + turn * 0.8, 6.5),
                (turn * 0.9, 8.0),
                (2.6 + turn * 0.8, 6.5),
                (3.7 + turn * 0.7, 3.9),
                (1.6 + turn, 5.9),
                (turn, 6.2),
                (-1.6 + turn, 5.9),
            ]
        )
        cv.path(paths.smooth(put(b)), "#c9c3b6")
