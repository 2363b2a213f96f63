"""Pictures of the scene radio, variants a, b and c."""

from __future__ import annotations

import math

from demo.draw import crowd, dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import HEIGHT, WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


def microphone(cv: Canvas, x: float, y: float, s: float, base: float) -> None:
    """Draw a studio microphone on an arm that stands at (base, y + 3 s)."""
    cv.line([(base, y + s * 2.4), (base, y + s * 0.6), (x, y + s * 0.3)], "coal", s * 0.16)
    cv.rect(x - s * 0.34, y - s * 0.7, s * 0.68, s * 1.3, "steel", r=s * 0.34, shade=s * 0.14)
    cv.path(
        "".join(f"M{x - s * 0.3:.0f} {y - s * (0.5 - k * 0.16):.0f}H{x + s * 0.3:.0f}" for k in range(5)),
        "none",
        "coal",
        s * 0.05,
    )
    cv.rect(x - s * 0.36, y + s * 0.18, s * 0.72, s * 0.12, "brick")


def mixer(cv: Canvas, x: float, y: float, w: float) -> None:
    """Draw a small mixing desk whose front edge is at y."""
    cv.poly([(x, y), (x + w, y), (x + w * 0.94, y - w * 0.3), (x + w * 0.06, y - w * 0.3)], "coal", 6)
    for i in range(7):
        fx = x + w * (0.12 + 0.125 * i)
        cv.line([(fx, y - w * 0.06), (fx, y - w * 0.2)], "steel", 3)
        cv.rect(fx - 5, y - w * (0.08 + 0.1 * ((i * 5) % 7) / 7), 11, 8, ("brick", "mustard", "leaf")[i % 3])
        cv.oval(fx, y - w * 0.25, 5, 4, "mist")


def headphones(cv: Canvas, x: float, y: float, u: float, face: int = 0) -> None:
    """Draw headphones around a head centred at (x, y)."""
    cv.path(
        f"M{x - 7.4 * u:.1f} {y:.1f}A{7.4 * u:.1f} {8.8 * u:.1f} 0 0 1 {x + 7.4 * u:.1f} {y:.1f}",
        "none",
        "coal",
        u * 1.5,
    )
    for k in (-1, 1):
        cv.rect(
            x + k * 7.2 * u - 1.7 * u,
            y - 1.6 * u,
            3.4 * u,
            5.4 * u,
            "brick" if face == 0 else "coal",
            r=u * 1.4,
            shade=u * 0.5,
        )


def foam(cv: Canvas, y0: float, y1: float, color: str) -> None:
    """Cover a wall with acoustic egg-crate tiles."""
    d = ""
    y = y0
    row = 0
    while y < y1:
        for i in range(-1, 23):
            x = i * 60 + (row % 2) * 30
            d += f"M{x} {y:.0f}l30 -15l30 15l-30 15Z"
        y += 30
        row += 1
    cv.path(d, ink.dark(color, 0.16), op=0.6)


@scene("radio-a", "lamp")
def radio_a(cv: Canvas) -> None:
    """A community radio desk with one announcer."""
    cv.rect(0, 0, WIDTH, HEIGHT, "#7f8a63")
    foam(cv, 30, 560, "#7f8a63")
    objects.banner(cv, 110, 90, 340, 110, "forest")
    rooms.shelf(cv, 960, 420, 250, 300, 3, "wood")
    rooms.lamp(cv, 640, 120, 60)
    objects.lantern(cv, 880, 90, 18, "red", 0.5)
    cv.glow(640, 380, 520, "#ffd58a", 0.34)
    j = person(
        cv,
        640,
        930,
        800,
        dress.woman(cv.rng, head="hijab", cover="mustard", top="river", motif="flower", skin="skin1"),
        "desk_front",
        "front",
        shadow=False,
        hand_n=(500, 690),
        hand_f=(800, 690),
    )
    headphones(cv, j.head[0], j.head[1], j.u)
    cv.rect(0, 720, WIDTH, 150, "plank", shade=20)
    cv.poly([(0, 720), (WIDTH, 720), (WIDTH - 60, 656), (60, 656)], ink.light("plank", 0.12))
    cv.rect(0, 716, WIDTH, 14, "darkwood")
    mixer(cv, 190, 712, 360)
    cv.rect(742, 688, 76, 18, "coal", r=8)
    microphone(cv, 640, 540, 62, 780)
    cv.poly([(850, 702), (980, 696), (990, 672), (862, 678)], "white", 2)
    cv.rect(1040, 530, 200, 140, "coal", r=8, shade=10)
    cv.rect(1052, 540, 176, 110, "#dfe9d4")
    cv.path(
        "M1056 595"
        + "".join(
            f"L{1060 + i * 8} {595 - (1 if i % 2 else -1) * (6 + 28 * abs(math.sin(i * 0.7))):.0f}"
            for i in range(21)
        ),
        "none",
        "forest",
        4,
    )
    cv.rect(70, 610, 58, 72, "brick", r=8, shade=8)
    cv.path("M128 628q34 6 0 36", "none", "brick", 9)


@scene("radio-b", "indoor")
def radio_b(cv: Canvas) -> None:
    """A podcast with two people."""
    rooms.plank_wall(cv, 620, "#9aa37c", 80)
    rooms.view_window(cv, 500, 90, 280, 220, "wood")
    for x, c, m in ((120, "indigo", "parang"), (960, "rust", "batik")):
        cv.rect(x - 10, 70, 220, 12, "darkwood")
        cv.shape(paths.rect(x, 76, 200, 270), dress.cloth(cv, c, m, 9), 14)
    cv.rect(0, 616, WIDTH, 250, "#8a6642")
    j = person(
        cv,
        300,
        830,
        560,
        dress.man(cv.rng, head="peci", top="ochre", motif="batik", style="long", skin="skin3"),
        "sit_lean",
        "side",
        1,
        hand_n=(520, 600),
        hand_f=(510, 560),
        shadow=False,
    )
    headphones(cv, j.head[0] - 4, j.head[1], j.u, 1)
    j = person(
        cv,
        980,
        830,
        550,
        dress.woman(cv.rng, head="hijab", cover="brick", top="teal", skin="skin1"),
        "sit_lean",
        "side",
        -1,
        hand_n=(800, 560),
        hand_f=(780, 610),
        shadow=False,
    )
    headphones(cv, j.head[0] + 4, j.head[1], j.u, 1)
    objects.table(cv, 430, 830, 430, 210, "plank", "", 0.5)
    microphone(cv, 500, 470, 40, 560)
    microphone(cv, 780, 470, 40, 720)
    mixer(cv, 560, 612, 170)
    for x in (460, 820):
        cv.rect(x, 560, 34, 48, "mist", r=5, shade=5)
        cv.rect(x + 3, 576, 28, 30, "rust")
    plants.banana(cv, 1230, 840, 380)


@scene("radio-c", "dusk")
def radio_c(cv: Canvas) -> None:
    """A radio mast above roofs."""
    sky.sky(cv, 520, (930, 440, 60), 7)
    sky.birds(cv, 380, 200, 8, 15)
    land.hills(cv, 530, "pine", 150)
    plants.tree_line(cv, 590, -20, 1320, 110, "pine", 0.35)
    houses.mast(cv, 560, 640, 560)
    rooms.house_row(cv, 660, -40, 1320, 240, lit=True)
    land.ground(cv, 650, "#5f5a40", 80)
    rooms.house_row(cv, 830, -120, 420, 400, lit=True)
    houses.house(cv, 860, 830, 380, "#b9cdd0", "tin", 0, False, True)
    plants.coconut(cv, 780, 800, 430, 40, "pine")
    for x in (480, 640):
        person(cv, x, 800, 150, crowd.anyone(cv), "walk", "side", 1)
