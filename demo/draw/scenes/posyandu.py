"""Pictures of the scene posyandu, variants a, b and c."""

from __future__ import annotations

from demo.draw import dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


def baby(cv: Canvas, x: float, y: float, s: float, wrap: str, skin: str = "skin1") -> None:
    """Draw a wrapped baby lying in arms, head at the left."""
    cv.shape(paths.capsule((x, y), (x + s * 1.3, y + s * 0.5), s * 0.52, s * 0.4), wrap, s * 0.2)
    cv.oval(x - s * 0.15, y - s * 0.1, s * 0.42, s * 0.42, skin, s * 0.12)
    cv.path(
        paths.smooth(
            [
                (x - s * 0.56, y - s * 0.12),
                (x - s * 0.2, y - s * 0.56),
                (x + s * 0.26, y - s * 0.24),
                (x - s * 0.1, y - s * 0.3),
            ]
        ),
        "hair",
    )


def cradle(cv: Canvas, x: float, y: float, h: float, look: dress.Look, face: int, wrap: str) -> None:
    """Draw a mother with a baby in her arms."""
    j = person(
        cv,
        x,
        y,
        h,
        look,
        "cradle",
        "q",
        face,
        hand_n=(x + face * h * 0.13, y - h * 0.585),
        hand_f=(x + face * h * 0.15, y - h * 0.6),
    )
    s = h * 0.072
    cx, cy = x - face * h * 0.06, y - h * 0.655
    cv.shape(
        paths.capsule((cx, cy), (cx + face * s * 2.2, cy + s * 0.75), s * 0.62, s * 0.44), wrap, s * 0.22
    )
    cv.oval(cx - face * s * 0.3, cy - s * 0.25, s * 0.5, s * 0.5, "skin1", s * 0.14)
    cv.path(
        paths.smooth(
            [
                (cx - face * s * 0.82, cy - s * 0.2),
                (cx - face * s * 0.4, cy - s * 0.8),
                (cx + face * s * 0.14, cy - s * 0.5),
                (cx - face * s * 0.3, cy - s * 0.45),
            ]
        ),
        "hair",
    )
    if h > 300:
        cv.line(
            [(cx - face * s * 0.14, cy - s * 0.22), (cx + face * s * 0.02, cy - s * 0.2)],
            ink.dark("skin1", 0.5),
            s * 0.07,
        )
    cv.shape(
        paths.capsule(
            (j.hand_n[0] - face * s * 0.5, j.hand_n[1] - s * 0.16),
            (j.hand_n[0] + face * s * 0.1, j.hand_n[1] - s * 0.5),
            s * 0.3,
            s * 0.24,
        ),
        look.skin,
        s * 0.12,
    )


@scene("posyandu-a", "indoor")
def posyandu_a(cv: Canvas) -> None:
    """Mothers queue with babies before a table with scales."""
    rooms.room(cv, 470, "#d9e0c8", "#c49a6c", dado="#8fae8c")
    rooms.view_window(cv, 90, 110, 230, 220)
    objects.banner(cv, 760, 60, 400, 110, "forest")
    rooms.picture_row(cv, 430, 100, 270, 3)
    for i, (x, y, h) in enumerate(((110, 690, 390), (275, 706, 396), (445, 722, 404), (622, 740, 414))):
        look = dress.woman(
            cv.rng,
            head="hijab",
            cover=("plum", "mustard", "river", "rose")[i],
            top=("teal", "brick", "#b8842f", "indigo")[i],
        )
        cradle(cv, x, y, h, look, 1, ("cream", "blush", "mist", "straw")[i])
    person(
        cv,
        1000,
        690,
        400,
        dress.woman(cv.rng, head="hijab", cover="white", top="white"),
        "hands_front",
        "front",
    )
    person(
        cv, 1180, 690, 395, dress.woman(cv.rng, head="hijab", cover="forest", top="forest"), "hold", "q", -1
    )
    objects.table(cv, 790, 820, 450, 190, "plank", "#e9dfc0")
    cv.rect(860, 576, 100, 44, "steel", r=8, shade=8)
    cv.oval(910, 598, 16, 16, "white")
    cv.poly([(800, 556), (1020, 556), (990, 584), (830, 584)], "mist", 8, soft=True)
    baby(cv, 876, 540, 40, "mustard")
    cv.rect(1070, 590, 70, 14, "brick", shade=3)
    cv.rect(1076, 576, 70, 14, "river", shade=3)
    cv.rect(1170, 566, 20, 44, "white", shade=4)
    person(cv, 530, 812, 250, dress.child(cv.rng, top="mustard"), "front", "back", kid=True)


@scene("posyandu-b", "indoor")
def posyandu_b(cv: Canvas) -> None:
    """An elderly villager has the blood pressure taken."""
    rooms.room(cv, 500, "#e6dcc0", "#a88a66", dado="#b9c7ac")
    rooms.view_window(cv, 840, 90, 300, 260, "forest")
    objects.banner(cv, 120, 80, 340, 100, "river", "amber")
    objects.table(cv, 500, 760, 300, 210, "plank", "#9fb7a0")
    person(
        cv,
        420,
        770,
        520,
        dress.man(cv.rng, head="peci", cover="#221f22", old=True, top="straw", style="shirt", skin="skin3"),
        "sit",
        "side",
        1,
        hand_n=(590, 540),
        hand_f=(560, 546),
    )
    objects.chair(cv, 408, 770, 330, "brick", 1)
    cv.rect(470, 520, 70, 50, "indigo", r=8, shade=8)
    cv.path("M540 548Q600 590 640 528", "none", "coal", 5)
    cv.rect(620, 450, 92, 84, "steel", r=8, shade=10)
    cv.oval(666, 488, 30, 30, "white")
    cv.line([(666, 488), (684, 472)], "brick", 4)
    person(
        cv,
        850,
        790,
        510,
        dress.woman(cv.rng, head="hijab", cover="white", top="teal", style="tunic", skin="skin1"),
        "sit_lean",
        "side",
        -1,
        hand_n=(700, 530),
        hand_f=(600, 545),
    )
    objects.chair(cv, 866, 790, 320, "forest", -1)
    for i, x in enumerate((1010, 1110, 1210)):
        look = dress.woman(cv.rng, old=True) if i != 1 else dress.man(cv.rng, old=True, head="cap")
        person(cv, x, 640, 290, look, "chair_front", "front")


@scene("posyandu-c", "morning")
def posyandu_c(cv: Canvas) -> None:
    """The health post building with a banner."""
    sky.sky(cv, 360, (1080, 180, 38), 4)
    land.hills(cv, 366, "jungle", 120)
    plants.tree_line(cv, 420, 0, 1320, 90, "jungle", 0.3)
    land.ground(cv, 410, "moss", 120)
    land.road(cv, [(660, 560, 60), (680, 650, 130), (700, 870, 340)], "#c8aa7c", "leaf")
    houses.house(cv, 330, 590, 560, "#d5e0cf", "forest", porch=True)
    objects.banner(cv, 380, 404, 470, 56, "white", "forest")
    cv.rect(600, 280, 64, 64, "white", r=8, shade=5)
    cv.rect(624, 290, 16, 44, "forest")
    cv.rect(610, 304, 44, 16, "forest")
    objects.bunting(cv, (150, 430), (330, 380), 30)
    objects.bunting(cv, (890, 380), (1130, 440), 34)
    plants.tree(cv, 130, 640, 380, "leaf")
    objects.flag(cv, 1010, 640, 300, 100)
    for i, x in enumerate((470, 780)):
        cradle(cv, x, 690, 220, dress.woman(cv.rng), 1 if i == 0 else -1, ("blush", "mist")[i])
    person(cv, 600, 740, 255, dress.woman(cv.rng, top="forest", cover="white"), "walk", "back")
    person(cv, 690, 750, 170, dress.child(cv.rng), "walk", "back", kid=True)
    plants.bush(cv, 1120, 700, 90, "leaf")
    plants.banana(cv, 1200, 720, 300)
    for x in range(300, 960, 66):
        if abs(x - 640) > 80:
            plants.bush(cv, x, 612, 26, "leaf")
