"""Pictures of the scene upacara, variants a, b and c."""

from __future__ import annotations

from demo.draw import crowd, dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("upacara-a", "morning")
def upacara_a(cv: Canvas) -> None:
    """A flag ceremony on a field."""
    sky.sky(cv, 360, (220, 180, 40), 5)
    land.hills(cv, 368, "jungle", 120)
    houses.hall(cv, 760, 470, 430, "#dfe3cf", "brick")
    plants.tree_line(cv, 430, -20, 740, 100, "jungle", 0.35)
    land.ground(cv, 430, "#8aa04c", 120)
    objects.bunting(cv, (700, 300), (1300, 280), 30)
    cv.rect(560, 560, 140, 22, "concrete", shade=5)
    cv.rect(580, 542, 100, 20, "white", shade=4)
    objects.flag(cv, 630, 546, 470, 190)
    for i, x in enumerate((540, 700)):
        person(
            cv,
            x,
            600,
            180,
            dress.man(cv.rng, head="peci", top="white", style="long", bottom="white", feet="shoes"),
            "salute",
            "front",
        )
        del i
    person(
        cv,
        620,
        610,
        185,
        dress.woman(cv.rng, head="hijab", cover="white", top="white", bottom="white", cut="skirt"),
        "front",
        "back",
    )
    for y, h, n, x0, x1, kid in (
        (640, 190, 7, 60, 470, True),
        (640, 200, 6, 800, 1220, False),
        (740, 250, 6, 40, 520, True),
        (740, 260, 5, 780, 1240, False),
        (860, 340, 5, 20, 560, True),
        (860, 350, 4, 760, 1260, False),
    ):
        for i in range(n):
            x = x0 + (x1 - x0) * i / (n - 1)
            if kid:
                look = dress.child(cv.rng, top="white", bottom="brick")
                if look.head == "hijab":
                    look = dress.child(
                        cv.rng,
                        head="hijab",
                        cover="white",
                        top="white",
                        bottom="brick",
                        cut="skirt",
                        style="long",
                    )
                person(cv, x, y, h * 0.82, look, "front", "back", kid=True)
            else:
                person(
                    cv,
                    x,
                    y,
                    h,
                    crowd.anyone(cv, motif="", top="#c9b98a") if i % 2 else crowd.anyone(cv),
                    "front",
                    "back",
                )


@scene("upacara-b", "noon")
def upacara_b(cv: Canvas) -> None:
    """A carnival parade with red-white flags."""
    sky.sky(cv, 340, None, 4)
    land.hills(cv, 348, "jungle", 100)
    rooms.house_row(cv, 470, -60, 1320, 250)
    land.ground(cv, 460, "moss", 60)
    cv.poly([(-20, 540), (1300, 540), (1300, 880), (-20, 880)], "#a9a08c")
    cv.marks("", (0, 550, WIDTH, 300), 90, ink.dark("#a9a08c", 0.2), 60, 3, 0, 3, 0.5)
    objects.bunting(cv, (-20, 150), (660, 170), 50, 34)
    objects.bunting(cv, (620, 170), (1300, 130), 50, 34)
    crowd.line_up(cv, 30, 1250, 560, 180, 15, ("stand", "wave", "hold", "hips"))
    look = dress.Look(top="red", style="long", bottom="white", head="peci", cover="#221f22", feet="shoes")
    for x in (180, 330):
        j = person(cv, x, 740, 300, look, "hold", "side", 1, hand_n=(x + 44, 560), hand_f=(x + 44, 600))
        objects.flag(cv, j.hand_n[0] + 4, 740, 400, 130, -1)
    for i, x in enumerate((500, 640)):
        person(
            cv,
            x,
            760,
            310,
            dress.Look(
                skin=("skin1", "skin2")[i],
                top=("mustard", "red")[i],
                style="shirt",
                bottom=("indigo", "forest")[i],
                cut="sarong",
                head="crown",
                under="long",
                cover="mustard",
                feet="bare",
                motif="flower",
                sash=("red", "mustard")[i],
            ),
            "dance_a" if i else "dance_b",
            "front",
        )
    for i, x in enumerate((800, 920, 1040)):
        j = person(
            cv,
            x,
            790,
            330,
            dress.man(
                cv.rng,
                head="band",
                cover="red",
                top=("forest", "indigo", "forest")[i],
                style="long",
                bottom="coal",
            ),
            "walk",
            "side",
            1,
            hand_n=(x + 50, 620),
            hand_f=(x + 60, 600),
        )
        cv.oval(j.hand_n[0] + 14, j.hand_n[1] + 6, 34, 44, "rust", 10)
        cv.oval(j.hand_n[0] + 24, j.hand_n[1] + 4, 20, 38, "cream", 4)
    for x, y in ((1170, 790), (1240, 810), (420, 820)):
        j = person(cv, x, y, 220, dress.child(cv.rng, top="white", bottom="brick"), "wave", "q", 1, kid=True)
        objects.flag(cv, j.hand_f[0], j.hand_f[1] + 20, 90, 46)


@scene("upacara-c", "afternoon")
def upacara_c(cv: Canvas) -> None:
    """A sack race."""
    sky.sky(cv, 340, (1060, 200, 44), 4)
    land.hills(cv, 348, "jungle", 110)
    plants.tree_line(cv, 410, -20, 1320, 110, "jungle", 0.4)
    land.ground(cv, 410, "#b99d58", 130)
    objects.bunting(cv, (-20, 220), (660, 250), 46, 32)
    objects.bunting(cv, (620, 250), (1300, 200), 46, 32)
    crowd.line_up(cv, 40, 1240, 520, 175, 14, ("wave", "stand", "hips", "hold"))
    for y in (560, 680, 840):
        cv.path(f"M-20 {y}H1300", "none", "white", 4, 0.8)
    for i, (x, y, h, lift) in enumerate(
        (
            (760, 640, 230, 24),
            (1000, 650, 235, 0),
            (420, 770, 320, 34),
            (700, 790, 330, 6),
            (1010, 800, 335, 44),
        )
    ):
        look = (
            dress.man(
                cv.rng, style="tee", head="hair", top=("river", "brick", "mustard", "forest", "white")[i]
            )
            if i % 3
            else dress.child(cv.rng, head="hair", top=("red", "white")[i % 2])
        )
        kid = i % 3 == 0
        h = h * (0.82 if kid else 1)
        cv.shadow(x, y, h * 0.2, h * 0.04, 0.3)
        yy = y - lift

        def sack(j: object, x: float = x, yy: float = yy, h: float = h) -> None:
            d = paths.smooth(
                [
                    (x - h * 0.1, yy - h * 0.52),
                    (x + h * 0.14, yy - h * 0.54),
                    (x + h * 0.2, yy - h * 0.28),
                    (x + h * 0.16, yy),
                    (x - h * 0.06, yy + h * 0.01),
                    (x - h * 0.14, yy - h * 0.24),
                ],
                tension=0.8,
            )
            cv.shape(d, "#cdb183", h * 0.06)
            with cv.group(clip=d):
                cv.rect(x - h * 0.3, yy - h * 0.3, h * 0.6, h * 0.05, "forest")
                cv.marks(
                    "",
                    (x - h * 0.2, yy - h * 0.5, h * 0.4, h * 0.5),
                    16,
                    "#8d7448",
                    h * 0.12,
                    h * 0.012,
                    85,
                    14,
                    0.7,
                )
            cv.line([(x - h * 0.1, yy - h * 0.52), (x + h * 0.14, yy - h * 0.54)], "#a98e5e", h * 0.025)

        person(
            cv,
            x,
            yy,
            h,
            look,
            "sack",
            "side",
            1,
            shadow=False,
            hold=sack,
            hand_n=(x + h * 0.08, yy - h * 0.5),
            kid=kid,
        )
    person(cv, 160, 790, 330, dress.man(cv.rng, head="peci", top="white", style="long"), "wave", "q", 1)
    for x, y0, y1 in ((1180, 380, 580), (1240, 470, 860)):
        cv.rect(x, y0, 12, y1 - y0, "bamboo", shade=3)
    cv.line([(1186, 470), (1206, 520), (1246, 600)], "red", 9, soft=True)
    objects.flag(cv, 1186, 580, 210, 60)
