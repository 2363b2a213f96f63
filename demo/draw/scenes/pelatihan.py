"""Pictures of the scene pelatihan, variants a, b and c."""

from __future__ import annotations

from demo.draw import crowd, dress, houses, ink, land, objects, plants, rooms, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("pelatihan-a", "indoor")
def pelatihan_a(cv: Canvas) -> None:
    """People at laptops in a training room."""
    rooms.room(cv, 420, "#dfe2cb", "#b08d66")
    rooms.view_window(cv, 60, 90, 240, 210, "forest")
    rooms.view_window(cv, 980, 90, 240, 210, "forest")
    rooms.board(cv, 440, 80, 400, 240)
    person(
        cv, 880, 470, 300, dress.woman(cv.rng, head="hijab", cover="brick", top="indigo"), "point", "q", -1
    )
    for y, h, n, x0, x1, th in ((560, 270, 4, 150, 1130, 96), (760, 380, 3, 150, 1130, 140)):
        for i in range(n):
            x = x0 + (x1 - x0) * (i + 0.5) / n
            person(cv, x, y, h, crowd.anyone(cv), "desk_front", "front", shadow=False)
            if h > 300 and i == 1:
                person(
                    cv,
                    x + 170,
                    y - 30,
                    h,
                    dress.man(cv.rng, head="cap", cover="forest", top="brick"),
                    "stoop",
                    "q",
                    -1,
                    shadow=False,
                )
        objects.table(cv, x0 - 30, y + 30, x1 - x0 + 60, th, "plank")
        for i in range(n):
            laptop_back(cv, x0 + (x1 - x0) * (i + 0.5) / n, y + 30 - th, h * 0.34)


def laptop_back(cv: Canvas, x: float, y: float, w: float) -> None:
    """Draw an open laptop seen from behind, standing on y."""
    cv.poly(
        [
            (x - w * 0.5, y - w * 0.58),
            (x + w * 0.5, y - w * 0.58),
            (x + w * 0.54, y - 2),
            (x - w * 0.54, y - 2),
        ],
        "steel",
        w * 0.06,
    )
    cv.oval(x, y - w * 0.3, w * 0.06, w * 0.06, "mist")
    cv.rect(x - w * 0.58, y - 4, w * 1.16, 6, "coal", r=2)


@scene("pelatihan-b", "indoor")
def pelatihan_b(cv: Canvas) -> None:
    """A trainer at a screen, seen from behind the participants."""
    rooms.room(cv, 430, "#c9b88e", "#8f6d48", tiles=False)
    rooms.board(cv, 340, 60, 560, 310)
    cv.glow(620, 220, 520, "#fff6dc", 0.35)
    person(
        cv,
        1000,
        500,
        380,
        dress.man(cv.rng, head="peci", top="forest", motif="batik", style="long", skin="skin2"),
        "point",
        "q",
        -1,
    )
    objects.table(cv, 1080, 520, 150, 110, "plank")
    laptop_back(cv, 1150, 412, 84)
    rooms.shelf(cv, 40, 400, 200, 260, 3)
    crowd.audience(cv, [(600, 260, 7, 100, 1180)], "forest")
    for x, h, w in ((170, 480, True), (470, 500, False), (790, 490, True), (1100, 500, False)):
        look = dress.woman(cv.rng) if w else dress.man(cv.rng)
        person(cv, x, 880, h, look, "chair_front", "back", shadow=False)
        cv.rect(x - 84, 700, 168, 190, "brick", r=26, shade=14)
        for k in (-40, 0, 40):
            cv.rect(x + k - 9, 728, 18, 140, ink.dark("brick", 0.35), r=6)


@scene("pelatihan-c", "morning")
def pelatihan_c(cv: Canvas) -> None:
    """A group photo before a banner."""
    sky.sky(cv, 330, None, 4)
    plants.tree_line(cv, 380, -20, 1320, 140, "jungle", 0.25)
    cv.rect(140, 120, 1000, 400, "#dfe3cf", shade=14)
    houses.roof(cv, [(80, 130), (180, 30), (1100, 30), (1200, 130)], "brick", 34)
    for x in (150, 1100):
        cv.rect(x, 130, 34, 400, "cream", shade=8)
    land.ground(cv, 510, "#c2a878", 120)
    objects.banner(cv, 260, 170, 760, 170, "forest")
    crowd.line_up(cv, 240, 1040, 610, 290, 9, ("front", "hands_front"), "front")
    crowd.line_up(cv, 190, 1090, 690, 315, 9, ("hands_front", "front", "front"), "front")
    crowd.seated_row(cv, 240, 1040, 800, 320, 6, "front", ("cross", "cross"))
    plants.fern(cv, 40, 860, 160)
    plants.fern(cv, 1250, 860, 160)
