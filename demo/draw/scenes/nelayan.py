"""Pictures of the scene nelayan, variants a, b and c."""

from __future__ import annotations

from demo.draw import boats, dress, land, objects, paths, plants, sky
from demo.draw.canvas import Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("nelayan-a", "dawn")
def nelayan_a(cv: Canvas) -> None:
    """Fishing boats at dawn at a wooden jetty."""
    sky.sky(cv, 380, (420, 330, 56), 5)
    sky.birds(cv, 760, 200, 6, 14)
    land.ridge(cv, 386, 80, "jungle", 0.6, 300)
    land.sea(cv, 384, 870, "#6f9596", 150)
    land.sun_path(cv, 420, 388, 800)
    boats.fishing_boat(cv, 180, 440, 170, "brick", "cream", 1)
    boats.fishing_boat(cv, 600, 470, 210, "forest", "mustard", -1)
    land.pier(cv, [(905, 420), (950, 420), (1290, 870), (760, 870)], 6, 60)
    boats.fishing_boat(cv, 610, 640, 380, "river", "mustard", 1)
    j = person(
        cv,
        560,
        600,
        165,
        dress.man(cv.rng, head="caping", cover="straw", top="ochre"),
        "stoop",
        "side",
        1,
        shadow=False,
    )
    boats.hull(cv, 610, 640, 380, "river", "mustard", 1)
    del j
    boats.fishing_boat(cv, 240, 770, 460, "teal", "brick", 1)
    person(cv, 955, 620, 190, dress.man(cv.rng, head="cap", cover="forest", top="brick"), "carry", "side", -1)
    objects.basket(cv, 915, 545, 56, fill="tin")
    person(cv, 1060, 770, 300, dress.woman(cv.rng, top="plum", cover="mustard"), "hips", "back")
    person(cv, 930, 470, 84, dress.man(cv.rng), "walk", "back")
    for x, y, w in ((1170, 790, 90), (1100, 838, 100)):
        objects.basket(cv, x, y, w, fill="tin")


@scene("nelayan-b", "morning")
def nelayan_b(cv: Canvas) -> None:
    """Fishers mend nets on the beach."""
    sky.sky(cv, 300, None, 5)
    land.ridge(cv, 306, 90, "jungle", 0.6)
    land.sea(cv, 302, 450, "#5f9aa2", 80)
    boats.fishing_boat(cv, 900, 380, 170, "brick", "cream", -1)
    boats.fishing_boat(cv, 420, 350, 110, "forest", "cream", 1)
    land.ground(cv, 432, "sand", 150)
    cv.path("M-20 438Q300 424 640 440T1300 430", "none", "white", 7, 0.7)
    boats.fishing_boat(cv, 220, 560, 420, "river", "mustard", 1, reflect=False)
    plants.coconut(cv, 1190, 600, 430, -50)
    plants.coconut(cv, 1260, 640, 480, -20)
    net = paths.smooth([(330, 700), (520, 640), (760, 650), (960, 690), (1010, 760), (760, 800), (470, 800)])
    cv.path(net, "teal", op=0.38)
    with cv.group(clip=net):
        cuts = "".join(
            f"M{300 + i * 26} 620L{220 + i * 26 + 90} 820M{300 + i * 26} 820L{220 + i * 26 + 100} 620"
            for i in range(32)
        )
        cv.path(cuts, "none", "forest", 1.5, 0.65)
    cv.path(net, "none", "forest", 4)
    for t in range(12):
        cv.oval(340 + t * 55, 700 - 56 * (1 - abs(t - 5.5) / 6) ** 0.6, 11, 8, "amber", 3)
    for x, y, h, f, top, hd in (
        (420, 730, 300, 1, "brick", "caping"),
        (640, 720, 300, 1, "ochre", "cap"),
        (900, 735, 310, -1, "river", "peci"),
    ):
        j = person(
            cv,
            x,
            y,
            h,
            dress.man(
                cv.rng, top=top, head=hd, cover={"caping": "straw", "cap": "forest"}.get(hd, "#221f22")
            ),
            "floor",
            "side",
            f,
        )
        cv.line([j.hand_n, (j.hand_n[0] + f * 50, j.hand_n[1] + 50)], "forest", 2)
        cv.line([j.hand_f, (j.hand_f[0] + f * 20, j.hand_f[1] + 60)], "forest", 2)
    person(cv, 1090, 800, 330, dress.woman(cv.rng, top="plum", cover="#e8d9b8"), "hold", "q", -1)
    objects.basket(cv, 1030, 668, 100, fill="tin")


@scene("nelayan-c", "noon")
def nelayan_c(cv: Canvas) -> None:
    """Boats on a calm sea."""
    sky.sky(cv, 360, None, 7)
    land.ridge(cv, 366, 110, "jungle", 0.62)
    land.ridge(cv, 368, 60, "jungle", 0.4, 200, 9, x0=-40, x1=460)
    land.sea(cv, 364, 870, "#4f98a4", 190)
    for x, y, w, c, s, f in (
        (300, 400, 90, "brick", "cream", 1),
        (560, 392, 70, "forest", "cream", -1),
        (1120, 410, 110, "ochre", "brick", -1),
        (960, 500, 210, "teal", "cream", 1),
        (260, 560, 280, "forest", "mustard", 1),
    ):
        boats.fishing_boat(cv, x, y, w, c, s, f)
    person(
        cv,
        330,
        545,
        110,
        dress.man(cv.rng, head="caping", cover="straw", top="brick"),
        "stand",
        "side",
        1,
        shadow=False,
    )
    boats.hull(cv, 260, 560, 280, "forest", "mustard", 1)
    person(
        cv,
        850,
        690,
        220,
        dress.man(cv.rng, head="caping", cover="straw", top="ochre", style="long"),
        "pull",
        "side",
        -1,
        shadow=False,
        hand_n=(770, 590),
        hand_f=(765, 600),
    )
    person(
        cv,
        660,
        690,
        215,
        dress.man(cv.rng, head="cap", cover="indigo", top="white"),
        "sit_lean",
        "side",
        1,
        shadow=False,
    )
    boats.fishing_boat(cv, 740, 730, 560, "brick", "cream", 1, cabin=False, mast=False)
    cv.path("M770 590Q620 640 380 790", "none", "cream", 2.5)
    for k in range(6):
        cv.oval(520 - 26 * k, 690 + 17 * k, 8, 6, "mustard", 2)
    sky.birds(cv, 900, 230, 7, 18, "coal")
