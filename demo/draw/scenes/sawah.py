"""Pictures of the scene sawah, variants a, b and c."""

from __future__ import annotations

from demo.draw import animals, dress, houses, ink, land, objects, paths, plants, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("sawah-a", "morning")
def sawah_a(cv: Canvas) -> None:
    """Farmers plant rice in a flooded field."""
    sky.sky(cv, 330, (940, 210, 42), 5)
    sky.birds(cv, 420, 150, 5, 12)
    land.hills(cv, 336, "jungle", 130)
    plants.tree_line(cv, 352, 0, 380, 60, "jungle")
    plants.tree_line(cv, 350, 1010, 1300, 54, "jungle")
    houses.house(cv, 700, 356, 110, "plank", "tin", 18, True)
    plants.coconut(cv, 660, 356, 120, -14)
    land.paddy_rows(cv, [(-20, 350), (1300, 344), (1300, 440), (-20, 452)], "rice", 8, 9, 0)
    water = paths.polygon([(-20, 440), (1300, 428), (1300, 880), (-20, 880)])
    land.water(cv, water, (0, 430, WIDTH, 430), "#7fa9a0", 110)
    for t in range(9):
        y = 452 + 26 * t + 2.6 * t * t
        body = ""
        step = 17 + 4.2 * t
        x = -30.0 + (t % 2) * step / 2
        while x < 1300:
            if x < 1290 - (260 + 75 * t) * 0.9 or t < 2:
                for k in (-1, 0, 1):
                    s = 9 + 2.7 * t
                    body += paths.lens((x, y), (x + k * s * 0.5, y - s * 1.3), s * 0.075)
            x += step
        cv.path(body, ink.mix("leaf", "lime", 0.25 + 0.05 * t))
        cv.path(body, ink.dark("leaf", 0.4), op=0.0)
    cv.poly([(-20, 432), (1300, 420), (1300, 434), (-20, 448)], "moss", 3)
    spots = [
        (330, 540, 170, "plant", 1),
        (560, 552, 175, "bend", 1),
        (850, 566, 185, "plant", -1),
        (690, 690, 260, "plant", 1),
        (1040, 716, 275, "bend", -1),
    ]
    for x, y, h, pose, face in spots:
        look = dress.farmer(cv.rng)
        cv.marks(
            "",
            (x - h * 0.2, y + h * 0.03, h * 0.26, h * 0.2),
            22,
            ink.dark(look.bottom, 0.2),
            h * 0.16,
            h * 0.018,
            0,
            3,
            0.3,
        )
        j = person(cv, x, y, h, look, pose, "side", face)
        for dx, dy in ((0.03, 0.02), (-0.03, 0.06)):
            cv.path(
                paths.ellipse(x + dx * h, y + dy * h * 0.3, h * 0.13, h * 0.022), "none", "white", 1.6, 0.5
            )
        land.tuft(cv, j.hand_n[0], j.hand_n[1] + h * 0.06, h * 0.11, "lime", 5)
    look = dress.farmer(cv.rng, top="brick", under="", head="caping")
    j = person(cv, 190, 800, 330, look, "hold", "q", 1)
    land.tuft(cv, j.hand_f[0] + 6, j.hand_f[1] + 10, 56, "lime", 9)
    land.tuft(cv, j.hand_n[0] + 6, j.hand_n[1] + 6, 40, "leaf", 7)
    for x in (1090, 1180):
        land.tuft(cv, x, 830, 70, "lime", 11)


@scene("sawah-b", "afternoon")
def sawah_b(cv: Canvas) -> None:
    """Harvest with sickles; a drum thresher under a tarpaulin."""
    sky.sky(cv, 320, (260, 190, 50), 4)
    land.hills(cv, 325, "jungle", 110)
    plants.tree_line(cv, 342, 620, 1320, 60, "jungle", 0.3)
    land.paddy_rows(cv, [(-20, 338), (1300, 332), (1300, 600), (-20, 560)], "straw", 14, 15, 0)
    land.ground(cv, 560, "#c9a04a", 120)
    for y in range(590, 850, 34):
        for x in range(-20 + y % 50, 1300, 58):
            land.tuft(cv, x + cv.rng.uniform(-8, 8), y, 11 + (y - 560) * 0.04, "straw", 4)
    for x, y, h, face in ((170, 590, 180, 1), (360, 610, 190, 1), (60, 640, 205, 1)):
        j = person(cv, x, y, h, dress.farmer(cv.rng), "reap", "side", face)
        land.tuft(cv, j.hand_f[0] + 12, j.hand_f[1] + 46, 62, "straw", 9)
        objects.tool(cv, j.hand_n, (j.hand_n[0] + 6, j.hand_n[1] + 6), "sickle", h / 130)
    houses.tarp(cv, 720, 430, 420, 74, "river", "cream")
    for x in (740, 1118):
        cv.line([(x, 430), (x, 660)], "wood", 8)
    cv.poly([(700, 690), (1180, 690), (1250, 790), (660, 790)], "#3f6f86", 0)
    cv.rect(840, 560, 170, 100, "forest", shade=14)
    cv.oval(925, 560, 84, 30, "steel", 10)
    cv.path("".join(f"M{852 + i * 18} 545v26" for i in range(9)), "none", "coal", 3)
    cv.rect(850, 655, 18, 40, "coal")
    cv.rect(985, 655, 18, 40, "coal")
    for i in range(60):
        cv.path(
            paths.lens(
                (860 + cv.rng.uniform(-90, 120), 700 + cv.rng.uniform(0, 40)),
                (880 + cv.rng.uniform(-90, 120), 704 + cv.rng.uniform(0, 40)),
                1.4,
            ),
            "mustard",
        )
    cv.poly([(800, 770), (880, 716), (960, 706), (1040, 724), (1110, 770)], "mustard", 20, soft=True)
    j = person(
        cv,
        770,
        720,
        240,
        dress.farmer(cv.rng, top="indigo"),
        "push",
        "side",
        1,
        hand_n=(850, 548),
        hand_f=(858, 552),
    )
    cv.path(
        paths.lens((j.hand_n[0] - 20, j.hand_n[1] + 30), (j.hand_n[0] + 50, j.hand_n[1] - 26), 9), "straw"
    )
    person(
        cv,
        1085,
        720,
        236,
        dress.farmer(cv.rng, top="ochre"),
        "push",
        "side",
        -1,
        hand_n=(1000, 552),
        hand_f=(994, 550),
    )
    for x, y, w in ((1180, 780, 84), (1248, 812, 92), (1150, 838, 96)):
        objects.sack(cv, x, y, w, "cream", band="forest")
    j = person(
        cv,
        480,
        810,
        320,
        dress.farmer(cv.rng, top="brick"),
        "walk",
        "side",
        1,
        hand_n=(545, 640),
        hand_f=(555, 640),
    )
    for k in range(9):
        cv.path(
            paths.lens(
                (j.hand_n[0] - 80 + k * 4, j.hand_n[1] + 18 + k * 3),
                (j.hand_n[0] + 84, j.hand_n[1] - 34 + k * 9),
                4,
            ),
            ink.mix("straw", "mustard", k / 9),
        )


@scene("sawah-c", "noon")
def sawah_c(cv: Canvas) -> None:
    """Green field, a dike path and egrets."""
    sky.sky(cv, 300, None, 6)
    land.hills(cv, 306, "jungle", 150)
    plants.tree_line(cv, 318, 0, 500, 46, "jungle", 0.3)
    plants.tree_line(cv, 318, 860, 1320, 52, "jungle", 0.25)
    for i, y in enumerate((312, 352, 412, 500, 640)):
        nxt = (352, 412, 500, 640, 880)[i]
        land.paddy_rows(
            cv,
            [(-20, y), (1300, y - 6), (1300, nxt + 12), (-20, nxt + 12)],
            ("rice", "leaf", "rice", "moss", "leaf")[i],
            9 + i,
            8 + i * 4.5,
            0,
        )
        cv.path(paths.polygon([(-20, y), (1300, y - 6), (1300, y - 1), (-20, y + 5)]), "moss")
    path = land.road(
        cv,
        [(690, 312, 4), (672, 380, 10), (700, 470, 24), (640, 600, 52), (590, 870, 130)],
        "#c2a76a",
        "leaf",
    )
    del path
    for t in range(16):
        y = 400 + t * t * 1.75
        for s, k in ((-1, 0.14), (1, 0.14)):
            cx = 690 - (y - 400) * 0.22
            land.tuft(cv, cx + s * (12 + (y - 400) * 0.27), y, 8 + (y - 400) * k * 0.5, "leaf", 6)
    person(cv, 668, 520, 120, dress.farmer(cv.rng, top="brick", under=""), "walk", "back")
    objects.tool(cv, (700, 445), (640, 430), "hoe", 1.3)
    for x, y, s, f in (
        (330, 560, 58, 1),
        (430, 610, 70, -1),
        (930, 590, 66, 1),
        (1050, 690, 96, -1),
        (250, 740, 110, 1),
    ):
        animals.egret(cv, x, y, s, f)
    animals.egret_fly(cv, 420, 200, 80)
    animals.egret_fly(cv, 540, 160, 58)
    animals.egret_fly(cv, 900, 230, 66)
    plants.banana(cv, 1170, 560, 190)
    plants.coconut(cv, 1230, 560, 330, -30)
