"""Geometry as SVG path text: polygons, smooth closed curves, capsules, hulls."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]


def num(value: float) -> str:
    """Return a number with at most one decimal, as short as possible."""
    shown = f"{value:.1f}"
    return shown[:-2] if shown.endswith(".0") else shown


def polygon(points: Sequence[Point], closed: bool = True) -> str:
    """Return straight lines through the points."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + ("Z" if closed else "")


def smooth(points: Sequence[Point], closed: bool = True, tension: float = 1.0) -> str:
    """Return a Catmull–Rom curve through the points as cubic segments."""
    n = len(points)
    k = tension / 6
    steps = [f"M{num(points[0][0])} {num(points[0][1])}"]
    for i in range(n if closed else n - 1):
        if closed:
            p0, p1, p2, p3 = points[i - 1], points[i], points[(i + 1) % n], points[(i + 2) % n]
        else:
            p0, p1, p2, p3 = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, n - 1)]
        values = (
            p1[0] + (p2[0] - p0[0]) * k,
            p1[1] + (p2[1] - p0[1]) * k,
            p2[0] - (p3[0] - p1[0]) * k,
            p2[1] - (p3[1] - p1[1]) * k,
            p2[0],
            p2[1],
        )
        steps.append("C" + " ".join(num(v) for v in values))
    return "".join(steps) + ("Z" if closed else "")


def capsule(a: Point, b: Point, ra: float, rb: float) -> str:
    """Return the hull of two circles: a limb from `a` to `b`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    if length <= abs(ra - rb) + 0.01:
        r, c = (ra, a) if ra > rb else (rb, b)
        return ellipse(c[0], c[1], r, r)
    base = math.atan2(dy, dx)
    off = math.acos((ra - rb) / length)
    s, e = base + off, base - off
    p = [
        (a[0] + ra * math.cos(s), a[1] + ra * math.sin(s)),
        (b[0] + rb * math.cos(s), b[1] + rb * math.sin(s)),
        (b[0] + rb * math.cos(e), b[1] + rb * math.sin(e)),
        (a[0] + ra * math.cos(e), a[1] + ra * math.sin(e)),
    ]
    return (
        f"M{num(p[0][0])} {num(p[0][1])}L{num(p[1][0])} {num(p[1][1])}"
        f"A{num(rb)} {num(rb)} 0 {int(2 * off > math.pi)} 0 {num(p[2][0])} {num(p[2][1])}"
        f"L{num(p[3][0])} {num(p[3][1])}"
        f"A{num(ra)} {num(ra)} 0 {int(2 * off < math.pi)} 0 {num(p[0][0])} {num(p[0][1])}Z"
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    """Return an ellipse as a path, so that it can be clipped and shaded like any shape."""
    return (
        f"M{num(cx - rx)} {num(cy)}A{num(rx)} {num(ry)} 0 1 1 {num(cx + rx)} {num(cy)}"
        f"A{num(rx)} {num(ry)} 0 1 1 {num(cx - rx)} {num(cy)}Z"
    )


def rect(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    """Return a rectangle, with rounded corners when `r` is given."""
    if r <= 0:
        return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    r = min(r, w / 2, h / 2)
    q = num(r)
    return (
        f"M{num(x + r)} {num(y)}H{num(x + w - r)}A{q} {q} 0 0 1 {num(x + w)} {num(y + r)}V{num(y + h - r)}"
        f"A{q} {q} 0 0 1 {num(x + w - r)} {num(y + h)}H{num(x + r)}A{q} {q} 0 0 1 {num(x)} {num(y + h - r)}"
        f"V{num(y + r)}A{q} {q} 0 0 1 {num(x + r)} {num(y)}Z"
    )


def circle_points(center: Point, radius: float, count: int = 14) -> list[Point]:
    """Return points on a circle."""
    return [
        (
            center[0] + radius * math.cos(math.tau * i / count),
            center[1] + radius * math.sin(math.tau * i / count),
        )
        for i in range(count)
    ]


def hull(points: Sequence[Point]) -> list[Point]:
    """Return the convex hull, counter-clockwise (Andrew's monotone chain)."""
    todo = sorted(set(points))

    def half(items: Sequence[Point]) -> list[Point]:
        chain: list[Point] = []
        for p in items:
            while len(chain) > 1 and (chain[-1][0] - chain[-2][0]) * (p[1] - chain[-2][1]) <= (
                chain[-1][1] - chain[-2][1]
            ) * (p[0] - chain[-2][0]):
                chain.pop()
            chain.append(p)
        return chain

    low, high = half(todo), half(todo[::-1])
    return low[:-1] + high[:-1]


def lens(a: Point, b: Point, bulge: float, bulge2: float | None = None) -> str:
    """Return a leaf or knife-cut mark between two points, `bulge` wide on each side."""
    other = bulge if bulge2 is None else bulge2
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    return (
        f"M{num(a[0])} {num(a[1])}Q{num(mx + nx * bulge * 2)} {num(my + ny * bulge * 2)} {num(b[0])} {num(b[1])}"
        f"Q{num(mx - nx * other * 2)} {num(my - ny * other * 2)} {num(a[0])} {num(a[1])}Z"
    )


def lerp(a: Point, b: Point, t: float) -> Point:
    """Return the point at share `t` between two points."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def along(points: Sequence[Point], t: float) -> Point:
    """Return the point at share `t` of the index range of a polyline."""
    at = max(0.0, min(1.0, t)) * (len(points) - 1)
    i = min(int(at), len(points) - 2)
    return lerp(points[i], points[i + 1], at - i)


def bezier(p0: Point, p1: Point, p2: Point, count: int = 12) -> list[Point]:
    """Return points of a quadratic curve."""
    out = []
    for i in range(count + 1):
        t = i / count
        out.append(
            (
                (1 - t) ** 2 * p0[0] + 2 * t * (1 - t) * p1[0] + t * t * p2[0],
                (1 - t) ** 2 * p0[1] + 2 * t * (1 - t) * p1[1] + t * t * p2[1],
            )
        )
    return out
