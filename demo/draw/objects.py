"""Things people use: tables, baskets, tools, sacks, jars, instruments, flags, lamps."""

from __future__ import annotations

import math
from collections.abc import Sequence

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.paths import Point


def table(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    color: str = "plank",
    cloth: str = "",
    depth: float = 0.22,
) -> float:
    """Draw a table (x left, y feet, h its height); returns the y of the middle of its top."""
    top, d = y - h, h * depth
    cv.shadow(x + w / 2, y, w * 0.52, h * 0.07, 0.22, 0.1)
    if cloth:
        body = paths.polygon([(x, top), (x + w, top), (x + w, y - h * 0.06), (x, y - h * 0.06)])
        cv.shape(body, cloth, w * 0.02)
        tone = "#000000"
        folds = "".join(
            f"M{x + w * k:.1f} {top:.1f}l{3 * (k - 0.5):.1f} {h * 0.9:.1f}"
            for k in (0.08, 0.22, 0.35, 0.5, 0.64, 0.8, 0.93)
        )
        cv.path(folds, "none", tone, 2, 0.14)
    else:
        for k in (0.04, 0.9):
            cv.rect(x + w * k, top, w * 0.06 if w < 300 else 16, h, ink.dark(color, 0.3), shade=3)
        cv.rect(x, top, w, h * 0.13, ink.dark(color, 0.15))
    cv.poly(
        [(x - w * 0.01, top), (x + w * 0.03, top - d), (x + w * 0.97, top - d), (x + w * 1.01, top)],
        color if not cloth.startswith("#") and not cloth else ink.light(color, 0.1),
        3,
    )
    cv.rect(x - w * 0.01, top, w * 1.02, max(3, h * 0.03), ink.dark(color, 0.2))
    return top - d / 2


def basket(
    cv: Canvas, x: float, y: float, w: float, color: str = "bamboo", fill: str = "", lump: float = 0.14
) -> None:
    """Draw a woven basket (x centre, y foot) heaped with round things of colour `fill`."""
    h = w * 0.5
    if fill:
        heap(cv, x, y - h * 0.92, w * 0.42, w * 0.26, fill, w * lump)
    d = paths.smooth(
        [
            (x - w * 0.5, y - h),
            (x + w * 0.5, y - h),
            (x + w * 0.4, y - h * 0.1),
            (x + w * 0.3, y),
            (x - w * 0.3, y),
            (x - w * 0.4, y - h * 0.1),
        ],
        tension=0.35,
    )
    cv.shape(d, color, w * 0.1)
    with cv.group(clip=d):
        cuts = ""
        for i in range(5):
            for k in range(9):
                if (i + k) % 2:
                    bx, by = x - w * 0.5 + w * k / 9, y - h + h * i / 5
                    cuts += paths.rect(bx, by + h * 0.03, w / 9, h * 0.13)
        cv.path(cuts, ink.dark(color, 0.35), op=0.45)
    cv.path(paths.rect(x - w * 0.53, y - h * 1.06, w * 1.06, h * 0.13, 4), ink.light(color, 0.2))


def heap(cv: Canvas, x: float, y: float, rx: float, ry: float, color: str, size: float) -> None:
    """Draw a heap of round fruit; y is its base line."""
    for row in range(4):
        span = rx * (1 - row / 4.4)
        n = max(1, int(span * 2 / (size * 0.85)))
        for i in range(n):
            px = x - span + (2 * span) * (i + 0.5) / n + cv.rng.uniform(-1, 1) * size * 0.1
            py = y - ry * row / 3.4
            tone = ink.mix(ink.dark(color, 0.15), ink.light(color, 0.2), cv.rng.random())
            cv.oval(px, py - size * 0.3, size * 0.55, size * 0.5, tone)
            cv.oval(
                px + cv.mood.side * size * 0.16,
                py - size * 0.48,
                size * 0.13,
                size * 0.1,
                ink.light(tone, 0.5),
            )


def sack(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    color: str = "cream",
    h: float = 0,
    tied: bool = True,
    band: str = "",
) -> None:
    """Draw a filled sack (x centre, y foot)."""
    h = h or w * 1.15
    d = paths.smooth(
        [
            (x - w * 0.46, y),
            (x - w * 0.5, y - h * 0.4),
            (x - w * 0.36, y - h * 0.85),
            (x - w * 0.12, y - h * 0.96),
            (x + w * 0.12, y - h * 0.96),
            (x + w * 0.36, y - h * 0.85),
            (x + w * 0.5, y - h * 0.4),
            (x + w * 0.46, y),
        ],
        tension=0.8,
    )
    cv.shadow(x, y, w * 0.55, w * 0.1, 0.25, 0.2)
    if tied:
        cv.poly(
            [
                (x - w * 0.16, y - h * 1.12),
                (x + w * 0.18, y - h * 1.1),
                (x + w * 0.06, y - h * 0.92),
                (x - w * 0.06, y - h * 0.92),
            ],
            ink.dark(color, 0.1),
            2,
            soft=True,
        )
    cv.shape(d, color, w * 0.14)
    if band:
        with cv.group(clip=d):
            cv.rect(x - w, y - h * 0.56, w * 2, h * 0.14, band)
    cv.line([(x - w * 0.1, y - h * 0.9), (x - w * 0.2, y - h * 0.6)], ink.dark(color, 0.3), w * 0.02, op=0.6)
    cv.line(
        [(x + w * 0.1, y - h * 0.9), (x + w * 0.12, y - h * 0.55)], ink.dark(color, 0.3), w * 0.02, op=0.6
    )


def jar(cv: Canvas, x: float, y: float, w: float, h: float, content: str, lid: str = "brick") -> None:
    """Draw a glass jar full of something."""
    d = paths.rect(x - w / 2, y - h, w, h, w * 0.16)
    cv.shape(d, ink.mix("mist", content, 0.25), w * 0.14, 0.14)
    inner = paths.rect(x - w * 0.44, y - h * 0.84, w * 0.88, h * 0.8, w * 0.12)
    cv.path(inner, content)
    cv.marks(
        inner,
        (x - w * 0.44, y - h * 0.84, w * 0.88, h * 0.8),
        26,
        ink.light(content, 0.4),
        w * 0.2,
        w * 0.09,
        20,
        80,
        0.8,
    )
    cv.marks(
        inner,
        (x - w * 0.44, y - h * 0.84, w * 0.88, h * 0.8),
        20,
        ink.dark(content, 0.3),
        w * 0.2,
        w * 0.07,
        60,
        80,
        0.6,
    )
    cv.rect(x - w * 0.36, y - h * 0.56, w * 0.72, h * 0.32, "cream")
    cv.oval(x, y - h * 0.4, w * 0.13, w * 0.13, "forest")
    cv.rect(x - w * 0.46, y - h * 1.08, w * 0.92, h * 0.13, lid, r=4, shade=3)
    cv.rect(x - w * 0.4, y - h * 0.92, w * 0.08, h * 0.84, "white", r=3, op=0.5)


def pouch(cv: Canvas, x: float, y: float, w: float, h: float, color: str, label: str = "cream") -> None:
    """Draw a stand-up snack pouch."""
    d = paths.smooth(
        [
            (x - w * 0.44, y - h),
            (x + w * 0.44, y - h),
            (x + w * 0.5, y - h * 0.4),
            (x + w * 0.46, y),
            (x, y + h * 0.02),
            (x - w * 0.46, y),
            (x - w * 0.5, y - h * 0.4),
        ],
        tension=0.4,
    )
    cv.shape(d, color, w * 0.12)
    cv.rect(x - w * 0.44, y - h, w * 0.88, h * 0.09, ink.dark(color, 0.2))
    cv.oval(x, y - h * 0.46, w * 0.3, h * 0.22, label)
    cv.path(paths.lens((x - w * 0.16, y - h * 0.4), (x + w * 0.16, y - h * 0.54), w * 0.06), "leaf")
    cv.rect(x - w * 0.3, y - h * 0.18, w * 0.6, h * 0.05, ink.light(color, 0.4))


def tool(cv: Canvas, a: Point, b: Point, kind: str, u: float) -> None:
    """Draw a long tool from grip `a` to working end `b`: hoe, shovel, rake, broom, pole, sickle, paddle."""
    cv.line([a, b], "plank", u * 1.5)
    ang = math.atan2(b[1] - a[1], b[0] - a[0])
    c, s = math.cos(ang), math.sin(ang)

    def pt(along: float, side: float) -> Point:
        return b[0] + (c * along - s * side) * u, b[1] + (s * along + c * side) * u

    if kind == "shovel":
        cv.poly([pt(-1, -3.4), pt(5, -3.8), pt(9, 0), pt(5, 3.8), pt(-1, 3.4)], "steel", u, soft=True)
    elif kind == "hoe":
        side = 1 if c >= 0 else -1
        cv.poly([pt(-1.4, 0), pt(1.6, 0), pt(1.2, side * 9), pt(-3.2, side * 9)], "steel", u)
    elif kind == "rake":
        cv.line([pt(0, -6), pt(0, 6)], "steel", u * 0.9)
        for k in range(-6, 7, 2):
            cv.line([pt(0, k), pt(3, k)], "steel", u * 0.6)
    elif kind == "broom":
        cv.poly([pt(-2, -1.2), pt(12, -5), pt(12, 5), pt(-2, 1.2)], "straw", u)
    elif kind == "paddle":
        cv.poly([pt(-4, -1), pt(3, -3), pt(11, -2), pt(11, 2), pt(3, 3), pt(-4, 1)], "wood", u, soft=True)
    elif kind == "sickle":
        cv.path(
            f"M{b[0]:.1f} {b[1]:.1f}q{c * 7 * u - s * 7 * u:.1f} {s * 7 * u + c * 7 * u - 4 * u:.1f} {c * 2 * u + 7 * u:.1f} {7 * u:.1f}",
            "none",
            "steel",
            u * 1.1,
        )


def bottle(cv: Canvas, x: float, y: float, h: float, color: str) -> None:
    """Draw a bottle."""
    w = h * 0.28
    cv.shape(
        paths.smooth(
            [
                (x - w / 2, y),
                (x - w / 2, y - h * 0.55),
                (x - w * 0.16, y - h * 0.78),
                (x - w * 0.16, y - h),
                (x + w * 0.16, y - h),
                (x + w * 0.16, y - h * 0.78),
                (x + w / 2, y - h * 0.55),
                (x + w / 2, y),
            ],
            tension=0.4,
        ),
        color,
        w * 0.2,
    )


def jerrycan(cv: Canvas, x: float, y: float, h: float, color: str = "mustard") -> None:
    """Draw a jerrycan (x centre, y foot)."""
    w = h * 0.68
    cv.shadow(x, y, w * 0.6, w * 0.12, 0.25, 0.2)
    cv.rect(x - w / 2, y - h * 0.84, w, h * 0.84, color, r=h * 0.09, shade=h * 0.08)
    cv.path(paths.rect(x - w * 0.32, y - h * 0.98, w * 0.5, h * 0.2, h * 0.05), "none", color, h * 0.07)
    cv.rect(x + w * 0.22, y - h * 0.95, w * 0.18, h * 0.14, "coal")
    cv.path(
        f"M{x - w * 0.3:.1f} {y - h * 0.62:.1f}L{x + w * 0.3:.1f} {y - h * 0.16:.1f}M{x + w * 0.3:.1f} {y - h * 0.62:.1f}L{x - w * 0.3:.1f} {y - h * 0.16:.1f}",
        "none",
        ink.dark(color, 0.22),
        h * 0.03,
        0.7,
    )


def bucket(cv: Canvas, x: float, y: float, w: float, color: str = "river", fill: str = "") -> None:
    """Draw a bucket (x centre, y foot)."""
    h = w * 0.85
    cv.poly(
        [(x - w * 0.5, y - h), (x + w * 0.5, y - h), (x + w * 0.36, y), (x - w * 0.36, y)], color, w * 0.12
    )
    cv.oval(x, y - h, w * 0.5, w * 0.1, ink.dark(color, 0.3))
    if fill:
        cv.oval(x, y - h, w * 0.42, w * 0.075, fill)
    cv.path(
        f"M{x - w * 0.48:.1f} {y - h:.1f}Q{x:.1f} {y - h * 1.7:.1f} {x + w * 0.48:.1f} {y - h:.1f}",
        "none",
        "steel",
        w * 0.04,
    )


def chair(
    cv: Canvas, x: float, y: float, h: float, color: str = "brick", face: int = 1, back_view: bool = False
) -> None:
    """Draw a plastic chair whose seat is 0.42 h high."""
    s, w = y - h * 0.42, h * 0.44
    if back_view:
        for k in (-0.46, 0.4):
            cv.rect(x + w * k, s, w * 0.09, h * 0.42, ink.dark(color, 0.25))
        cv.rect(x - w * 0.5, s - h * 0.44, w, h * 0.46, color, r=w * 0.16, shade=w * 0.1)
        for k in (-0.22, 0, 0.22):
            cv.rect(x + w * k - w * 0.035, s - h * 0.34, w * 0.07, h * 0.24, ink.dark(color, 0.3), r=3)
        return
    cv.line([(x - face * w * 0.4, s), (x - face * w * 0.52, y)], ink.dark(color, 0.2), h * 0.04)
    cv.line([(x + face * w * 0.4, s), (x + face * w * 0.46, y)], ink.dark(color, 0.2), h * 0.04)
    cv.line([(x - face * w * 0.44, s), (x - face * w * 0.58, s - h * 0.46)], color, h * 0.06)
    cv.path(paths.capsule((x - w * 0.42, s + 2), (x + w * 0.42, s + 2), h * 0.03, h * 0.03), color)


def mat(cv: Canvas, quad: Sequence[Point], color: str = "straw", stripe: str = "brick") -> None:
    """Draw a woven mat as far-left, far-right, near-right, near-left."""
    fl, fr, nr, nl = quad
    d = paths.polygon(quad)
    cv.path(d, color)
    with cv.group(clip=d):
        for t in (0.06, 0.94):
            cv.line([paths.lerp(fl, fr, t), paths.lerp(nl, nr, t)], stripe, 7)
        for i in range(1, 12):
            cv.line(
                [paths.lerp(fl, nl, i / 12), paths.lerp(fr, nr, i / 12)], ink.dark(color, 0.2), 1.4, op=0.5
            )
        for i in range(1, 26):
            cv.line(
                [paths.lerp(fl, fr, i / 26), paths.lerp(nl, nr, i / 26)], ink.dark(color, 0.2), 1.0, op=0.35
            )
    cv.path(d, "none", stripe, 3)


def flag(cv: Canvas, x: float, y: float, h: float, w: float = 90, face: int = 1) -> None:
    """Draw the red-and-white flag on a pole whose foot is (x, y)."""
    cv.line([(x, y), (x, y - h)], "cream", max(2, h * 0.012))
    cv.oval(x, y - h, 4, 4, "mustard")
    f, t = face, y - h + 6
    for k, color in ((0, "red"), (1, "white")):
        a, b = t + k * w * 0.32, t + (k + 1) * w * 0.32
        cv.shape(
            f"M{x:.1f} {a:.1f}q{f * w * 0.25:.1f} {-w * 0.07:.1f} {f * w * 0.5:.1f} 0t{f * w * 0.5:.1f} 0V{b:.1f}q{-f * w * 0.25:.1f} {w * 0.07:.1f} {-f * w * 0.5:.1f} 0t{-f * w * 0.5:.1f} 0Z",
            color,
            w * 0.05,
            0.16,
        )


def bunting(
    cv: Canvas,
    a: Point,
    b: Point,
    sag: float = 40,
    size: float = 22,
    colors: Sequence[str] = ("red", "white"),
) -> None:
    """Hang a row of pennants between two points."""
    line = paths.bezier(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag * 2), b, 24)
    cv.line(line, "coal", 1.4)
    n = max(4, int(math.hypot(b[0] - a[0], b[1] - a[1]) / (size * 1.15)))
    for i in range(n):
        p, q = paths.along(line, (i + 0.08) / n), paths.along(line, (i + 0.92) / n)
        cv.poly([p, q, ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2 + size)], colors[i % len(colors)], 3)


def lantern(cv: Canvas, x: float, y: float, r: float, color: str = "amber", glow: float = 0.6) -> None:
    """Draw a hanging paper lantern centred at (x, y), alight."""
    cv.line([(x, y - r * 1.2), (x, y - r * 2.2)], "coal", 1.4)
    cv.glow(x, y, r * 4.5, op=glow)
    with cv.at(0, 0.2):
        cv.shape(paths.ellipse(x, y, r * 0.86, r), color, r * 0.3, 0.2)
        cv.path(paths.lens((x, y - r), (x, y + r), r * 0.18), "#ffe9a8")
        for k in (-1, 1):
            cv.rect(x - r * 0.36, y + k * r * 0.98 - r * 0.09, r * 0.72, r * 0.18, "brick")


def banner(
    cv: Canvas, x: float, y: float, w: float, h: float, color: str = "forest", accent: str = "mustard"
) -> None:
    """Draw a blank banner with a motif instead of words (x left, y top)."""
    cv.rect(x, y, w, h, color, shade=w * 0.012)
    cv.rect(x, y + h * 0.84, w, h * 0.08, accent)
    cv.oval(x + w * 0.12, y + h * 0.42, h * 0.22, h * 0.22, "cream")
    cv.path(
        paths.lens((x + w * 0.12 - h * 0.1, y + h * 0.54), (x + w * 0.12 + h * 0.1, y + h * 0.3), h * 0.06),
        "leaf",
    )
    for i, k in enumerate((0.52, 0.4, 0.46)):
        cv.rect(
            x + w * 0.26, y + h * (0.2 + 0.2 * i), w * k, h * 0.09, ink.light(color, 0.75 if i == 0 else 0.45)
        )
