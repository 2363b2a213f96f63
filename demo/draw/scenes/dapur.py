"""Pictures of the scene dapur, variants a, b and c."""

from __future__ import annotations

from demo.draw import dress, ink, objects, paths, plants, rooms
from demo.draw.canvas import HEIGHT, WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("dapur-a", "indoor")
def dapur_a(cv: Canvas) -> None:
    """Two women fry cassava chips in a home kitchen."""
    rooms.plank_wall(cv, 520, "#b98f62", 64)
    cv.rect(0, 516, WIDTH, 350, "#93714d")
    cv.fade(0, 516, WIDTH, 350, "#2b1d12", 0.4, 0.05)
    rooms.view_window(cv, 500, 80, 300, 240, "wood", bars=True)
    cv.rect(880, 200, 360, 14, "wood", shade=4)
    for i, c in enumerate(("amber", "brick", "leaf", "mustard")):
        objects.jar(cv, 930 + i * 86, 200, 60, 90, c, "coal")
    for i, x in enumerate((120, 200, 290)):
        cv.line([(x, 60), (x, 120)], "coal", 4)
        cv.oval(x, 160, 36 + i * 5, 40 + i * 5, "steel", 10)
    cv.rect(90, 54, 260, 9, "darkwood")
    person(
        cv,
        330,
        790,
        560,
        dress.woman(
            cv.rng, head="hijab", cover="forest", top="ochre", motif="flower", apron="cream", skin="skin2"
        ),
        "stoop",
        "q",
        1,
        hand_n=(560, 540),
        hand_f=(600, 530),
    )
    person(
        cv,
        1000,
        790,
        550,
        dress.woman(cv.rng, head="hijab", cover="rose", top="indigo", apron="brick", skin="skin1"),
        "hold",
        "q",
        -1,
        hand_n=(860, 520),
        hand_f=(850, 530),
    )
    cv.poly([(500, 640), (820, 640), (850, 854), (470, 854)], "#8a4b30", 30)
    for r in range(4):
        cv.path(
            "".join(f"M{480 + (r % 2) * 30 + i * 62} {650 + r * 52}h54v44h-54Z" for i in range(6)),
            "none",
            "#5e301d",
            3,
            0.6,
        )
    cv.path("M590 854V760Q660 690 730 760V854Z", "#2a1710")
    for k, c in ((0, "#f08a2c"), (1, "#ffd36a")):
        cv.path(
            paths.smooth(
                [
                    (612 + k * 20, 852),
                    (620 + k * 14, 800),
                    (646, 770 + k * 30),
                    (660, 800 + k * 10),
                    (684, 760 + k * 34),
                    (706 - k * 14, 804),
                    (712 - k * 20, 852),
                ]
            ),
            c,
            raw=True,
        )
    cv.glow(660, 810, 200, "#ff9a40", 0.5)
    cv.shape(
        paths.smooth([(470, 592), (850, 592), (790, 650), (660, 672), (530, 650)], tension=0.7), "coal", 20
    )
    cv.oval(660, 592, 190, 34, "#3a2a1c")
    cv.oval(660, 592, 170, 27, "#c98a2c")
    for _ in range(44):
        cv.oval(
            660 + cv.rng.uniform(-140, 140),
            590 + cv.rng.uniform(-16, 16),
            17,
            9,
            ink.mix("mustard", "cream", cv.rng.random() * 0.6),
            3,
        )
    cv.line([(600, 532), (640, 590)], "steel", 8)
    objects.basket(cv, 856, 560, 130, fill="mustard", lump=0.16)
    for k in range(3):
        cv.path(f"M{600 + k * 60} 560q-22 -44 4 -84q20 -36 -4 -76", "none", "white", 8, 0.22)


@scene("dapur-b", "indoor")
def dapur_b(cv: Canvas) -> None:
    """People pack snacks in pouches at a table."""
    rooms.room(cv, 430, "#d6dcc0", "#b48d63", dado="#8fa98a")
    rooms.view_window(cv, 80, 80, 220, 200, "wood")
    rooms.shelf(cv, 900, 400, 330, 320, 3, "wood", False)
    for r in range(3):
        for i in range(5):
            objects.pouch(cv, 945 + i * 60, 176 + r * 106, 44, 66, ("brick", "ochre", "forest")[r])
    for i, (x, lk) in enumerate(
        (
            (250, dress.woman(cv.rng, head="hijab", cover="mustard", top="teal", apron="cream")),
            (500, dress.woman(cv.rng, head="hijab", cover="plum", top="rose", apron="cream")),
            (760, dress.man(cv.rng, head="cap", cover="white", top="river", apron="cream")),
            (1010, dress.woman(cv.rng, head="hijab", cover="white", top="brick", apron="cream")),
        )
    ):
        person(
            cv,
            x,
            800,
            560,
            lk,
            "hold_front",
            "front",
            shadow=False,
            hand_n=(x - 40, 520 + i % 2 * 14),
            hand_f=(x + 44, 516),
        )
        objects.pouch(cv, x + 2, 548, 62, 92, ("ochre", "forest", "brick", "ochre")[i])
    objects.table(cv, 40, 850, 1200, 230, "plank", "#e2d6b4", 0.5)
    objects.heap(cv, 380, 616, 130, 70, "mustard", 34)
    objects.heap(cv, 640, 612, 100, 56, "amber", 30)
    for i, x in enumerate((130, 200, 520, 780, 850, 920, 1080, 1160)):
        objects.pouch(cv, x, 622 + (i % 2) * 12, 64, 94, ("brick", "ochre", "forest", "brick")[i % 4])
    cv.rect(970, 576, 70, 50, "steel", r=6, shade=6)
    cv.rect(150, 730, 170, 120, "#c59a63", shade=14)
    cv.rect(150, 730, 170, 14, "#a67d4b")


@scene("dapur-c", "indoor")
def dapur_c(cv: Canvas) -> None:
    """Jars and pouches on a shelf."""
    rooms.plank_wall(cv, HEIGHT, "#9fae92", 92)
    for r, y in enumerate((270, 530, 790)):
        cv.rect(60, y, 1160, 26, "wood", shade=6)
        cv.rect(60, y + 26, 1160, 10, "darkwood")
        cv.fade(60, y + 34, 1160, 50, "#1d1a20", 0.3, 0)
        for x in (110, 1150):
            cv.poly([(x, y + 26), (x + 24, y + 26), (x + 12, y + 80)], "darkwood", 3)
        x = 130.0
        i = r
        while x < 1150:
            if i % 7 == 3:
                plants.seedling(cv, x + 20, y - 56, 70, "leaf", 8)
                cv.poly([(x - 14, y - 60), (x + 54, y - 60), (x + 44, y), (x - 4, y)], "clay", 9)
                x += 110
            elif (i + r) % 3 == 0:
                objects.pouch(cv, x + 20, y, 96, 150, ("brick", "forest", "ochre", "plum")[i % 4])
                x += 122
            else:
                objects.jar(
                    cv,
                    x + 20,
                    y,
                    92,
                    132 + (i % 2) * 26,
                    ("amber", "mustard", "rust", "leaf", "brick")[i % 5],
                    ("brick", "forest", "coal")[i % 3],
                )
                x += 120
            i += 1
    cv.poly([(760, -10), (1290, -10), (1290, 560), (300, 860), (40, 860)], "#fff1c9", op=0.1)
