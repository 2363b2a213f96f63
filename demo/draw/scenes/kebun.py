"""Pictures of the scene kebun, variants a, b and c."""

from __future__ import annotations

import math

from demo.draw import dress, houses, ink, land, objects, paths, plants, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("kebun-a", "morning")
def kebun_a(cv: Canvas) -> None:
    """Two people pick chilies."""
    sky.sky(cv, 320, (1040, 180, 40), 4)
    land.hills(cv, 328, "jungle", 120)
    plants.tree_line(cv, 366, -20, 1320, 70, "jungle", 0.35)
    land.ground(cv, 362, "#8a6a45", 90)
    for row, (y, s) in enumerate(((400, 34), (450, 50), (520, 76), (620, 112))):
        cv.rect(0, y - s * 0.12, WIDTH, s * 0.4, ink.dark("#8a6a45", 0.2))
        for i in range(int(1400 / (s * 1.05))):
            chili(cv, i * s * 1.05 + (row % 2) * s * 0.5 - 20, y, s)
    person(
        cv,
        400,
        760,
        360,
        dress.woman(cv.rng, head="caping", cover="straw", under="brick", top="teal", style="long"),
        "stoop",
        "side",
        1,
        hand_n=(500, 600),
        hand_f=(520, 590),
    )
    person(
        cv,
        900,
        770,
        370,
        dress.man(cv.rng, head="caping", cover="straw", top="ochre", style="long"),
        "bend",
        "side",
        -1,
    )
    for i in range(7):
        if i in (2, 4):
            continue
        chili(cv, 60 + i * 200, 830, 190)
    objects.basket(cv, 570, 800, 130, fill="red", lump=0.12)
    objects.basket(cv, 740, 810, 130, fill="red", lump=0.12)


def chili(cv: Canvas, x: float, y: float, s: float) -> None:
    """Draw a chili bush with red fruit."""
    cv.line([(x, y), (x, y - s * 0.5)], "moss", s * 0.04)
    plants.blob(cv, x, y - s * 0.62, s * 0.44, s * 0.38, ink.mix("jungle", "leaf", cv.rng.random()), s > 60)
    d = ""
    for _ in range(9):
        fx, fy = x + cv.rng.uniform(-0.36, 0.36) * s, y - s * cv.rng.uniform(0.4, 0.9)
        d += paths.lens((fx, fy), (fx + s * 0.02, fy + s * 0.15), s * 0.017)
    cv.path(d, "red")


def cabbage(cv: Canvas, x: float, y: float, s: float, color: str) -> None:
    """Draw a leafy vegetable."""
    for k in (-70, 70, -40, 40, 0):
        plants_angle = (x + k * s * 0.009, y - s * (0.62 - abs(k) * 0.004))
        cv.shape(paths.lens((x, y), plants_angle, s * 0.14), ink.mix(color, "lime", abs(k) / 160), s * 0.05)


@scene("kebun-b", "noon")
def kebun_b(cv: Canvas) -> None:
    """Vegetable beds behind a house."""
    sky.sky(cv, 320, None, 5)
    land.hills(cv, 330, "jungle", 120)
    plants.tree_line(cv, 390, -20, 1320, 100, "jungle", 0.3)
    houses.house(cv, 180, 460, 470, "plank", "tin", 40, True)
    land.ground(cv, 440, "#a2814f", 80)
    for x in range(700, 1290, 46):
        cv.rect(x, 350, 10, 110, "bamboo", shade=2)
    for y in (380, 420):
        cv.rect(690, y, 600, 8, "bamboo", shade=2)
    colors = ("leaf", "lime", "jungle", "moss", "plum")
    for r, (y, s) in enumerate(((500, 36), (560, 50), (640, 70), (740, 96))):
        for side in (-1, 1):
            x0, x1 = (-20, 560 - r * 18) if side < 0 else (680 + r * 18, 1300)
            cv.poly(
                [(x0, y - s * 0.3), (x1, y - s * 0.3), (x1 + side * -6, y + s * 0.35), (x0, y + s * 0.35)],
                "#6d5138",
                5,
            )
            x = x0 + s * 0.6
            while x < x1 - s * 0.3:
                cabbage(cv, x, y + s * 0.1, s, colors[(r + (side > 0) * 2) % 5])
                x += s * 0.86
    j = person(
        cv,
        620,
        700,
        300,
        dress.woman(cv.rng, head="hijab", cover="mustard", top="brick", motif="flower"),
        "walk",
        "q",
        -1,
    )
    objects.bucket(cv, j.hand_n[0], j.hand_n[1] + 62, 56, "river", "mist")
    person(
        cv, 960, 720, 300, dress.man(cv.rng, head="bucket", cover="straw", top="river"), "squat", "side", -1
    )
    person(cv, 330, 690, 200, dress.child(cv.rng, top="mustard"), "stoop", "side", -1, kid=True)
    plants.banana(cv, 1200, 520, 300)
    plants.banana(cv, 60, 500, 260)
    objects.basket(cv, 640, 832, 170, fill="leaf")


@scene("kebun-c", "afternoon")
def kebun_c(cv: Canvas) -> None:
    """Durian and rambutan trees with baskets."""
    sky.sky(cv, 400, (640, 240, 44), 4)
    land.hills(cv, 410, "jungle", 120)
    land.ground(cv, 440, "#7d9144", 130)
    with cv.at(0.3):
        for x in (420, 640, 860):
            plants.tree(cv, x, 500, 260, "jungle")
    plants.tree(cv, 200, 690, 660, "jungle", 0.46)
    plants.tree(cv, 1090, 690, 620, "leaf", 0.46)
    for x, y in ((80, 330), (170, 400), (260, 350), (330, 280), (120, 240), (250, 220)):
        durian(cv, x, y, 30)
    for _ in range(34):
        x, y = 1090 + cv.rng.gauss(0, 120), 330 + cv.rng.gauss(0, 90)
        if ((x - 1090) / 250) ** 2 + ((y - 330) / 190) ** 2 > 1:
            continue
        cv.line([(x, y - 22), (x, y)], "moss", 3)
        for k, (dx, dy) in enumerate(((0, -12), (-12, 2), (11, 4), (0, 16))):
            rambutan(cv, x + dx, y + dy, 9 + k % 2)
    objects.basket(cv, 420, 800, 230, fill="", lump=0.2)
    for x, y in ((350, 680), (430, 664), (490, 684), (390, 640), (455, 632)):
        durian(cv, x, y, 40)
    objects.basket(cv, 420, 800, 230)
    for i in range(26):
        rambutan(
            cv, 860 + (i % 9 - 4) * 22 * (1 - i // 9 * 0.2), 690 - i // 9 * 22 + cv.rng.uniform(-4, 4), 15
        )
    objects.basket(cv, 860, 806, 230)
    j = person(
        cv,
        640,
        800,
        380,
        dress.man(cv.rng, head="caping", cover="straw", top="brick", style="long"),
        "hold",
        "q",
        -1,
    )
    durian(cv, j.hand_n[0] + 2, j.hand_n[1] - 24, 40)
    person(
        cv,
        1030,
        770,
        350,
        dress.woman(cv.rng, head="hijab", cover="ochre", top="indigo"),
        "lift",
        "q",
        1,
        hand_n=(1080, 430),
        hand_f=(1096, 440),
    )
    person(cv, 180, 780, 230, dress.child(cv.rng, top="white"), "hold", "q", 1, kid=True)
    durian(cv, 120, 830, 44)


def rambutan(cv: Canvas, x: float, y: float, r: float) -> None:
    """Draw a hairy red fruit."""
    hairs = "".join(
        f"M{x:.1f} {y:.1f}l{r * 1.5 * math.cos(a):.1f} {r * 1.5 * math.sin(a):.1f}"
        for a in (0.2, 0.9, 1.6, 2.4, 3.1, 3.8, 4.6, 5.4)
    )
    cv.path(hairs, "none", "#d65a3a", r * 0.16)
    cv.oval(x, y, r, r, "red", r * 0.4)


def durian(cv: Canvas, x: float, y: float, r: float) -> None:
    """Draw a durian."""
    cv.line([(x, y - r), (x + 2, y - r * 1.5)], "wood", r * 0.16)
    cv.oval(x, y, r * 0.86, r, "#7f8a3a", r * 0.4)
    d = ""
    for i in range(5):
        for k in range(-2, 3):
            px, py = x + (k + (i % 2) * 0.5) * r * 0.32, y - r * 0.7 + i * r * 0.34
            if (px - x) ** 2 / (r * r * 0.7) + (py - y) ** 2 / (r * r) < 0.85:
                d += f"M{px - r * 0.13:.1f} {py + r * 0.1:.1f}L{px:.1f} {py - r * 0.17:.1f}L{px + r * 0.13:.1f} {py + r * 0.1:.1f}Z"
    cv.path(d, "#aab04e")
