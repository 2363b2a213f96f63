"""Pictures of the scene layanan, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("layanan-a", "indoor")
def layanan_a(cv: Canvas) -> None:
    """A service counter with an officer and a resident."""
    rooms.room(cv, 520, "#dcdfc6", "#b99a72", dado="")
    rooms.shelf(cv, 760, 470, 420, 300, 3, "wood")
    rooms.picture_row(cv, 480, 130, 230, 2)
    objects.banner(cv, 90, 90, 330, 96, "forest")
    rooms.fan(cv, 560, 20, 150)
    person(
        cv,
        830,
        660,
        430,
        dress.woman(cv.rng, head="hijab", cover="forest", top="#d8cba6", style="tunic", skin="skin1"),
        "hold",
        "q",
        -1,
        shadow=False,
        hand_f=(720, 470),
        hand_n=(760, 480),
    )
    person(
        cv,
        1080,
        650,
        400,
        dress.man(cv.rng, top="#d8cba6", head="hair", style="shirt"),
        "sit",
        "side",
        -1,
        shadow=False,
    )
    cv.rect(560, 500, 740, 270, "plank", shade=14)
    for i in range(8):
        cv.rect(574 + i * 92, 530, 78, 220, ink.dark("plank", 0.1))
    cv.poly([(540, 500), (1300, 500), (1300, 476), (580, 476)], ink.light("plank", 0.2), 4)
    cv.rect(540, 498, 760, 14, "wood")
    cv.rect(1000, 380, 120, 90, "coal", r=6, shade=8)
    cv.rect(1050, 468, 20, 18, "coal")
    for k in range(4):
        cv.rect(930, 470 - k * 6, 60, 5, "white" if k % 2 else "cream")
    plants.seedling(cv, 600, 478, 60, "leaf", 8)
    cv.rect(582, 448, 36, 32, "clay", shade=5)
    j = person(
        cv,
        420,
        800,
        500,
        dress.man(
            cv.rng, top="brick", head="cap", cover="indigo", style="shirt", motif="check", skin="skin3"
        ),
        "hold",
        "q",
        1,
        hand_f=(600, 480),
        hand_n=(560, 500),
    )
    cv.poly([(600, 478), (720, 470), (730, 486), (612, 494)], "white", 2)
    del j
    person(cv, 180, 770, 430, dress.woman(cv.rng, top="plum", cover="rose"), "hands_front", "front")
    person(cv, 60, 760, 420, dress.man(cv.rng, old=True, head="peci", top="#7d8f94"), "stand", "q", 1)


@scene("layanan-b", "morning")
def layanan_b(cv: Canvas) -> None:
    """People sign papers on a terrace."""
    sky.sky(cv, 380, None, 3)
    land.hills(cv, 388, "jungle", 110)
    land.ground(cv, 384, "leaf", 90)
    plants.tree_line(cv, 410, 300, 1320, 80, "jungle", 0.4, 0)
    cv.rect(0, 0, 330, 620, "#d9c7a0", shade=20)
    houses.door(cv, 110, 620, 130, 330, "forest")
    cv.rect(0, 560, WIDTH, 300, "#b98f63")
    cv.path("".join(f"M0 {590 + i * i * 14}H1280" for i in range(5)), "none", "#8f6a45", 2, 0.6)
    cv.rect(0, 0, WIDTH, 60, "darkwood")
    cv.rect(0, 56, WIDTH, 16, "wood")
    for x in (420, 860, 1230):
        cv.rect(x, 70, 34, 500, "cream", shade=10)
    cv.path("M420 490H1280", "none", "wood", 12)
    cv.path("".join(f"M{470 + i * 34} 494V562" for i in range(24)), "none", "wood", 6)
    person(
        cv,
        560,
        770,
        430,
        dress.man(cv.rng, head="peci", top="white", style="long", old=True),
        "sit_lean",
        "side",
        1,
        hand_n=(700, 590),
        hand_f=(690, 596),
    )
    objects.chair(cv, 548, 770, 270, "river", 1)
    person(
        cv,
        1010,
        770,
        430,
        dress.woman(cv.rng, head="hijab", cover="ochre", top="teal"),
        "sit_lean",
        "side",
        -1,
        hand_n=(880, 590),
        hand_f=(870, 596),
    )
    objects.chair(cv, 1024, 770, 270, "river", -1)
    person(
        cv,
        790,
        680,
        400,
        dress.man(cv.rng, head="hair", top="ochre", motif="batik", style="long"),
        "desk_front",
        "front",
        shadow=False,
    )
    objects.table(cv, 640, 790, 300, 190, "plank", "#e9dfc0")
    for x, y in ((680, 588), (760, 582), (850, 590)):
        cv.poly([(x, y), (x + 56, y - 2), (x + 62, y - 14), (x + 8, y - 14)], "white", 1)
    cv.line([(700, 590), (712, 566)], "indigo", 4)
    j = person(
        cv, 330, 760, 400, dress.woman(cv.rng, head="hijab", cover="brick", top="#6f8f63"), "hold", "q", 1
    )
    cv.rect(j.hand_n[0] - 16, j.hand_n[1] - 52, 62, 58, "mustard", r=3, shade=5)
    cv.oval(j.hand_n[0] + 4, j.hand_n[1] + 2, 9, 8, "skin2", 2)
    plants.banana(cv, 1240, 860, 330)


def officers(cv: Canvas) -> None:
    """Draw two officers inside the van."""
    person(
        cv,
        470,
        650,
        200,
        dress.woman(cv.rng, head="hijab", cover="mustard", top="leaf"),
        "hands_front",
        "front",
        shadow=False,
    )
    person(
        cv,
        610,
        654,
        206,
        dress.man(cv.rng, head="peci", cover="#221f22", top="#d8cba6"),
        "hands_front",
        "front",
        shadow=False,
    )


@scene("layanan-c", "noon")
def layanan_c(cv: Canvas) -> None:
    """A mobile service van in a village."""
    sky.sky(cv, 350, None, 5)
    land.hills(cv, 358, "jungle", 120)
    rooms.house_row(cv, 440, 20, 1300, 190)
    land.ground(cv, 430, "#c3a06b", 120)
    plants.tree(cv, 1170, 520, 430, "leaf")
    boats.van(cv, 640, 700, 640, "white", "forest", 1)
    with cv.group(clip=paths.polygon([(371, 444), (704, 444), (704, 552), (371, 552)])):
        officers(cv)
    cv.rect(352, 550, 366, 12, "plank", shade=3)
    for i, (x, y) in enumerate(((440, 745), (330, 752), (230, 748), (130, 756))):
        person(cv, x, y, 265, crowd.anyone(cv), ("hold", "stand", "hands_front", "hold")[i], "q", 1)
    person(cv, 560, 770, 280, dress.woman(cv.rng), "point", "back")
    person(cv, 1080, 760, 270, dress.man(cv.rng, old=True, head="peci"), "walk", "q", -1)
    person(cv, 1150, 764, 180, dress.child(cv.rng), "walk", "q", -1, kid=True)
    objects.table(cv, 880, 800, 150, 80, "plank", "cream")
