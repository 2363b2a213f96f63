"""Pictures of the scene tambak, variants a, b and c."""

from __future__ import annotations

from demo.draw import animals, boats, dress, houses, land, objects, paths, plants, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("tambak-a", "dawn")
def tambak_a(cv: Canvas) -> None:
    """A fish pond, a hut on the dike, somebody throws a net."""
    sky.sky(cv, 340, (980, 270, 46), 5)
    land.hills(cv, 345, "jungle", 90)
    land.sea(cv, 344, 870, "#7d9c96", 140)
    land.sun_path(cv, 980, 350, 720, wide=52)
    for y, w in ((400, 8), (480, 14)):
        cv.poly([(-20, y), (1300, y - 14), (1300, y - 14 + w), (-20, y + w)], "mud", 3)
        land.tufts(cv, 0, 1280, y - 8, y + 2, 46, "moss", 13)
    cv.poly(
        [(-20, 540), (380, 520), (560, 560), (640, 620), (560, 660), (300, 690), (-20, 720)],
        "#8c6e47",
        16,
        soft=True,
    )
    land.tufts(cv, 0, 540, 540, 650, 50, "moss", 18)
    houses.hut(cv, 220, 570, 220)
    plants.coconut(cv, 60, 560, 340, -30)
    net = [(842, 500), (760, 610), (812, 650), (900, 664), (1000, 650), (1060, 600), (990, 500), (930, 462)]
    person(
        cv,
        600,
        640,
        270,
        dress.man(
            cv.rng, head="caping", cover="straw", style="bare", cut="shorts", bottom="indigo", feet="bare"
        ),
        "throw",
        "side",
        1,
        hand_n=(690, 470),
        hand_f=(700, 480),
    )
    d = paths.smooth(net)
    cv.path(d, "white", op=0.14)
    with cv.group(clip=d):
        cuts = "".join(f"M700 470L{740 + 36 * i} 700" for i in range(12)) + "".join(
            f"M720 {480 + 26 * i}Q900 {520 + 30 * i} 1080 {470 + 26 * i}" for i in range(9)
        )
        cv.path(cuts, "none", "cream", 1.6, 0.75)
    cv.path(d, "none", "cream", 3, 0.9)
    cv.path("M694 474Q770 470 842 500M694 474Q820 440 930 462", "none", "cream", 2)
    for x, y in net[1:6]:
        cv.path(paths.ellipse(x, y + 14, 26, 6), "none", "white", 2, 0.6)
    boats.canoe(cv, 1050, 780, 330, "wood")
    plants.fern(cv, 20, 870, 150)


@scene("tambak-b", "morning")
def tambak_b(cv: Canvas) -> None:
    """Milkfish harvest in baskets."""
    sky.sky(cv, 280, None, 4)
    land.hills(cv, 285, "jungle", 80)
    plants.tree_line(cv, 296, 0, 1320, 34, "jungle", 0.1)
    land.sea(cv, 292, 640, "#86aaa4", 90)
    for x, y, h, po, f in (
        (210, 470, 180, "bend", 1),
        (390, 486, 190, "stoop", 1),
        (640, 476, 185, "bend", -1),
    ):
        with cv.group(clip=paths.rect(0, -50, WIDTH, y + 50)):
            person(
                cv,
                x,
                y + 40,
                h,
                dress.man(cv.rng, feet="bare", style="tee", head="caping", cover="straw"),
                po,
                "side",
                f,
                shadow=False,
            )
        cv.path(paths.ellipse(x, y + 2, h * 0.22, h * 0.035), "none", "white", 2, 0.6)
    cv.path("M240 500Q430 560 640 500", "none", "cream", 4)
    cv.path(
        "".join(f"M{250 + i * 24} {505 + 26 * (1 - abs(i - 8) / 8):.0f}v18" for i in range(17)),
        "none",
        "cream",
        1.6,
        0.8,
    )
    land.ground(cv, 570, "#9c7b50", 150)
    land.tufts(cv, 0, 1280, 570, 600, 44, "moss", 18)
    for x, y, w in ((150, 760, 150), (330, 800, 170), (1010, 740, 150), (1180, 800, 180)):
        fish_basket(cv, x, y, w)
    j = person(
        cv,
        570,
        790,
        340,
        dress.woman(
            cv.rng, top="brick", cover="ochre", style="long", cut="trousers", bottom="coal", feet="boots"
        ),
        "hold",
        "q",
        1,
    )
    fish_basket(cv, j.hand_f[0] + 8, j.hand_f[1] + 54, 120)
    j = person(
        cv,
        840,
        800,
        350,
        dress.man(cv.rng, head="cap", cover="forest", top="river", feet="boots"),
        "hold",
        "q",
        -1,
        hand_n=(760, 590),
        hand_f=(770, 600),
    )
    animals.fish(cv, 752, 584, 110, -64)


def fish_basket(cv: Canvas, x: float, y: float, w: float) -> None:
    """Draw a basket full of milkfish."""
    for k in range(9):
        animals.fish(
            cv,
            x + cv.rng.uniform(-0.26, 0.26) * w,
            y - w * (0.5 + 0.02 * k),
            w * 0.6,
            cv.rng.uniform(-28, 28) + (180 if k % 2 else 0),
        )
    objects.basket(cv, x, y, w)


@scene("tambak-c", "afternoon")
def tambak_c(cv: Canvas) -> None:
    """Ponds with a mangrove edge."""
    sky.sky(cv, 300, (330, 190, 48), 5)
    sky.birds(cv, 700, 140, 6, 13)
    land.hills(cv, 306, "jungle", 120)
    land.sea(cv, 304, 400, "#7fa39c", 40)
    for x in range(-10, 1320, 62):
        plants.mangrove(cv, x + cv.rng.uniform(-10, 10), 392, 88 * cv.rng.uniform(0.8, 1.15))
    land.ground(cv, 390, "#93734a", 60)
    ponds = (
        ((60, 420), (560, 414), (500, 500), (-60, 508)),
        ((640, 412), (1240, 404), (1340, 484), (600, 498)),
        ((-60, 540), (500, 530), (380, 720), (-200, 740)),
        ((590, 528), (1360, 512), (1500, 720), (500, 740)),
    )
    for quad in ponds:
        d = paths.polygon(quad)
        ys = [p[1] for p in quad]
        land.water(cv, d, (-20, min(ys), 1320, max(ys) - min(ys)), "#86aa9f", 46)
        cv.path(d, "none", "mud", 5)
    land.tufts(cv, 0, 1280, 400, 530, 60, "moss", 14)
    houses.hut(cv, 560, 520, 120)
    person(cv, 660, 524, 96, dress.farmer(cv.rng, under="", top="brick"), "walk", "side", 1)
    cv.poly([(-20, 740), (1300, 726), (1300, 880), (-20, 880)], "#8a6b42", 0)
    land.tufts(cv, 0, 1280, 740, 840, 60, "moss", 30)
    plants.mangrove(cv, 1130, 800, 430)
    plants.mangrove(cv, 90, 830, 330)
    for x, y, s, f in ((760, 640, 60, 1), (860, 676, 74, -1), (300, 640, 64, 1)):
        animals.egret(cv, x, y, s, f)
