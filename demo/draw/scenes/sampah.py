"""Pictures of the scene sampah, variants a, b and c."""

from __future__ import annotations

from demo.draw import crowd, dress, houses, ink, land, objects, paths, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("sampah-a", "noon")
def sampah_a(cv: Canvas) -> None:
    """A waste bank with scales and sorted sacks."""
    sky.sky(cv, 300, None, 3)
    plants.tree_line(cv, 400, -20, 1320, 110, "jungle", 0.3)
    cv.rect(100, 120, 1080, 420, "#cfd8bd", shade=16)
    houses.roof(cv, [(40, 140), (140, 30), (1140, 30), (1240, 140)], "forest", 34)
    objects.banner(cv, 440, 180, 400, 100, "forest")
    for x in (110, 1140):
        cv.rect(x, 140, 28, 420, "cream", shade=6)
    land.ground(cv, 530, "#b8a27c", 100)
    for i, c in enumerate(("river", "mustard", "brick", "leaf")):
        cv.rect(180 + i * 66, 440, 56, 100, c, r=6, shade=9)
        cv.rect(176 + i * 66, 430, 64, 16, ink.dark(c, 0.25), r=4)
    for i, (x, y, w, c) in enumerate(
        (
            (900, 560, 90, "cream"),
            (990, 570, 96, "mist"),
            (1080, 560, 90, "straw"),
            (940, 640, 104, "mist"),
            (1040, 650, 104, "cream"),
            (1140, 640, 104, "straw"),
        )
    ):
        objects.sack(cv, x, y, w, c, band=("river", "brick", "leaf")[i % 3])
    cv.line([(640, 250), (640, 410)], "coal", 5)
    for a, b in (((470, 720), (640, 330)), ((810, 720), (640, 330)), ((640, 640), (640, 330))):
        cv.line([a, b], "bamboo", 12)
    cv.oval(640, 420, 46, 46, "steel", 12)
    cv.oval(640, 420, 37, 37, "white")
    cv.line([(640, 420), (660, 398)], "brick", 5)
    cv.line([(640, 466), (640, 510)], "coal", 5)
    objects.sack(cv, 640, 640, 110, "mist", band="river")
    person(
        cv,
        520,
        770,
        360,
        dress.woman(
            cv.rng, head="hijab", cover="forest", top="forest", cut="trousers", bottom="coal", style="vest"
        ),
        "hold",
        "q",
        1,
    )
    cv.rect(576, 570, 50, 64, "white", shade=4)
    person(
        cv,
        800,
        770,
        370,
        dress.man(cv.rng, head="cap", cover="brick", top="ochre"),
        "push",
        "q",
        -1,
        hand_n=(700, 580),
        hand_f=(690, 600),
    )
    j = person(
        cv, 240, 790, 360, dress.woman(cv.rng, head="hijab", cover="rose", top="indigo"), "walk", "q", 1
    )
    objects.sack(cv, j.hand_f[0] + 4, j.hand_f[1] + 120, 100, "straw")
    person(cv, 130, 780, 230, dress.child(cv.rng), "hold", "q", 1, kid=True)
    for i, x in enumerate((940, 990, 1040, 1090)):
        objects.bottle(cv, x, 800 + i % 2 * 20, 74, ("mist", "water", "leaf", "mist")[i])


@scene("sampah-b", "morning")
def sampah_b(cv: Canvas) -> None:
    """People collect plastic on a beach."""
    sky.sky(cv, 320, (260, 200, 40), 5)
    land.ridge(cv, 326, 90, "jungle", 0.6)
    land.sea(cv, 322, 500, "#62a0a6", 120)
    land.ground(cv, 480, "sand", 150)
    cv.path("M-20 486Q320 464 660 490T1300 478", "none", "white", 9, 0.8)
    plants.coconut(cv, 1180, 640, 520, -60)
    plants.coconut(cv, 70, 600, 430, 50)
    for x, y, h, po, f in (
        (330, 570, 180, "bend", 1),
        (520, 560, 170, "walk", 1),
        (700, 575, 185, "squat", -1),
        (900, 570, 180, "bend", -1),
        (1040, 560, 170, "stand", -1),
    ):
        j = person(cv, x, y, h, crowd.anyone(cv, cut="trousers"), po, "side", f)
        objects.sack(cv, x - f * 60, y + 4, 50, "coal")
        del j
    for _ in range(26):
        x, y = cv.rng.uniform(60, 1220), cv.rng.uniform(600, 830)
        c = cv.rng.choice(("river", "white", "brick", "mist", "leaf"))
        cv.path(paths.capsule((x, y), (x + cv.rng.uniform(10, 24), y - cv.rng.uniform(-6, 8)), 5, 4), c)
    j = person(
        cv,
        430,
        790,
        370,
        dress.woman(
            cv.rng, head="hijab", cover="mustard", top="teal", cut="trousers", bottom="coal", feet="boots"
        ),
        "bend",
        "side",
        1,
    )
    objects.bottle(cv, j.hand_n[0] + 6, j.hand_n[1] + 40, 52, "mist")
    objects.sack(cv, 300, 810, 110, "mist", band="forest")
    person(
        cv,
        820,
        800,
        380,
        dress.man(cv.rng, head="cap", cover="brick", top="ochre", feet="boots"),
        "stoop",
        "q",
        -1,
        hand_n=(740, 680),
        hand_f=(730, 690),
    )
    objects.sack(cv, 730, 810, 130, "coal", tied=False)
    person(cv, 1000, 800, 240, dress.child(cv.rng, top="white"), "hold", "q", -1, kid=True)
    objects.bottle(cv, 946, 690, 46, "water")
    objects.sack(cv, 1120, 830, 120, "mist", band="brick")


@scene("sampah-c", "overcast")
def sampah_c(cv: Canvas) -> None:
    """Compost bins in a garden."""
    sky.sky(cv, 320, None, 4)
    plants.tree_line(cv, 400, -20, 1320, 120, "jungle", 0.35)
    land.ground(cv, 390, "leaf", 120)
    plants.banana(cv, 140, 520, 330)
    plants.banana(cv, 1190, 530, 340)
    for i, x in enumerate((230, 520, 810)):
        cv.rect(x, 440, 250, 220, "darkwood", shade=10)
        fill = ("leaf", "#7a5a38", "#4a3828")[i]
        cv.poly(
            [(x + 8, 470), (x + 60, 420), (x + 130, 408), (x + 200, 424), (x + 244, 470)], fill, 14, soft=True
        )
        cv.marks("", (x + 30, 420, 190, 40), 40, ("lime", "straw", "rust")[i], 22, 4, 0, 60, 0.8)
        for k in range(5):
            cv.rect(x - 8, 462 + k * 40, 268, 30, ink.mix("plank", "wood", cv.rng.random()), shade=5)
        for k in (x - 12, x + 246):
            cv.rect(k, 436, 20, 234, "wood", shade=5)
    j = person(
        cv,
        420,
        780,
        380,
        dress.man(cv.rng, head="bucket", cover="moss", top="ochre", feet="boots"),
        "dig",
        "side",
        1,
    )
    objects.tool(cv, (j.hand_n[0] - 40, j.hand_n[1] + 40), (600, 470), "shovel", 3.4)
    j = person(
        cv,
        760,
        780,
        370,
        dress.woman(cv.rng, head="hijab", cover="brick", top="teal", feet="boots"),
        "carry",
        "side",
        1,
    )
    objects.basket(cv, j.hand_n[0] + 12, j.hand_n[1] + 44, 120, fill="leaf")
    for x, y in ((980, 780), (1070, 800), (1160, 780)):
        objects.sack(cv, x, y, 100, "straw", band="leaf")
    for i, x in enumerate((90, 180, 270)):
        cv.poly([(x - 30, 770), (x + 30, 770), (x + 24, 820), (x - 24, 820)], "clay", 8)
        plants.seedling(cv, x, 772, 84, ("leaf", "moss", "leaf")[i], 8)
    plants.fern(cv, 620, 868, 120)
