"""Animals: egrets, fish, cattle, goats, fowl, proboscis monkeys."""

from __future__ import annotations

import math

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.paths import Point


def egret(cv: Canvas, x: float, y: float, size: float, face: int = 1) -> None:
    """Draw a standing egret, `size` px tall."""

    def p(px: float, py: float) -> Point:
        return x + face * px * size, y - py * size

    cv.shadow(x, y, size * 0.18, size * 0.03, 0.25)
    cv.line([p(-0.02, 0), p(-0.01, 0.38)], "coal", size * 0.02)
    cv.line([p(0.07, 0), p(0.02, 0.2), p(0.04, 0.38)], "coal", size * 0.02)
    cv.poly(
        [p(-0.34, 0.3), p(-0.16, 0.5), p(0.08, 0.56), p(0.16, 0.46), p(0.06, 0.36), p(-0.14, 0.33)],
        "white",
        size * 0.06,
        soft=True,
    )
    neck = [p(0.08, 0.5), p(0.2, 0.62), p(0.08, 0.76), p(0.16, 0.93)]
    cv.line(neck, "white", size * 0.055, soft=True)
    cv.oval(*p(0.19, 0.94), size * 0.06, size * 0.042, "white")
    cv.poly([p(0.22, 0.97), p(0.4, 0.9), p(0.22, 0.92)], "amber")


def egret_fly(cv: Canvas, x: float, y: float, size: float) -> None:
    """Draw a flying egret."""

    def p(px: float, py: float) -> Point:
        return x + px * size, y - py * size

    cv.poly([p(-0.05, 0.02), p(-0.25, 0.5), p(-0.1, 0.42), p(0.16, 0.04)], ink.dark("white", 0.1), soft=True)
    cv.poly(
        [p(-0.4, -0.04), p(0, 0.08), p(0.3, 0.06), p(0.34, 0.0), p(0.05, -0.07)],
        "white",
        size * 0.03,
        soft=True,
    )
    cv.poly([p(-0.1, 0.04), p(0.04, 0.56), p(0.16, 0.4), p(0.18, 0.04)], "white", size * 0.03, soft=True)
    cv.poly([p(0.32, 0.05), p(0.48, 0.0), p(0.32, 0.01)], "amber")
    cv.line([p(-0.38, -0.03), p(-0.58, -0.06)], "coal", size * 0.02)


def fish(cv: Canvas, x: float, y: float, size: float, angle: float = 0, color: str = "#a9b9bb") -> None:
    """Draw a silver fish centred at (x, y), turned by `angle`."""
    a = math.radians(angle)

    def p(px: float, py: float) -> Point:
        return x + (px * math.cos(a) - py * math.sin(a)) * size, y + (
            px * math.sin(a) + py * math.cos(a)
        ) * size

    cv.poly([p(-0.32, 0), p(-0.5, -0.14), p(-0.44, 0), p(-0.5, 0.14)], ink.dark(color, 0.25))
    d = paths.smooth(
        [p(-0.36, 0), p(-0.1, -0.13), p(0.25, -0.12), p(0.48, 0.0), p(0.25, 0.13), p(-0.1, 0.12)]
    )
    cv.path(d, color)
    cv.path(
        paths.smooth(
            [p(-0.36, 0), p(-0.1, -0.13), p(0.25, -0.12), p(0.48, 0.0), p(0.2, -0.03), p(-0.1, -0.03)]
        ),
        ink.mix(color, "indigo", 0.45),
    )
    cv.line([p(0.3, -0.09), p(0.26, 0.02), p(0.3, 0.09)], ink.dark(color, 0.35), size * 0.014, soft=True)
    cv.oval(*p(0.38, -0.02), size * 0.025, size * 0.025, "coal")


def cow(
    cv: Canvas, x: float, y: float, w: float, color: str = "#a8683c", face: int = 1, graze: bool = False
) -> None:
    """Draw a Bali cow: red-brown with white rump and stockings; x centre, y hooves, w body length."""

    def p(px: float, py: float) -> Point:
        return x + face * px * w, y - py * w

    cv.shadow(x, y, w * 0.5, w * 0.06, 0.25, 0.1)
    for px, far in ((-0.28, 1), (0.26, 1), (-0.36, 0), (0.2, 0)):
        tone = ink.dark(color, 0.28 if far else 0.05)
        cv.shape(paths.capsule(p(px, 0.4), p(px + 0.01, 0.2), w * 0.065, w * 0.036), tone, 3)
        cv.path(
            paths.capsule(p(px + 0.01, 0.2), p(px + 0.02, 0.03), w * 0.034, w * 0.03),
            ink.dark("cream", 0.2 if far else 0.03),
        )
        cv.poly([p(px - 0.025, 0.035), p(px + 0.06, 0.035), p(px + 0.07, 0), p(px - 0.03, 0)], "coal")
    body = paths.smooth(
        [
            p(-0.46, 0.58),
            p(-0.2, 0.63),
            p(0.1, 0.62),
            p(0.32, 0.68),
            p(0.42, 0.56),
            p(0.36, 0.36),
            p(0.1, 0.28),
            p(-0.2, 0.29),
            p(-0.42, 0.34),
            p(-0.49, 0.46),
        ]
    )
    cv.shape(body, color, w * 0.06, 0.24)
    with cv.group(clip=body):
        cv.oval(*p(-0.5, 0.42), w * 0.1, w * 0.14, "cream")
    cv.line([p(-0.46, 0.58), p(-0.53, 0.42), p(-0.5, 0.24)], ink.dark(color, 0.3), w * 0.018, soft=True)
    cv.oval(*p(-0.5, 0.22), w * 0.022, w * 0.05, "coal")
    hx, hy = (0.62, 0.2) if graze else (0.6, 0.66)
    cv.shape(paths.capsule(p(0.36, 0.54), p(hx - 0.06, hy + 0.02), w * 0.13, w * 0.075), color, w * 0.04)
    cv.poly(
        [
            p(hx - 0.12, hy + 0.1),
            p(hx + 0.02, hy + 0.1),
            p(hx + 0.13, hy - 0.1),
            p(hx + 0.09, hy - 0.16),
            p(hx + 0.01, hy - 0.13),
            p(hx - 0.1, hy - 0.02),
        ],
        color,
        w * 0.03,
        soft=True,
    )
    cv.poly(
        [p(hx + 0.06, hy - 0.05), p(hx + 0.13, hy - 0.09), p(hx + 0.1, hy - 0.16), p(hx + 0.02, hy - 0.13)],
        "cream",
        soft=True,
    )
    cv.oval(*p(hx + 0.11, hy - 0.11), w * 0.012, w * 0.01, "coal")
    cv.oval(*p(hx - 0.01, hy + 0.03), w * 0.014, w * 0.014, "coal")
    cv.path(paths.lens(p(hx - 0.1, hy + 0.07), p(hx - 0.24, hy + 0.04), w * 0.025), ink.dark(color, 0.15))
    cv.line(
        [p(hx - 0.06, hy + 0.1), p(hx - 0.08, hy + 0.18), p(hx - 0.03, hy + 0.22)],
        "cream",
        w * 0.022,
        soft=True,
    )


def goat(
    cv: Canvas, x: float, y: float, w: float, color: str = "white", face: int = 1, graze: bool = False
) -> None:
    """Draw a goat."""

    def p(px: float, py: float) -> Point:
        return x + face * px * w, y - py * w

    cv.shadow(x, y, w * 0.45, w * 0.06, 0.25, 0.1)
    for px, far in ((-0.22, 1), (0.24, 1), (-0.3, 0), (0.17, 0)):
        tone = ink.dark(color, 0.3 if far else 0.06)
        cv.path(paths.capsule(p(px, 0.36), p(px, 0.05), w * 0.05, w * 0.026), tone)
        cv.path(paths.rect(p(px, 0)[0] - w * 0.03, y - w * 0.04, w * 0.06, w * 0.04), "coal")
    cv.poly(
        [
            p(-0.4, 0.56),
            p(-0.1, 0.58),
            p(0.24, 0.6),
            p(0.34, 0.48),
            p(0.24, 0.32),
            p(-0.1, 0.27),
            p(-0.36, 0.34),
        ],
        color,
        w * 0.07,
        soft=True,
    )
    cv.path(paths.lens(p(-0.38, 0.54), p(-0.5, 0.64), w * 0.03), ink.dark(color, 0.15))
    hx, hy = (0.52, 0.14) if graze else (0.48, 0.76)
    cv.shape(paths.capsule(p(0.26, 0.5), p(hx - 0.04, hy), w * 0.1, w * 0.06), color, w * 0.03)
    cv.poly(
        [
            p(hx - 0.08, hy + 0.07),
            p(hx + 0.03, hy + 0.07),
            p(hx + 0.14, hy - 0.08),
            p(hx + 0.08, hy - 0.12),
            p(hx - 0.06, hy - 0.04),
        ],
        color,
        w * 0.03,
        soft=True,
    )
    cv.line(
        [p(hx - 0.02, hy + 0.07), p(hx - 0.1, hy + 0.2), p(hx - 0.2, hy + 0.2)],
        "#6b5a44",
        w * 0.03,
        soft=True,
    )
    cv.path(paths.lens(p(hx - 0.06, hy + 0.03), p(hx - 0.16, hy - 0.1), w * 0.03), ink.dark(color, 0.2))
    cv.oval(*p(hx + 0.02, hy + 0.01), w * 0.015, w * 0.015, "coal")
    cv.line([p(hx + 0.08, hy - 0.11), p(hx + 0.06, hy - 0.2)], ink.dark(color, 0.2), w * 0.025)


def hen(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    color: str = "rust",
    face: int = 1,
    rooster: bool = False,
    peck: bool = False,
) -> None:
    """Draw a hen or rooster."""

    def p(px: float, py: float) -> Point:
        return x + face * px * w, y - py * w

    cv.shadow(x, y, w * 0.35, w * 0.05, 0.25, 0.1)
    for px in (-0.04, 0.08):
        cv.line([p(px, 0.26), p(px, 0.03), p(px + 0.1, 0.0)], "amber", w * 0.03)
    if rooster:
        for k in range(5):
            cv.path(
                paths.lens(p(-0.24, 0.5), p(-0.62 + 0.05 * k, 0.5 + 0.1 * k - 0.05 * (4 - k)), w * 0.05),
                ink.mix("forest", "coal", k / 6),
            )
    head = (0.36, 0.2) if peck else (0.33, 0.74)
    cv.poly(
        [
            p(-0.44, 0.62),
            p(-0.26, 0.46),
            p(0.06, 0.5),
            p(head[0] - 0.1, head[1] - 0.04 if not peck else 0.4),
            p(head[0], head[1] - 0.04),
            p(0.3, 0.34),
            p(0.12, 0.2),
            p(-0.16, 0.22),
            p(-0.36, 0.38),
        ],
        color,
        w * 0.08,
        soft=True,
    )
    cv.poly(
        [p(-0.3, 0.44), p(-0.02, 0.46), p(0.12, 0.34), p(-0.08, 0.28), p(-0.26, 0.34)],
        ink.dark(color, 0.25),
        soft=True,
    )
    cv.marks(
        "",
        (x - w * 0.25, y - w * 0.45, w * 0.3, w * 0.15),
        7,
        ink.light(color, 0.3),
        w * 0.1,
        w * 0.03,
        10,
        20,
        0.7,
    )
    cv.oval(*p(head[0] - 0.01, head[1]), w * 0.085, w * 0.085, color)
    for k in (-0.06, 0, 0.05):
        cv.oval(*p(head[0] + k, head[1] + 0.09), w * 0.032, w * 0.042, "red")
    cv.oval(*p(head[0] + 0.05, head[1] - 0.1), w * 0.025, w * 0.045, "red")
    cv.poly(
        [
            p(head[0] + 0.06, head[1] + 0.03),
            p(head[0] + 0.17, head[1] - 0.02),
            p(head[0] + 0.06, head[1] - 0.04),
        ],
        "amber",
    )
    cv.oval(*p(head[0] + 0.02, head[1] + 0.02), w * 0.016, w * 0.016, "coal")


def proboscis(cv: Canvas, x: float, y: float, size: float, face: int = 1) -> None:
    """Draw a proboscis monkey sitting on a branch at (x, y)."""

    def p(px: float, py: float) -> Point:
        return x + face * px * size, y - py * size

    fur, pale, skin = "#b06a34", "#d8c7a4", "#c98a66"
    cv.path(
        f"M{p(-0.16, 0.06)[0]:.1f} {p(0, 0.06)[1]:.1f}C{p(-0.3, -0.2)[0]:.1f} {p(0, -0.2)[1]:.1f} {p(-0.2, -0.5)[0]:.1f} {p(0, -0.5)[1]:.1f} {p(-0.26, -0.85)[0]:.1f} {p(0, -0.85)[1]:.1f}",
        "none",
        pale,
        size * 0.05,
    )
    cv.poly(
        [
            p(-0.22, 0.02),
            p(-0.28, 0.3),
            p(-0.14, 0.58),
            p(0.08, 0.6),
            p(0.2, 0.36),
            p(0.2, 0.06),
            p(0, -0.02),
        ],
        fur,
        size * 0.08,
        soft=True,
    )
    cv.poly(
        [p(0.02, 0.04), p(0.04, 0.4), p(0.14, 0.46), p(0.22, 0.26), p(0.2, 0.06)],
        pale,
        size * 0.04,
        soft=True,
    )
    cv.shape(
        paths.capsule(p(-0.06, 0.06), p(0.22, 0.24), size * 0.11, size * 0.07),
        ink.dark(pale, 0.12),
        size * 0.04,
    )
    cv.shape(paths.capsule(p(0.22, 0.24), p(0.22, 0.0), size * 0.06, size * 0.045), pale, size * 0.03)
    cv.shape(
        paths.capsule(p(-0.06, 0.5), p(0.06, 0.28), size * 0.08, size * 0.055),
        ink.dark(fur, 0.12),
        size * 0.03,
    )
    cv.shape(paths.capsule(p(0.06, 0.28), p(0.26, 0.34), size * 0.05, size * 0.035), pale, size * 0.02)
    cv.oval(*p(0.0, 0.72), size * 0.16, size * 0.17, fur, size * 0.05)
    cv.poly(
        [p(-0.04, 0.62), p(0.0, 0.78), p(0.12, 0.82), p(0.17, 0.7), p(0.12, 0.58)],
        skin,
        size * 0.03,
        soft=True,
    )
    cv.poly([p(-0.16, 0.78), p(-0.06, 0.88), p(0.1, 0.88), p(0.14, 0.8), p(0.02, 0.78)], "#7e3f1d", soft=True)
    cv.poly(
        [p(0.12, 0.76), p(0.2, 0.7), p(0.24, 0.6), p(0.19, 0.56), p(0.14, 0.62), p(0.11, 0.68)],
        ink.dark(skin, 0.06),
        size * 0.02,
        soft=True,
    )
    cv.oval(*p(0.085, 0.75), size * 0.018, size * 0.022, "coal")
    cv.line([p(0.08, 0.57), p(0.14, 0.56)], "coal", size * 0.014)
