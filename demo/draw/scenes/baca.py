"""Pictures of the scene baca, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, dress, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


def open_book(cv: Canvas, x: float, y: float, w: float, cover: str = "brick") -> None:
    """Draw an open book held towards a reader."""
    cv.poly(
        [
            (x - w / 2, y - w * 0.05),
            (x, y + w * 0.06),
            (x + w / 2, y - w * 0.05),
            (x + w / 2, y + w * 0.32),
            (x, y + w * 0.42),
            (x - w / 2, y + w * 0.32),
        ],
        cover,
    )
    cv.poly(
        [(x - w * 0.46, y - w * 0.08), (x, y + w * 0.03), (x, y + w * 0.36), (x - w * 0.46, y + w * 0.26)],
        "white",
        2,
    )
    cv.poly(
        [(x + w * 0.46, y - w * 0.08), (x, y + w * 0.03), (x, y + w * 0.36), (x + w * 0.46, y + w * 0.26)],
        ink.dark("white", 0.08),
    )


@scene("baca-a", "indoor")
def baca_a(cv: Canvas) -> None:
    """Children seen from behind before book shelves."""
    rooms.room(cv, 470, "#d9dfc4", "#b88c5c", tiles=False)
    for x in (60, 400, 960):
        rooms.shelf(cv, x, 470, 280 if x > 50 else 240, 330, 4, ("wood", "plank", "wood")[x % 3])
    rooms.view_window(cv, 726, 130, 190, 220, "wood")
    objects.bunting(cv, (0, 30), (640, 60), 30, 26, ("brick", "mustard", "forest", "river"))
    objects.bunting(cv, (640, 60), (1280, 24), 30, 26, ("brick", "mustard", "forest", "river"))
    objects.mat(cv, [(240, 520), (1040, 520), (1240, 840), (40, 840)], "#7f9f8a", "mustard")
    person(
        cv,
        640,
        600,
        330,
        dress.woman(cv.rng, head="hijab", cover="brick", top="indigo", motif="flower"),
        "cross",
        "front",
        hand_n=(606, 500),
        hand_f=(674, 500),
    )
    open_book(cv, 640, 478, 96, "ochre")
    for i, x in enumerate((250, 420, 850, 1020)):
        person(cv, x, 680, 230, dress.child(cv.rng), "cross", "back", kid=True)
        del i
    for x in (330, 540, 740, 950):
        person(cv, x, 800, 280, dress.child(cv.rng), "cross", "back", kid=True)
    person(
        cv, 180, 560, 210, dress.child(cv.rng, top="mustard"), "front", "back", kid=True, hand_f=(230, 390)
    )
    for x, y, c in ((120, 800, "brick"), (1130, 790, "river"), (1190, 800, "mustard")):
        cv.poly([(x, y), (x + 70, y - 8), (x + 80, y + 18), (x + 8, y + 26)], c, 4)
        cv.poly([(x + 8, y + 26), (x + 80, y + 18), (x + 80, y + 26), (x + 10, y + 34)], "white")


@scene("baca-b", "morning")
def baca_b(cv: Canvas) -> None:
    """A mobile library motorbike."""
    sky.sky(cv, 350, (1060, 180, 38), 4)
    land.hills(cv, 358, "jungle", 130)
    rooms.house_row(cv, 450, -30, 420, 220, stilts=30)
    plants.tree_line(cv, 420, 420, 1320, 100, "jungle", 0.3)
    land.ground(cv, 430, "#bfa56d", 130)
    plants.tree(cv, 1130, 560, 480, "leaf")
    boats.motorbike(cv, 600, 740, 430, "brick", 1)
    cv.rect(350, 370, 290, 220, "forest", r=8, shade=16)
    for r in range(2):
        cv.rect(366, 386 + r * 102, 258, 88, ink.dark("wood", 0.4))
        rooms.spines(cv, 372, 470 + r * 102, 246, 76)
    cv.poly([(350, 372), (640, 372), (664, 330), (326, 330)], "mustard", 6)
    person(
        cv,
        810,
        750,
        370,
        dress.man(cv.rng, head="cap", cover="forest", top="river", motif="check"),
        "hold",
        "q",
        1,
        hand_f=(900, 560),
    )
    open_book(cv, 900, 545, 70, "ochre")
    for i, (x, y, h, f) in enumerate(
        (
            (170, 740, 240, 1),
            (260, 780, 255, 1),
            (960, 770, 230, -1),
            (1060, 750, 250, -1),
            (1150, 790, 240, -1),
        )
    ):
        j = person(cv, x, y, h, dress.child(cv.rng), "hold", "q", f, kid=True)
        open_book(
            cv, j.hand_n[0] + f * 6, j.hand_n[1] - 18, 54, ("brick", "river", "plum", "mustard", "forest")[i]
        )
    person(
        cv,
        330,
        800,
        240,
        dress.child(cv.rng, top="rose"),
        "lift",
        "side",
        1,
        kid=True,
        hand_n=(400, 570),
        hand_f=(420, 580),
    )
    objects.mat(cv, [(500, 770), (760, 770), (800, 830), (470, 830)], "straw", "forest")
    for x, c in ((540, "brick"), (620, "river"), (700, "mustard")):
        cv.poly([(x, 790), (x + 56, 786), (x + 62, 806), (x + 4, 812)], c, 3)


@scene("baca-c", "afternoon")
def baca_c(cv: Canvas) -> None:
    """Adults read under a tree."""
    sky.sky(cv, 390, (1080, 250, 44), 4)
    land.hills(cv, 398, "jungle", 120)
    land.paddy_rows(cv, [(-20, 404), (1300, 400), (1300, 480), (-20, 480)], "rice", 7, 9, 0)
    land.ground(cv, 470, "moss", 140)
    cv.path(paths.ellipse(640, 700, 620, 120), cv.mood.shadow, op=0.22, raw=True)
    plants.tree(cv, 560, 680, 760, "jungle", 0.56)
    cv.rect(770, 640, 330, 20, "wood", shade=5)
    for x in (792, 1056):
        cv.rect(x, 656, 22, 120, "darkwood", shade=4)
    for x, lk, c in (
        (850, dress.man(cv.rng, head="peci", top="#d8cba6", old=True), "forest"),
        (1010, dress.woman(cv.rng, head="hijab", cover="mustard", top="plum"), "brick"),
    ):
        person(
            cv,
            x,
            790,
            420,
            lk,
            "chair_front",
            "front",
            hand_n=(x - 36, 590),
            hand_f=(x + 36, 590),
            shadow=False,
        )
        open_book(cv, x, 568, 96, c)
    j = person(
        cv,
        300,
        700,
        400,
        dress.woman(cv.rng, head="hijab", cover="forest", top="brick", motif="flower"),
        "sila",
        "side",
        1,
    )
    open_book(cv, j.hand_n[0] + 10, j.hand_n[1] - 36, 84, "river")
    objects.mat(cv, [(330, 760), (720, 760), (770, 846), (260, 846)], "straw", "brick")
    person(
        cv,
        520,
        826,
        400,
        dress.man(cv.rng, head="cap", cover="brick", top="ochre", motif="stripe"),
        "cross",
        "front",
        hand_n=(486, 706),
        hand_f=(556, 706),
    )
    open_book(cv, 521, 678, 94, "plum")
    for k, c in enumerate(("brick", "forest", "mustard", "river")):
        cv.rect(626 + k * 18, 748, 15, 56, c, shade=2)
    objects.basket(cv, 660, 838, 120)
    plants.fern(cv, 1200, 860, 190)
