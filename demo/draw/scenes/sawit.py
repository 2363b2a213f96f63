"""Pictures of the scene sawit, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, dress, ink, land, objects, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("sawit-a", "morning")
def sawit_a(cv: Canvas) -> None:
    """Farmers load oil palm bunches onto a pickup."""
    sky.sky(cv, 330, (300, 200, 38), 3)
    land.hills(cv, 336, "jungle", 80)
    land.ground(cv, 334, "moss", 100)
    for y, h in ((380, 150), (440, 230)):
        for x in range(20 if h < 200 else -60, 1340, 150 if h < 200 else 250):
            with cv.at(0.25 if h < 200 else 0.08):
                plants.oil_palm(cv, x + cv.rng.uniform(-12, 12), y, h, True)
    land.road(cv, [(1100, 440, 30), (900, 560, 100), (560, 700, 380), (420, 880, 700)], "#b9834f", "moss")
    plants.oil_palm(cv, 60, 640, 470)
    boats.pickup(cv, 860, 690, 470, "cream", 1)
    objects.heap(cv, 745, 575, 108, 66, "#a2441f", 40)
    j = person(
        cv,
        560,
        740,
        310,
        dress.man(cv.rng, head="cap", cover="forest", top="river", style="long"),
        "push",
        "side",
        1,
        hand_n=(648, 570),
        hand_f=(662, 575),
    )
    bunch(cv, 672, 555, 36)
    del j
    j = person(
        cv,
        330,
        780,
        330,
        dress.man(cv.rng, head="caping", cover="straw", top="ochre", style="long", feet="boots"),
        "carry",
        "side",
        1,
    )
    bunch(cv, j.hand_n[0] + 16, j.hand_n[1] - 12, 42)
    person(cv, 1120, 740, 300, dress.woman(cv.rng, top="plum", cover="#e8d9b8"), "hold", "q", -1)
    cv.rect(1042, 596, 46, 34, "white", shade=4)
    for x, y in ((180, 800), (120, 822), (240, 826), (168, 838), (1190, 800), (1240, 820)):
        bunch(cv, x, y - 20, 34)


def bunch(cv: Canvas, x: float, y: float, r: float) -> None:
    """Draw one oil palm fruit bunch."""
    cv.oval(x, y, r, r * 0.86, "#7e2f1c", r * 0.4)
    cv.marks(
        "", (x - r * 0.75, y - r * 0.6, r * 1.5, r * 1.2), 34, "#d8752c", r * 0.26, r * 0.22, -90, 50, 0.95
    )
    cv.marks("", (x - r * 0.7, y - r * 0.6, r * 1.4, r * 1.2), 14, "#3d1c14", r * 0.3, r * 0.12, -90, 50, 0.8)


@scene("sawit-b", "noon")
def sawit_b(cv: Canvas) -> None:
    """Two people inspect seedlings on a path between palms."""
    sky.sky(cv, 330, None, 3)
    land.hills(cv, 345, "jungle", 60, 2)
    land.ground(cv, 340, "leaf", 90)
    land.road(cv, [(640, 342, 8), (640, 420, 40), (630, 560, 140), (600, 880, 380)], "#c29a63", "moss")
    for y, h, off in ((372, 130, 90), (410, 200, 150), (476, 310, 250), (600, 500, 440)):
        with cv.at(max(0, 0.42 - h / 900)):
            for s in (-1, 1):
                plants.oil_palm(cv, 640 + s * off, y, h)
                if h < 320:
                    plants.oil_palm(cv, 640 + s * (off + h * 0.95), y - 6, h)
    for row in range(3):
        for i in range(5):
            for side in (-1, 1):
                x, y = 640 + side * (150 + i * 74 + row * 30), 640 + row * 78
                if side < 0 and i < 1:
                    continue
                polybag(cv, x, y, 40 + row * 12)
    j = person(
        cv, 560, 730, 300, dress.man(cv.rng, head="cap", cover="indigo", top="#b7c3b4"), "squat", "side", -1
    )
    polybag(cv, j.hand_n[0] - 16, 738, 62)
    person(
        cv,
        730,
        750,
        330,
        dress.woman(cv.rng, top="ochre", cover="forest", cut="trousers", bottom="coal"),
        "stoop",
        "q",
        -1,
    )
    cv.rect(628, 560, 46, 58, "white", shade=4)


def polybag(cv: Canvas, x: float, y: float, size: float) -> None:
    """Draw a palm seedling in a black polybag."""
    cv.shadow(x, y, size * 0.4, size * 0.1, 0.25)
    cv.poly(
        [
            (x - size * 0.3, y - size * 0.6),
            (x + size * 0.3, y - size * 0.6),
            (x + size * 0.24, y),
            (x - size * 0.24, y),
        ],
        "#2b2f31",
        size * 0.1,
    )
    for a in (-150, -30, -120, -60, -90):
        plants.frond(
            cv,
            (x, y - size * 0.6),
            a,
            size * 0.85,
            ink.mix("leaf", "lime", cv.rng.random() * 0.4),
            0.3,
            6,
            0.2,
        )


@scene("sawit-c", "dusk")
def sawit_c(cv: Canvas) -> None:
    """Plantation hills at dusk."""
    sky.sky(cv, 400, (820, 330, 54), 6)
    sky.birds(cv, 480, 190, 9, 15)
    for i, (y, tall, depth) in enumerate(((408, 130, 0.7), (440, 100, 0.5), (500, 110, 0.32))):
        land.ridge(cv, y, tall, "jungle", depth, 360 - 60 * i, 0, 0.7)
        with cv.at(depth * 0.9):
            for x in range(-10 + 17 * i, 1300, 46 + i * 10):
                plants.oil_palm(cv, x, y - tall * 0.36 + cv.rng.uniform(-8, 16), 38 + i * 22, False)
    land.ground(cv, 520, "pine", 140, wave=14)
    for y, h, step in ((560, 130, 150), (640, 210, 250)):
        for x in range(-40, 1340, step):
            if abs(x - 620) > h * 0.7:
                plants.oil_palm(cv, x + cv.rng.uniform(-20, 20), y, h, h > 150)
    land.road(cv, [(640, 520, 12), (690, 580, 34), (600, 680, 80), (520, 880, 230)], "#b07a58", "pine")
    boats.motorbike(cv, 600, 720, 110, "coal", -1)
    person(
        cv,
        610,
        725,
        165,
        dress.man(cv.rng, head="cap", cover="brick", top="ochre", style="long"),
        "ride",
        "side",
        -1,
        shadow=False,
    )
    for x in (30, 1250):
        plants.oil_palm(cv, x, 870, 560)
