"""Pictures of the scene masjid, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, crowd, dress, houses, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("masjid-a", "dusk")
def masjid_a(cv: Canvas) -> None:
    """A mosque at evening with people arriving."""
    sky.sky(cv, 460, (280, 380, 56), 6)
    sky.birds(cv, 950, 160, 7, 14)
    land.hills(cv, 470, "pine", 120)
    plants.tree_line(cv, 520, -20, 360, 110, "pine", 0.4)
    plants.tree_line(cv, 520, 1000, 1320, 110, "pine", 0.4)
    land.ground(cv, 520, "#6f6a48", 90)
    cv.poly([(420, 620), (960, 620), (1180, 880), (150, 880)], "#b79a72")
    houses.mosque(cv, 350, 620, 590, "white", "forest", lit=True)
    cv.poly([(420, 624), (900, 624), (1000, 760), (300, 760)], "#ffd27a", op=0.16)
    with cv.at(0, 0.7):
        for i, (x, y, h, w) in enumerate(
            (
                (560, 690, 190, False),
                (690, 684, 185, False),
                (460, 760, 250, False),
                (800, 770, 255, True),
                (900, 740, 230, True),
                (640, 820, 300, False),
                (1010, 810, 290, True),
            )
        ):
            look = (
                dress.woman(cv.rng, head="hijab", cover="white", top="white", style="tunic", bottom="white")
                if w
                else dress.man(
                    cv.rng,
                    head="peci",
                    cover="#221f22",
                    top=("white", "#b7c3b4", "cream")[i % 3],
                    style="long",
                    cut="sarong",
                    bottom=("forest", "plum", "indigo", "brick")[i % 4],
                )
            )
            person(cv, x, y, h, look, "walk" if i % 2 else "walk2", "back")
        person(
            cv,
            720,
            826,
            190,
            dress.child(cv.rng, head="peci", cover="#221f22", cut="sarong", bottom="river", top="white"),
            "walk",
            "back",
            kid=True,
        )
    plants.coconut(cv, 120, 780, 560, -40, "pine")
    boats.motorbike(cv, 1140, 700, 150, "brick", -1)
    boats.motorbike(cv, 1230, 730, 160, "river", -1)


@scene("masjid-b", "dusk")
def masjid_b(cv: Canvas) -> None:
    """Breaking the fast together on long mats."""
    sky.sky(cv, 330, (1030, 270, 48), 4)
    houses.mosque(cv, 120, 400, 360, "white", "forest", lit=True)
    plants.tree_line(cv, 400, 620, 1320, 100, "pine", 0.35)
    land.ground(cv, 396, "#8f7c57", 80)
    for a, b in (((0, 90), (640, 120)), ((640, 120), (1280, 80))):
        line = paths.bezier(a, ((a[0] + b[0]) / 2, 200), b, 8)
        cv.line(line, "coal", 2, soft=True)
        for p in line[1::2]:
            objects.lantern(cv, p[0], p[1] + 26, 15)
    with cv.at(0, 0.62):
        objects.mat(cv, [(470, 430), (810, 430), (1190, 860), (90, 860)], "straw", "brick")
        cv.poly([(604, 436), (676, 436), (780, 860), (500, 860)], "cream")
        for t in (0.06, 0.2, 0.38, 0.6, 0.86):
            y = 440 + 410 * t
            s = 14 + 46 * t
            for k in (-0.5, 0.5):
                cv.oval(640 + k * s * 2.4, y, s * 0.9, s * 0.3, "white", 3)
                objects.heap(
                    cv,
                    640 + k * s * 2.4,
                    y - s * 0.05,
                    s * 0.5,
                    s * 0.3,
                    ("rust", "leaf", "amber")[int(t * 10) % 3],
                    s * 0.36,
                )
            cv.rect(640 - s * 0.24, y - s * 0.6, s * 0.44, s * 0.72, "mist", r=3, shade=3)
            cv.rect(640 - s * 0.2, y - s * 0.4, s * 0.36, s * 0.5, "brick")
        for t in (0.02, 0.16, 0.33, 0.55, 0.84):
            y, h = 470 + 370 * t, 130 + 250 * t
            off = 100 + 300 * t
            for side in (-1, 1):
                look = (
                    dress.man(cv.rng, head="peci", cut="sarong", style="long")
                    if side < 0
                    else dress.woman(cv.rng, head="hijab")
                )
                person(cv, 640 + side * off, y, h, look, "sila", "side", -side, shadow=t > 0.1)
    cv.glow(640, 560, 620, "#ffcf80", 0.34, 0.6)


@scene("masjid-c", "night")
def masjid_c(cv: Canvas) -> None:
    """Lanterns on a village street at night."""
    sky.sky(cv, 430, (960, 140, 34), 2)
    sky.stars(cv, 400, 80)
    land.hills(cv, 440, "pine", 100)
    with cv.at(0, 0.85):
        rooms.house_row(cv, 520, 380, 900, 120, lit=True)
        houses.house(cv, -120, 640, 420, "#c9a97a", "brick", 0, False, True)
        houses.house(cv, 980, 640, 420, "#b9cdd0", "tin", 0, False, True, gable=True)
        houses.house(cv, 250, 560, 210, "plank", "tin", 20, True, True)
        houses.house(cv, 820, 560, 200, "#e3c9a4", "rust", 0, False, True)
    land.ground(cv, 540, "#4f5a40", 60)
    with cv.at(0, 0.7):
        land.road(cv, [(640, 530, 40), (640, 640, 170), (640, 880, 480)], "#a58a66", "moss")
    for t in (0.0, 0.16, 0.36, 0.62, 0.95):
        r = 9 + 24 * t
        y = 430 - 270 * t
        for s in (-1, 1):
            x = 640 + s * (70 + 470 * t)
            cv.rect(x - 2 - 3 * t, y - 20, 4 + 7 * t, 110 + 330 * t, "bamboo", shade=2)
            objects.lantern(
                cv, x, y + r * 1.4, r, ("amber", "brick", "mustard", "leaf", "amber")[int(t * 5)], 0.7
            )
            cv.glow(x, 540 + 220 * t, 70 + 130 * t, op=0.3, squash=0.3)
        if t > 0.1:
            line = paths.bezier((640 - 70 - 470 * t, y), (640, y + 80 + 60 * t), (640 + 70 + 470 * t, y), 6)
            cv.line(line, "coal", 1 + 2 * t, soft=True)
            for p in line[1:-1]:
                objects.lantern(
                    cv, p[0], p[1] + r * 1.4, r * 0.8, ("mustard", "brick", "leaf")[int(p[0]) % 3], 0.5
                )
    with cv.at(0, 0.5):
        for i, (x, y, h) in enumerate(((600, 610, 130), (700, 640, 150), (500, 740, 230), (800, 770, 250))):
            person(cv, x, y, h, crowd.anyone(cv), "walk", "q", 1 if i % 2 == 0 else -1)
        for x, f in ((590, 1), (680, -1)):
            j = person(cv, x, 810, 210, dress.child(cv.rng), "hold", "q", f, kid=True)
            cv.line([j.hand_n, (j.hand_n[0] + f * 34, j.hand_n[1] - 30)], "bamboo", 4)
            objects.lantern(cv, j.hand_n[0] + f * 34, j.hand_n[1] + 14, 17, ("brick", "mustard")[f > 0])
