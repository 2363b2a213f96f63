"""Pictures of the scene banjir, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import Joints, person
from demo.draw.stage import scene

FLOOD = "#8d8463"


def wade(
    cv: Canvas,
    x: float,
    y: float,
    h: float,
    look: dress.Look,
    pose: str,
    face: int = 1,
    view: str = "q",
    deep: float = 0.22,
) -> Joints:
    """Draw a person standing in flood water whose surface is at y."""
    with cv.group(clip=paths.rect(0, -50, WIDTH, y + 50)):
        j = person(cv, x, y + h * deep, h, look, pose, view, face, shadow=False)
    cv.marks(
        "",
        (x - h * 0.2, y + 6, h * 0.3, h * 0.16),
        16,
        ink.dark(look.top, 0.3),
        h * 0.14,
        h * 0.02,
        0,
        3,
        0.4,
    )
    for k in (0.16, 0.26):
        cv.path(paths.ellipse(x, y + 2, h * k, h * k * 0.16), "none", "cream", 2, 0.6)
    return j


@scene("banjir-a", "rain")
def banjir_a(cv: Canvas) -> None:
    """A flooded road, people carry bags, one boat."""
    sky.sky(cv, 300, None, 6)
    land.ridge(cv, 320, 120, "jungle", 0.55, 300)
    plants.tree_line(cv, 372, -10, 1320, 100, "jungle", 0.25)
    for x, w, wall, top in (
        (10, 230, "cream", "brick"),
        (290, 200, "#b9cdd0", "tin"),
        (860, 220, "#e3c9a4", "rust"),
        (1110, 240, "#c9d6c0", "tin"),
    ):
        houses.house(cv, x, 420, w, wall, top)
    land.sea(cv, 388, 870, FLOOD, 190)
    for x in (560, 700):
        cv.rect(x, 190, 10, 240, "concrete", shade=2)
    cv.line([(0, 214), (565, 206), (705, 206), (1280, 230)], "coal", 2, soft=True)
    j = wade(cv, 640, 470, 150, dress.man(cv.rng, head="cap", cover="brick"), "walk", 1)
    j = wade(cv, 500, 480, 150, crowd.anyone(cv), "head_load", 1)
    cv.rect(j.head[0] - 26, j.head[1] - 38, 54, 26, "river", r=6, shade=4)
    objects_boat = (900, 600)
    with cv.group(clip=paths.rect(0, 0, WIDTH, 585)):
        for x, lk, po, f in (
            (820, dress.woman(cv.rng, top="brick", cover="mustard"), "sit", 1),
            (960, dress.man(cv.rng, old=True, head="peci"), "sit", -1),
            (890, dress.child(cv.rng), "sit", 1),
        ):
            person(cv, x, 620, 130 if x == 890 else 190, lk, po, "side", f, shadow=False, kid=x == 890)
    boats.fishing_boat(cv, *objects_boat, 420, "forest", "cream", 1, cabin=False, mast=False)
    j = wade(
        cv,
        650,
        640,
        290,
        dress.man(cv.rng, head="bucket", cover="amber", top="amber", style="long"),
        "pull",
        -1,
        "side",
    )
    cv.line([j.hand_n, (710, 574)], "cream", 4)
    j = wade(cv, 330, 690, 320, dress.man(cv.rng, top="indigo", head="hair"), "head_load", 1)
    cv.rect(j.head[0] - 58, j.head[1] - 84, 120, 58, "brick", r=10, shade=10)
    j = wade(cv, 170, 730, 330, dress.woman(cv.rng, top="teal", cover="plum"), "hold", 1)
    cv.rect(j.hand_n[0] - 46, j.hand_n[1] - 30, 86, 76, "straw", r=8, shade=8)
    sky.rain(cv, 210)


@scene("banjir-b", "overcast")
def banjir_b(cv: Canvas) -> None:
    """Sandbags along a river."""
    sky.sky(cv, 300, None, 6)
    land.ridge(cv, 310, 110, "jungle", 0.5, 280, 14)
    land.sea(cv, 330, 640, "#8a7f5c", 190)
    plants.tree_line(cv, 352, -10, 1320, 66, "jungle", 0.2)
    for x, w in ((760, 120), (1010, 130)):
        with cv.at(0.15):
            houses.house(cv, x, 372, w, "plank", "tin", 12, True)
    person(
        cv,
        330,
        452,
        110,
        dress.man(cv.rng, head="caping", cover="straw", top="brick"),
        "row",
        "side",
        1,
        shadow=False,
    )
    boats.canoe(cv, 330, 454, 200)
    land.ground(cv, 590, "#96794f", 150)
    land.tufts(cv, 0, 1280, 600, 640, 40, "moss", 20)
    for row in range(4):
        n = 15 - row
        for i in range(n):
            x, y = 20 + i * 64 + row * 32, 640 - row * 36
            cv.shape(
                paths.smooth(
                    [
                        (x - 38, y - 4),
                        (x - 32, y - 36),
                        (x, y - 42),
                        (x + 32, y - 36),
                        (x + 38, y - 4),
                        (x, y + 4),
                    ],
                    tension=0.8,
                ),
                ink.mix("cream", "straw", cv.rng.random()),
                9,
            )
    for x, y, po, f in ((1010, 690, "bend", -1), (1160, 760, "carry", -1), (800, 770, "carry", -1)):
        j = person(
            cv,
            x,
            y,
            300,
            dress.man(cv.rng, feet="boots", head="cap", cover=cv.rng.choice(("brick", "indigo"))),
            po,
            "side",
            f,
        )
        cv.shape(
            paths.smooth(
                [
                    (j.hand_n[0] - 44, j.hand_n[1] - 6),
                    (j.hand_n[0] - 36, j.hand_n[1] - 36),
                    (j.hand_n[0] + 36, j.hand_n[1] - 36),
                    (j.hand_n[0] + 44, j.hand_n[1] - 6),
                    (j.hand_n[0], j.hand_n[1] + 4),
                ]
            ),
            "cream",
            9,
        )
    j = person(
        cv,
        330,
        790,
        320,
        dress.man(cv.rng, feet="boots", head="bucket", cover="forest", top="ochre"),
        "dig",
        "side",
        1,
    )
    objects.tool(cv, (j.hand_n[0] - 26, j.hand_n[1] - 44), (j.hand_n[0] + 66, 790), "shovel", 3.0)
    cv.poly([(390, 810), (450, 760), (540, 752), (620, 800)], "sand", 16, soft=True)
    person(
        cv, 560, 720, 270, dress.woman(cv.rng, top="plum", cover="ochre", feet="boots"), "stoop", "side", 1
    )
    objects.sack(cv, 628, 720, 70, "cream", tied=False)
    person(cv, 140, 750, 290, dress.man(cv.rng, head="peci", top="white", style="vest"), "point", "q", 1)


@scene("banjir-c", "rain")
def banjir_c(cv: Canvas) -> None:
    """Rain over houses on stilts."""
    sky.sky(cv, 330, None, 5)
    land.ridge(cv, 340, 150, "jungle", 0.6)
    land.ridge(cv, 360, 80, "jungle", 0.4, 200, 15)
    land.sea(cv, 400, 870, "#76826f", 190)
    with cv.at(0.18):
        rooms.house_row(cv, 470, 120, 1200, 210, lit=True, stilts=46)
    for x, y, w, wall, top in ((-60, 640, 430, "plank", "tin"), (820, 660, 460, "#8f6b4a", "rust")):
        houses.house(cv, x, y, w, wall, top, 92, True, True)
    land.boards(cv, [(370, 552), (820, 566), (820, 588), (370, 572)], 4)
    for x in (400, 500, 600, 700, 790):
        cv.rect(x, 572, 10, 70, "darkwood")
    cv.line([(370, 510), (820, 524)], "wood", 5)
    person(cv, 560, 566, 150, dress.woman(cv.rng, cover="brick"), "walk", "side", 1, shadow=False)
    cv.path("M504 430Q560 366 620 430Q592 418 562 430Q532 418 504 430Z", "mustard")
    cv.line([(562, 400), (570, 482)], "coal", 3)
    boats.canoe(cv, 560, 770, 420)
    cv.glow(150, 600, 260, op=0.22)
    cv.glow(1050, 620, 260, op=0.22)
    for _ in range(40):
        cv.path(
            paths.ellipse(cv.rng.uniform(0, 1280), cv.rng.uniform(660, 850), 16, 3.4),
            "none",
            "mist",
            1.6,
            0.5,
        )
    plants.banana(cv, 1240, 870, 300)
    sky.rain(cv, 300)
