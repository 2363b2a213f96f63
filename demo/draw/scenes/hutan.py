"""Pictures of the scene hutan, variants a, b and c."""

from __future__ import annotations

from demo.draw import animals, boats, dress, ink, land, objects, paths, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


def bole(cv: Canvas, x: float, y: float, w: float, color: str = "#6d5640", flare: float = 2.2) -> None:
    """Draw a forest trunk that leaves the picture at the top."""
    d = paths.smooth(
        [
            (x - w * flare * 0.5, y),
            (x - w * 0.56, y - w * 1.2),
            (x - w * 0.45, y - 420),
            (x - w * 0.42, -30),
            (x + w * 0.42, -30),
            (x + w * 0.46, y - 420),
            (x + w * 0.58, y - w * 1.2),
            (x + w * flare * 0.52, y),
        ],
        tension=0.6,
    )
    cv.shape(d, color, w * 0.3)
    cv.marks(
        d,
        (x - w, -20, w * 2, y + 20),
        int(18 + w * 0.5),
        ink.dark(color, 0.35),
        w * 0.9 + 14,
        max(2.0, w * 0.05),
        90,
        8,
        0.55,
    )
    cv.marks(
        d,
        (x - w, -20, w * 2, y + 20),
        int(10 + w * 0.2),
        ink.light(color, 0.25),
        w * 0.7 + 10,
        max(1.6, w * 0.04),
        90,
        8,
        0.5,
    )


def forest_back(cv: Canvas, y: float) -> None:
    """Draw hazy layers of forest and thin trunks."""
    for i, d in enumerate((0.72, 0.55, 0.36)):
        land.ridge(cv, y - 40 + i * 24, 330 - i * 70, "jungle", d, 230, 30, 0.55)
        with cv.at(d * 0.9):
            for x in range(20 + i * 40, 1300, 170 - i * 20):
                bole(cv, x + cv.rng.uniform(-30, 30), y + i * 10, 16 + i * 9)


def canopy(cv: Canvas, color: str = "jungle") -> None:
    """Hang foliage from the upper edge."""
    for x, y, r in ((40, -10, 230), (330, -60, 220), (640, -80, 240), (960, -50, 230), (1240, -10, 240)):
        plants.blob(cv, x, y, r, r * 0.5, ink.mix(color, "leaf", cv.rng.random() * 0.4))


@scene("hutan-a", "morning")
def hutan_a(cv: Canvas) -> None:
    """A forest trail with hikers."""
    sky.sky(cv, 460, (760, 170, 44), 2)
    forest_back(cv, 470)
    land.ground(cv, 460, "#5f7a42", 90)
    land.road(
        cv,
        [(720, 462, 10), (700, 520, 30), (600, 600, 70), (660, 700, 130), (560, 880, 260)],
        "#a58356",
        "jungle",
    )
    for x, y, w in ((300, 600, 60), (1000, 590, 64), (130, 760, 110), (1180, 780, 120)):
        bole(cv, x, y, w)
    canopy(cv)
    for k in range(4):
        cv.poly(
            [(620 + k * 70, -10), (690 + k * 70, -10), (520 + k * 40, 640), (400 + k * 40, 640)],
            "#fff3c8",
            op=0.1,
        )
    for x, y, h, lk in (
        (690, 560, 130, dress.woman(cv.rng, cut="trousers", top="brick")),
        (620, 620, 180, dress.man(cv.rng, head="bucket", cover="ochre", top="river")),
        (
            680,
            730,
            270,
            dress.woman(cv.rng, cut="trousers", bottom="coal", cover="mustard", top="teal", feet="boots"),
        ),
        (520, 790, 330, dress.man(cv.rng, head="cap", cover="brick", top="ochre", feet="boots")),
    ):
        j = person(cv, x, y, h, lk, "walk", "back")
        cv.shape(
            paths.smooth(
                [
                    (x - h * 0.085, j.chest[1] - h * 0.08),
                    (x, j.chest[1] - h * 0.11),
                    (x + h * 0.085, j.chest[1] - h * 0.08),
                    (x + h * 0.1, j.chest[1] + h * 0.15),
                    (x - h * 0.1, j.chest[1] + h * 0.15),
                ]
            ),
            "forest" if h > 200 else "plum",
            h * 0.03,
        )
    objects.tool(cv, (590, 650), (616, 786), "pole", 3)
    for x, s in ((60, 190), (330, 120), (900, 130), (1240, 200), (1050, 120)):
        plants.fern(cv, x, 860 if s > 150 else 760, s)


@scene("hutan-b", "afternoon")
def hutan_b(cv: Canvas) -> None:
    """Proboscis monkeys in riverside trees."""
    sky.sky(cv, 420, (180, 200, 46), 4)
    land.ridge(cv, 470, 190, "jungle", 0.6, 260, 20)
    land.ridge(cv, 490, 120, "jungle", 0.35, 200, 24)
    land.sea(cv, 520, 870, "#4f8a86", 150)
    for x in range(-20, 700, 90):
        plants.mangrove(cv, x, 545, cv.rng.uniform(130, 180))
    d = paths.smooth(
        [
            (960, 660),
            (1000, 480),
            (980, 300),
            (1010, 120),
            (1070, -30),
            (1160, -30),
            (1120, 200),
            (1120, 460),
            (1190, 660),
        ],
        tension=0.7,
    )
    cv.shape(d, "#7a5f45", 34)
    cv.marks(d, (960, -30, 230, 690), 60, "#4d3a2a", 50, 5, 90, 10, 0.5)
    for pts, w in (
        ([(1020, 330), (840, 270), (600, 300), (420, 270)], 26),
        ([(1010, 170), (860, 90), (700, 100)], 20),
        ([(1110, 260), (1220, 170), (1320, 160)], 24),
        ([(1000, 480), (860, 460), (720, 490)], 18),
    ):
        cv.line(pts, "#6b523b", w, soft=True)
        cv.line([(x, y - w * 0.3) for x, y in pts], "#8f7255", w * 0.25, soft=True)
    for x, y, r in (
        (420, 220, 130),
        (600, 60, 170),
        (860, 10, 190),
        (1180, 60, 190),
        (740, 450, 80),
        (1270, 330, 130),
    ):
        plants.blob(cv, x, y, r, r * 0.5, ink.mix("jungle", "leaf", cv.rng.random() * 0.5))
    for x, y, s, f in (
        (640, 284, 190, -1),
        (800, 272, 150, 1),
        (520, 284, 120, 1),
        (880, 455, 130, -1),
        (1230, 164, 150, -1),
    ):
        animals.proboscis(cv, x, y, s, f)
    for x, y, r in ((470, 350, 60), (940, 560, 90), (1220, 580, 100)):
        plants.blob(cv, x, y, r, r * 0.5, "leaf")
    for x, lk in (
        (260, dress.man(cv.rng, head="cap", cover="brick")),
        (400, dress.woman(cv.rng, top="ochre", cover="forest")),
    ):
        person(cv, x, 750, 220, lk, "sit", "side", 1, shadow=False)
    boats.canoe(cv, 330, 768, 380)
    plants.fern(cv, 1210, 860, 220)


@scene("hutan-c", "noon")
def hutan_c(cv: Canvas) -> None:
    """Visitors hold hands around a big tree."""
    sky.sky(cv, 460, None, 2)
    forest_back(cv, 500)
    land.ground(cv, 490, "#66803f", 110)
    d = paths.smooth(
        [
            (250, 760),
            (400, 700),
            (470, 560),
            (480, 300),
            (460, -30),
            (830, -30),
            (806, 300),
            (820, 560),
            (890, 700),
            (1050, 770),
            (860, 750),
            (740, 720),
            (660, 770),
            (560, 720),
            (420, 750),
        ],
        tension=0.7,
    )
    cv.shape(d, "#7a6048", 80)
    cv.marks(d, (250, -30, 800, 800), 150, "#4d3c2c", 110, 8, 90, 8, 0.5)
    cv.marks(d, (250, -30, 800, 800), 80, "#a98c6a", 80, 5, 90, 8, 0.5)
    canopy(cv)
    xs = (240, 400, 560, 730, 890, 1050)
    for i, x in enumerate(xs):
        y = 800 - abs(i - 2.5) * 18
        h = (300, 320, 250, 325, 240, 310)[i]
        lk = (
            dress.woman(cv.rng),
            dress.man(cv.rng, head="cap", cover="forest"),
            dress.child(cv.rng),
            dress.woman(cv.rng, top="brick", cover="cream"),
            dress.child(cv.rng, top="mustard"),
            dress.man(cv.rng, top="river"),
        )[i]
        left = (x - 80, 620 + abs(i - 3) * 4)
        right = (x + 80, 620 + abs(i - 2) * 4)
        person(cv, x, y, h, lk, "hug", "back", hand_n=left, hand_f=right, kid=h < 260)
    for x, s in ((60, 200), (1220, 210), (160, 120)):
        plants.fern(cv, x, 865, s)
