"""Things that move people: boats, motorbikes, pickups, vans."""

from __future__ import annotations

from demo.draw import ink, paths
from demo.draw.canvas import Canvas


def hull(
    cv: Canvas, x: float, y: float, w: float, color: str, stripe: str, face: int = 1, deep: float = 0.16
) -> str:
    """Draw a wooden hull with a raised bow; x is the centre, y the waterline. Returns its path."""
    h = w * deep
    f = face

    def p(px: float, py: float) -> str:
        return f"{x + f * px * w:.1f} {y + py * h:.1f}"

    d = f"M{p(-0.48, -0.75)}Q{p(-0.1, -0.5)} {p(0.2, -0.62)}Q{p(0.42, -0.8)} {p(0.54, -1.55)}Q{p(0.5, -0.4)} {p(0.36, 0.12)}L{p(-0.4, 0.12)}Q{p(-0.47, -0.2)} {p(-0.48, -0.75)}Z"
    cv.path(paths.ellipse(x, y + h * 0.22, w * 0.47, h * 0.2), cv.mood.shadow, op=0.35, raw=True)
    cv.shape(d, color, h * 0.3, 0.25)
    with cv.group(clip=d):
        cv.path(
            f"M{p(-0.5, -0.62)}Q{p(-0.1, -0.36)} {p(0.2, -0.48)}Q{p(0.42, -0.64)} {p(0.56, -1.4)}",
            "none",
            stripe,
            h * 0.16,
        )
        cv.path(f"M{p(-0.5, -0.2)}Q{p(0, 0)} {p(0.5, -0.35)}", "none", ink.dark(color, 0.3), 1.4, 0.6)
        cv.path(f"M{p(-0.5, 0.12)}H{x + f * w * 0.5:.1f}", "none", "rust", h * 0.3)
    cv.path(
        f"M{p(-0.48, -0.75)}Q{p(-0.1, -0.5)} {p(0.2, -0.62)}Q{p(0.42, -0.8)} {p(0.54, -1.55)}",
        "none",
        ink.light(color, 0.35),
        h * 0.07,
    )
    return d


def fishing_boat(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    color: str = "river",
    stripe: str = "mustard",
    face: int = 1,
    cabin: bool = True,
    mast: bool = True,
    reflect: bool = True,
) -> None:
    """Draw an inshore fishing boat with cabin and a short mast."""
    if reflect:
        with cv.group(opacity=0.28):
            cv.path(
                paths.smooth(
                    [
                        (x - w * 0.44, y),
                        (x + w * 0.44, y),
                        (x + w * 0.34, y + w * 0.1),
                        (x, y + w * 0.13),
                        (x - w * 0.36, y + w * 0.1),
                    ]
                ),
                ink.dark(color, 0.3),
            )
    if mast:
        cv.line(
            [(x - w * 0.02 * face, y - w * 0.1), (x - w * 0.02 * face, y - w * 0.48)], "darkwood", w * 0.014
        )
        cv.line([(x - w * 0.02 * face, y - w * 0.46), (x + face * w * 0.5, y - w * 0.22)], "coal", 1.2)
        cv.line([(x - w * 0.02 * face, y - w * 0.46), (x - face * w * 0.44, y - w * 0.12)], "coal", 1.2)
        px = x - w * 0.02 * face
        cv.poly([(px, y - w * 0.48), (px - face * w * 0.09, y - w * 0.455), (px, y - w * 0.43)], "brick")
    if cabin:
        cx = x - face * w * 0.2
        cv.rect(cx - w * 0.13, y - w * 0.27, w * 0.26, w * 0.2, "cream", shade=w * 0.03)
        for k in (-0.09, 0.02):
            cv.rect(cx + k * w, y - w * 0.23, w * 0.07, w * 0.06, "coal")
        cv.rect(cx - w * 0.16, y - w * 0.3, w * 0.32, w * 0.035, stripe, r=3, shade=2)
    hull(cv, x, y, w, color, stripe, face)


def klotok(
    cv: Canvas, x: float, y: float, w: float, color: str = "forest", stripe: str = "cream", face: int = 1
) -> None:
    """Draw a long river boat with a full roof on posts."""
    for i in range(7):
        px = x - w * 0.38 + w * 0.11 * i
        cv.line([(px, y - w * 0.06), (px, y - w * 0.26)], "darkwood", w * 0.01)
    cv.rect(x - w * 0.4, y - w * 0.15, w * 0.68, w * 0.08, ink.dark(color, 0.45))
    for i in range(6):
        cv.rect(x - w * 0.36 + w * 0.11 * i, y - w * 0.2, w * 0.07, w * 0.012, "plank")
    cv.shape(
        paths.smooth(
            [
                (x - w * 0.44, y - w * 0.24),
                (x - w * 0.4, y - w * 0.285),
                (x + w * 0.28, y - w * 0.285),
                (x + w * 0.34, y - w * 0.24),
            ],
            tension=0.5,
        ),
        stripe,
        w * 0.015,
    )
    cv.rect(x - w * 0.44, y - w * 0.247, w * 0.78, w * 0.018, ink.dark(color, 0.1))
    hull(cv, x, y, w, color, stripe, face, 0.13)


def canoe(cv: Canvas, x: float, y: float, w: float, color: str = "wood", face: int = 1) -> None:
    """Draw a dugout (jukung)."""
    d = paths.smooth(
        [
            (x - w * 0.52, y - w * 0.085),
            (x - w * 0.3, y - w * 0.035),
            (x + w * 0.3, y - w * 0.035),
            (x + w * 0.52, y - w * 0.085),
            (x + w * 0.36, y + w * 0.03),
            (x, y + w * 0.045),
            (x - w * 0.36, y + w * 0.03),
        ],
        tension=0.8,
    )
    cv.path(paths.ellipse(x, y + w * 0.045, w * 0.42, w * 0.02), cv.mood.shadow, op=0.35, raw=True)
    cv.shape(d, color, w * 0.03)
    cv.line(
        [
            (x - w * 0.5, y - w * 0.08),
            (x - w * 0.3, y - w * 0.033),
            (x + w * 0.3, y - w * 0.033),
            (x + w * 0.5, y - w * 0.08),
        ],
        ink.light(color, 0.4),
        w * 0.012,
        soft=True,
    )


def wheel(cv: Canvas, x: float, y: float, r: float, hub: str = "tin") -> None:
    """Draw a wheel standing on y."""
    cv.oval(x, y - r, r, r, "#23262a")
    cv.oval(x, y - r, r * 0.62, r * 0.62, hub)
    cv.oval(x, y - r, r * 0.5, r * 0.5, "#3a3d40")
    cv.oval(x, y - r, r * 0.16, r * 0.16, hub)


def motorbike(cv: Canvas, x: float, y: float, w: float, color: str = "brick", face: int = 1) -> None:
    """Draw an underbone motorbike in profile, `w` px long, standing on y."""
    f = face
    cv.shadow(x, y, w * 0.5, w * 0.05, 0.3, 0.1)
    wheel(cv, x - f * w * 0.34, y, w * 0.17)
    wheel(cv, x + f * w * 0.36, y, w * 0.17)

    def pt(px: float, py: float) -> tuple[float, float]:
        return x + f * px * w, y - py * w

    cv.line([pt(0.36, 0.17), pt(0.26, 0.56)], "steel", w * 0.035)
    cv.poly([pt(-0.1, 0.16), pt(0.12, 0.14), pt(0.14, 0.3), pt(-0.08, 0.32)], "coal", w * 0.03, soft=True)
    cv.line([pt(-0.05, 0.14), pt(-0.44, 0.17)], "tin", w * 0.035)
    cv.poly(
        [
            pt(-0.5, 0.44),
            pt(-0.3, 0.36),
            pt(-0.02, 0.3),
            pt(0.1, 0.22),
            pt(0.24, 0.3),
            pt(0.3, 0.56),
            pt(0.24, 0.58),
            pt(0.14, 0.38),
            pt(-0.06, 0.44),
            pt(-0.46, 0.5),
        ],
        color,
        w * 0.04,
        soft=True,
    )
    cv.poly(
        [pt(-0.44, 0.49), pt(-0.06, 0.45), pt(0.0, 0.49), pt(-0.2, 0.53), pt(-0.44, 0.53)],
        "coal",
        2,
        soft=True,
    )
    cv.line([pt(0.25, 0.58), pt(0.2, 0.66), pt(0.12, 0.66)], "coal", w * 0.03)
    cv.oval(*pt(0.32, 0.54), w * 0.05, w * 0.05, "cream")
    cv.path(paths.lens(pt(0.2, 0.36), pt(0.54, 0.3), w * 0.03), color)


def pickup(cv: Canvas, x: float, y: float, w: float, color: str = "cream", face: int = 1) -> None:
    """Draw a pickup in profile; its bed lies behind the cab. x is the centre."""
    f = face

    def pt(px: float, py: float) -> tuple[float, float]:
        return x + f * px * w, y - py * w

    cv.shadow(x, y, w * 0.54, w * 0.04, 0.32, 0.1)
    cv.poly(
        [
            pt(0.0, 0.2),
            pt(0.0, 0.4),
            pt(0.17, 0.4),
            pt(0.27, 0.27),
            pt(0.47, 0.24),
            pt(0.5, 0.18),
            pt(0.5, 0.09),
            pt(0.0, 0.09),
        ],
        color,
        w * 0.03,
    )
    cv.poly([pt(0.03, 0.27), pt(0.03, 0.37), pt(0.155, 0.37), pt(0.235, 0.27)], "#38505a", w * 0.01)
    cv.poly([pt(-0.5, 0.09), pt(-0.5, 0.25), pt(0.0, 0.25), pt(0.0, 0.09)], ink.dark(color, 0.06), w * 0.03)
    cv.line([pt(-0.5, 0.25), pt(0, 0.25)], ink.dark(color, 0.3), w * 0.012)
    cv.line([pt(0.02, 0.14), pt(0.02, 0.38)], ink.dark(color, 0.35), 1.5)
    cv.rect(min(pt(-0.52, 0)[0], pt(0.52, 0)[0]), y - w * 0.11, w * 1.04, w * 0.03, "coal")
    cv.oval(*pt(0.47, 0.2), w * 0.018, w * 0.022, "amber")
    for k in (-0.32, 0.31):
        cv.path(paths.ellipse(*pt(k, 0.1), w * 0.1, w * 0.1), "coal")
        wheel(cv, x + f * k * w, y, w * 0.082)


def van(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    color: str = "white",
    band: str = "forest",
    face: int = 1,
    hatch: bool = True,
) -> None:
    """Draw a service van; `hatch` opens its side as a counter."""
    f = face

    def pt(px: float, py: float) -> tuple[float, float]:
        return x + f * px * w, y - py * w

    cv.shadow(x, y, w * 0.54, w * 0.035, 0.32, 0.1)
    cv.poly(
        [
            pt(-0.5, 0.08),
            pt(-0.5, 0.42),
            pt(-0.48, 0.46),
            pt(0.26, 0.46),
            pt(0.4, 0.27),
            pt(0.49, 0.23),
            pt(0.5, 0.08),
        ],
        color,
        w * 0.03,
    )
    cv.poly([pt(-0.5, 0.1), pt(-0.5, 0.17), pt(0.5, 0.17), pt(0.5, 0.1)], band)
    cv.poly([pt(-0.5, 0.18), pt(-0.5, 0.195), pt(0.5, 0.195), pt(0.5, 0.18)], "mustard")
    cv.poly([pt(0.2, 0.27), pt(0.2, 0.4), pt(0.275, 0.4), pt(0.36, 0.27)], "#38505a", w * 0.01)
    if hatch:
        cv.poly([pt(-0.42, 0.22), pt(-0.42, 0.4), pt(0.1, 0.4), pt(0.1, 0.22)], "coal")
        cv.poly([pt(-0.44, 0.4), pt(-0.47, 0.5), pt(0.15, 0.5), pt(0.12, 0.4)], band, w * 0.01)
        cv.poly([pt(-0.44, 0.2), pt(-0.44, 0.225), pt(0.12, 0.225), pt(0.12, 0.2)], "plank", 2)
    for k in (-0.3, 0.32):
        cv.path(paths.ellipse(*pt(k, 0.09), w * 0.085, w * 0.085), "coal")
        wheel(cv, x + f * k * w, y, w * 0.07)
    cv.oval(*pt(0.475, 0.19), w * 0.016, w * 0.02, "amber")
