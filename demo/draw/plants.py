"""Plants of Kotabaru: palms, bananas, bamboo, mangroves, broad trees, shrubs."""

from __future__ import annotations

import math

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.paths import Point


def frond(
    cv: Canvas,
    base: Point,
    angle: float,
    length: float,
    color: str,
    droop: float = 0.5,
    comb: int = 11,
    wide: float = 0.2,
) -> None:
    """Draw a pinnate frond that leaves `base` at `angle` degrees (0 right, -90 up) and bends down."""
    a = math.radians(angle)
    mid = (base[0] + length * 0.6 * math.cos(a), base[1] + length * 0.6 * math.sin(a))
    tip = (base[0] + length * math.cos(a), base[1] + length * math.sin(a) + length * droop)
    rib = paths.bezier(base, mid, tip, comb)
    d = ""
    for i in range(1, comb + 1):
        p, q = rib[i - 1], rib[i]
        t = i / comb
        dx, dy = q[0] - p[0], q[1] - p[1]
        n = math.hypot(dx, dy) or 1
        ux, uy = dx / n, dy / n
        reach = length * wide * math.sin(math.pi * (0.12 + 0.85 * t)) ** 0.7
        for side in (-1, 1):
            vx, vy = ux * 0.75 - uy * side * 0.8, uy * 0.75 + ux * side * 0.8 + 0.28
            d += paths.lens(p, (p[0] + vx * reach, p[1] + vy * reach), length * 0.016)
    cv.path(d, color)
    cv.line(rib, ink.dark(color, 0.2), length * 0.012 + 0.4)


def crown(
    cv: Canvas,
    x: float,
    y: float,
    length: float,
    color: str,
    count: int = 11,
    droop: float = 0.5,
    low: float = 35,
    comb: int = 11,
) -> None:
    """Draw a crown of fronds, darker behind, lighter in front."""
    angles = [-90 + (90 + low) * (2 * (i + 0.5) / count - 1) for i in range(count)]
    order = sorted(angles, key=lambda v: (abs(v + 90) < 40, cv.rng.random()))
    for k, a in enumerate(order):
        t = k / count
        tone = ink.mix(ink.dark(color, 0.32), ink.light(color, 0.12), t)
        n = length * cv.rng.uniform(0.82, 1.08)
        frond(
            cv,
            (x, y),
            a + cv.rng.uniform(-6, 6),
            n,
            tone,
            droop * (0.35 + 0.65 * abs(math.cos(math.radians(a)))),
            comb,
        )


def trunk(
    cv: Canvas, foot: Point, top: Point, width: float, color: str, bend: float = 0, rings: int = 14
) -> None:
    """Draw a tapering, ringed trunk."""
    mid = ((foot[0] + top[0]) / 2 + bend, (foot[1] + top[1]) / 2)
    spine = paths.bezier(foot, mid, top, 12)
    left = [
        (p[0] - width * (0.62 - 0.28 * i / 12) - (width * 0.25 if i == 0 else 0), p[1])
        for i, p in enumerate(spine)
    ]
    right = [
        (p[0] + width * (0.62 - 0.28 * i / 12) + (width * 0.25 if i == 0 else 0), p[1])
        for i, p in enumerate(spine)
    ]
    d = paths.smooth(left + right[::-1], tension=0.6)
    cv.shape(d, color, width * 0.42)
    cuts = ""
    for i in range(rings):
        p = paths.along(spine, (i + 0.5) / rings)
        cuts += f"M{p[0] - width * 0.4:.1f} {p[1]:.1f}q{width * 0.4:.1f} {width * 0.22:.1f} {width * 0.8:.1f} {-width * 0.05:.1f}"
    cv.path(cuts, "none", ink.dark(color, 0.3), width * 0.07, 0.6)


def coconut(cv: Canvas, x: float, y: float, height: float, lean: float = 0, color: str = "leaf") -> None:
    """Draw a coconut palm standing at (x, y)."""
    top = (x + lean, y - height)
    trunk(cv, (x, y), top, height * 0.045, "#9a8263", -lean * 0.35)
    crown(cv, top[0], top[1], height * 0.42, color, 12, 0.55, 30)
    for dx, dy in ((-0.025, 0.02), (0.03, 0.025), (0, 0.045)):
        cv.oval(
            top[0] + dx * height,
            top[1] + dy * height,
            height * 0.024,
            height * 0.028,
            "#a5883f",
            height * 0.01,
        )


def oil_palm(
    cv: Canvas, x: float, y: float, height: float, fruit: bool = True, color: str = "jungle"
) -> None:
    """Draw an oil palm: thick trunk with leaf bases, heavy crown, orange bunches."""
    top = y - height * 0.52
    w = height * 0.075
    cv.shadow(x, y, height * 0.3, height * 0.04, 0.22)
    d = paths.smooth(
        [
            (x - w * 1.2, y),
            (x - w, top + w),
            (x - w * 0.8, top),
            (x + w * 0.8, top),
            (x + w, top + w),
            (x + w * 1.2, y),
        ],
        tension=0.5,
    )
    cv.shape(d, "#6b5640", w * 0.7)
    with cv.group(clip=d):
        cuts = ""
        for i in range(8):
            for k in range(-2, 3):
                cx, cy = x + (k + (i % 2) * 0.5) * w * 0.62, y - (i + 0.3) * height * 0.066
                cuts += f"M{cx:.1f} {cy:.1f}l{w * 0.3:.1f} {-w * 0.45:.1f}l{w * 0.3:.1f} {w * 0.45:.1f}"
        cv.path(cuts, "none", "#463625", w * 0.12, 0.8)
    crown(cv, x, top - w * 0.2, height * 0.5, color, 15, 0.42, 28, 12)
    if fruit:
        for k in (-1, 0.9):
            cv.oval(x + k * w * 0.85, top + w * 0.7, w * 0.55, w * 0.62, "#a2441f", w * 0.3)
            cv.marks(
                "",
                (x + k * w * 0.85 - w * 0.4, top + w * 0.3, w * 0.8, w * 0.7),
                9,
                "amber",
                w * 0.22,
                w * 0.2,
                -90,
                40,
                0.9,
            )


def banana(cv: Canvas, x: float, y: float, height: float, color: str = "leaf", fruit: bool = False) -> None:
    """Draw a banana clump."""
    trunk(cv, (x, y), (x + height * 0.03, y - height * 0.5), height * 0.07, "#93924f", 0, 5)
    top = (x + height * 0.03, y - height * 0.48)
    for k, a in enumerate((-160, -20, -138, -45, -118, -64, -92)):
        a += cv.rng.uniform(-7, 7)
        n = height * cv.rng.uniform(0.5, 0.62)
        r = math.radians(a)
        mid = (top[0] + n * 0.62 * math.cos(r), top[1] + n * 0.72 * math.sin(r))
        tip = (top[0] + n * math.cos(r) * 1.02, top[1] + n * math.sin(r) + n * 0.42 * abs(math.cos(r)))
        rib = paths.bezier(top, mid, tip, 10)
        tone = ink.mix(ink.dark(color, 0.25), ink.light(color, 0.16), k / 6)
        left, right = [], []
        for i, p in enumerate(rib):
            t = i / 10
            q = rib[min(10, i + 1)]
            o = rib[max(0, i - 1)]
            dx, dy = q[0] - o[0], q[1] - o[1]
            m = math.hypot(dx, dy) or 1
            half = n * 0.125 * math.sin(math.pi * min(1, 0.06 + 0.94 * t)) ** 0.6
            left.append((p[0] - dy / m * half, p[1] + dx / m * half))
            right.append((p[0] + dy / m * half, p[1] - dx / m * half))
        d = paths.smooth(left + right[::-1], tension=0.8)
        cv.path(d, tone)
        cv.path(
            paths.smooth(rib, closed=False) + "L" + paths.smooth(right[::-1], closed=False)[1:] + "Z",
            ink.light(tone, 0.14),
            op=0.55,
        )
        cuts = "".join(
            f"M{rib[i][0]:.1f} {rib[i][1]:.1f}L{s[i][0]:.1f} {s[i][1]:.1f}"
            for i in (4, 6, 8)
            for s in (left, right)
        )
        cv.path(cuts, "none", ink.dark(tone, 0.3), 0.8, 0.45)
        cv.line(rib, ink.light(tone, 0.35), max(0.8, n * 0.016))
    if fruit:
        for i in range(4):
            cv.oval(
                x + height * 0.1, y - height * (0.44 - 0.035 * i), height * 0.05, height * 0.03, "mustard", 3
            )


def blob(
    cv: Canvas, x: float, y: float, rx: float, ry: float, color: str, leaves: bool = True, rough: float = 0.12
) -> None:
    """Draw a mass of foliage with leaf marks on the lit side."""
    n = 15
    pts = [
        (
            x + rx * math.cos(math.tau * i / n) * cv.rng.uniform(1 - rough, 1 + rough),
            y + ry * math.sin(math.tau * i / n) * cv.rng.uniform(1 - rough, 1 + rough),
        )
        for i in range(n)
    ]
    d = paths.smooth(pts, tension=1.25)
    cv.shape(d, color, rx * 0.3, 0.22)
    if leaves:
        lit = cv.mood.side
        cv.marks(
            d,
            (x - rx * 0.9 + (0 if lit < 0 else rx * 0.5), y - ry * 0.9, rx * 1.3, ry * 1.2),
            int(8 + rx * 0.25),
            ink.light(color, 0.24),
            min(15, 5 + rx * 0.09),
            min(4.6, 2 + rx * 0.03),
            -35 * lit,
            40,
            0.6,
        )


def tree(
    cv: Canvas,
    x: float,
    y: float,
    height: float,
    color: str = "jungle",
    wide: float = 0.42,
    bark: str = "#74583e",
) -> None:
    """Draw a broad tree with a forked trunk and clustered foliage."""
    cv.shadow(x, y, height * wide * 0.8, height * 0.05, 0.2)
    w = height * 0.035
    cv.shape(
        paths.smooth(
            [
                (x - w * 1.9, y),
                (x - w * 0.9, y - height * 0.2),
                (x - w * 0.8, y - height * 0.45),
                (x - height * 0.16, y - height * 0.62),
                (x, y - height * 0.5),
                (x + height * 0.15, y - height * 0.65),
                (x + w * 0.9, y - height * 0.42),
                (x + w, y - height * 0.18),
                (x + w * 2.1, y),
            ],
            tension=0.7,
        ),
        bark,
        w,
    )
    spots = [
        (-0.62, -0.56, 0.5),
        (0.64, -0.58, 0.48),
        (0, -0.5, 0.5),
        (-0.36, -0.76, 0.5),
        (0.38, -0.78, 0.48),
        (0.02, -0.88, 0.46),
        (-0.05, -0.68, 0.42),
    ]
    for k, (dx, dy, r) in enumerate(spots):
        tone = ink.mix(ink.dark(color, 0.25), ink.light(color, 0.1), k / 6)
        blob(cv, x + dx * height * wide, y + dy * height, height * wide * r * 1.05, height * r * 0.34, tone)


def bush(cv: Canvas, x: float, y: float, size: float, color: str = "jungle") -> None:
    """Draw a low shrub."""
    for k, (dx, r) in enumerate(((-0.55, 0.5), (0.55, 0.52), (0, 0.66))):
        blob(
            cv,
            x + dx * size,
            y - size * r * 0.6,
            size * r,
            size * r * 0.72,
            ink.mix(ink.dark(color, 0.2), color, k / 2),
        )


def mangrove(cv: Canvas, x: float, y: float, height: float, color: str = "jungle") -> None:
    """Draw a mangrove on arching prop roots."""
    roots = ""
    for k in range(-4, 5):
        rise = height * (0.3 - 0.028 * abs(k))
        roots += f"M{x:.1f} {y - rise:.1f}Q{x + k * height * 0.05:.1f} {y - rise * 1.02:.1f} {x + k * height * 0.075:.1f} {y + abs(k) % 2 * 4:.1f}"
    cv.path(roots, "none", "#5b4634", height * 0.016)
    cv.path(roots, "none", "#8a6f55", height * 0.006)
    cv.line([(x, y - height * 0.2), (x - height * 0.02, y - height * 0.62)], "#5b4634", height * 0.035)
    for k, (dx, dy, r) in enumerate(
        (
            (-0.24, -0.56, 0.2),
            (0.24, -0.58, 0.2),
            (0, -0.54, 0.2),
            (-0.13, -0.74, 0.2),
            (0.14, -0.76, 0.19),
            (0, -0.88, 0.16),
        )
    ):
        blob(
            cv,
            x + dx * height,
            y + dy * height,
            height * r,
            height * r * 0.66,
            ink.mix(ink.dark(color, 0.25), ink.light(color, 0.1), k / 5),
        )


def seedling(
    cv: Canvas, x: float, y: float, size: float, color: str = "leaf", leaves: int = 6, stem: str = "moss"
) -> None:
    """Draw a young plant with opposite leaves."""
    cv.line([(x, y), (x + size * 0.03, y - size)], stem, size * 0.06)
    d = ""
    for i in range(leaves):
        t = 0.4 + 0.6 * (i // 2) / max(1, leaves // 2 - 0.5)
        side = 1 if i % 2 else -1
        d += paths.lens((x, y - size * t), (x + side * size * 0.42, y - size * (t + 0.22)), size * 0.07)
    d += paths.lens((x, y - size), (x + size * 0.04, y - size * 1.36), size * 0.06)
    cv.path(d, color)


def bamboo(cv: Canvas, x: float, y: float, height: float, count: int = 9, color: str = "moss") -> None:
    """Draw a bamboo clump that leans outwards."""
    for i in range(count):
        k = (i - (count - 1) / 2) / count
        tip = (x + k * height * 0.85, y - height * cv.rng.uniform(0.8, 1.05))
        rib = paths.bezier((x + k * height * 0.16, y), (x + k * height * 0.3, y - height * 0.6), tip, 9)
        tone = ink.mix(color, "bamboo", cv.rng.random() * 0.5)
        cv.line(rib, tone, height * 0.016)
        cv.path(
            "".join(paths.ellipse(p[0], p[1], height * 0.011, 1.2) for p in rib[1:-1]), ink.dark(tone, 0.35)
        )
        d = ""
        for p in rib[4:]:
            for s in (-1, 1):
                d += paths.lens(
                    p,
                    (
                        p[0] + s * height * 0.08 * cv.rng.uniform(0.6, 1.2),
                        p[1] + height * cv.rng.uniform(-0.01, 0.05),
                    ),
                    height * 0.007,
                )
        cv.path(d, ink.mix("leaf", color, cv.rng.random() * 0.5))


def fern(cv: Canvas, x: float, y: float, size: float, color: str = "leaf", count: int = 6) -> None:
    """Draw ferns for a foreground corner."""
    for i in range(count):
        a = -90 + (i - (count - 1) / 2) * 150 / count
        frond(
            cv,
            (x, y),
            a,
            size * cv.rng.uniform(0.8, 1.1),
            ink.mix(ink.dark(color, 0.2), ink.light(color, 0.1), i / count),
            0.35,
            9,
            0.24,
        )


def tree_line(
    cv: Canvas,
    y: float,
    x0: float,
    x1: float,
    size: float,
    color: str = "jungle",
    palms: float = 0.2,
    hedge: float = 60,
) -> None:
    """Draw a village tree line: shrubs, trees and palms behind the houses; `hedge` px of undergrowth lie below it."""
    if hedge:
        cv.path(
            paths.rect(x0 - 30, y - size * 0.12, x1 - x0 + 60, size * 0.12 + hedge), ink.dark(color, 0.12)
        )
    x = x0
    while x < x1:
        s = size * cv.rng.uniform(0.6, 1.1)
        pick = cv.rng.random()
        if pick < palms:
            coconut(cv, x, y, s * 1.7, cv.rng.uniform(-0.2, 0.2) * s, ink.mix(color, "leaf", 0.5))
        elif pick < palms + 0.15:
            banana(cv, x, y, s * 0.9)
        else:
            blob(cv, x, y - s * 0.35, s * 0.55, s * 0.45, ink.mix(color, "leaf", cv.rng.random() * 0.4))
        x += s * 0.62
