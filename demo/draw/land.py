"""Land and water: ridges, fields, ground, roads, rivers, sea, boards."""

from __future__ import annotations

import math
from collections.abc import Sequence

from demo.draw import ink, paths
from demo.draw.canvas import HEIGHT, WIDTH, Canvas
from demo.draw.paths import Point


def ridge(
    cv: Canvas,
    y: float,
    height: float,
    color: str,
    depth: float = 0.0,
    wave: float = 320,
    trees: float = 0,
    mist: float = 0.5,
    x0: float = -40,
    x1: float = WIDTH + 40,
) -> None:
    """Draw a ridge whose foot is at `y`; `trees` px gives it a bumpy forest edge, `mist` fades the foot."""
    phase = cv.rng.uniform(0, 6.28)
    pts: list[Point] = []
    step = 34 if not trees else max(9.0, trees * 0.8)
    x = x0
    while x <= x1 + step:
        base = math.sin(x / wave + phase) * 0.5 + math.sin(x / wave * 2.3 + phase * 1.7) * 0.28 + 0.62
        top = y - height * max(0.1, base)
        if trees:
            top -= abs(cv.rng.gauss(0, 1)) * trees * 0.35
        pts.append((x, top))
        x += step * (cv.rng.uniform(0.7, 1.3) if trees else 1)
    edge = scallop(cv, pts, trees) if trees else paths.smooth(pts, closed=False)
    d = edge + f"L{x1 + 80:.0f} {y + 60:.0f}L{x0 - 40:.0f} {y + 60:.0f}Z"
    with cv.at(depth):
        cv.path(d, color)
        if trees:
            box = (x0, y - height * 1.2, x1 - x0, height * 1.2)
            cv.marks(d, box, int((x1 - x0) / 9), ink.dark(color, 0.3), trees * 1.1, trees * 0.3, 80, 25, 0.45)
            cv.marks(
                d, box, int((x1 - x0) / 12), ink.light(color, 0.25), trees * 0.9, trees * 0.25, 70, 30, 0.5
            )
        else:
            cv.marks(
                d,
                (x0, y - height, x1 - x0, height),
                int((x1 - x0) / 26),
                ink.light(color, 0.2),
                44,
                2.2,
                24,
                16,
                0.4,
            )
    if mist:
        with cv.group(clip=d):
            cv.fade(x0, y - height * 0.55, x1 - x0, height * 0.55 + 60, cv.mood.haze, 0, mist, raw=True)


def scallop(cv: Canvas, points: Sequence[Point], size: float) -> str:
    """Return an edge of treetops: a bump between each two points."""
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for a, b in zip(points, points[1:], strict=False):
        rise = size * cv.rng.uniform(0.35, 1.0)
        d += f"C{a[0] - 1:.1f} {a[1] - rise:.1f} {b[0] + 1:.1f} {b[1] - rise:.1f} {b[0]:.1f} {b[1]:.1f}"
    return d


def hills(cv: Canvas, horizon: float, color: str = "jungle", tall: float = 110, layers: int = 3) -> None:
    """Draw layered hills behind a scene, hazy to near."""
    for i in range(layers):
        t = i / max(1, layers - 1)
        near = i == layers - 1
        ridge(
            cv,
            horizon + 8 * i,
            tall * (1 - 0.5 * t),
            color if near else ink.mix(color, "river", 0.35 * (1 - t)),
            0.68 - 0.4 * t,
            300 - 70 * t,
            15 if near else 0,
            0.5 - 0.25 * t,
        )


def ground(
    cv: Canvas,
    y: float,
    color: str,
    marks: int = 160,
    mark_color: str | None = None,
    bottom: float = HEIGHT + 10,
    wave: float = 5,
) -> str:
    """Fill the ground from `y` down, with cut marks that grow towards the viewer; returns its path."""
    top = [(x, y + wave * math.sin(x / 170 + y)) for x in range(-40, WIDTH + 81, 60)]
    d = paths.smooth(top, closed=False) + f"L{WIDTH + 80} {bottom}L-40 {bottom}Z"
    cv.path(d, color)
    with cv.group(clip=d):
        cv.fade(0, y - 12, WIDTH, (bottom - y) * 0.5, cv.mood.haze, 0.42, 0, raw=True)
    cv.fade(0, y + (bottom - y) * 0.5, WIDTH, (bottom - y) * 0.5, ink.dark(color, 0.5), 0, 0.3)
    tone = mark_color or ink.dark(color, 0.22)
    for i in range(4):
        t = (i + 0.5) / 4
        band = (0, y + (bottom - y) * (i / 4) ** 1.4, WIDTH, (bottom - y) * 0.3)
        cv.marks(d, band, marks // 4, tone, 12 + 40 * t, 1.2 + 2.4 * t, 0, 7, 0.42)
    return d


def tufts(
    cv: Canvas, x0: float, x1: float, y0: float, y1: float, count: int, color: str = "leaf", size: float = 16
) -> None:
    """Scatter grass tufts, smaller when farther (upper)."""
    for y in sorted(cv.rng.uniform(y0, y1) for _ in range(count)):
        s = size * (0.45 + 0.55 * (y - y0) / max(1, y1 - y0))
        tuft(cv, cv.rng.uniform(x0, x1), y, s, ink.mix(color, "rice", cv.rng.random() * 0.4))


def tuft(cv: Canvas, x: float, y: float, size: float, color: str, blades: int = 6) -> None:
    """Draw one fan of grass blades."""
    d = ""
    for i in range(blades):
        a = math.radians(-90 + (i - (blades - 1) / 2) * 20 + cv.rng.uniform(-6, 6))
        n = size * cv.rng.uniform(0.7, 1.2)
        d += paths.lens(
            (x + (i - blades / 2) * size * 0.07, y), (x + n * math.cos(a), y + n * math.sin(a)), size * 0.06
        )
    cv.path(d, color)


def paddy_rows(
    cv: Canvas,
    area: Sequence[Point],
    color: str,
    rows: int = 16,
    seedling: float = 10,
    vanish: float | None = None,
) -> None:
    """Fill an area with rows of rice seen in perspective: dense, small rows at the top, tall ones below."""
    ys = [p[1] for p in area]
    top, bottom = min(ys), max(ys)
    d = paths.smooth(area, tension=0.5) if vanish is None else paths.polygon(area)
    cv.path(d, ink.dark(color, 0.12))
    with cv.group(clip=d):
        for i in range(rows):
            t = (i / rows) ** 1.7
            y = top + (bottom - top) * t + 4
            s = seedling * (0.35 + 1.25 * t)
            body = ""
            x = -20 + cv.rng.uniform(0, s * 2)
            while x < WIDTH + 20:
                for k in (-1, 0, 1):
                    tip = (x + k * s * 0.55 + cv.rng.uniform(-2, 2), y - s * cv.rng.uniform(1.1, 1.5))
                    body += paths.lens((x, y), tip, s * 0.08)
                x += s * cv.rng.uniform(1.5, 1.9)
            cv.path(body, ink.mix(color, "lime", cv.rng.uniform(0, 0.35)))


def water(
    cv: Canvas,
    area: str,
    box: tuple[float, float, float, float],
    color: str = "water",
    glints: int = 90,
    shine: str | None = None,
) -> None:
    """Fill water with a vertical veil of sky and horizontal glints that widen towards the viewer."""
    x, y, w, h = box
    cv.path(area, color)
    with cv.group(clip=area):
        cv.fade(x, y, w, h, cv.mood.bands[-2], 0.36, 0.0, raw=True)
        cv.fade(x, y + h * 0.3, w, h * 0.7, ink.mix("river", color, 0.3), 0.0, 0.42)
        for i in range(5):
            t = (i + 0.5) / 5
            band = (x, y + h * (i / 5) ** 1.3, w, h * 0.28)
            tone = shine or cv.mood.bands[-1]
            cv.marks(
                "", band, glints // 5, ink.mix(tone, color, 0.25), 18 + 60 * t, 1.3 + 3.2 * t, 0, 1.5, 0.5
            )
            cv.marks("", band, glints // 9, ink.dark(color, 0.3), 20 + 60 * t, 1.3 + 3 * t, 0, 1.5, 0.35)


def sea(
    cv: Canvas, horizon: float, bottom: float = HEIGHT + 10, color: str = "water", glints: int = 130
) -> None:
    """Draw the sea or a wide river with a straight horizon."""
    box = (-10.0, horizon, WIDTH + 20.0, bottom - horizon)
    water(cv, paths.rect(*box), box, color, glints)


def sun_path(cv: Canvas, x: float, y0: float, y1: float, color: str | None = None, wide: float = 60) -> None:
    """Draw the glittering road of the sun on water."""
    d = ""
    n = 26
    for i in range(n):
        t = i / n
        y = y0 + (y1 - y0) * t**1.3 + 4
        half = wide * (0.35 + 1.2 * t) * cv.rng.uniform(0.5, 1.1)
        cx = x + cv.rng.uniform(-12, 12) * (1 + t)
        d += paths.lens((cx - half, y), (cx + half, y), 1 + 2.4 * t)
    cv.path(d, color or cv.mood.sun, raw=True, op=0.8)


def road(
    cv: Canvas, points: Sequence[tuple[float, float, float]], color: str = "road", edge: str = "moss"
) -> str:
    """Draw a road from (x, y, half width) stations, far to near; returns its path."""
    left = [(x - w, y) for x, y, w in points]
    right = [(x + w, y) for x, y, w in points]
    d = paths.smooth(left, closed=False) + "L" + paths.smooth(right[::-1], closed=False)[1:] + "Z"
    cv.path(d, color, edge, 3)
    ys = [p[1] for p in points]
    cv.marks(d, (0, min(ys), WIDTH, max(ys) - min(ys)), 120, ink.dark(color, 0.2), 34, 2.4, 0, 8, 0.4)
    cv.marks(d, (0, min(ys), WIDTH, max(ys) - min(ys)), 70, ink.light(color, 0.3), 28, 2.0, 0, 8, 0.4)
    return d


def boards(
    cv: Canvas, quad: Sequence[Point], count: int, color: str = "plank", gap: str = "darkwood"
) -> None:
    """Lay boards across a quadrilateral given as far-left, far-right, near-right, near-left."""
    fl, fr, nr, nl = quad
    cv.poly(quad, gap)
    for i in range(count):
        a, b = (i / count) ** 1.5, ((i + 0.9) / count) ** 1.5
        piece = [paths.lerp(fl, nl, a), paths.lerp(fr, nr, a), paths.lerp(fr, nr, b), paths.lerp(fl, nl, b)]
        tone = ink.mix(color, "cream" if i % 3 else "darkwood", cv.rng.uniform(0, 0.2))
        cv.poly(piece, tone)


def stones(
    cv: Canvas, x0: float, x1: float, y0: float, y1: float, count: int, color: str = "stone", size: float = 18
) -> None:
    """Scatter stones, smaller when farther."""
    for y in sorted(cv.rng.uniform(y0, y1) for _ in range(count)):
        s = size * (0.4 + 0.6 * (y - y0) / max(1, y1 - y0)) * cv.rng.uniform(0.6, 1.2)
        x = cv.rng.uniform(x0, x1)
        pts = [
            (
                x + s * math.cos(k) * cv.rng.uniform(0.8, 1.1),
                y - s * 0.4 + s * 0.55 * math.sin(k) * cv.rng.uniform(0.8, 1.1),
            )
            for k in (0, 1, 2, 3, 4.1, 5.2)
        ]
        cv.shadow(x, y, s * 0.9, s * 0.25, 0.2, 0.2)
        cv.poly(pts, ink.mix(color, "cream", cv.rng.random() * 0.3), s * 0.4, soft=True)


def pier(cv: Canvas, quad: Sequence[Point], posts: int = 6, drop: float = 70) -> None:
    """Draw a wooden pier: far-left, far-right, near-right, near-left of its deck, with posts below."""
    for i in range(posts):
        t = (i / max(1, posts - 1)) ** 1.4
        for a, b in ((quad[0], quad[3]), (quad[1], quad[2])):
            p = paths.lerp(a, b, t)
            cv.rect(p[0] - 3 - 7 * t, p[1], 6 + 14 * t, drop * (0.4 + t), "darkwood", shade=3)
    boards(cv, quad, 22, "plank")
