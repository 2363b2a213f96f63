"""Pictures of the scene batik, variants a, b and c."""

from __future__ import annotations

from demo.draw import dress, houses, ink, land, objects, paths, plants, rooms, sky
from demo.draw.canvas import HEIGHT, WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.hands import arm
from demo.draw.stage import scene


def cloth_sheet(
    cv: Canvas, x: float, y: float, w: float, h: float, color: str, motif: str, unit: float = 9
) -> None:
    """Draw a hanging batik cloth with borders and folds."""
    d = f"M{x:.0f} {y:.0f}H{x + w:.0f}Q{x + w - 6:.0f} {y + h * 0.5:.0f} {x + w + 3:.0f} {y + h:.0f}Q{x + w * 0.75:.0f} {y + h - 9:.0f} {x + w * 0.5:.0f} {y + h:.0f}T{x - 3:.0f} {y + h:.0f}Q{x + 6:.0f} {y + h * 0.5:.0f} {x:.0f} {y:.0f}Z"
    cv.shape(d, dress.cloth(cv, color, motif, unit), w * 0.05)
    with cv.group(clip=d):
        for k in (0.0, 0.9):
            cv.rect(x - 5, y + h * k, w + 10, h * 0.1, ink.dark(color, 0.3))
            cv.rect(x - 5, y + h * (k + 0.045), w + 10, h * 0.012, ink.light(color, 0.55))
        for k in (0.2, 0.5, 0.78):
            cv.fade(x + w * k, y, w * 0.07, h, "#1d1a20", 0.22, 0.1)


@scene("batik-a", "indoor")
def batik_a(cv: Canvas) -> None:
    """Women draw batik with canting."""
    rooms.plank_wall(cv, 500, "plank", 70)
    cv.rect(0, 496, WIDTH, 370, "#a67c52")
    cv.fade(0, 496, WIDTH, 370, "#2b1d12", 0.35, 0.05)
    rooms.view_window(cv, 90, 90, 250, 220, "darkwood")
    for i, (c, m) in enumerate((("indigo", "parang"), ("rust", "batik"), ("forest", "flower"))):
        cloth_sheet(cv, 470 + i * 260, 60, 220, 330, c, m)
    cv.line([(430, 58), (1280, 58)], "darkwood", 9)
    for x, y, h, f, lk in (
        (230, 730, 400, 1, dress.woman(cv.rng, head="hijab", cover="mustard", top="teal", skin="skin2")),
        (1050, 740, 400, -1, dress.woman(cv.rng, head="bun", top="plum", motif="batik", skin="skin1")),
    ):
        cx = x + f * 240
        person(
            cv, x, y, h, lk, "sila", "side", f, hand_n=(cx - f * 74, y - 190), hand_f=(cx - f * 40, y - 150)
        )
        cv.rect(cx - 110, y - 228, 220, 9, "bamboo", shade=2)
        for k in (-104, 98):
            cv.rect(cx + k, y - 228, 9, 236, "bamboo", shade=2)
        cloth_sheet(cv, cx - 96, y - 226, 192, 200, "cream", "", 9)
        cv.path(
            "".join(
                paths.ellipse(cx - 60 + (i % 4) * 40, y - 170 + (i // 4) * 44, 13, 13)
                + paths.lens(
                    (cx - 60 + (i % 4) * 40 - 9, y - 170 + (i // 4) * 44),
                    (cx - 60 + (i % 4) * 40 + 9, y - 170 + (i // 4) * 44),
                    3,
                )
                for i in range(12 if f > 0 else 8)
            ),
            "none",
            "rust",
            3,
        )
        cv.line([(cx - f * 74, y - 190), (cx - f * 50, y - 204)], "darkwood", 5)
        cv.oval(cx - f * 47, y - 203, 7, 6, "amber", 2)
    person(
        cv,
        640,
        700,
        380,
        dress.woman(cv.rng, head="hijab", cover="forest", top="brick", motif="flower"),
        "cross",
        "front",
        hand_n=(600, 640),
    )
    cv.poly([(560, 730), (720, 730), (704, 790), (576, 790)], "clay", 14)
    cv.oval(640, 730, 80, 16, "#5c2f1a")
    cv.oval(640, 728, 62, 10, "amber")
    cv.path("M620 716q-16 -30 4 -56q18 -26 2 -50M660 716q16 -30 -2 -56", "none", "white", 4, 0.35)


@scene("batik-b", "noon")
def batik_b(cv: Canvas) -> None:
    """Batik cloths dry on lines."""
    sky.sky(cv, 360, None, 5)
    land.hills(cv, 368, "jungle", 110)
    plants.tree_line(cv, 420, -20, 1320, 100, "jungle", 0.4)
    houses.house(cv, 60, 500, 300, "plank", "tin", 44, True)
    land.ground(cv, 440, "leaf", 140)
    for y, h, yy, n, sc in ((290, 150, 500, 6, 5), (270, 300, 700, 5, 9)):
        for x in (40 if n == 6 else 20, 660, 1250):
            cv.rect(x - 6, y - 26, 13, yy - y + 26, "bamboo", shade=4)
        cv.line([(30, y), (640, y + 12), (1260, y)], "coal", 3, soft=True)
        for i in range(n):
            w = 1180 / n * 0.84
            c, m = (
                ("indigo", "parang"),
                ("brick", "batik"),
                ("ochre", "flower"),
                ("forest", "batik"),
                ("plum", "dots"),
                ("rust", "parang"),
            )[(i * 2 + n) % 6]
            if n == 6 and i in (0, 1):
                continue
            cloth_sheet(
                cv, 60 + i * 1180 / n, y + 4 + 8 * (1 - abs(i - n / 2) / n), w, h + (i % 2) * 20, c, m, sc
            )
    person(
        cv,
        560,
        800,
        380,
        dress.woman(cv.rng, head="hijab", cover="mustard", top="teal", skin="skin1"),
        "lift",
        "q",
        1,
        hand_n=(640, 400),
        hand_f=(690, 394),
    )
    j = person(
        cv, 1010, 800, 370, dress.woman(cv.rng, head="hijab", cover="brick", top="#6f8f63"), "carry", "q", -1
    )
    objects.basket(cv, j.hand_n[0], j.hand_n[1] + 44, 130, fill="indigo")
    plants.fern(cv, 40, 860, 170)


@scene("batik-c", "afternoon")
def batik_c(cv: Canvas) -> None:
    """Hands dye cloth in a vat, close."""
    cv.rect(0, 0, WIDTH, HEIGHT, "#a9835a")
    for i in range(9):
        cv.rect(
            0,
            i * 100,
            WIDTH,
            96,
            ink.mix("#a9835a", "darkwood" if i % 2 else "cream", cv.rng.uniform(0.02, 0.12)),
        )
        cv.rect(0, i * 100 + 94, WIDTH, 7, ink.dark("#a9835a", 0.45))
    cv.marks("", (0, 0, WIDTH, HEIGHT), 120, ink.dark("#a9835a", 0.3), 90, 3, 0, 3, 0.4)
    cv.path(paths.ellipse(700, 560, 520, 290), "#1d1a20", op=0.3)
    cv.shape(paths.ellipse(640, 520, 510, 290), "clay", 50)
    cv.oval(640, 500, 470, 258, ink.dark("clay", 0.4))
    vat = paths.ellipse(640, 512, 452, 240)
    cv.path(vat, "#1e3556")
    with cv.group(clip=vat):
        for k in (1.0, 0.78, 0.56, 0.34):
            cv.path(paths.ellipse(620, 520, 430 * k, 210 * k), "none", "#3f628c", 7, 0.6)
        cv.marks("", (200, 290, 880, 440), 50, "#7fa0bd", 70, 5, 0, 8, 0.55)
        d = paths.smooth(
            [
                (420, 400),
                (520, 330),
                (700, 340),
                (860, 400),
                (900, 500),
                (820, 600),
                (640, 630),
                (470, 590),
                (390, 500),
            ]
        )
        cv.shape(d, dress.cloth(cv, "#315a8a", "batik", 16), 34)
        with cv.group(clip=d):
            for pts in (
                [(430, 430), (560, 470), (640, 600)],
                [(560, 340), (640, 440), (800, 470)],
                [(700, 350), (720, 480), (880, 520)],
                [(460, 560), (580, 540), (700, 620)],
            ):
                cv.line(pts, "#16263f", 16, soft=True, op=0.45)
                cv.line([(x + 12, y - 6) for x, y in pts], "#8fb0cf", 5, soft=True, op=0.6)
    arm(cv, (-60, 700), (500, 470), 96, "skin2", "brick", "flower", 1)
    arm(cv, (1340, 760), (800, 480), 96, "skin1", "teal", "", -1)
    arm(cv, (980, -60), (720, 370), 84, "skin3", "mustard", "", -1)
    for x, c in ((110, "indigo"), (1180, "rust")):
        cloth_fold = paths.rect(x - 130, 20 if x > 600 else 30, 250, 130, 16)
        cv.shape(cloth_fold, dress.cloth(cv, c, "parang", 11), 22)
        for k in (0.33, 0.66):
            cv.line([(x - 130, 30 + 130 * k), (x + 120, 30 + 130 * k)], ink.dark(c, 0.4), 6)
