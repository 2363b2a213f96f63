"""A close-up forearm with a hand, for pictures about handwork."""

from __future__ import annotations

import math

from demo.draw import dress, ink, paths
from demo.draw.canvas import Canvas
from demo.draw.paths import Point


def arm(
    cv: Canvas,
    elbow: Point,
    wrist: Point,
    width: float,
    skin: str,
    sleeve: str,
    motif: str = "",
    side: int = 1,
) -> None:
    """Draw a forearm from beyond the picture to `wrist`, a sleeve, and a hand that holds on; `side` is the thumb's side."""
    dx, dy = wrist[0] - elbow[0], wrist[1] - elbow[1]
    n = math.hypot(dx, dy)
    ux, uy = dx / n, dy / n

    def p(along: float, across: float) -> Point:
        return wrist[0] + (ux * along - uy * across * side) * width, wrist[1] + (
            uy * along + ux * across * side
        ) * width

    cv.path(
        paths.capsule(
            (elbow[0] + 20, elbow[1] + 26), (wrist[0] + 20, wrist[1] + 26), width * 0.62, width * 0.4
        ),
        "#101820",
        op=0.25,
    )
    cv.shape(paths.capsule(elbow, p(-0.05, 0), width * 0.62, width * 0.36), skin, width * 0.18)
    cv.shape(
        paths.smooth(
            [p(-0.2, -0.38), p(0.3, -0.46), p(0.75, -0.42), p(0.8, 0.3), p(0.4, 0.44), p(-0.2, 0.38)]
        ),
        skin,
        width * 0.14,
    )
    for k, (off, long) in enumerate(((-0.36, 0.5), (-0.13, 0.62), (0.09, 0.6), (0.29, 0.46))):
        a, b, c = p(0.66, off), p(0.7 + long * 0.6, off * 1.12), p(0.74 + long, off * 0.95)
        cv.shape(paths.capsule(a, b, width * 0.125, width * 0.115), skin, width * 0.05, 0.16)
        cv.shape(paths.capsule(b, c, width * 0.115, width * 0.09), skin, width * 0.05, 0.2)
        cv.path(paths.lens(p(0.7 + long, off * 0.98), c, width * 0.05), ink.light(skin, 0.35))
        cv.line(
            [p(0.72, off + 0.11), p(0.62, off + 0.115)],
            ink.dark(skin, 0.35),
            width * 0.025,
            op=0.6 if k < 3 else 0,
        )
    cv.shape(paths.capsule(p(0.15, 0.34), p(0.55, 0.62), width * 0.17, width * 0.13), skin, width * 0.06)
    cv.shape(paths.capsule(p(0.55, 0.62), p(0.86, 0.58), width * 0.13, width * 0.09), skin, width * 0.05)
    cuff = p(-1.9, 0)
    fill = dress.cloth(cv, sleeve, motif, width / 7) if motif else sleeve
    cv.shape(paths.capsule(elbow, cuff, width * 0.86, width * 0.62), fill, width * 0.24)
    a, b = p(-1.34, -0.62), p(-1.34, 0.62)
    cv.line([a, p(-1.26, 0), b], ink.dark(sleeve, 0.3), width * 0.1, soft=True)
