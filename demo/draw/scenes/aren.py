"""Pictures of the scene aren, variants a, b and c."""

from __future__ import annotations

from demo.draw import dress, ink, land, objects, paths, plants, sky
from demo.draw.canvas import HEIGHT, WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("aren-a", "afternoon")
def aren_a(cv: Canvas) -> None:
    """Palm sugar boils in a big pan."""
    cv.rect(0, 0, WIDTH, HEIGHT, "#8f744c")
    sky.sky(cv, 400, None, 2)
    land.hills(cv, 400, "jungle", 120)
    plants.tree_line(cv, 420, -10, 1320, 130, "jungle", 0.3)
    land.ground(cv, 420, "#a27f50", 110)
    for x in (60, 1190):
        cv.rect(x, 60, 32, 560, "darkwood", shade=10)
    d = paths.polygon([(-40, 130), (200, -40), (1080, -40), (1320, 130)])
    cv.shape(d, "thatch", 20)
    cv.marks(d, (-40, -40, 1360, 180), 240, ink.dark("thatch", 0.4), 60, 5, 90, 24, 0.6)
    person(
        cv,
        300,
        760,
        520,
        dress.man(
            cv.rng, head="caping", cover="straw", top="brick", style="shirt", bottom="coal", skin="skin3"
        ),
        "stoop",
        "q",
        1,
        hand_n=(500, 480),
        hand_f=(530, 450),
    )
    person(
        cv,
        1040,
        760,
        470,
        dress.woman(cv.rng, head="hijab", cover="forest", top="ochre", motif="batik"),
        "squat",
        "side",
        -1,
    )
    cv.poly([(430, 640), (880, 640), (930, 854), (380, 854)], "#7c4a30", 36)
    land.stones(cv, 400, 910, 660, 850, 30, "#93664a", 34)
    cv.path("M560 854V760Q655 690 750 760V854Z", "#24140d")
    for k, c in ((0, "#f08a2c"), (1, "#ffd36a")):
        cv.path(
            paths.smooth(
                [
                    (580 + k * 24, 852),
                    (600 + k * 14, 790),
                    (636, 750 + k * 34),
                    (656, 790 + k * 10),
                    (690, 744 + k * 36),
                    (716 - k * 16, 800),
                    (732 - k * 26, 852),
                ]
            ),
            c,
            raw=True,
        )
    cv.glow(656, 810, 260, "#ff9a40", 0.5)
    cv.shape(
        paths.smooth([(390, 580), (920, 580), (850, 654), (655, 682), (460, 654)], tension=0.7), "coal", 24
    )
    cv.oval(655, 580, 265, 44, "#3a2a1c")
    cv.oval(655, 582, 240, 35, "#8a4318")
    cv.marks("", (430, 556, 440, 50), 40, "#e0a04a", 34, 8, 0, 30, 0.8)
    for _ in range(26):
        cv.oval(655 + cv.rng.uniform(-200, 200), 580 + cv.rng.uniform(-20, 20), 8, 5, "#d98f3f")
    cv.line([(486, 440), (600, 590)], "plank", 12)
    for k in range(4):
        cv.path(f"M{540 + k * 70} 540q-30 -60 6 -110q30 -50 -8 -110", "none", "white", 10, 0.22)
    for i, x in enumerate((90, 170, 240)):
        cv.rect(x - 26, 640 + i * 14, 52, 170, "bamboo", r=8, shade=12)
        cv.oval(x, 644 + i * 14, 26, 8, "darkwood")


@scene("aren-b", "indoor")
def aren_b(cv: Canvas) -> None:
    """Palm sugar blocks in coconut shells, still life."""
    cv.rect(0, 0, WIDTH, 420, "#5e7355")
    cv.fade(0, 0, WIDTH, 420, "#1b2420", 0.45, 0.05)
    plants.banana(cv, 1130, 560, 620, "jungle")
    plants.banana(cv, 100, 560, 560, "jungle")
    land.boards(cv, [(-100, 400), (1380, 400), (1600, 880), (-320, 880)], 7, "plank")
    leaf = paths.lens((60, 700), (1240, 560), 120)
    cv.shape(leaf, "leaf", 30)
    cv.line([(60, 700), (1240, 560)], "lime", 6)
    cv.marks(leaf, (60, 520, 1180, 260), 60, ink.dark("leaf", 0.3), 120, 4, 60, 10, 0.5)
    for x, y, r in (
        (330, 520, 92),
        (560, 500, 92),
        (800, 500, 94),
        (200, 680, 110),
        (460, 680, 112),
        (730, 690, 114),
        (1000, 650, 106),
    ):
        cv.path(paths.ellipse(x + 16, y + r * 0.5, r * 1.05, r * 0.3), "#1d1a20", op=0.3)
        cv.shape(
            f"M{x - r} {y - r * 0.1:.0f}Q{x - r * 0.8:.0f} {y + r * 0.78:.0f} {x} {y + r * 0.8:.0f}Q{x + r * 0.8:.0f} {y + r * 0.78:.0f} {x + r} {y - r * 0.1:.0f}Z",
            "#5b3d26",
            r * 0.2,
        )
        cv.marks("", (x - r * 0.7, y + r * 0.1, r * 1.4, r * 0.5), 22, "#8a6544", r * 0.4, 3, 20, 40, 0.7)
        cv.oval(x, y - r * 0.1, r, r * 0.34, "#e8d9b8", 3)
        cv.oval(x, y - r * 0.1, r * 0.9, r * 0.28, "#9a5524", r * 0.1)
        cv.oval(x + cv.mood.side * r * 0.2, y - r * 0.16, r * 0.4, r * 0.09, "#c47b3c")
    for x, y in ((1040, 500), (1120, 520), (1080, 450), (900, 800), (980, 812)):
        cv.path(paths.ellipse(x + 8, y + 36, 62, 16), "#1d1a20", op=0.3)
        cv.shape(
            f"M{x - 56} {y + 34}Q{x - 60} {y - 30} {x} {y - 36}Q{x + 60} {y - 30} {x + 56} {y + 34}Q{x} {y + 52} {x - 56} {y + 34}Z",
            "#a9612b",
            16,
        )
        cv.oval(x - 10, y - 22, 28, 8, "#cf8a4a")
    cv.path("M420 400Q500 360 600 395", "none", "straw", 8)
    objects.basket(cv, 640, 410, 220, fill="#9a5524", lump=0.24)


@scene("aren-c", "morning")
def aren_c(cv: Canvas) -> None:
    """Tapping the sugar palm with a ladder."""
    sky.sky(cv, 430, (250, 240, 40), 4)
    land.hills(cv, 440, "jungle", 170)
    plants.tree_line(cv, 520, -10, 1320, 110, "jungle", 0.15)
    land.ground(cv, 500, "#7d8a48", 120)
    with cv.at(0.2):
        plants.coconut(cv, 1080, 600, 480, 30, "pine")
        plants.coconut(cv, 200, 590, 420, -20, "pine")
    d = paths.smooth([(590, 790), (612, 600), (614, 210), (690, 210), (694, 600), (716, 790)], tension=0.5)
    cv.shape(d, "#5d4b38", 26)
    cv.marks(d, (590, 210, 130, 580), 140, "#2e241b", 26, 5, 80, 30, 0.7)
    cv.marks(d, (590, 210, 130, 580), 60, "#8f7658", 22, 3, 80, 30, 0.6)
    plants.crown(cv, 652, 215, 330, "pine", 15, 0.36, 10, 15)
    for x, y in ((560, 290), (730, 300)):
        cv.line([(652, 240), (x, y)], "moss", 12)
        for k in range(7):
            cv.line([(x - 18 + k * 6, y), (x - 20 + k * 7, y + 74 + (k % 2) * 14)], "moss", 6)
    for k in (-1, 1):
        cv.line([(500 + k * 26, 800), (585 + k * 22, 300)], "bamboo", 12)
    for i in range(11):
        t = i / 11
        cv.line([(474 + 85 * t, 780 - 490 * t), (526 + 81 * t, 780 - 490 * t)], "bamboo", 9)
    j = person(
        cv,
        536,
        580,
        270,
        dress.man(cv.rng, head="caping", cover="straw", top="brick", feet="bare", skin="skin3"),
        "climb",
        "side",
        1,
        shadow=False,
        hand_n=(604, 352),
        hand_f=(576, 380),
    )
    del j
    for x, y in ((740, 380), (590, 400)):
        cv.rect(x - 17, y, 34, 100, "bamboo", r=7, shade=9)
        cv.line([(x, y), (x - 4, y - 26)], "coal", 3)
    j = person(
        cv,
        900,
        800,
        330,
        dress.woman(cv.rng, head="hijab", cover="mustard", top="plum", skin="skin1"),
        "hold",
        "q",
        -1,
    )
    cv.rect(j.hand_n[0] - 24, j.hand_n[1] - 66, 40, 116, "bamboo", r=8, shade=10)
    person(
        cv,
        380,
        800,
        320,
        dress.man(cv.rng, head="peci", top="river", old=True),
        "push",
        "side",
        1,
        hand_n=(490, 640),
        hand_f=(500, 620),
    )
    plants.fern(cv, 70, 860, 200)
    plants.fern(cv, 1180, 870, 190)
