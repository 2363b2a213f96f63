"""What is worn on heads: hair, hats and the hood of a hijab, in units of 1 % of the standing height."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.dress import Look
from demo.draw.paths import Point


def covering(
    cv: Canvas, put: Callable[[Sequence[Point]], list[Point]], u: float, view: str, turn: float, look: Look
) -> None:
    """Draw hair, hat or veil over a head."""
    side, back = view == "side", view == "back"
    hair = ink.mix("hair", "grey", 0.75 if look.old else 0)
    w = u * 2.4
    kind, color = look.head, look.cover
    veil = color if kind == "hijab" else look.under if look.under not in ("", "long") else ""
    if veil:
        hood(cv, put, u, view, turn, veil)
    elif side:
        cv.shape(
            paths.smooth(
                put(
                    [
                        (4.9, -3.4),
                        (4.2, -6.6),
                        (0, -8.1),
                        (-4.8, -6.6),
                        (-6.5, -1.6),
                        (-5.2, 3.2),
                        (-3.4, 2.8),
                        (-2.6, -1.2),
                        (-0.6, -2.2),
                        (0.6, -4.2),
                    ]
                )
            ),
            hair,
            w,
        )
    elif back and kind == "long":
        cv.shape(
            paths.smooth(
                put(
                    [
                        (0, -8),
                        (4.8, -6.4),
                        (6.2, -1),
                        (6.2, 6),
                        (4.6, 12),
                        (0, 13),
                        (-4.6, 12),
                        (-6.2, 6),
                        (-6.2, -1),
                        (-4.8, -6.4),
                    ]
                )
            ),
            hair,
            w,
        )
        cv.line(put([(0.4, -7), (0.8, 2), (0.2, 11)]), ink.light(hair, 0.14), u * 0.5, soft=True)
    elif back:
        cv.shape(
            paths.smooth(
                put(
                    [(0, -8), (4.8, -6.4), (6, -1), (4.8, 3.6), (0, 4.6), (-4.8, 3.6), (-6, -1), (-4.8, -6.4)]
                )
            ),
            hair,
            w,
        )
    else:
        cv.shape(
            paths.smooth(
                put(
                    [
                        (-5.7, 0.2),
                        (-6.0, -3.6),
                        (-4.2, -7.2),
                        (0, -8.3),
                        (4.3, -7.2),
                        (6.0, -3.6),
                        (5.6, -0.2),
                        (4.6, -3.6),
                        (1.8 + turn, -4.6),
                        (-2.4, -4.0),
                        (-4.6, -2.8),
                    ]
                )
            ),
            hair,
            w,
        )
    if kind == "bun":
        cv.shape(
            paths.ellipse(
                *put([(-6.2 if side else 0, 0.5 if side else (-1 if back else -8.4))])[0], u * 2.9, u * 2.6
            ),
            hair,
            w * 0.6,
        )
    elif kind == "caping":
        cone = [
            (-13, -3.6),
            (-6, -2.2),
            (0, -1.8),
            (6, -2.2),
            (13, -3.6),
            (1.2, -12.4),
            (0, -12.8),
            (-1.2, -12.4),
        ]
        d = (
            paths.smooth(put(cone[:5]), closed=False)
            + "L"
            + "L".join(f"{x:.1f} {y:.1f}" for x, y in put(cone[5:]))
            + "Z"
        )
        cv.shape(d, "bamboo", u * 5, 0.24, 0.1)
        rays = "".join(
            "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*put([(0, -12.4)])[0], *put([(x, -2.4)])[0])
            for x in (-9, -4.5, 0, 4.5, 9)
        )
        cv.path(rays, "none", "#8a6a2c", u * 0.28, 0.7)
        for t in (0.4, 0.72):
            y = -12.6 + 9.4 * t
            cv.line(
                put([(-12.6 * t, y - 0.2), (0, y + 1.4 * t), (12.6 * t, y - 0.2)]),
                "#8a6a2c",
                u * 0.3,
                soft=True,
                op=0.7,
            )
    elif kind == "peci":
        top = [(-5.2, -9.2), (5.0, -9.6), (5.6, -4.0), (0, -3.4), (-5.9, -3.6)]
        cv.shape(paths.smooth(put(top), tension=0.45), color, w)
    elif kind == "helmet":
        shell = [
            (5.9, -3.2),
            (5.0, -7.4),
            (0, -9.4),
            (-5.6, -7.4),
            (-7.2, -2),
            (-6.2, 2.6),
            (-3.2, 2.2),
            (-2.4, -1.8),
            (0.4, -3.2),
        ]
        whole = [
            (-6.6, -2.2),
            (-5.8, -7.2),
            (0, -9.6),
            (5.8, -7.2),
            (6.6, -2.2),
            (6.0, 1.8 if back else -1.4),
            (0, 3.4 if back else -3.6),
            (-6.0, 1.8 if back else -1.4),
        ]
        cv.shape(paths.smooth(put(shell if side else whole), tension=0.9), color, w)
        if side:
            cv.line(put([(5.8, -3.4), (0.4, -3.2), (-2.2, -1.6)]), ink.dark(color, 0.35), u * 0.6, soft=True)
    elif kind in ("cap", "bucket"):
        dome = [(-6.1, -2.8), (-5.6, -6.8), (-1.6, -9.0), (3.4, -8.4), (6.0, -5.6), (6.0, -3.2), (0, -2.6)]
        cv.shape(paths.smooth(put(dome), tension=0.9), color, w)
        tone = ink.dark(color, 0.18)
        if kind == "bucket":
            cv.path(
                paths.smooth(
                    put([(-8.6, -1.6), (-5.8, -4.0), (5.8, -4.0), (8.8, -1.8), (0, -0.9)]), tension=0.7
                ),
                tone,
            )
        elif side:
            cv.path(
                paths.smooth(put([(3.4, -4.3), (10.4, -3.2), (10.2, -2.3), (3.4, -2.6)]), tension=0.6), tone
            )
        elif not back:
            cv.path(
                paths.smooth(
                    put(
                        [
                            (-5.4 + turn, -3.8),
                            (turn, -5.0),
                            (5.6 + turn, -3.8),
                            (4.6 + turn * 1.4, -2.0),
                            (turn, -2.9),
                            (-4.6 + turn, -2.0),
                        ]
                    )
                ),
                tone,
            )
    elif kind == "band":
        b = [(-6.1, -2.6), (-5.8, -5.2), (0, -5.8), (5.7, -5.2), (6.0, -2.8), (0, -3.6)]
        cv.path(paths.smooth(put(b), tension=0.8), color)
        cv.path(paths.smooth(put([(-1, -5), (1.6, -10.4), (3, -5)]), tension=0.6), color)
    elif kind == "crown":
        fan = "".join(
            paths.lens(put([(x * 0.86, -4)])[0], put([(x * 1.5, -12.5 + abs(x) * 0.7)])[0], u * 0.72)
            for x in (-6, -4, -2, 0, 2, 4, 6)
        )
        cv.path(fan, "mustard")
        cv.path(
            "".join(
                paths.ellipse(*put([(x * 1.5, -12.6 + abs(x) * 0.7)])[0], u * 0.6, u * 0.6)
                for x in (-6, -4, -2, 0, 2, 4, 6)
            ),
            "brick",
        )
        for x in (-7.2, 7.2):
            cv.line(put([(x * 0.86, -3), (x, 2), (x * 0.92, 6)]), "mustard", u * 0.8, soft=True)
        spikes = (
            [(-6.2, -3)]
            + [(x, -7.4 if i % 2 else -6) for i, x in enumerate((-6, -4.5, -3, -1.5, 0, 1.5, 3, 4.5, 6))]
            + [(6.2, -3)]
        )
        cv.shape(paths.polygon(put(spikes)), "mustard", w)
        cv.path(
            paths.smooth(put([(-6.2, -3.2), (0, -4.2), (6.2, -3.2), (6, -5), (0, -6), (-6, -5)])), "brick"
        )


def hood(
    cv: Canvas, put: Callable[[Sequence[Point]], list[Point]], u: float, view: str, turn: float, color: str
) -> None:
    """Draw the hood of a hijab around the face (its drape belongs to the body)."""
    w = u * 2.6
    if view == "back":
        cv.shape(
            paths.smooth(
                put(
                    [
                        (0, -8.4),
                        (5, -7),
                        (7, -1.5),
                        (6.8, 4),
                        (7.6, 9),
                        (0, 11),
                        (-7.6, 9),
                        (-6.8, 4),
                        (-7, -1.5),
                        (-5, -7),
                    ]
                )
            ),
            color,
            w,
        )
        cv.line(put([(0.5, -6), (1.4, 0), (0.6, 7)]), ink.dark(color, 0.25), u * 0.4, soft=True, op=0.6)
        return
    if view == "side":
        outer = [
            (4.6, -5.6),
            (2.6, -8.2),
            (-2, -8.6),
            (-6.4, -5.6),
            (-7.4, 0),
            (-6.8, 5.4),
            (-5.6, 9.6),
            (0.6, 10.6),
            (4.6, 8.8),
            (3.9, 6.9),
            (1.2, 4.2),
            (0.9, -0.6),
            (2.6, -3.8),
        ]
        cv.shape(paths.smooth(put(outer), tension=0.9), color, w)
        cv.line(put([(-0.6, -5.4), (-1.6, 0), (0.4, 6.6)]), ink.dark(color, 0.25), u * 0.4, soft=True, op=0.6)
        return
    t = turn
    ring = paths.smooth(
        put(
            [
                (0, -8.5),
                (4.9, -7.2),
                (6.9, -2),
                (6.4, 4),
                (7, 9),
                (0, 11.5),
                (-7, 9),
                (-6.4, 4),
                (-6.9, -2),
                (-4.9, -7.2),
            ]
        )
    ) + paths.smooth(
        put(
            [
                (t, -5.4),
                (-3.3 + t, -4),
                (-4.5 + t, 0),
                (-3.5 + t, 4.2),
                (t, 6.6),
                (3.5 + t * 0.9, 4.2),
                (4.5 + t * 0.8, 0),
                (3.3 + t * 0.9, -4),
            ]
        )
    )
    cv.shape(ring, color, w)
    cv.line(
        put([(-3 + t, 6.4), (0.6 + t, 8.2), (4.4, 6.4)]), ink.dark(color, 0.3), u * 0.4, soft=True, op=0.55
    )
