"""Pictures of the scene pelabuhan, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, ink, land, objects, paths, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.rooms import house_row
from demo.draw.stage import scene


@scene("pelabuhan-a", "morning")
def pelabuhan_a(cv: Canvas) -> None:
    """Passenger klotok at a pier."""
    sky.sky(cv, 320, None, 5)
    land.hills(cv, 330, "jungle", 120)
    house_row(cv, 350, 0, 560, 100, stilts=22)
    land.sea(cv, 346, 870, "#6b958c", 150)
    boats.klotok(cv, 930, 430, 330, "brick", "cream", -1)
    boats.klotok(cv, 420, 520, 480, "forest", "mustard", 1)
    for x in (300, 350, 400):
        person(cv, x, 500, 92, crowd.anyone(cv), "stand", "q", 1, shadow=False)
    boats.hull(cv, 420, 520, 480, "forest", "mustard", 1, 0.13)
    land.pier(cv, [(560, 560), (1300, 520), (1300, 660), (430, 720)], 5, 90)
    for i, (x, y, h) in enumerate(
        ((700, 620, 210), (790, 640, 220), (960, 600, 205), (1090, 626, 220), (1200, 600, 210))
    ):
        j = person(
            cv,
            x,
            y,
            h,
            crowd.anyone(cv),
            ("walk", "hold", "walk2", "head_load", "stand")[i],
            "q",
            -1 if i < 3 else 1,
        )
        if i == 3:
            objects.sack(cv, j.head[0], j.head[1] - 20, 50)
        if i == 0:
            cv.rect(j.hand_n[0] - 20, j.hand_n[1], 40, 34, "river", r=4, shade=4)
    boats.klotok(cv, 360, 800, 700, "river", "brick", 1)
    for x, y, w in ((1010, 680, 60), (1060, 690, 66), (1140, 690, 70)):
        objects.sack(cv, x, y, w, "straw")


@scene("pelabuhan-b", "afternoon")
def pelabuhan_b(cv: Canvas) -> None:
    """A ferry with motorbikes."""
    sky.sky(cv, 330, (200, 240, 46), 5)
    land.hills(cv, 338, "jungle", 100)
    land.sea(cv, 340, 870, "#7a958a", 150)
    land.sun_path(cv, 200, 350, 640)
    cv.shape(paths.polygon([(120, 560), (1180, 560), (1130, 660), (190, 660)]), "forest", 20)
    cv.rect(130, 556, 1046, 16, "cream")
    cv.rect(190, 640, 946, 22, "rust")
    for x in (180, 380, 580, 780):
        cv.rect(x, 300, 12, 262, "cream", shade=3)
    cv.rect(150, 268, 680, 40, "cream", r=8, shade=8)
    cv.rect(150, 300, 680, 12, "brick")
    cv.rect(560, 170, 180, 100, "white", shade=12)
    for k in range(3):
        cv.rect(576 + k * 54, 190, 40, 38, "#38505a")
    objects.flag(cv, 770, 268, 120, 56)
    for i, x in enumerate((270, 440, 610)):
        person(cv, x - 60, 560, 170, crowd.anyone(cv), ("stand", "hold", "hips")[i], "q", 1, shadow=False)
    for i, (x, c) in enumerate(((300, "brick"), (450, "river"), (600, "mustard"), (760, "coal"))):
        boats.motorbike(cv, x, 560, 138, c, 1)
        if i in (1, 3):
            person(
                cv,
                x - 18,
                556,
                190,
                crowd.anyone(cv, head="helmet", cover=("brick", "river")[i // 2], cut="trousers"),
                "ride",
                "side",
                1,
                shadow=False,
            )
    cv.path("M130 520H1170M130 500H1170", "none", "cream", 5, 0.9)
    cv.poly([(1130, 556), (1290, 620), (1300, 660), (1110, 600)], "steel", 8)
    boats.motorbike(cv, 1010, 558, 140, "forest", 1)
    person(
        cv,
        990,
        556,
        192,
        dress.man(cv.rng, head="helmet", cover="mustard", top="brick", style="long"),
        "ride",
        "side",
        1,
        shadow=False,
    )
    cv.marks("", (120, 662, 1060, 30), 60, "white", 70, 5, 0, 2, 0.7)
    person(cv, 250, 796, 190, dress.farmer(cv.rng, under="", top="ochre"), "row", "side", 1, shadow=False)
    boats.canoe(cv, 260, 800, 300)


@scene("pelabuhan-c", "overcast")
def pelabuhan_c(cv: Canvas) -> None:
    """A river landing with stairs."""
    sky.sky(cv, 240, None, 4)
    land.ridge(cv, 300, 130, "jungle", 0.4, 260, 16)
    cv.poly([(-20, 300), (1300, 280), (1300, 420), (760, 560), (-20, 600)], "moss", 10)
    house_row(cv, 330, 20, 560, 190, stilts=36)
    house_row(cv, 318, 880, 1320, 180, stilts=34)
    plants.coconut(cv, 850, 330, 210, 24)
    plants.banana(cv, 600, 330, 90)
    land.water(
        cv,
        paths.smooth([(-60, 560), (500, 560), (820, 520), (1340, 420), (1340, 900), (-60, 900)], tension=0.6),
        (-20, 430, 1320, 440),
        "#7d8f74",
        150,
    )
    for i in range(12):
        t = i / 11
        y, w = 340 + 24 * i, 130 + 190 * t
        cv.rect(690 - w / 2 - 60 * t, y, w, 20, ink.mix("concrete", "cream", 0.2 + 0.3 * (i % 2)))
        cv.rect(690 - w / 2 - 60 * t, y + 14, w, 10, "stone")
    for s in (-1, 1):
        cv.line([(690 + s * 66, 336), (630 + s * 162, 600)], "concrete", 14)
    land.boards(cv, [(430, 600), (850, 600), (900, 660), (380, 660)], 9)
    for x in (400, 520, 640, 760, 880):
        cv.rect(x, 656, 14, 50, "darkwood", shade=3)
    person(cv, 690, 400, 110, dress.man(cv.rng), "walk", "back")
    person(cv, 720, 480, 150, dress.woman(cv.rng), "walk", "front")
    person(cv, 590, 560, 185, dress.man(cv.rng, head="cap"), "carry", "q", -1)
    person(cv, 520, 640, 220, dress.woman(cv.rng, top="teal", cover="rose"), "squat", "side", 1)
    objects.bucket(cv, 600, 645, 46, "brick")
    person(cv, 800, 640, 230, dress.man(cv.rng, top="ochre"), "wave", "q", 1)
    boats.klotok(cv, 1060, 640, 420, "teal", "cream", -1)
    person(cv, 260, 764, 230, dress.farmer(cv.rng, top="brick"), "row", "side", 1, shadow=False)
    boats.canoe(cv, 300, 768, 380)
    objects.tool(cv, (330, 620), (420, 790), "paddle", 2.4)
