"""Pictures of the scene olahraga, variants a, b and c."""

from __future__ import annotations

import math

from demo.draw import crowd, dress, houses, land, paths, plants, rooms, sky
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


def goal_net(cv: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Draw a goal with its net."""
    cv.path(
        "".join(
            f"M{x + w * i / 16:.0f} {y - h:.0f}L{x + w * (0.06 + 0.88 * i / 16):.0f} {y - h * 0.1:.0f}"
            for i in range(17)
        )
        + "".join(f"M{x:.0f} {y - h * k / 8:.0f}H{x + w:.0f}" for k in range(1, 9)),
        "none",
        "white",
        1.4,
        0.5,
    )
    cv.line([(x, y), (x, y - h), (x + w, y - h), (x + w, y)], "white", 9)


@scene("olahraga-a", "afternoon")
def olahraga_a(cv: Canvas) -> None:
    """Village volleyball."""
    sky.sky(cv, 350, (220, 210, 46), 4)
    land.hills(cv, 358, "jungle", 110)
    rooms.house_row(cv, 440, 700, 1320, 180)
    plants.tree_line(cv, 420, -20, 720, 100, "jungle", 0.4)
    land.ground(cv, 430, "#c69c5d", 130)
    cv.poly([(180, 520), (1100, 520), (1290, 820), (-10, 820)], "#d3ad6d")
    cv.path("M180 520H1100L1290 820H-10Z M580 520L760 832", "none", "white", 5, 0.85)
    crowd.line_up(cv, 60, 420, 500, 150, 6, ("stand", "hips", "hold"))
    crowd.line_up(cv, 860, 1240, 500, 150, 6, ("stand", "wave", "hold"), face=-1)
    cv.rect(574, 310, 10, 212, "steel", shade=3)
    top, low = ((580, 322), (760, 436)), ((580, 392), (760, 566))
    cv.poly([*top, low[1], low[0]], "white", op=0.22)
    cuts = "".join(
        "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*paths.lerp(*top, i / 14), *paths.lerp(*low, i / 14))
        for i in range(15)
    )
    cuts += "".join(
        "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(
            *paths.lerp(top[0], low[0], i / 6), *paths.lerp(top[1], low[1], i / 6)
        )
        for i in range(1, 6)
    )
    cv.path(cuts, "none", "white", 1.5, 0.7)
    cv.line(list(top), "white", 7)
    cv.line(list(low), "white", 4)
    cv.rect(754, 424, 15, 416, "steel", shade=4)
    for x, y, h, po, f, c in (
        (300, 610, 240, "dig_ball", 1, "river"),
        (200, 760, 310, "dig_ball", 1, "river"),
        (470, 680, 280, "lift", 1, "river"),
        (1010, 600, 230, "dig_ball", -1, "brick"),
        (1110, 770, 320, "stoop", -1, "brick"),
    ):
        person(
            cv,
            x,
            y,
            h,
            dress.man(cv.rng, style="tee", top=c, cut="shorts", bottom="coal", head="hair", feet="white"),
            po,
            "side",
            f,
        )
    cv.shadow(860, 740, 60, 12, 0.25)
    person(
        cv,
        860,
        640,
        300,
        dress.man(cv.rng, style="tee", top="brick", cut="shorts", bottom="coal", head="hair", feet="white"),
        "spike",
        "side",
        -1,
        shadow=False,
    )
    ball(cv, 742, 290, 26)


def ball(cv: Canvas, x: float, y: float, r: float) -> None:
    """Draw a volleyball."""
    cv.shape(paths.ellipse(x, y, r, r), "white", r * 0.4)
    cv.path(
        f"M{x - r:.0f} {y:.0f}Q{x:.0f} {y - r * 0.7:.0f} {x + r:.0f} {y:.0f}M{x:.0f} {y - r:.0f}Q{x + r * 0.6:.0f} {y:.0f} {x:.0f} {y + r:.0f}",
        "none",
        "river",
        r * 0.16,
    )


@scene("olahraga-b", "morning")
def olahraga_b(cv: Canvas) -> None:
    """Football on a field with a goal."""
    sky.sky(cv, 330, (1010, 190, 40), 5)
    land.hills(cv, 338, "jungle", 130)
    plants.tree_line(cv, 380, -20, 1320, 90, "jungle", 0.35)
    land.ground(cv, 376, "leaf", 60)
    for i in range(6):
        y0, y1 = 390 + 470 * (i / 6) ** 1.5, 390 + 470 * ((i + 0.5) / 6) ** 1.5
        cv.rect(0, y0, WIDTH, y1 - y0, "rice", op=0.2)
    goal_net(cv, 760, 500, 360, 150)
    cv.path("M600 500H1300M690 500L640 620H1290M0 700L1300 740", "none", "white", 4, 0.75)
    person(
        cv,
        930,
        510,
        160,
        dress.man(cv.rng, style="long", top="mustard", cut="shorts", bottom="coal", head="hair"),
        "arms_out",
        "front",
    )
    crowd.line_up(cv, 60, 520, 440, 100, 9, ("stand", "wave", "hips"))
    red = {"style": "tee", "top": "brick", "cut": "shorts", "bottom": "white", "head": "hair", "feet": "coal"}
    green = {
        "style": "tee",
        "top": "forest",
        "cut": "shorts",
        "bottom": "cream",
        "head": "hair",
        "feet": "coal",
    }
    for x, y, h, po, f, kit in (
        (420, 560, 190, "run", 1, green),
        (250, 640, 240, "run", 1, red),
        (1120, 640, 250, "stoop", -1, green),
        (660, 590, 200, "run", 1, red),
    ):
        person(cv, x, y, h, dress.man(cv.rng, **kit), po, "side", f)
    person(cv, 520, 800, 370, dress.man(cv.rng, **red), "kick", "side", 1)
    person(cv, 860, 790, 350, dress.man(cv.rng, **green), "run", "side", -1)
    cv.shadow(694, 790, 28, 7, 0.3)
    cv.shape(paths.ellipse(690, 768, 25, 25), "white", 10)
    cv.path(
        paths.polygon([(690 + 10 * math.cos(k * 1.256), 768 + 10 * math.sin(k * 1.256)) for k in range(5)]),
        "coal",
    )


@scene("olahraga-c", "dawn")
def olahraga_c(cv: Canvas) -> None:
    """Morning gymnastics in rows."""
    sky.sky(cv, 360, (360, 270, 48), 4)
    land.hills(cv, 368, "jungle", 110)
    plants.tree_line(cv, 420, 500, 1320, 90, "jungle", 0.35)
    houses.hall(cv, 40, 470, 380, "#dfe3cf", "brick")
    land.ground(cv, 440, "moss", 120)
    cv.rect(560, 500, 190, 26, "plank", shade=5)
    person(
        cv,
        655,
        500,
        220,
        dress.woman(
            cv.rng, head="hijab", cover="mustard", top="brick", cut="trousers", bottom="coal", feet="white"
        ),
        "gym",
        "front",
        shadow=False,
    )
    for y, h, n, x0, x1 in ((580, 200, 6, 130, 1150), (680, 270, 5, 130, 1150), (820, 370, 5, 90, 1190)):
        for i in range(n):
            x = x0 + (x1 - x0) * (i + 0.0) / (n - 1)
            lk = (
                dress.woman(cv.rng, style="long", cut="trousers", feet="white")
                if i % 3
                else dress.man(cv.rng, style="tee", feet="white")
            )
            person(cv, x, y, h, lk, "gym", "back")
