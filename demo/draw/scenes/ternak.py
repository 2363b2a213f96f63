"""Pictures of the scene ternak, variants a, b and c."""

from __future__ import annotations

from demo.draw import animals, dress, houses, land, objects, paths, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("ternak-a", "morning")
def ternak_a(cv: Canvas) -> None:
    """Cows in a pen with a farmer."""
    sky.sky(cv, 330, (200, 190, 40), 4)
    land.hills(cv, 338, "jungle", 110)
    plants.tree_line(cv, 390, -20, 1320, 90, "jungle", 0.3)
    land.ground(cv, 390, "moss", 90)
    for x in (420, 720, 1020, 1270):
        cv.rect(x, 260, 22, 350, "darkwood", shade=6)
    houses.roof(cv, [(350, 290), (460, 170), (1290, 170), (1340, 290)], "tin", 34)
    cv.poly([(380, 610), (1300, 610), (1300, 700), (340, 700)], "#a98a5a")
    animals.cow(cv, 600, 610, 260, "#a8683c", 1)
    animals.cow(cv, 900, 620, 270, "#8f5632", -1)
    animals.cow(cv, 1140, 640, 280, "#b37445", -1)
    for y in (520, 580, 640):
        cv.rect(360, y, 940, 15, "bamboo", shade=4)
    for x in (380, 640, 900, 1160):
        cv.rect(x, 490, 20, 210, "bamboo", shade=5)
    cv.poly([(560, 660), (1180, 660), (1150, 720), (590, 720)], "wood", 10)
    for i in range(26):
        land.tuft(cv, 590 + i * 22, 664, 40, ("leaf", "rice")[i % 2], 6)
    cv.poly([(-20, 716), (1300, 716), (1300, 880), (-20, 880)], "#a98a5a")
    land.tufts(cv, 0, 1280, 730, 850, 50, "moss", 20)
    j = person(
        cv,
        300,
        800,
        380,
        dress.man(cv.rng, head="caping", cover="straw", top="river", feet="boots", style="long"),
        "carry",
        "side",
        1,
    )
    for k in range(7):
        land.tuft(cv, j.hand_n[0] - 40 + k * 16, j.hand_n[1] + 24, 78, ("leaf", "lime")[k % 2], 7)
    person(cv, 120, 790, 350, dress.woman(cv.rng, top="brick", cover="mustard"), "hold", "q", 1)
    objects.bucket(cv, 176, 640, 54, "river", "mist")


@scene("ternak-b", "noon")
def ternak_b(cv: Canvas) -> None:
    """Goats on a meadow."""
    sky.sky(cv, 340, None, 6)
    land.hills(cv, 348, "jungle", 160)
    land.ridge(cv, 420, 70, "leaf", 0.15, 340, 0, 0.2)
    land.ground(cv, 410, "#87a548", 150, wave=12)
    plants.tree(cv, 1090, 560, 420, "jungle")
    houses.hut(cv, 180, 500, 170, floor=0.4, wall=True)
    for x, y, w, c, f, g in (
        (380, 520, 120, "white", 1, True),
        (560, 500, 110, "#7a4f33", -1, False),
        (760, 530, 130, "coal", -1, True),
        (920, 520, 110, "cream", 1, False),
    ):
        animals.goat(cv, x, y, w, c, f, g)
    land.tufts(cv, 0, 1280, 560, 840, 90, "leaf", 26)
    for x, y, w, c, f, g in (
        (300, 720, 230, "#8a5a3a", 1, True),
        (640, 790, 280, "white", 1, False),
        (1060, 760, 250, "#c9a27a", -1, True),
        (470, 690, 120, "white", -1, False),
    ):
        animals.goat(cv, x, y, w, c, f, g)
    person(cv, 850, 740, 310, dress.man(cv.rng, head="caping", cover="straw", top="brick"), "stand", "q", -1)
    objects.tool(cv, (800, 570), (790, 740), "pole", 3)
    person(cv, 160, 760, 220, dress.child(cv.rng, top="mustard"), "hold", "q", 1, kid=True)
    land.tuft(cv, 204, 650, 50, "leaf", 8)


@scene("ternak-c", "afternoon")
def ternak_c(cv: Canvas) -> None:
    """Chickens and eggs in baskets."""
    sky.sky(cv, 300, None, 3)
    plants.tree_line(cv, 380, -20, 1320, 120, "jungle", 0.25)
    houses.planks(cv, 700, 120, 620, 380, "plank", 12, True)
    houses.roof(cv, [(660, 140), (740, 20), (1320, 20), (1340, 140)], "tin", 24)
    for x in (760, 980):
        cv.rect(x, 230, 180, 130, "coal")
        cv.path(
            "".join(f"M{x + i * 18} 230V360" for i in range(11))
            + "".join(f"M{x} {248 + i * 22}H{x + 180}" for i in range(6)),
            "none",
            "tin",
            2,
            0.8,
        )
    land.ground(cv, 470, "#b9935a", 160)
    for _ in range(60):
        x, y = cv.rng.uniform(80, 1200), cv.rng.uniform(560, 830)
        cv.path(paths.lens((x, y), (x + 14, y + 3), 2.4), "mustard")
    for x, y, w, c, f, r, p in (
        (330, 560, 130, "cream", 1, False, True),
        (560, 540, 120, "rust", -1, False, False),
        (1010, 570, 140, "#5c4a3a", -1, False, True),
        (170, 650, 170, "rust", 1, True, False),
        (820, 660, 170, "white", -1, False, False),
        (420, 700, 150, "#c98a3a", 1, False, True),
    ):
        animals.hen(cv, x, y, w, c, f, r, p)
    for i in range(6):
        x, y = 520 + i * 44, 640 + (i % 3) * 24
        cv.oval(x, y, 13, 11, "mustard", 4)
        cv.oval(x + 9, y - 12, 9, 8, "mustard", 2)
        cv.poly([(x + 17, y - 13), (x + 24, y - 10), (x + 17, y - 8)], "amber")
    for x, y, w in ((640, 810, 240), (930, 820, 220)):
        objects.basket(cv, x, y, w, fill="#e6c7a0", lump=0.2)
    j = person(
        cv,
        1150,
        800,
        400,
        dress.woman(cv.rng, head="hijab", cover="forest", top="ochre", motif="flower"),
        "squat",
        "side",
        -1,
        hand_n=(1010, 690),
        hand_f=(1030, 680),
    )
    cv.oval(j.hand_n[0], j.hand_n[1] - 12, 18, 22, "#e6c7a0", 5)
    animals.hen(cv, 290, 830, 190, "#8a3a22", 1)
