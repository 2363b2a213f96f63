"""Pictures of the scene pasar, variants a, b and c."""

from __future__ import annotations

from demo.draw import animals, crowd, dress, houses, land, objects, paths, rooms, sky
from demo.draw.boats import fishing_boat
from demo.draw.canvas import WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("pasar-a", "morning")
def pasar_a(cv: Canvas) -> None:
    """Market stalls with vegetables under tarpaulins."""
    sky.sky(cv, 300, None, 3)
    rooms.house_row(cv, 400, 0, 1320, 190)
    land.ground(cv, 390, "#bfa57c", 110)
    for x, y, w, c, o in (
        (40, 300, 330, "brick", "cream"),
        (480, 290, 330, "river", None),
        (900, 300, 360, "forest", "cream"),
    ):
        for k in (0.06, 0.94):
            cv.rect(x + w * k, y, 9, 260, "wood", shade=2)
        houses.tarp(cv, x, y, w, 84, c, o)
    for i, x in enumerate((130, 270, 570, 720, 1000, 1160)):
        person(
            cv,
            x,
            540,
            225,
            dress.woman(cv.rng) if i % 2 == 0 else dress.man(cv.rng),
            "hands_front",
            "front",
            shadow=False,
        )
    for x, w in ((40, 330), (480, 340), (900, 370)):
        objects.table(cv, x, 600, w, 120, "plank", "", 0.5)
        for i in range(4):
            c = ("leaf", "red", "plum", "amber", "lime", "mustard", "forest")[int(x / 100 + i * 3) % 7]
            bx = x + w * (0.14 + 0.24 * i)
            objects.heap(cv, bx, 462, w * 0.1, 40, c, w * 0.052)
    crowd.line_up(cv, 330, 860, 660, 260, 3, ("walk", "stand", "hold"), "back")
    for x, y, w, c in (
        (90, 800, 150, "leaf"),
        (240, 830, 150, "red"),
        (1060, 800, 150, "amber"),
        (1210, 830, 160, "lime"),
    ):
        objects.basket(cv, x, y, w, fill=c)
    j = person(
        cv, 560, 810, 360, dress.woman(cv.rng, top="brick", cover="cream", skin="skin1"), "walk", "q", 1
    )
    objects.basket(cv, j.hand_n[0], j.hand_n[1] + 60, 90, fill="leaf")
    person(
        cv,
        760,
        810,
        350,
        dress.man(cv.rng, top="ochre", motif="check", head="cap", cover="forest"),
        "hold",
        "q",
        -1,
    )
    objects.basket(cv, 672, 660, 84, fill="red")


@scene("pasar-b", "dawn")
def pasar_b(cv: Canvas) -> None:
    """The fish market in the morning."""
    sky.sky(cv, 320, (1080, 230, 40), 3)
    land.sea(cv, 318, 440, "#759a97", 60)
    boat_row = ((150, 380, 200, "river"), (400, 366, 160, "brick"), (1020, 376, 190, "forest"))
    from_boats(cv, boat_row)
    land.ground(cv, 420, "#a39478", 100)
    cv.rect(0, 0, WIDTH, 70, "darkwood")
    houses.roof(cv, [(-40, 90), (40, 20), (1240, 20), (1320, 90)], "tin", 40)
    for x in (60, 430, 830, 1200):
        cv.rect(x, 86, 22, 420, "concrete", shade=7)
    for i, x in enumerate((220, 480, 760, 1040)):
        person(
            cv,
            x,
            570,
            290,
            dress.woman(cv.rng, apron="river") if i % 2 == 0 else dress.man(cv.rng, apron="steel"),
            "desk_front",
            "front",
            shadow=False,
        )
    objects.table(cv, 80, 660, 1120, 150, "tin", "", 0.6)
    for i in range(42):
        x, y = 130 + (i % 14) * 77 + cv.rng.uniform(-10, 10), 436 + (i // 14) * 34
        animals.fish(
            cv,
            x,
            y,
            84,
            cv.rng.uniform(-14, 14) + (180 if i % 5 == 0 else 0),
            ("#a9b9bb", "#c98a7a", "#9fb0a0")[(i % 14) // 5],
        )
    rooms.lamp(cv, 640, 130, 34)
    rooms.lamp(cv, 250, 130, 34)
    rooms.lamp(cv, 1020, 130, 34)
    for x, y, f in ((330, 830, 1), (620, 850, -1), (900, 840, 1)):
        person(
            cv, x, y, 370, crowd.anyone(cv), ("hold", "point", "stand")[x % 3], "back" if x == 620 else "q", f
        )
    for x in (110, 1120, 1220):
        cv.rect(x - 66, 770, 132, 74, "river" if x < 500 else "brick", r=8, shade=12)
        for k in range(5):
            animals.fish(cv, x - 40 + k * 20, 768, 66, -40 + k * 20)


def from_boats(cv: Canvas, rows: tuple[tuple[float, float, float, str], ...]) -> None:
    """Draw boats behind the market."""

    for x, y, w, c in rows:
        fishing_boat(cv, x, y, w, c, "cream", 1 if x < 600 else -1)


@scene("pasar-c", "blue")
def pasar_c(cv: Canvas) -> None:
    """An evening food bazaar with lights."""
    sky.sky(cv, 380, None, 4)
    sky.stars(cv, 260, 40)
    land.ridge(cv, 390, 90, "pine", 0.4)
    rooms.house_row(cv, 440, 0, 1320, 170, lit=True)
    with cv.at(0, 0.55):
        land.ground(cv, 420, "#7d6a4c", 90)
    with cv.at(0, 0.4):
        for x, c, o in (
            (20, "brick", "cream"),
            (350, "forest", "cream"),
            (680, "river", "cream"),
            (1000, "ochre", "cream"),
        ):
            for k in (8, 248):
                cv.rect(x + k, 320, 9, 270, "wood", shade=2)
            cv.path(paths.rect(x + 16, 330, 234, 180), "#e8b25a", raw=True, op=0.5)
            person(
                cv, x + 132, 590, 226, crowd.anyone(cv, apron="cream"), "hands_front", "front", shadow=False
            )
            objects.table(cv, x, 600, 266, 110, "plank", c)
            for i in range(5):
                objects.heap(
                    cv, x + 36 + i * 48, 486, 20, 20, ("amber", "leaf", "rust", "mustard", "brick")[i], 22
                )
            houses.tarp(cv, x - 14, 326, 292, 74, c, o)
        for i in range(3):
            cv.path(f"M{760 + i * 20} 470q-14 -26 2 -50q14 -24 0 -44", "none", "white", 4, 0.35)
    for a, b in (((0, 150), (640, 130)), ((640, 130), (1280, 160))):
        line = paths.bezier(a, ((a[0] + b[0]) / 2, 250), b, 12)
        cv.line(line, "coal", 2, soft=True)
        for p in line[::1]:
            cv.glow(p[0], p[1] + 8, 44, op=0.6)
            cv.path(paths.ellipse(p[0], p[1] + 8, 7, 8), "#fff0b8", raw=True)
    for x in (150, 480, 810, 1130):
        cv.glow(x, 450, 230, op=0.42)
    with cv.at(0, 0.55):
        for i, (x, y, h, v) in enumerate(
            (
                (150, 720, 290, "back"),
                (330, 740, 300, "q"),
                (520, 720, 285, "back"),
                (700, 770, 320, "q"),
                (860, 740, 300, "back"),
                (1120, 770, 320, "back"),
            )
        ):
            person(
                cv,
                x,
                y,
                h,
                crowd.anyone(cv),
                ("stand", "walk", "front", "walk2", "hold", "front")[i] if v == "q" else "front",
                v,
                1 if i % 2 else -1,
            )
        person(cv, 990, 780, 210, dress.child(cv.rng), "walk", "q", -1, kid=True)
        person(cv, 610, 780, 200, dress.child(cv.rng), "walk", "q", 1, kid=True)
    cv.glow(640, 640, 700, op=0.16, squash=0.4)
