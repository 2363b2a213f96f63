"""Pictures of the scene air, variants a, b and c."""

from __future__ import annotations

from demo.draw import crowd, dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("air-a", "noon")
def air_a(cv: Canvas) -> None:
    """A water tower and people filling jerrycans."""
    sky.sky(cv, 380, None, 5)
    land.hills(cv, 388, "jungle", 110)
    rooms.house_row(cv, 440, 500, 1320, 170)
    plants.tree_line(cv, 430, 0, 500, 90)
    land.ground(cv, 424, "#c1a268", 120)
    for x in (150, 390):
        cv.line([(x, 690), (x + (12 if x < 200 else -12), 290)], "steel", 15)
    for y in (330, 470, 610):
        cv.line([(155, y), (388, y)], "steel", 8)
    cv.path("M156 470L384 330M384 470L156 330M152 610L386 470M386 610L152 470", "none", "steel", 5)
    cv.rect(140, 270, 262, 24, "plank", shade=4)
    cv.shape(paths.rect(160, 90, 222, 184, 26), "#d8803a", 40)
    for y in (126, 166, 206):
        cv.rect(160, y, 222, 7, ink.dark("#d8803a", 0.25))
    cv.rect(230, 70, 80, 24, "#b5622a", r=8)
    cv.line([(271, 290), (271, 640), (470, 640)], "mist", 9)
    cv.rect(440, 560, 20, 130, "concrete", shade=4)
    for x in (480, 620):
        cv.line([(440, 590), (x, 590), (x, 610)], "steel", 8)
        cv.line([(x, 612), (x, 660)], "mist", 5)
    objects.jerrycan(cv, 484, 720, 62)
    objects.jerrycan(cv, 624, 724, 62, "river")
    person(cv, 560, 730, 260, dress.woman(cv.rng, top="brick", cover="cream"), "stoop", "side", 1)
    for i, (x, y, f) in enumerate(((760, 740, -1), (880, 752, -1), (1010, 744, -1))):
        j = person(cv, x, y, 280, crowd.anyone(cv), ("hold", "stand", "hips")[i], "q", f)
        objects.jerrycan(cv, x - 50, y + 26, 66, ("mustard", "forest", "river")[i])
        del j
    j = person(cv, 1170, 780, 300, dress.man(cv.rng, top="ochre"), "walk", "side", 1)
    for k in (j.hand_n, j.hand_f):
        objects.jerrycan(cv, k[0] + 6, k[1] + 70, 66, "mustard")
    j = person(cv, 230, 790, 200, dress.child(cv.rng), "stoop", "side", 1, kid=True)
    objects.bucket(cv, 290, 800, 60, "brick", "mist")


@scene("air-b", "morning")
def air_b(cv: Canvas) -> None:
    """A new tap in front of a house."""
    sky.sky(cv, 330, None, 3)
    plants.tree_line(cv, 400, 700, 1320, 110, "jungle", 0.3)
    land.ground(cv, 390, "moss", 90)
    houses.house(cv, 60, 560, 760, "#e8d8b4", "brick")
    cv.poly([(-20, 560), (1300, 560), (1300, 880), (-20, 880)], "#c9ab78")
    cv.marks("", (0, 570, WIDTH, 280), 90, ink.dark("#c9ab78", 0.25), 36, 3, 0, 8, 0.5)
    for x in (90, 160, 230, 640, 720):
        cv.rect(x - 20, 560, 40, 34, "clay", shade=6)
        plants.seedling(cv, x, 564, 54, "leaf", 8)
    cv.rect(540, 740, 260, 30, "concrete", r=6, shade=6)
    cv.rect(690, 480, 34, 262, "concrete", shade=10)
    cv.line([(700, 530), (640, 530), (640, 550)], "steel", 14)
    cv.line([(668, 530), (668, 510), (650, 508), (686, 508)], "brick", 7)
    cv.path("M635 554C632 620 634 660 636 700L644 700C646 660 648 620 645 554Z", "#d9ebe6", op=0.9)
    objects.bucket(cv, 640, 745, 96, "river", "mist")
    for k in range(6):
        cv.oval(600 + k * 16, 735 - (k % 3) * 12, 3, 4, "white")
    person(
        cv,
        470,
        770,
        370,
        dress.woman(cv.rng, head="hijab", cover="mustard", top="teal", motif="flower"),
        "stoop",
        "q",
        1,
        hand_n=(596, 640),
        hand_f=(610, 630),
    )
    person(
        cv,
        800,
        770,
        230,
        dress.child(cv.rng, top="brick", head="hair"),
        "hold",
        "q",
        -1,
        hand_n=(664, 620),
        hand_f=(668, 610),
        kid=True,
    )
    person(cv, 960, 770, 380, dress.man(cv.rng, head="cap", cover="forest", top="#d8cba6"), "hips", "front")
    objects.jerrycan(cv, 1090, 790, 90)
    plants.banana(cv, 1200, 800, 420)


@scene("air-c", "morning")
def air_c(cv: Canvas) -> None:
    """A spring with pipes in the forest."""
    sky.sky(cv, 300, None, 2)
    for i, (y, d) in enumerate(((380, 0.6), (420, 0.42), (470, 0.2))):
        land.ridge(cv, y, 300 - i * 40, "jungle", d, 240, 26, 0.5)
    land.ground(cv, 460, "#5c7040", 100)
    for x, h in ((100, 620), (1180, 660), (300, 460), (980, 480)):
        with cv.at(0.22 if h < 500 else 0):
            cv.shape(
                paths.smooth(
                    [
                        (x - h * 0.07, 640),
                        (x - h * 0.035, 480),
                        (x - h * 0.03, -20),
                        (x + h * 0.03, -20),
                        (x + h * 0.035, 480),
                        (x + h * 0.08, 640),
                    ],
                    tension=0.6,
                ),
                "#6d5640",
                h * 0.03,
            )
    plants.blob(cv, 60, 20, 260, 120, "jungle")
    plants.blob(cv, 1200, 10, 300, 130, "jungle")
    plants.blob(cv, 620, -30, 380, 110, "leaf")
    for x, y, r in ((560, 480, 90), (720, 470, 110), (640, 430, 90), (830, 520, 70), (470, 530, 70)):
        cv.poly(
            [
                (x - r, y + r * 0.5),
                (x - r * 0.8, y - r * 0.3),
                (x - r * 0.1, y - r * 0.7),
                (x + r * 0.7, y - r * 0.4),
                (x + r, y + r * 0.5),
            ],
            ink.mix("stone", "moss", cv.rng.random() * 0.4),
            r * 0.2,
            soft=True,
        )
    cv.path("M618 440Q600 520 560 590L700 590Q690 520 668 440Z", "#d5e6e0", op=0.92)
    cv.marks(
        "M618 440Q600 520 560 590L700 590Q690 520 668 440Z",
        (560, 440, 150, 150),
        40,
        "water",
        50,
        4,
        94,
        8,
        0.7,
    )
    land.water(
        cv,
        paths.smooth([(330, 640), (480, 580), (760, 580), (930, 640), (860, 730), (420, 730)]),
        (330, 570, 600, 170),
        "#6fa3a0",
        60,
    )
    land.stones(cv, 300, 960, 640, 760, 34, "stone", 30)
    cv.rect(770, 540, 150, 110, "concrete", shade=16)
    cv.rect(760, 528, 170, 18, ink.light("concrete", 0.2), shade=4)
    for k, y in enumerate((580, 616)):
        cv.line([(918, y), (1010, y + 10), (1290, y + 120)], "indigo", 13, soft=True)
        cv.line([(918, y - 3), (1010, y + 7), (1290, y + 116)], "water", 3, soft=True)
        del k
    person(
        cv,
        1020,
        770,
        300,
        dress.man(cv.rng, head="cap", cover="brick", top="ochre", feet="boots"),
        "stoop",
        "side",
        -1,
    )
    person(
        cv,
        300,
        760,
        300,
        dress.man(cv.rng, head="bucket", cover="moss", top="river", feet="boots"),
        "squat",
        "side",
        1,
    )
    person(
        cv,
        190,
        780,
        310,
        dress.woman(cv.rng, top="brick", cover="cream", cut="trousers", bottom="coal"),
        "hold",
        "q",
        1,
    )
    cv.rect(244, 600, 40, 50, "white", shade=4)
    plants.fern(cv, 90, 860, 190)
    plants.fern(cv, 620, 870, 150)
    plants.fern(cv, 1210, 860, 210)
