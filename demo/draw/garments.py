"""Bodies and their clothes: arms, legs, shoes, trunk, the drape of a hijab, a shawl."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from demo.draw import ink, paths
from demo.draw.canvas import Canvas
from demo.draw.dress import Look
from demo.draw.paths import Point
from demo.draw.poses import Pose


@dataclass
class Joints:
    """Where the parts of a drawn person are, in px; n is near (or left), f is far (or right)."""

    u: float
    hip: Point
    chest: Point
    head: Point
    hand_n: Point
    hand_f: Point
    foot_n: Point
    foot_f: Point
    knee_n: Point
    knee_f: Point


def limb_arm(
    cv: Canvas, s: Point, e: Point, w: Point, u: float, look: Look, fill: str, far: bool = False
) -> None:
    """Draw an arm with its sleeve and hand."""
    skin = ink.dark(look.skin, 0.2 if far else 0)
    b = look.build
    edge = ink.dark(look.top, 0.35)
    sleeve = fill if not far else (ink.dark(look.top, 0.22) if look.style != "bare" else skin)
    hand = paths.lerp(e, w, 1.14)
    cv.shape(paths.capsule(e, w, 2.6 * b * u, 1.9 * u), skin, 1.4 * u, 0.18)
    cv.shape(paths.capsule(w, hand, 2.2 * u, 1.9 * u), skin, 1.2 * u, 0.16)
    if u > 2.6:
        thumb = paths.lerp(e, w, 1.02)
        nx, ny = (hand[1] - w[1]), -(hand[0] - w[0])
        cv.path(
            paths.capsule(thumb, (hand[0] + nx * 0.75, hand[1] + ny * 0.75), 0.9 * u, 0.7 * u),
            ink.dark(skin, 0.08),
        )
    cv.path(paths.capsule(s, e, 3.3 * b * u, 2.7 * b * u), skin)
    if look.style in ("long", "tunic"):
        for d in (
            paths.capsule(e, paths.lerp(e, w, 0.92), 3.3 * b * u, 2.7 * u),
            paths.capsule(s, e, 3.5 * b * u, 3.2 * b * u),
        ):
            cv.shape(d, sleeve, 1.6 * u, 0.2)
    elif look.style != "bare" and look.style != "vest":
        cv.shape(paths.capsule(s, paths.lerp(s, e, 0.72), 3.4 * b * u, 3.5 * b * u), sleeve, 1.6 * u, 0.2)
    if not far and look.style != "bare":
        off = paths.lerp(s, e, 0.1)
        cv.line([off, e], edge, 0.35 * u, op=0.28)


def legs(
    cv: Canvas,
    j: Joints,
    a: Point,
    b: Point,
    u: float,
    look: Look,
    fill: str,
    view: str,
    face: int,
    hipw: float,
) -> None:
    """Draw legs, or a skirt around them, and feet."""
    both = view in ("front", "back")
    pairs = ((b, j.knee_f, j.foot_f, True), (a, j.knee_n, j.foot_n, False))
    for hip, knee, foot, far in pairs:
        dim = 0.2 if far and not both else 0.04 if far else 0.0
        skin = ink.dark(look.skin, dim)
        down = math.atan2(foot[1] - knee[1], (foot[0] - knee[0]) or 0.01)
        if not both and (knee[0] - foot[0]) * face > 12 * u and foot[1] - j.hip[1] < 14 * u:
            # The foot is folded under the seat: its sole points backwards.
            cv.path(paths.capsule(foot, (foot[0] - face * 5 * u, foot[1] + 1.2 * u), 2.0 * u, 1.7 * u), skin)
        else:
            shoe(
                cv,
                foot,
                u,
                look,
                view,
                face if not both else (1 if far else -1),
                skin,
                math.degrees(down) - 90,
            )
        cv.shape(paths.capsule(knee, foot, 3.6 * u, 2.0 * u), skin, 1.6 * u, 0.18)
        if look.cut in ("trousers", "shorts"):
            tone = ink.dark(look.bottom, dim) if not fill.startswith("url(") else fill
            if look.cut == "trousers":
                cv.shape(
                    paths.capsule(
                        knee, paths.lerp(knee, foot, 0.95 if look.feet != "bare" else 0.6), 4.2 * u, 3.1 * u
                    ),
                    tone,
                    1.8 * u,
                    0.2,
                )
            end = knee if look.cut == "trousers" else paths.lerp(hip, knee, 0.92)
            cv.shape(paths.capsule(hip, end, 5.6 * u, 4.5 * u), tone, 2.0 * u, 0.2)
    if look.cut in ("skirt", "sarong"):
        centre = (j.foot_n[0] + j.foot_f[0]) / 2
        hems = [(f[0] + (centre - f[0]) * 0.34, f[1] - 2.0 * u) for f in (j.foot_n, j.foot_f)]
        upper = paths.hull(
            [
                q
                for c, r in ((j.hip, hipw), (j.knee_n, 5.6 * u), (j.knee_f, 5.6 * u))
                for q in paths.circle_points(c, r)
            ]
        )
        lower = paths.hull(
            [
                q
                for c, r in ((j.knee_n, 5.6 * u), (j.knee_f, 5.6 * u), *((e, 4.9 * u) for e in hems))
                for q in paths.circle_points(c, r)
            ]
        )
        cv.shape(paths.polygon(lower), fill, 3 * u, 0.22)
        cv.shape(paths.polygon(upper), fill, 3 * u, 0.14)
        mid = paths.lerp(j.knee_n, j.knee_f, 0.5)
        cv.line(
            [paths.lerp(j.hip, mid, 0.4), mid, paths.lerp(mid, paths.lerp(j.foot_n, j.foot_f, 0.5), 0.85)],
            ink.dark(look.bottom, 0.4),
            0.5 * u,
            soft=True,
            op=0.45,
        )


def shoe(cv: Canvas, foot: Point, u: float, look: Look, view: str, face: int, skin: str, turn: float) -> None:
    """Draw a foot or shoe below an ankle."""
    color = {"sandals": skin, "bare": skin, "boots": "coal", "shoes": "coal", "white": "white"}.get(
        look.feet, skin
    )
    if look.feet == "boots":
        cv.path(paths.capsule((foot[0], foot[1] - 7 * u), foot, 3.3 * u, 2.9 * u), color)
    if view in ("front", "back"):
        cv.shape(paths.ellipse(foot[0] + face * 0.8 * u, foot[1] + 2.3 * u, 3.1 * u, 2.4 * u), color, u, 0.15)
        return
    reach_x = face * (6.2 if view == "side" else 4.6)
    a = math.radians(max(-70, min(70, turn))) if abs(turn) > 38 else 0.0
    toe = (
        foot[0] + (reach_x * math.cos(a) - 2.2 * math.sin(a)) * u,
        foot[1] + (2.2 * math.cos(a) + reach_x * math.sin(a)) * u,
    )
    heel = (foot[0] - face * 1.2 * u, foot[1] + 1.8 * u)
    cv.path(paths.capsule(heel, toe, 2.2 * u, 1.6 * u), color)
    if look.feet == "sandals":
        cv.path(
            paths.capsule((heel[0], heel[1] + 1.3 * u), (toe[0], toe[1] + 1.0 * u), 0.9 * u, 0.8 * u), "coal"
        )


def lap(cv: Canvas, x: float, y: float, u: float, hipw: float, look: Look, fill: str) -> None:
    """Draw crossed legs of somebody sitting on the floor, from the front or behind."""
    for s in (1, -1):
        cv.shape(
            paths.capsule((x + s * hipw * 0.4, y - 7 * u), (x + s * 19 * u, y - 4.6 * u), 6 * u, 4.6 * u),
            fill,
            2 * u,
            0.18,
        )
    cv.shape(
        paths.capsule((x + 17 * u, y - 4 * u), (x - 6 * u, y - 2.2 * u), 4.2 * u, 3 * u), fill, 2 * u, 0.2
    )
    cv.shape(paths.capsule((x - 17 * u, y - 4 * u), (x + 6 * u, y - 2 * u), 4.2 * u, 3 * u), fill, 2 * u, 0.2)


def torso(
    cv: Canvas,
    body: Callable[[float, float], Point],
    j: Joints,
    u: float,
    hipw: float,
    shw: float,
    look: Look,
    fill: str,
    view: str,
    face: int,
    p: Pose,
) -> None:
    """Draw the trunk and its garment; a tunic follows the thighs."""
    color = look.skin if look.style == "bare" else fill
    waist = hipw * (1.04 if look.cut in ("trousers", "shorts") else 0.92)
    side = view == "side"
    belly = waist + (1.4 * u * (look.build - 0.7) if side else 0)
    pts = [
        body(-4.5, -hipw * face),
        body(8, -waist * face),
        body(19, -shw * 0.95 * face),
        body(27, -shw * 1.0 * face),
        body(29.6, -shw * 0.78 * face),
        body(31.6, -4.6 * u * face),
        body(33.2, -2.6 * u * face),
        body(33.2, 2.6 * u * face),
        body(31.6, 4.6 * u * face),
        body(29.6, shw * 0.78 * face),
        body(26, shw * 1.02 * face),
        body(18, shw * 0.98 * face),
        body(8, belly * face),
        body(-4.5, hipw * face),
    ]
    if look.style != "bare" and p.seat != "cross":
        drop = 17.0 if look.style == "tunic" else 5.0
        mid = paths.lerp(j.knee_n, j.knee_f, 0.5)
        dx, dy = mid[0] - j.hip[0], mid[1] - j.hip[1]
        n = math.hypot(dx, dy) or 1
        ux, uy = (dx / n, dy / n) if p.thigh > 0.5 else (0.0, 1.0)
        drop = min(drop, 9) if p.thigh < 0.5 or p.seat else drop
        w = hipw + (2.0 if look.style == "tunic" else 0.9) * u
        hem = [
            (j.hip[0] + ux * drop * u + uy * s * w, j.hip[1] + uy * drop * u - ux * s * w) for s in (-1, 1)
        ]
        cv.shape(
            paths.polygon(paths.hull([*paths.circle_points(j.hip, hipw * 1.04), *hem])), color, 2.2 * u, 0.16
        )
    d = paths.smooth(pts, tension=0.75)
    cv.shape(d, color, 3.2 * u, 0.2)
    if look.style == "bare":
        return
    if u > 1.6 and view != "back":
        dim = ink.dark(look.top, 0.3)
        if look.style in ("shirt", "long", "vest") and not side:
            off = 0 if view == "front" else 2 * u * face
            cv.line([body(30, off), body(0, off)], dim, 0.4 * u, op=0.6)
            if look.head != "hijab":
                cv.path(
                    paths.polygon([body(32, -3.4 * u + off), body(27.5, off), body(32, 3.4 * u + off)]),
                    look.skin,
                )
                for k in (-1, 1):
                    cv.path(
                        paths.polygon(
                            [body(32.6, k * 3.6 * u + off), body(27.2, off), body(27.6, k * 3.4 * u + off)]
                        ),
                        ink.light(look.top, 0.18),
                    )
        for k, (b1, s1, b2, s2) in enumerate(((9, -0.9, 5, -0.3), (6, 0.85, 11, 0.3), (20, 0.9, 17, 0.45))):
            cv.line(
                [body(b1, s1 * waist), body((b1 + b2) / 2 - 1, (s1 + s2) / 2 * waist), body(b2, s2 * waist)],
                dim,
                0.4 * u,
                soft=True,
                op=0.4,
            )
    if look.apron:
        cv.shape(
            paths.smooth(
                [
                    body(24, -shw * 0.5),
                    body(24, shw * 0.5),
                    body(10, waist * 0.85),
                    body(-12, waist * 0.95),
                    body(-12, -waist * 0.95),
                    body(10, -waist * 0.85),
                ],
                tension=0.5,
            ),
            look.apron,
            2 * u,
            0.16,
        )
    if look.style == "vest":
        cv.line([body(29, 0), body(-2, 0)], "mustard", 1.0 * u)
        cv.line([body(16, -shw * 0.95), body(16, shw * 0.95)], "mustard", 1.3 * u)


def drape(
    cv: Canvas,
    body: Callable[[float, float], Point],
    u: float,
    shw: float,
    hd: Point,
    color: str,
    view: str,
    face: int,
) -> None:
    """Draw the part of a hijab that falls over shoulders and chest."""
    k = 0.9 if view == "side" else 0.94
    low = 15.5 if view != "back" else 13.5
    a, b = body(33, -5.4 * u), body(33, 5.4 * u)
    pts = [
        hd,
        a,
        body(28.5, -shw * k),
        body(22, -shw * 0.82),
        body(low, 0.6 * u * face),
        body(22, shw * 0.82),
        body(28.5, shw * k),
        b,
    ]
    cv.shape(paths.smooth(pts, tension=0.85), color, 3 * u, 0.2)
    if view != "back":
        cv.line(
            [body(31, -4 * u), body(24, 0.5 * u), body(20, 5 * u * face)],
            ink.dark(color, 0.28),
            0.45 * u,
            soft=True,
            op=0.5,
        )


def sash(cv: Canvas, body: Callable[[float, float], Point], u: float, shw: float, color: str) -> None:
    """Draw a shawl over one shoulder."""
    cv.shape(
        paths.smooth(
            [
                body(31, -shw * 0.75),
                body(31, -shw * 0.3),
                body(14, shw * 0.6),
                body(-8, shw * 0.8),
                body(-8, shw * 0.3),
                body(12, 0),
            ],
            tension=0.6,
        ),
        color,
        1.5 * u,
    )
