"""Pictures of the scene ronda, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, dress, houses, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("ronda-a", "night")
def ronda_a(cv: Canvas) -> None:
    """A night watch post with lantern and men."""
    sky.sky(cv, 420, (1040, 150, 36), 3)
    sky.stars(cv, 400, 70)
    land.hills(cv, 428, "pine", 110)
    rooms.house_row(cv, 500, 0, 330, 190, lit=True)
    rooms.house_row(cv, 494, 980, 1320, 190, lit=True)
    plants.coconut(cv, 930, 520, 420, 50)
    land.ground(cv, 470, "#6d7a4a", 100)
    land.road(cv, [(1080, 520, 40), (1000, 640, 110), (900, 880, 300)], "#8d7d63", "moss")
    with cv.at(0, 0.35):
        houses.hut(cv, 560, 690, 560, "thatch", 0.24, True, lit=True)
        cv.glow(560, 430, 420, op=0.5, squash=0.8)
        for x, lk, po in (
            (420, dress.man(cv.rng, top="indigo", head="peci"), "cross"),
            (560, dress.man(cv.rng, top="brick", head="cap", cover="forest"), "cross_eat"),
            (700, dress.man(cv.rng, top="ochre", head="hair", old=True), "cross"),
        ):
            person(cv, x, 576, 240, lk, po, "front", shadow=False)
        objects.table(cv, 585, 600, 60, 26, "plank")
        cv.rect(350, 420, 28, 130, "bamboo", r=12, shade=8)
        cv.rect(360, 440, 8, 90, "darkwood", r=4)
        person(
            cv,
            230,
            780,
            320,
            dress.man(cv.rng, top="forest", head="peci", style="long", bottom="plum", cut="sarong"),
            "hold_up",
            "q",
            1,
        )
        person(
            cv, 860, 780, 320, dress.man(cv.rng, top="#b7c3b4", head="cap", cover="brick"), "hold", "q", -1
        )
    objects.lantern(cv, 560, 300, 24)
    cv.glow(300, 700, 200, op=0.25)
    boats.motorbike(cv, 1090, 740, 190, "brick", -1)


@scene("ronda-b", "blue")
def ronda_b(cv: Canvas) -> None:
    """Bamboo kentongan and a torchlight walk."""
    sky.sky(cv, 420, None, 4)
    sky.stars(cv, 300, 50)
    land.hills(cv, 428, "pine", 130)
    rooms.house_row(cv, 510, -20, 420, 210, lit=True)
    rooms.house_row(cv, 506, 880, 1320, 220, lit=True)
    plants.tree_line(cv, 480, 430, 860, 90, "pine", 0.35)
    land.ground(cv, 480, "#7b7f52", 90)
    land.road(cv, [(640, 484, 40), (640, 600, 170), (640, 880, 560)], "#9a8462", "moss")
    with cv.at(0, 0.45):
        for i, (x, y, h, po) in enumerate(
            (
                (500, 640, 230, "hold_up"),
                (770, 646, 235, "hold_up"),
                (640, 690, 265, "walk"),
                (330, 760, 320, "hold_up"),
                (930, 770, 330, "walk"),
            )
        ):
            look = dress.man(
                cv.rng,
                cut="sarong" if i % 2 else "trousers",
                bottom=("plum", "forest", "indigo", "brick", "coal")[i],
                style="long",
            )
            j = person(cv, x, y, h, look, po, "q", 1 if x < 640 else -1)
            f = 1 if x < 640 else -1
            if po == "hold_up":
                t = (j.hand_n[0] + f * 8, j.hand_n[1] - h * 0.24)
                cv.line([(j.hand_n[0] - f * 3, j.hand_n[1] + h * 0.12), t], "bamboo", h * 0.026)
                cv.path(
                    paths.smooth(
                        [
                            (t[0] - 13, t[1]),
                            (t[0] - 9, t[1] - 26),
                            (t[0], t[1] - 52),
                            (t[0] + 11, t[1] - 24),
                            (t[0] + 13, t[1]),
                        ]
                    ),
                    "#ffb347",
                    raw=True,
                )
                cv.path(
                    paths.smooth([(t[0] - 6, t[1]), (t[0], t[1] - 30), (t[0] + 6, t[1])]), "#fff0b0", raw=True
                )
                cv.glow(t[0], t[1] - 20, h * 0.8, op=0.65)
            else:
                kx, ky = j.hand_f
                cv.rect(kx - 12, ky - 44, 26, 96, "bamboo", r=12, shade=7)
                cv.rect(kx - 4, ky - 26, 8, 60, "darkwood", r=4)
                cv.line([j.hand_n, (kx - f * 2, ky - 30)], "wood", 7)
    cv.glow(640, 800, 620, op=0.22, squash=0.4)


@scene("ronda-c", "night")
def ronda_c(cv: Canvas) -> None:
    """A new street lamp lights a lane."""
    sky.sky(cv, 440, None, 3)
    sky.stars(cv, 420, 90)
    sky.disk(cv, 1060, 140, 30)
    land.hills(cv, 448, "pine", 120)
    rooms.house_row(cv, 560, -40, 380, 260, lit=True)
    rooms.house_row(cv, 556, 900, 1320, 270, lit=True)
    plants.tree_line(cv, 500, 420, 900, 90, "pine", 0.3)
    land.ground(cv, 500, "#5f6f48", 80)
    with cv.at(0, 0.7):
        land.road(cv, [(640, 504, 50), (650, 620, 190), (660, 880, 520)], "#a39274", "moss")
    for x, y, h in ((560, 560, 150), (480, 640, 270), (330, 800, 640)):
        cv.rect(x - h * 0.012, y - h, h * 0.024, h, "#d9d6c8", shade=2)
        cv.path(
            f"M{x:.0f} {y - h:.0f}q{h * 0.04:.0f} {-h * 0.09:.0f} {h * 0.22:.0f} {-h * 0.08:.0f}",
            "none",
            "#d9d6c8",
            h * 0.016,
        )
        cv.rect(x - h * 0.12, y - h * 1.02, h * 0.2, h * 0.02, "indigo")
        lx, ly = x + h * 0.22, y - h * 1.07
        cv.poly(
            [(lx - 4, ly), (lx + h * 0.06, ly), (lx + h * 0.36, y), (lx - h * 0.34, y)], "#ffe7a0", op=0.13
        )
        cv.path(
            paths.capsule((lx - h * 0.03, ly), (lx + h * 0.05, ly), h * 0.016, h * 0.016), "#fff3c0", raw=True
        )
        cv.glow(lx, ly, h * 0.42, "#ffe7a0", 0.6)
        cv.glow(lx, y, h * 0.5, "#ffdd90", 0.45, 0.24)
    with cv.at(0, 0.4):
        person(cv, 600, 770, 290, dress.woman(cv.rng, top="brick", cover="mustard"), "walk", "q", 1)
        person(cv, 520, 776, 200, dress.child(cv.rng), "walk2", "q", 1, kid=True)
        person(cv, 400, 820, 320, dress.man(cv.rng, head="peci", top="ochre"), "point", "q", 1)
        person(
            cv,
            760,
            640,
            190,
            dress.man(cv.rng, head="peci", cut="sarong", bottom="forest", top="white"),
            "walk",
            "q",
            -1,
        )
    boats.motorbike(cv, 960, 700, 160, "river", -1)
