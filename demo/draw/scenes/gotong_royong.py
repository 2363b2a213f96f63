"""Pictures of the scene gotong-royong, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("gotong-royong-a", "morning")
def gotong_a(cv: Canvas) -> None:
    """Villagers with shovels and hoes mend a road."""
    sky.sky(cv, 330, (260, 190, 38), 4)
    land.hills(cv, 338, "jungle", 120)
    rooms.house_row(cv, 420, 0, 480, 150)
    rooms.house_row(cv, 416, 860, 1320, 150)
    plants.tree_line(cv, 400, 500, 860, 70)
    land.ground(cv, 410, "moss", 110)
    land.road(cv, [(690, 400, 26), (680, 500, 120), (640, 640, 300), (580, 880, 620)], "#b98d5c", "leaf")
    cv.poly([(430, 600), (640, 570), (860, 610), (820, 660), (520, 670)], "#9b7448", 10, soft=True)
    land.stones(cv, 440, 840, 590, 660, 26, "stone", 14)
    for x, y, h, f in ((560, 500, 150, 1), (760, 510, 155, -1)):
        j = person(cv, x, y, h, crowd.worker(cv), "dig", "side", f)
        objects.tool(cv, j.hand_n, (j.hand_n[0] + f * 34, y - 4), "shovel", h / 100)
    j = person(cv, 330, 690, 290, crowd.worker(cv, top="brick"), "dig", "side", 1)
    objects.tool(cv, (j.hand_n[0] - 30, j.hand_n[1] - 50), (j.hand_n[0] + 70, 672), "shovel", 2.9)
    j = person(cv, 960, 700, 300, crowd.worker(cv, top="indigo"), "hoe_up", "side", -1)
    objects.tool(cv, (j.hand_n[0] + 60, j.hand_n[1] + 50), (j.hand_n[0] - 70, j.hand_n[1] - 50), "hoe", 2.9)
    j = person(
        cv,
        660,
        800,
        330,
        crowd.worker(cv, top="ochre"),
        "push",
        "side",
        1,
        hand_n=(770, 690),
        hand_f=(776, 684),
    )
    cv.line([(766, 690), (900, 740)], "wood", 9)
    cv.poly([(850, 690), (1010, 690), (970, 760), (890, 760)], "river", 14)
    cv.poly([(862, 692), (900, 650), (960, 652), (1000, 692)], "#9b7448", 8, soft=True)
    boats.wheel(cv, 985, 806, 30)
    cv.line([(880, 760), (870, 806)], "coal", 8)
    j = person(cv, 140, 800, 330, dress.woman(cv.rng, top="plum", cover="cream"), "hold", "q", 1)
    cv.rect(j.hand_f[0] - 40, j.hand_f[1] - 8, 90, 10, "wood", shade=3)
    for k in range(4):
        cv.rect(j.hand_f[0] - 34 + k * 22, j.hand_f[1] - 34, 16, 26, "mist", r=3, shade=3)
    person(cv, 1160, 760, 300, crowd.worker(cv, top="#b7c3b4"), "carry", "side", -1)
    objects.basket(cv, 1105, 650, 84, fill="stone")


@scene("gotong-royong-b", "overcast")
def gotong_b(cv: Canvas) -> None:
    """Cleaning a ditch along a lane."""
    sky.sky(cv, 300, None, 4)
    rooms.house_row(cv, 400, 300, 1320, 210)
    plants.tree_line(cv, 390, 0, 320, 110)
    land.ground(cv, 396, "moss", 80)
    cv.poly([(620, 400), (720, 400), (1300, 720), (1300, 870), (760, 870)], "#c2a678", 0)
    ditch = [(560, 400), (600, 400), (640, 870), (260, 870)]
    cv.poly([(540, 400), (620, 400), (720, 870), (190, 870)], "concrete")
    cv.poly(ditch, "#4c5647")
    land.water(
        cv,
        paths.polygon([(566, 410), (596, 410), (600, 870), (320, 870)]),
        (300, 410, 320, 460),
        "#6b7763",
        30,
    )
    for x, y, h, po in ((588, 500, 140, "dig"), (540, 610, 215, "stoop"), (430, 810, 330, "dig")):
        j = person(
            cv, x, y, h, crowd.worker(cv, cut="shorts"), po, "side", 1 if y != 610 else -1, shadow=False
        )
        f = 1 if y != 610 else -1
        objects.tool(
            cv,
            (j.hand_n[0] - f * h * 0.1, j.hand_n[1] - h * 0.14),
            (j.hand_n[0] + f * h * 0.2, j.hand_n[1] + h * 0.3),
            "shovel",
            h / 105,
        )
    for x, y, h in ((760, 520, 150), (930, 620, 240)):
        j = person(cv, x, y, h, crowd.anyone(cv), "stoop", "side", -1)
        objects.tool(
            cv,
            (j.hand_n[0] + h * 0.1, j.hand_n[1] - h * 0.2),
            (j.hand_n[0] - h * 0.1, y - h * 0.04),
            "rake",
            h / 100,
        )
    for x, y, s in ((820, 700, 70), (770, 780, 86), (900, 770, 80)):
        objects.sack(cv, x, y, s, "coal")
    j = person(
        cv,
        1100,
        800,
        340,
        dress.woman(cv.rng, top="brick", cover="mustard", cut="trousers", bottom="coal"),
        "walk",
        "q",
        -1,
    )
    objects.bucket(cv, j.hand_n[0], j.hand_n[1] + 60, 64, "river")
    j = person(cv, 110, 760, 310, crowd.worker(cv, top="teal"), "dig", "side", 1)
    objects.tool(cv, (j.hand_n[0] - 24, j.hand_n[1] - 44), (j.hand_n[0] + 60, 750), "hoe", 2.8)
    for x, y in ((250, 560), (330, 500), (40, 560)):
        plants.bush(cv, x, y, 46, "moss")


@scene("gotong-royong-c", "afternoon")
def gotong_c(cv: Canvas) -> None:
    """Lifting a bamboo frame for a shelter."""
    sky.sky(cv, 380, (1010, 230, 48), 4)
    land.hills(cv, 388, "jungle", 120)
    plants.tree_line(cv, 420, -20, 1320, 90, "jungle", 0.4)
    land.ground(cv, 420, "#b99a5c", 140)
    plants.bamboo(cv, 110, 520, 420, 9)
    frame = [(330, 690), (330, 420), (640, 270), (960, 420), (960, 690)]
    far = [(x + 90, y - 60) for x, y in frame]
    for pts, w in ((far, 9), (frame, 13)):
        cv.line(pts, "bamboo", w)
        cv.line([pts[1], pts[3]], "bamboo", w)
        cv.line([pts[2], ((pts[1][0] + pts[3][0]) / 2, pts[1][1])], "bamboo", w)
    for a, b in zip(frame[1:4], far[1:4], strict=True):
        cv.line([a, b], "bamboo", 11)
    for t in (0.33, 0.66):
        for k in (1, 2):
            a, b = paths.lerp(frame[k], frame[k + 1], t), paths.lerp(far[k], far[k + 1], t)
            cv.line([a, b], "bamboo", 8)
    for x, f, hx in ((280, 1, 325), (400, -1, 336), (900, 1, 955), (1020, -1, 966)):
        person(
            cv,
            x,
            760 if x in (400, 900) else 730,
            300,
            crowd.worker(cv),
            "lift",
            "side",
            f,
            hand_n=(hx, 520),
            hand_f=(hx, 490),
        )
    for x, f, tx in ((560, 1, 600), (760, -1, 720)):
        j = person(
            cv,
            x,
            790,
            320,
            crowd.worker(cv, head="hair"),
            "pull",
            "side",
            f,
            hand_n=(x + f * 70, 610),
            hand_f=(x + f * 78, 600),
        )
        cv.line([j.hand_n, (640, 280)], "cream", 4)
    person(
        cv,
        1170,
        770,
        300,
        dress.man(cv.rng, head="peci", top="white", style="long", old=True),
        "point",
        "q",
        -1,
    )
    person(cv, 130, 790, 290, dress.woman(cv.rng, top="rose", cover="forest"), "head_load", "q", 1)
    cv.poly([(90, 484), (180, 484), (160, 500), (110, 500)], "tin", 3)
    for k in range(4):
        cv.line([(1010 + k * 6, 800 + k * 9), (1290, 760 + k * 12)], "bamboo", 11)
