"""People: a jointed figure with clothes, seen from the side, in three-quarter view, from the front or behind."""

from __future__ import annotations

import math
from collections.abc import Callable

from demo.draw import heads, ink, paths
from demo.draw.canvas import Canvas
from demo.draw.dress import Look, cloth
from demo.draw.garments import Joints, drape, lap, legs, limb_arm, sash, torso
from demo.draw.paths import Point
from demo.draw.poses import POSES, Pose

UPPER, FORE, THIGH, SHIN, ANKLE, SPINE = 16.0, 15.0, 23.0, 22.5, 4.0, 31.0


def step(a: Point, degrees: float, length: float, sign: int) -> Point:
    """Return the end of a bone; 0° hangs down, positive swings towards `sign`."""
    r = math.radians(degrees)
    return a[0] + sign * length * math.sin(r), a[1] + length * math.cos(r)


def reach(a: Point, target: Point, l1: float, l2: float, bend: int) -> tuple[Point, Point]:
    """Return elbow and hand of an arm that reaches for `target` as far as it can."""
    dx, dy = target[0] - a[0], target[1] - a[1]
    d = max(abs(l1 - l2) + 0.1, min(math.hypot(dx, dy) or 0.1, (l1 + l2) * 0.995))
    base = math.atan2(dy, dx)
    k = math.acos(max(-1, min(1, (l1 * l1 + d * d - l2 * l2) / (2 * l1 * d))))
    elbow = (a[0] + l1 * math.cos(base + bend * k), a[1] + l1 * math.sin(base + bend * k))
    return elbow, (a[0] + d * math.cos(base), a[1] + d * math.sin(base))


def person(
    cv: Canvas,
    x: float,
    y: float,
    h: float,
    look: Look,
    pose: str | Pose = "stand",
    view: str = "q",
    face: int = 1,
    hand_n: Point | None = None,
    hand_f: Point | None = None,
    hold: Callable[[Joints], None] | None = None,
    behind: Callable[[Joints], None] | None = None,
    shadow: bool = True,
    arms_first: bool = False,
    kid: bool = False,
) -> Joints:
    """Draw one person standing (or sitting) at (x, y), `h` px tall when upright.

    `hand_n`/`hand_f` are canvas points the hands reach for; `hold` draws what lies between body and near arm,
    `behind` what lies behind the body. Returns the joints so that tools can be added.
    """
    p = POSES[pose] if isinstance(pose, str) else pose
    u = h / 100
    wide = {"side": 0.56, "q": 0.86, "front": 1.0, "back": 1.0}[view] * look.build
    both = view in ("front", "back")
    if both and pose in ("walk", "walk2"):
        p = POSES[f"{pose}_away"]
    if view == "back" and (p.seat or p.arm_n[1] < -20):
        arms_first = True  # seen from behind, hands that rest in front are hidden by the trunk
    sn, sf = (-1, 1) if both else (face, face)
    # Legs first: they decide how high the hip is.
    hipw, shw = 7.6 * wide * u, 11.6 * (wide if not kid else wide * 0.92) * u
    if view == "side":
        hipw, shw = 6.4 * look.build * u, 7.0 * look.build * u
    th = THIGH * p.thigh
    hn, hf = (
        (-0.5 * hipw, 0.5 * hipw)
        if both
        else (0.28 * hipw * -face, 0.3 * hipw * face)
        if view == "q"
        else (0, 0)
    )
    if p.seat in ("floor", "cross"):
        hip_y = y - 7 * u
    else:
        drops = [
            th * math.cos(math.radians(a)) + SHIN * math.cos(math.radians(b)) for a, b in (p.leg_n, p.leg_f)
        ]
        if p.seat == "chair":
            hip_y = y - 27 * u
        elif p.toes:
            hip_y = y - (th * math.cos(math.radians(p.leg_n[0])) + 5) * u
        else:
            hip_y = y - (max(drops) + ANKLE) * u
    hip = (x, hip_y)
    kn, kf = step((x + hn, hip_y), p.leg_n[0], th * u, sn), step((x + hf, hip_y), p.leg_f[0], th * u, sf)
    an, af = step(kn, p.leg_n[1], SHIN * u, sn), step(kf, p.leg_f[1], SHIN * u, sf)
    lean = math.radians(p.lean)
    spine = (math.sin(lean) * face, -math.cos(lean))
    across = (-spine[1], spine[0])

    def body(along: float, side: float) -> Point:
        return (
            hip[0] + spine[0] * along * u + across[0] * side,
            hip[1] + spine[1] * along * u + across[1] * side,
        )

    top = body(SPINE, 0)
    shift = 0 if both else (0.6 * shw if view == "q" else 0.0)
    s_n = body(SPINE - 3.2, -(shw - 2.6 * u) if both else -face * shift)
    s_f = body(SPINE - 3.2, (shw - 2.6 * u) if both else face * shift)
    bend_n, bend_f = (-1 if both else face), (1 if both else face)
    if hand_n:
        e_n, w_n = reach(s_n, hand_n, UPPER * u, FORE * u, -bend_n if both else bend_n)
    else:
        e_n = step(s_n, p.arm_n[0], UPPER * u, sn)
        w_n = step(e_n, p.arm_n[1], FORE * u, sn)
    if hand_f:
        e_f, w_f = reach(s_f, hand_f, UPPER * u, FORE * u, -bend_f if both else bend_f)
    else:
        e_f = step(s_f, p.arm_f[0], UPPER * u, sf)
        w_f = step(e_f, p.arm_f[1], FORE * u, sf)
    tilt = p.lean * 0.72 + p.neck
    neck_a = math.radians(p.lean * 0.85 + p.neck * 0.4)
    big = 1.16 if kid else 1.0
    hd = (top[0] + math.sin(neck_a) * face * 10.4 * big * u, top[1] - math.cos(neck_a) * 10.4 * big * u)
    j = Joints(u, hip, body(SPINE * 0.7, 0), hd, w_n, w_f, an, af, kn, kf)

    if shadow:
        cv.shadow(x, y, 15 * u if p.seat != "cross" else 22 * u, 3.2 * u)
    if behind:
        behind(j)
    fill = cloth(cv, look.top, look.motif, u)
    low_fill = cloth(cv, look.bottom, "batik" if look.cut == "sarong" else "", u)
    if not both or arms_first:
        limb_arm(cv, s_f, e_f, w_f, u, look, fill, far=not both)
    if both and arms_first:
        limb_arm(cv, s_n, e_n, w_n, u, look, fill)
    if p.seat == "cross":
        lap(cv, x, y, u, hipw, look, low_fill)
    else:
        legs(cv, j, (x + hn, hip_y), (x + hf, hip_y), u, look, low_fill, view, face, hipw)
    torso(cv, body, j, u, hipw, shw, look, fill, view, face, p)
    neck_low = body(SPINE + 0.5, 0)
    if not (look.head == "hijab" or look.under not in ("", "long")) or view == "back":
        cv.path(
            paths.capsule(neck_low, paths.lerp(neck_low, hd, 0.62), 3.1 * u, 2.9 * u),
            ink.dark(look.skin, 0.16),
        )
    veil = look.cover if look.head == "hijab" else look.under if look.under not in ("", "long") else ""
    if veil:
        drape(cv, body, u, shw, hd, veil, view, face)
    heads.head(cv, hd, u * big, view, face, tilt if not both else (p.neck * 0.5 if p.lean == 0 else 0), look)
    if look.sash:
        sash(cv, body, u, shw, look.sash)
    if hold:
        hold(j)
    if not arms_first:
        if both:
            limb_arm(cv, s_f, e_f, w_f, u, look, fill)
        limb_arm(cv, s_n, e_n, w_n, u, look, fill)
    return j
