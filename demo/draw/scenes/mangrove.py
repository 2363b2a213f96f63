"""Pictures of the scene mangrove, variants a, b and c."""

from __future__ import annotations

from demo.draw import crowd, dress, land, objects, paths, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("mangrove-a", "morning")
def mangrove_a(cv: Canvas) -> None:
    """People plant mangrove seedlings at low tide."""
    sky.sky(cv, 300, (1040, 190, 40), 5)
    land.sea(cv, 302, 430, "#7aa6a5", 60)
    for x in range(-20, 520, 74):
        plants.mangrove(cv, x, 400 + cv.rng.uniform(-6, 8), cv.rng.uniform(110, 150))
    land.ground(cv, 410, "#87694a", 190, "#5f4a35")
    for x, y, w in ((820, 450, 240), (420, 520, 180), (1050, 590, 230), (240, 660, 260)):
        land.water(
            cv, paths.ellipse(x, y, w, w * 0.06), (x - w, y - w * 0.07, w * 2, w * 0.14), "#9db9b2", 14
        )
    for row in range(6):
        y = 450 + row * row * 9 + row * 24
        for i in range(14):
            plants.seedling(cv, 30 + i * 98 + row * 22 % 60, y, 18 + row * 7, "leaf", 4)
    for x, y, h, po, f in (
        (480, 560, 170, "plant", 1),
        (650, 570, 175, "squat", -1),
        (1050, 560, 170, "bend", -1),
        (1190, 600, 190, "walk", -1),
    ):
        person(cv, x, y, h, crowd.anyone(cv, feet="boots", head="caping", cover="straw"), po, "side", f)
    j = person(
        cv,
        330,
        770,
        330,
        dress.woman(
            cv.rng, top="brick", cover="cream", style="long", cut="trousers", bottom="indigo", feet="boots"
        ),
        "squat",
        "side",
        1,
    )
    plants.seedling(cv, j.hand_n[0] + 12, 780, 110, "leaf", 6)
    j = person(
        cv,
        860,
        800,
        360,
        dress.man(cv.rng, head="cap", cover="forest", top="ochre", feet="boots", style="long"),
        "carry",
        "side",
        -1,
    )
    for k in range(-3, 4):
        plants.seedling(cv, j.hand_n[0] + 10 + k * 13, j.hand_n[1] + 16, 78, "leaf", 4)
    cv.rect(j.hand_n[0] - 44, j.hand_n[1], 106, 34, "coal", r=4, shade=6)
    for x in (90, 150, 1090, 1190):
        plants.seedling(cv, x, 830, 90, "leaf", 6)


@scene("mangrove-b", "noon")
def mangrove_b(cv: Canvas) -> None:
    """A boardwalk through mangrove."""
    sky.sky(cv, 330, None, 3)
    land.ridge(cv, 380, 160, "jungle", 0.5, 260, 20)
    land.sea(
        cv,
        360,
        870,
        "#5f8f83",
        130,
    )
    for y, h in ((390, 190), (450, 270)):
        for s in (-1, 1):
            for k in range(4):
                with cv.at(max(0, 0.4 - h / 700)):
                    plants.mangrove(
                        cv, 640 + s * (110 + (y - 380) * 0.9 + k * h * 0.62), y + cv.rng.uniform(-6, 6), h
                    )
    land.pier(cv, [(622, 380), (662, 380), (930, 870), (330, 870)], 7, 40)
    for s, (x0, x1) in ((-1, (622, 330)), (1, (662, 930))):
        for t in (0, 0.08, 0.2, 0.36, 0.6, 0.9):
            x, y = x0 + (x1 - x0) * t, 380 + 490 * t
            cv.rect(x - 2 - 5 * t, y - 20 - 120 * t, 4 + 11 * t, 22 + 120 * t, "wood", shade=2)
        for k in (1.0, 0.55):
            cv.line([(x0, 380 - 20 * k), (x1, 870 - 152 * k)], "wood", 7 * k + 2)
        del s
    person(cv, 620, 560, 170, dress.woman(cv.rng, top="rose", cover="forest"), "walk", "back")
    person(cv, 676, 566, 178, dress.man(cv.rng, top="river", head="cap", cover="brick"), "front", "back")
    person(cv, 648, 600, 120, dress.child(cv.rng, top="mustard"), "walk2", "back", kid=True)
    plants.mangrove(cv, 130, 800, 560)
    plants.mangrove(cv, 1190, 810, 600)


@scene("mangrove-c", "overcast")
def mangrove_c(cv: Canvas) -> None:
    """A mangrove nursery with polybags under shade cloth."""
    sky.sky(cv, 300, None, 4)
    land.sea(cv, 300, 420, "#84a7a2", 40)
    for x in range(-20, 1340, 100):
        plants.mangrove(cv, x, 400, cv.rng.uniform(120, 170))
    land.ground(cv, 400, "#8f7450", 140)
    cv.poly([(150, 330), (1130, 330), (1270, 250), (10, 250)], "pine", 8, op=1)
    for x in (30, 340, 660, 960, 1250):
        cv.rect(x - 6, 260, 12, 300, "bamboo", shade=4)
    for row in range(6):
        y = 480 + row * 32 + row * row * 5
        n = 26 - row * 2
        for i in range(n):
            x = 640 + (i - (n - 1) / 2) * (34 + row * 8)
            if abs(x - 640) < 46 + row * 12:
                continue
            s = 18 + row * 5.2
            cv.poly(
                [
                    (x - s * 0.36, y - s * 0.75),
                    (x + s * 0.36, y - s * 0.75),
                    (x + s * 0.3, y),
                    (x - s * 0.3, y),
                ],
                "#2d3133",
                s * 0.12,
            )
            plants.seedling(cv, x, y - s * 0.7, s * 1.3, ("leaf", "moss")[i % 2], 4)
    person(cv, 450, 700, 300, dress.woman(cv.rng, top="teal", cover="ochre"), "squat", "side", -1)
    j = person(
        cv,
        690,
        770,
        350,
        dress.man(cv.rng, head="bucket", cover="moss", top="brick", feet="boots"),
        "stoop",
        "side",
        1,
    )
    can = (j.hand_n[0] + 26, j.hand_n[1] + 50)
    objects.bucket(cv, can[0], can[1] + 20, 70, "forest")
    cv.line([(can[0] + 30, can[1]), (can[0] + 84, can[1] - 20)], "forest", 8)
    cv.path(
        "".join(
            f"M{can[0] + 84 + i * 2:.0f} {can[1] - 18 + i * 2:.0f}q{30 + i * 6} 10 {40 + i * 8} {80 - i * 4}"
            for i in range(5)
        ),
        "none",
        "mist",
        2,
        0.8,
    )
    person(cv, 960, 640, 260, dress.man(cv.rng, head="peci", top="white", style="long"), "hold", "q", -1)
    cv.rect(888, 512, 34, 44, "mustard", shade=3)
