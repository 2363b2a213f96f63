"""Buildings: stilt houses, village houses, halls, a mosque, posts, shelters, masts."""

from __future__ import annotations

import math

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.paths import Point


def planks(
    cv: Canvas, x: float, y: float, w: float, h: float, color: str, rows: int = 7, upright: bool = False
) -> None:
    """Draw a board wall."""
    d = paths.rect(x, y, w, h)
    cv.shape(d, color, w * 0.05, 0.16)
    cuts = ""
    for i in range(1, rows):
        if upright:
            cuts += f"M{x + w * i / rows:.1f} {y:.1f}V{y + h:.1f}"
        else:
            cuts += f"M{x:.1f} {y + h * i / rows:.1f}H{x + w:.1f}"
    cv.path(cuts, "none", ink.dark(color, 0.3), max(0.8, h * 0.008), 0.55)


def roof(cv: Canvas, points: list[Point], color: str, lines: int = 12) -> None:
    """Draw a corrugated roof plane from left-eave, left-ridge, right-ridge, right-eave."""
    d = paths.polygon(points)
    size = abs(points[3][0] - points[0][0])
    cv.shape(d, color, size * 0.02, 0.2)
    le, lr, rr, re = points
    cuts = ""
    for i in range(1, lines):
        a, b = paths.lerp(lr, rr, i / lines), paths.lerp(le, re, i / lines)
        cuts += f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}"
    cv.path(cuts, "none", ink.dark(color, 0.25), size * 0.004 + 0.4, 0.6)
    streak = ""
    for _ in range(lines // 2):
        t = cv.rng.random()
        a, b = paths.lerp(lr, rr, t), paths.lerp(le, re, t)
        c = paths.lerp(a, b, cv.rng.uniform(0.3, 0.9))
        streak += paths.lens(c, paths.lerp(c, b, 0.8), min(2.2, size * 0.004))
    cv.path(streak, ink.mix(color, "rust", 0.5), op=0.5)
    cv.line([le, re], ink.dark(color, 0.45), size * 0.008 + 0.8)


def window(
    cv: Canvas, x: float, y: float, w: float, h: float, frame: str = "cream", lit: bool = False
) -> None:
    """Draw a window with a cross bar; `lit` glows."""
    cv.rect(x - w * 0.1, y - h * 0.08, w * 1.2, h * 1.16, frame)
    if lit:
        cv.path(paths.rect(x, y, w, h), "#f2c15e", raw=True)
        cv.glow(x + w / 2, y + h / 2, w * 1.6, op=0.35)
    else:
        cv.rect(x, y, w, h, ink.mix("coal", "river", 0.3))
        cv.poly([(x, y + h * 0.7), (x + w * 0.7, y), (x + w, y), (x, y + h)], "mist", op=0.22)
    cv.path(
        f"M{x + w / 2:.1f} {y:.1f}V{y + h:.1f}M{x:.1f} {y + h * 0.45:.1f}H{x + w:.1f}",
        "none",
        frame,
        w * 0.07,
    )


def door(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    color: str = "rust",
    frame: str = "cream",
    lit: bool = False,
) -> None:
    """Draw a panelled door whose foot is at y."""
    cv.rect(x - w * 0.1, y - h - w * 0.1, w * 1.2, h + w * 0.1, frame)
    if lit:
        cv.path(paths.rect(x, y - h, w, h), "#f2c15e", raw=True)
        return
    cv.rect(x, y - h, w, h, color, shade=w * 0.1)
    for k in (0.1, 0.55):
        cv.path(
            paths.rect(x + w * 0.16, y - h + h * k, w * 0.68, h * 0.33),
            "none",
            ink.dark(color, 0.35),
            w * 0.04,
        )
    cv.oval(x + w * 0.88, y - h * 0.48, w * 0.05, w * 0.05, "mustard")


def house(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    wall: str = "cream",
    top: str = "brick",
    stilts: float = 0,
    wood: bool = False,
    lit: bool = False,
    porch: bool = True,
    gable: bool = False,
) -> None:
    """Draw a village house `w` px wide with its floor line `stilts` px above (x = left, y = ground)."""
    h = w * 0.36
    floor = y - stilts
    cv.shadow(x + w / 2, y, w * 0.55, w * 0.04, 0.22, 0.15)
    if stilts:
        cv.path(paths.rect(x + w * 0.02, floor, w * 0.96, stilts), "coal", op=0.5)
        for i in range(6):
            cv.rect(x + w * (0.03 + 0.18 * i), floor, w * 0.03, stilts, "darkwood", shade=w * 0.012)
        cv.rect(x - w * 0.03, floor - w * 0.025, w * 1.06, w * 0.035, "wood", shade=2)
    else:
        cv.rect(x - w * 0.02, y - w * 0.035, w * 1.04, w * 0.035, "stone")
    if wood:
        planks(cv, x, floor - h, w, h, wall, 8)
    else:
        cv.rect(x, floor - h, w, h, wall, shade=w * 0.04)
        cv.rect(x, floor - h * 0.2, w, h * 0.2, ink.dark(wall, 0.2))
    dw = w * 0.13
    door(cv, x + w * 0.42, floor, dw, h * 0.72, "forest" if wood else "rust", ink.light(wall, 0.4), lit)
    for k in (0.12, 0.7):
        window(cv, x + w * k, floor - h * 0.72, w * 0.15, h * 0.36, ink.light(wall, 0.5), lit)
    ridge = floor - h - w * 0.26
    if gable:
        face = [(x - w * 0.06, floor - h), (x + w / 2, ridge - w * 0.05), (x + w * 1.06, floor - h)]
        cv.poly(face, ink.dark(wall, 0.1), w * 0.03)
        cv.path(paths.ellipse(x + w / 2, floor - h - w * 0.1, w * 0.05, w * 0.05), "coal", op=0.6)
        for a, b in ((face[0], face[1]), (face[1], face[2])):
            cv.line([a, b], top, w * 0.045)
    else:
        roof(
            cv,
            [
                (x - w * 0.08, floor - h + w * 0.02),
                (x + w * 0.08, ridge),
                (x + w * 0.92, ridge),
                (x + w * 1.08, floor - h + w * 0.02),
            ],
            top,
            16,
        )
    cv.fade(x, floor - h + w * 0.02, w, h * 0.24, cv.mood.shadow, 0.4, 0, raw=True)
    if porch:
        px0, px1, py = x + w * 0.3, x + w * 0.68, floor - h * 0.8
        for p in (px0, px1):
            cv.rect(p - w * 0.012, py, w * 0.024, h * 0.8, ink.light(wall, 0.35))
        roof(
            cv,
            [
                (px0 - w * 0.06, py + w * 0.02),
                (px0, py - w * 0.08),
                (px1, py - w * 0.08),
                (px1 + w * 0.06, py + w * 0.02),
            ],
            ink.dark(top, 0.12),
            8,
        )
    if stilts:
        n = 5
        for i in range(n):
            cv.rect(
                x + w * 0.41 - i * 1.5,
                floor + stilts * i / n,
                w * 0.15 + i * 3,
                stilts * 0.1,
                "plank",
                shade=1.5,
            )
        cv.line([(x + w * 0.41, floor), (x + w * 0.39, y)], "darkwood", w * 0.014)
        cv.line([(x + w * 0.56, floor), (x + w * 0.58, y)], "darkwood", w * 0.014)


def hall(
    cv: Canvas, x: float, y: float, w: float, wall: str = "#dfe3cf", top: str = "brick", lit: bool = False
) -> None:
    """Draw an open-fronted village hall (balai) with columns and a tall roof."""
    h = w * 0.27
    cv.shadow(x + w / 2, y, w * 0.56, w * 0.03, 0.22, 0.1)
    for i in range(3):
        cv.rect(
            x - w * (0.05 - 0.015 * i),
            y - w * 0.014 * (i + 1),
            w * (1.1 - 0.03 * i),
            w * 0.014,
            ink.light("stone", 0.1 * i),
        )
    base = y - w * 0.042
    cv.rect(x, base - h, w, h, wall, shade=w * 0.03)
    cv.rect(x + w * 0.04, base - h * 0.95, w * 0.92, h * 0.95, ink.dark(wall, 0.3))
    for k in (0.1, 0.28, 0.64, 0.8):
        window(cv, x + w * k, base - h * 0.75, w * 0.09, h * 0.45, ink.light(wall, 0.4), lit)
    door(cv, x + w * 0.43, base, w * 0.14, h * 0.72, "wood", ink.light(wall, 0.4), lit)
    cv.fade(x, base - h, w, h * 0.5, cv.mood.shadow, 0.45, 0, raw=True)
    for i in range(6):
        cx = x + w * (0.015 + 0.184 * i)
        cv.rect(cx, base - h, w * 0.032, h, ink.light(wall, 0.45), shade=w * 0.01)
        cv.rect(cx - w * 0.008, base - w * 0.02, w * 0.048, w * 0.02, ink.light(wall, 0.2))
    e = base - h
    roof(
        cv,
        [
            (x - w * 0.08, e + w * 0.02),
            (x + w * 0.1, e - w * 0.13),
            (x + w * 0.9, e - w * 0.13),
            (x + w * 1.08, e + w * 0.02),
        ],
        top,
        30,
    )
    roof(
        cv,
        [
            (x + w * 0.2, e - w * 0.12),
            (x + w * 0.32, e - w * 0.24),
            (x + w * 0.68, e - w * 0.24),
            (x + w * 0.8, e - w * 0.12),
        ],
        ink.dark(top, 0.1),
        18,
    )
    for k, s in ((0.32, -1), (0.68, 1)):
        px = x + w * k
        cv.path(
            paths.lens((px, e - w * 0.235), (px + s * w * 0.035, e - w * 0.285), w * 0.008),
            ink.dark(top, 0.35),
        )


def mosque(
    cv: Canvas, x: float, y: float, w: float, wall: str = "white", dome: str = "forest", lit: bool = False
) -> None:
    """Draw a village mosque with dome, arcade and one minaret."""
    h = w * 0.34
    mx = x + w * 1.1
    cv.rect(mx, y - w * 0.95, w * 0.1, w * 0.95, ink.dark(wall, 0.05), shade=w * 0.03)
    for k in (0.5, 0.82):
        cv.rect(mx - w * 0.025, y - w * k, w * 0.15, w * 0.03, dome)
    cv.rect(mx + w * 0.01, y - w * 1.03, w * 0.08, w * 0.09, wall, shade=w * 0.02)
    onion(cv, mx + w * 0.05, y - w * 1.02, w * 0.06, dome)
    cv.rect(x, y - h, w, h, wall, shade=w * 0.035)
    cv.rect(x - w * 0.02, y - h - w * 0.035, w * 1.04, w * 0.04, dome)
    cv.rect(x + w * 0.28, y - h - w * 0.13, w * 0.44, w * 0.1, wall, shade=w * 0.03)
    onion(cv, x + w / 2, y - h - w * 0.12, w * 0.2, dome)
    for i in range(5):
        ax, aw = x + w * (0.05 + 0.185 * i), w * 0.14
        tall = h * (0.82 if i == 2 else 0.72)
        d = f"M{ax:.1f} {y:.1f}V{y - tall * 0.55:.1f}Q{ax:.1f} {y - tall * 0.85:.1f} {ax + aw / 2:.1f} {y - tall:.1f}Q{ax + aw:.1f} {y - tall * 0.85:.1f} {ax + aw:.1f} {y - tall * 0.55:.1f}V{y:.1f}Z"
        cv.path(d, "none", ink.mix(wall, dome, 0.6), w * 0.02)
        cv.path(d, "#f0bd5c" if lit else ink.mix("coal", dome, 0.35), raw=lit)
        if lit:
            cv.glow(ax + aw / 2, y - tall * 0.4, aw * 1.2, op=0.4)
    cv.rect(x - w * 0.04, y - w * 0.02, w * 1.08, w * 0.025, ink.dark(wall, 0.2))


def onion(cv: Canvas, x: float, y: float, r: float, color: str) -> None:
    """Draw a pointed dome with a finial."""
    d = (
        f"M{x - r:.1f} {y:.1f}C{x - r * 1.25:.1f} {y - r * 0.6:.1f} {x - r * 0.6:.1f} {y - r * 1.02:.1f} {x:.1f} {y - r * 1.45:.1f}"
        f"C{x + r * 0.6:.1f} {y - r * 1.02:.1f} {x + r * 1.25:.1f} {y - r * 0.6:.1f} {x + r:.1f} {y:.1f}Z"
    )
    cv.shape(d, color, r * 0.35, 0.25)
    cv.line([(x, y - r * 1.4), (x, y - r * 1.8)], "mustard", r * 0.06)
    cv.oval(x, y - r * 1.6, r * 0.07, r * 0.07, "mustard")


def hut(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    thatch: str = "thatch",
    floor: float = 0.35,
    wall: bool = False,
    lit: bool = False,
) -> None:
    """Draw an open hut on posts (dike hut, gazebo, night-watch post); x is the centre."""
    h = w * 0.85
    f = y - h * floor
    for k in (-0.36, 0.36):
        cv.rect(x + k * w - w * 0.025, y - h * 1.02, w * 0.05, h * 1.02, "darkwood", shade=2)
    cv.rect(x - w * 0.44, f, w * 0.88, w * 0.05, "plank", shade=2)
    if wall:
        planks(cv, x - w * 0.38, f - h * 0.3, w * 0.76, h * 0.3, "bamboo", 12, True)
    e = y - h * 0.92
    if lit:
        cv.path(
            paths.polygon([(x - w * 0.34, f), (x + w * 0.34, f), (x + w * 0.34, e), (x - w * 0.34, e)]),
            "#a8793c",
            raw=True,
        )
    pts = [
        (x - w * 0.62, e + w * 0.05),
        (x - w * 0.12, e - w * 0.42),
        (x + w * 0.12, e - w * 0.42),
        (x + w * 0.62, e + w * 0.05),
    ]
    d = paths.polygon(pts)
    cv.shape(d, thatch, w * 0.05)
    cv.marks(
        d,
        (x - w * 0.62, e - w * 0.42, w * 1.24, w * 0.48),
        int(w * 0.5),
        ink.dark(thatch, 0.4),
        w * 0.12,
        w * 0.016,
        90,
        28,
        0.6,
    )
    cv.marks(
        d,
        (x - w * 0.62, e - w * 0.42, w * 1.24, w * 0.48),
        int(w * 0.35),
        ink.light(thatch, 0.35),
        w * 0.1,
        w * 0.014,
        90,
        28,
        0.6,
    )
    cv.line([pts[1], pts[2]], ink.dark(thatch, 0.4), w * 0.04)


def mast(cv: Canvas, x: float, y: float, h: float) -> None:
    """Draw a lattice radio mast with guy wires and rings of signal."""
    w = h * 0.035
    for s in (-1, 1):
        cv.line([(x + s * w, y), (x + s * w * 0.25, y - h)], "steel", h * 0.006)
        cv.line([(x, y - h * 0.75), (x + s * h * 0.38, y)], "steel", 1.2, op=0.7)
    n = 22
    zig = [(x + (w - (w * 0.75) * i / n) * (1 if i % 2 else -1), y - h * i / n) for i in range(n + 1)]
    cv.line(zig, "steel", h * 0.0035)
    for k in (0.7, 0.82, 0.94):
        cv.line([(x - h * 0.035, y - h * k), (x + h * 0.035, y - h * k)], "steel", h * 0.007)
        for s in (-1, 1):
            cv.rect(x + s * h * 0.035 - h * 0.006, y - h * (k + 0.03), h * 0.012, h * 0.06, "brick")
    for i in range(1, 4):
        r = h * 0.07 * i
        for s in (-1, 1):
            a0, a1 = math.radians(-35), math.radians(35)
            p, q = (
                (x + s * r * math.cos(a0), y - h + r * math.sin(a0)),
                (x + s * r * math.cos(a1), y - h + r * math.sin(a1)),
            )
            cv.path(
                f"M{p[0]:.1f} {p[1]:.1f}A{r:.1f} {r:.1f} 0 0 {1 if s > 0 else 0} {q[0]:.1f} {q[1]:.1f}",
                "none",
                "brick",
                h * 0.008,
                0.85 - 0.2 * i,
            )


def tarp(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    color: str,
    other: str | None = None,
    sag: float = 0.12,
) -> None:
    """Draw a market tarpaulin on poles: x left, y its front edge, h its depth upwards."""
    top = [(x + w * 0.07, y - h), (x + w * 0.5, y - h * (1 - sag)), (x + w * 0.93, y - h)]
    d = (
        paths.smooth(top, closed=False)
        + f"L{x + w:.1f} {y:.1f}Q{x + w / 2:.1f} {y + h * sag:.1f} {x:.1f} {y:.1f}Z"
    )
    cv.shape(d, color, w * 0.03)
    if other:
        with cv.group(clip=d):
            for i in range(1, 9, 2):
                a, b = x + w * (0.07 + 0.86 * i / 9), x + w * i / 9
                cv.poly(
                    [
                        (a, y - h * 1.1),
                        (a + w * 0.095, y - h * 1.1),
                        (b + w / 9, y + h * 0.3),
                        (b, y + h * 0.3),
                    ],
                    other,
                )
    n = 9
    hem = "".join(
        f"M{x + w * i / n:.1f} {y + h * sag * math.sin(math.pi * i / n) * 0.5:.1f}q{w / n / 2:.1f} {h * 0.28:.1f} {w / n:.1f} {h * sag * 0.5 * (math.sin(math.pi * (i + 1) / n) - math.sin(math.pi * i / n)):.1f}"
        for i in range(n)
    )
    cv.path(hem, ink.dark(color, 0.16))
    cv.line([(x + w * 0.2, y - h * 0.8), (x + w * 0.24, y - h * 0.2)], ink.dark(color, 0.25), 2, op=0.5)
    cv.line([(x + w * 0.7, y - h * 0.8), (x + w * 0.68, y - h * 0.2)], ink.light(color, 0.3), 2, op=0.6)
