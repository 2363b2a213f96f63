"""Pictures of the scene pantai, variants a, b and c."""

from __future__ import annotations

from demo.draw import animals, boats, crowd, dress, houses, land, objects, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("pantai-a", "noon")
def pantai_a(cv: Canvas) -> None:
    """A beach with swings and visitors."""
    sky.sky(cv, 320, None, 6)
    land.ridge(cv, 326, 90, "jungle", 0.55)
    land.sea(cv, 322, 480, "#4f9ea6", 120)
    boats.fishing_boat(cv, 980, 372, 110, "brick", "cream", -1)
    land.ground(cv, 462, "sand", 120)
    cv.path("M-20 466Q320 446 660 470T1300 458", "none", "white", 9, 0.8)
    cv.path("M-20 486Q320 470 660 490T1300 478", "none", "white", 4, 0.5)
    for x, kid in ((300, True), (470, False)):
        del kid
        for k in (-70, 70):
            cv.line([(x + k, 680), (x + k * 0.75, 330)], "wood", 11)
        cv.line([(x - 66, 336), (x + 66, 336)], "wood", 12)
    for x, sw in ((300, 34), (470, -28)):
        person(
            cv,
            x + sw,
            640,
            190,
            dress.child(cv.rng) if x == 300 else dress.woman(cv.rng, top="plum", cover="mustard"),
            "sit",
            "side",
            1 if sw > 0 else -1,
            hand_n=(x + sw * 0.7, 540),
            shadow=False,
            kid=x == 300,
        )
        cv.rect(x + sw - 30, 588, 60, 8, "darkwood")
        cv.line([(x - 20, 340), (x + sw - 26, 590)], "coal", 2.4)
        cv.line([(x + 20, 340), (x + sw + 26, 590)], "coal", 2.4)
    crowd.line_up(cv, 700, 1000, 520, 130, 5, ("stand", "walk", "hips", "walk2", "point"))
    person(
        cv,
        800,
        690,
        250,
        dress.man(cv.rng, top="ochre", head="cap", cover="brick", cut="shorts"),
        "walk",
        "q",
        1,
    )
    person(cv, 900, 690, 165, dress.child(cv.rng), "walk2", "q", 1, kid=True)
    person(cv, 960, 700, 245, dress.woman(cv.rng, top="teal", cover="rose"), "walk2", "q", 1)
    person(cv, 640, 800, 300, dress.woman(cv.rng, top="brick", cover="cream"), "floor", "side", -1)
    person(cv, 540, 806, 200, dress.child(cv.rng, top="mustard"), "floor", "side", 1, kid=True)
    plants.coconut(cv, 1120, 760, 640, -90)
    plants.coconut(cv, 1240, 730, 520, 30)
    plants.coconut(cv, 60, 600, 460, 60)


@scene("pantai-b", "morning")
def pantai_b(cv: Canvas) -> None:
    """Beach shelters and food stalls."""
    sky.sky(cv, 330, (640, 220, 40), 5)
    land.ridge(cv, 336, 70, "jungle", 0.6)
    land.sea(cv, 332, 450, "#5d9fa3", 90)
    land.ground(cv, 440, "sand", 150)
    cv.path("M-20 444Q320 426 660 448T1300 438", "none", "white", 7, 0.8)
    plants.coconut(cv, 380, 560, 400, 40)
    plants.coconut(cv, 900, 560, 430, -30)
    for x in (120, 300, 480):
        houses.hut(cv, x, 600, 190)
    person(cv, 120, 560, 150, dress.woman(cv.rng), "cross", "front", shadow=False)
    person(cv, 290, 560, 150, dress.man(cv.rng), "cross", "front", shadow=False)
    for x, c, o in ((700, "brick", "cream"), (980, "forest", "cream")):
        person(
            cv, x + 110, 690, 230, dress.woman(cv.rng, apron="cream"), "hands_front", "front", shadow=False
        )
        for k in (8, 228):
            cv.rect(x + k, 480, 10, 230, "wood", shade=2)
        objects.table(cv, x, 720, 245, 110, "plank", c)
        for i in range(5):
            objects.heap(cv, x + 34 + i * 44, 604, 20, 20, ("leaf", "amber", "mustard")[i % 3], 22)
        houses.tarp(cv, x - 20, 490, 290, 74, c, o)
    for x in (660, 1240):
        for i in range(4):
            cv.oval(x - 20 + i * 16, 800 - (i % 2) * 18, 20, 22, "leaf", 7)
    person(cv, 850, 800, 300, dress.man(cv.rng, top="ochre"), "point", "q", 1)
    person(cv, 570, 790, 290, dress.woman(cv.rng, top="lilac", cover="plum"), "walk", "q", 1)
    person(cv, 490, 792, 190, dress.child(cv.rng), "walk2", "q", 1, kid=True)


@scene("pantai-c", "dusk")
def pantai_c(cv: Canvas) -> None:
    """Sunset at the beach with a canoe."""
    sky.sky(cv, 440, (520, 400, 74), 7)
    land.ridge(cv, 446, 70, "pine", 0.5, 240, x0=820)
    land.sea(cv, 442, 700, "#8a6a72", 170)
    land.sun_path(cv, 520, 446, 680, wide=90)
    with cv.at(0, 1):
        boats.fishing_boat(cv, 980, 500, 110, "coal", "brick", -1)
    land.ground(cv, 655, "#a97c55", 120)
    cv.path("M-20 662Q320 636 660 668T1300 650", "none", "#ffd9a0", 7, 0.7, raw=True)
    boats.canoe(cv, 860, 770, 560, "rust")
    objects.tool(cv, (700, 700), (960, 772), "paddle", 3)
    person(cv, 330, 740, 230, dress.woman(cv.rng, cover="brick"), "front", "back")
    person(cv, 400, 744, 240, dress.man(cv.rng), "front", "back")
    person(cv, 365, 760, 150, dress.child(cv.rng), "front", "back", kid=True)
    plants.coconut(cv, 1180, 800, 720, -170)
    plants.coconut(cv, 30, 860, 560, 70)
    animals.egret_fly(cv, 700, 200, 40)
    sky.birds(cv, 300, 180, 6, 16)
