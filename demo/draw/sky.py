"""Skies: printed bands, sun or moon, clouds, birds, stars, rain."""

from __future__ import annotations

import math

from demo.draw import paths
from demo.draw.canvas import HEIGHT, WIDTH, Canvas


def sky(
    cv: Canvas, horizon: float = 430, sun: tuple[float, float, float] | None = None, clouds: int = 4
) -> None:
    """Fill the sky down to `horizon` with the mood's bands; `sun` is x, y, radius."""
    bands = cv.mood.bands
    cv.path(paths.rect(0, 0, WIDTH, HEIGHT), bands[-1], raw=True)
    step = (horizon + 20) / len(bands)
    name = cv.new_id()
    stops = "".join(
        f'<stop offset="{i / (len(bands) - 1):.2f}" stop-color="{c}"/>' for i, c in enumerate(bands)
    )
    cv.defs.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>')
    cv.path(paths.rect(0, 0, WIDTH, horizon + 30), f"url(#{name})")
    for i, color in enumerate(bands[:-1]):
        y, phase = step * (i + 1), cv.rng.uniform(0, 6)
        top = [
            (x, y + 12 * math.sin(x / 210 + phase) + 7 * math.sin(x / 83 + phase * 2))
            for x in range(-40, WIDTH + 80, 40)
        ]
        cv.path(paths.smooth(top, closed=False) + f"L{WIDTH + 80} -20L-40 -20Z", color, raw=True, op=0.35)
    if sun:
        disk(cv, *sun)
    cloud_bank(cv, horizon, clouds)


def disk(cv: Canvas, x: float, y: float, r: float) -> None:
    """Draw sun or moon with printed rings around it."""
    for k, op in ((3.6, 0.13), (2.5, 0.17), (1.7, 0.25)):
        cv.path(paths.ellipse(x, y, r * k, r * k), cv.mood.sun, op=op, raw=True)
    cv.path(paths.ellipse(x, y, r, r), cv.mood.sun, raw=True)


def cloud_bank(cv: Canvas, horizon: float, count: int) -> None:
    """Draw long flat clouds with a straight base, smaller towards the horizon."""
    for _ in range(count):
        y = cv.rng.uniform(0.12, 0.72) * horizon
        size = (1.25 - y / horizon) * cv.rng.uniform(0.7, 1.25)
        cloud(cv, cv.rng.uniform(-60, WIDTH + 60), y, 210 * size)


def cloud(cv: Canvas, x: float, y: float, w: float) -> None:
    """Draw one cloud of half width `w`."""
    n = 7
    pts = [(x - w, y)]
    for i in range(1, n):
        t = i / n
        bump = math.sin(math.pi * t) ** 0.8 * w * 0.26 * cv.rng.uniform(0.55, 1.2)
        pts.append((x - w + 2 * w * t, y - bump))
    pts += [(x + w, y), (x + w * 0.3, y + w * 0.035), (x - w * 0.4, y + w * 0.03)]
    cv.path(paths.smooth(pts), cv.mood.cloud, raw=True, op=0.62)
    low = [(px * 0.72 + x * 0.28 + w * 0.12, y - (y - py) * 0.45) for px, py in pts]
    cv.path(paths.smooth(low), cv.mood.cloud, raw=True, op=0.55)


def birds(cv: Canvas, x: float, y: float, count: int = 5, size: float = 14, color: str = "coal") -> None:
    """Draw distant birds."""
    for _ in range(count):
        bx, by = x + cv.rng.uniform(-90, 90), y + cv.rng.uniform(-35, 35)
        s = size * cv.rng.uniform(0.6, 1.2)
        d = (
            f"M{bx - s:.1f} {by - s * 0.35:.1f}Q{bx - s * 0.4:.1f} {by - s * 0.6:.1f} {bx:.1f} {by:.1f}"
            f"Q{bx + s * 0.4:.1f} {by - s * 0.6:.1f} {bx + s:.1f} {by - s * 0.3:.1f}"
            f"Q{bx + s * 0.4:.1f} {by - s * 0.38:.1f} {bx:.1f} {by + s * 0.16:.1f}"
            f"Q{bx - s * 0.4:.1f} {by - s * 0.38:.1f} {bx - s:.1f} {by - s * 0.35:.1f}Z"
        )
        cv.path(d, color)


def stars(cv: Canvas, horizon: float, count: int = 60) -> None:
    """Draw small stars above the horizon."""
    d = "".join(
        paths.ellipse(cv.rng.uniform(0, WIDTH), cv.rng.uniform(0, horizon * 0.85), r, r)
        for r in (cv.rng.uniform(0.8, 2.0) for _ in range(count))
    )
    cv.path(d, "#f4ecc4", raw=True, op=0.7)


def rain(cv: Canvas, count: int = 240, slant: float = 0.2) -> None:
    """Draw rain over everything, in two depths."""
    for share, length, sw, op in ((0.6, 26, 1.1, 0.32), (0.4, 48, 1.7, 0.42)):
        d = []
        for _ in range(int(count * share)):
            x, y = cv.rng.uniform(-50, WIDTH + 50), cv.rng.uniform(-40, HEIGHT)
            n = length * cv.rng.uniform(0.6, 1.2)
            d.append(f"M{x:.0f} {y:.0f}l{-n * slant:.1f} {n:.1f}")
        cv.path("".join(d), "none", "#e9efe9", sw, op, raw=True)
