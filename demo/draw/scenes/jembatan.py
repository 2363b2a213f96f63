"""Pictures of the scene jembatan, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, ink, land, paths, plants, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


def river_banks(cv: Canvas, horizon: float, color: str = "#6f8f7c", bank: str = "moss") -> None:
    """Draw a river coming towards the viewer between two banks."""
    land.ground(cv, horizon, bank, 90)
    d = paths.smooth(
        [
            (600, horizon),
            (690, horizon),
            (760, horizon + 100),
            (960, horizon + 240),
            (1340, 900),
            (-80, 900),
            (380, horizon + 240),
            (560, horizon + 110),
        ],
        tension=0.7,
    )
    land.water(cv, d, (0, horizon, WIDTH, 870 - horizon), color, 120)


@scene("jembatan-a", "morning")
def jembatan_a(cv: Canvas) -> None:
    """A small wooden bridge is repaired."""
    sky.sky(cv, 300, None, 4)
    land.hills(cv, 308, "jungle", 130)
    plants.tree_line(cv, 350, -10, 1300, 80, "jungle", 0.3)
    river_banks(cv, 345)
    for x in (120, 330, 640, 940, 1150):
        cv.line([(x, 590), (x - 10, 740)], "darkwood", 18)
        cv.line([(x + 40, 580), (x + 34, 710)], "darkwood", 14)
    cv.line([(330, 640), (640, 710)], "darkwood", 9)
    cv.line([(640, 640), (940, 710)], "darkwood", 9)
    quad = [(-20, 540), (1300, 540), (1300, 604), (-20, 604)]
    cv.poly(quad, "darkwood")
    for i in range(44):
        x = -20 + i * 30.2
        if i in (22, 23, 25):
            land.water(
                cv,
                paths.polygon([(x + 8, 540), (x + 36, 540), (x + 28, 604), (x, 604)]),
                (x, 540, 40, 64),
                "#5f7f70",
                4,
            )
            continue
        tone = ink.mix("plank" if i < 27 else "bamboo", "darkwood", cv.rng.uniform(0, 0.25))
        cv.poly([(x + 8, 540), (x + 36, 540), (x + 28, 604), (x, 604)], tone)
    cv.rect(-20, 602, 1330, 14, "wood", shade=4)
    for x in range(40, 1300, 150):
        if 560 < x < 900:
            continue
        cv.rect(x, 450, 11, 96, "wood", shade=3)
    cv.line([(-20, 458), (560, 458)], "wood", 10)
    cv.line([(900, 458), (1300, 458)], "wood", 10)
    j = person(cv, 560, 580, 240, crowd.worker(cv, top="brick"), "squat", "side", 1)
    cv.line([j.hand_n, (j.hand_n[0] + 6, j.hand_n[1] - 34)], "wood", 6)
    cv.rect(j.hand_n[0] - 12, j.hand_n[1] - 46, 38, 14, "steel", shade=3)
    person(cv, 870, 585, 240, crowd.worker(cv, top="river"), "kneel", "side", -1)
    cv.poly([(740, 560), (880, 540), (884, 550), (744, 570)], "bamboo", 2)
    person(cv, 1040, 590, 255, crowd.worker(cv, top="ochre"), "shoulder", "side", -1)
    cv.poly([(930, 372), (1230, 352), (1230, 364), (930, 386)], "bamboo", 3)
    person(cv, 1240, 592, 250, crowd.worker(cv, top="#b7c3b4"), "shoulder", "side", -1)
    person(cv, 240, 590, 250, dress.man(cv.rng, head="peci", top="white"), "point", "q", 1)
    person(cv, 110, 592, 235, dress.woman(cv.rng), "hands_front", "front")
    plants.fern(cv, 60, 870, 190)
    plants.fern(cv, 1220, 870, 200)


@scene("jembatan-b", "noon")
def jembatan_b(cv: Canvas) -> None:
    """A finished concrete bridge with a motorbike crossing."""
    sky.sky(cv, 330, None, 6)
    land.hills(cv, 338, "jungle", 150)
    plants.tree_line(cv, 380, -10, 1300, 90, "jungle", 0.35)
    river_banks(cv, 372, "#6a958e")
    cv.poly([(-20, 470), (1300, 470), (1300, 500), (-20, 500)], "road")
    for x in (240, 620, 1000):
        cv.rect(x, 540, 70, 210, "concrete", shade=16)
        cv.rect(x - 16, 530, 102, 26, ink.light("concrete", 0.2), shade=5)
        cv.marks("", (x - 40, 742, 150, 20), 10, "white", 46, 4, 0, 2, 0.6)
    cv.rect(-20, 498, 1330, 46, "concrete", shade=14)
    cv.path("".join(f"M{-20 + i * 120} 500V544" for i in range(12)), "none", "stone", 2, 0.7)
    boats.motorbike(cv, 640, 496, 190, "brick", 1)
    person(
        cv,
        590,
        478,
        240,
        dress.woman(cv.rng, top="plum", cover="mustard", cut="trousers", bottom="coal"),
        "sit",
        "side",
        1,
        shadow=False,
        hand_n=(628, 372),
    )
    person(
        cv,
        628,
        480,
        250,
        dress.man(cv.rng, head="helmet", cover="forest", top="river", style="long", cut="trousers"),
        "ride",
        "side",
        1,
        shadow=False,
        hand_n=(672, 374),
        hand_f=(680, 370),
    )
    boats.motorbike(cv, 640, 496, 190, "brick", 1)
    person(cv, 240, 496, 200, dress.farmer(cv.rng), "walk", "side", 1)
    person(cv, 1080, 496, 150, dress.child(cv.rng), "run", "side", -1, kid=True)
    person(cv, 1150, 496, 155, dress.child(cv.rng), "walk", "side", -1, kid=True)
    for x in range(-10, 1300, 96):
        cv.rect(x, 436, 16, 66, "white", shade=4)
    for y in (446, 474):
        cv.rect(-20, y, 1330, 9, "forest", shade=2)
    plants.banana(cv, 70, 760, 330)
    plants.coconut(cv, 1220, 760, 560, -60)
    person(cv, 800, 804, 190, dress.farmer(cv.rng, under=""), "row", "side", -1, shadow=False)
    boats.canoe(cv, 800, 806, 300)


@scene("jembatan-c", "dawn")
def jembatan_c(cv: Canvas) -> None:
    """A suspension bridge over a river."""
    sky.sky(cv, 340, (700, 280, 44), 5)
    land.hills(cv, 350, "jungle", 190)
    land.sea(cv, 420, 870, "#6d8f86", 120)
    land.sun_path(cv, 700, 430, 800)
    land.ridge(cv, 430, 60, "jungle", 0.3, 200, 18)
    cv.poly([(-20, 480), (190, 500), (270, 620), (160, 870), (-20, 870)], "pine", 12, soft=True)
    cv.poly([(1300, 470), (1100, 500), (1030, 620), (1120, 870), (1300, 870)], "pine", 12, soft=True)
    deck = paths.bezier((120, 500), (640, 600), (1160, 500), 40)
    for side in (-26, 26):
        cable = paths.bezier((190, 250 + side * 0.3), (640, 760 + side * 0.6), (1090, 250 + side * 0.3), 40)
        tone = "steel" if side > 0 else ink.mix("steel", "mist", 0.4)
        cv.line([(20, 480 + side), cable[0]], tone, 5)
        cv.line([(1260, 480 + side), cable[-1]], tone, 5)
        cv.line(cable, tone, 6)
        cv.path(
            "".join(
                f"M{cable[i][0]:.0f} {cable[i][1]:.0f}L{cable[i][0]:.0f} {paths.along(deck, (cable[i][0] - 120) / 1040)[1] + side * 0.4:.0f}"
                for i in range(2, 39)
            ),
            "none",
            tone,
            2,
        )
    cv.path(
        paths.smooth([(x, y - 12) for x, y in deck], closed=False)
        + "L"
        + paths.smooth([(x, y + 14) for x, y in deck[::-1]], closed=False)[1:]
        + "Z",
        "plank",
    )
    cv.path(
        "".join(f"M{p[0]:.0f} {p[1] - 12:.0f}L{p[0] - 4:.0f} {p[1] + 14:.0f}" for p in deck),
        "none",
        "darkwood",
        2,
    )
    cv.line([(x, y + 15) for x, y in deck], "darkwood", 7)
    for x in (176, 1078):
        for k in (-22, 22):
            cv.rect(x + k * 0.9, 230, 18, 300, "concrete", shade=5)
        cv.rect(x - 24, 240, 68, 14, "concrete", shade=4)
        cv.rect(x - 24, 340, 68, 10, "concrete")
    for t, lk, po, f in (
        (0.3, dress.farmer(cv.rng), "walk", 1),
        (0.52, dress.woman(cv.rng), "walk2", -1),
        (0.6, dress.child(cv.rng), "walk", -1),
        (0.78, dress.man(cv.rng), "walk", 1),
    ):
        p = paths.along(deck, t)
        person(cv, p[0], p[1] + 4, 92 if t == 0.6 else 128, lk, po, "side", f, shadow=False)
    cv.line([(x, y - 44) for x, y in deck], "steel", 3)
    plants.tree(cv, 60, 760, 420, "pine")
    plants.coconut(cv, 1210, 780, 480, 30)
    person(cv, 540, 764, 170, dress.farmer(cv.rng), "row", "side", 1, shadow=False)
    boats.canoe(cv, 560, 766, 280)
