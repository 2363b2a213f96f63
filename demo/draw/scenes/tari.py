"""Pictures of the scene tari, variants a, b and c."""

from __future__ import annotations

import math

from demo.draw import dress, ink, land, objects, paths, rooms
from demo.draw.canvas import HEIGHT, WIDTH, Canvas
from demo.draw.figures import person
from demo.draw.stage import scene


@scene("tari-a", "lamp")
def tari_a(cv: Canvas) -> None:
    """Dancers with shawls on a stage."""
    cv.rect(0, 0, WIDTH, HEIGHT, "#5a2d22")
    cv.shape(paths.rect(60, 60, 1160, 520), dress.cloth(cv, "plum", "batik", 14), 10)
    cv.fade(60, 60, 1160, 520, "#2b1420", 0.2, 0.55)
    for x, f in ((0, 1), (1280, -1)):
        cv.shape(f"M{x} 0H{x + f * 250}Q{x + f * 200} 300 {x + f * 110} 620H{x}Z", "brick", 26)
        for k in (60, 120, 180):
            cv.line([(x + f * k, 0), (x + f * k * 0.6, 610)], ink.dark("brick", 0.35), 8, op=0.5)
    cv.path(
        "M0 0H1280V60"
        + "".join(f"Q{1280 - 80 - i * 160} 130 {1280 - 160 - i * 160} 60" for i in range(8))
        + "Z",
        "brick",
    )
    cv.path(
        "M1280 60" + "".join(f"Q{1280 - 80 - i * 160} 130 {1280 - 160 - i * 160} 60" for i in range(8)),
        "none",
        "mustard",
        9,
    )
    land.boards(cv, [(60, 570), (1220, 570), (1400, 800), (-120, 800)], 8, "plank")
    cv.rect(0, 796, WIDTH, 70, "darkwood")
    for x in (170, 640, 1110):
        cv.glow(x, 800, 190, op=0.3)
    cv.glow(640, 420, 560, "#ffd58a", 0.3)
    for i, (x, y, h, po) in enumerate(
        ((330, 700, 380, "dance_a"), (640, 760, 450, "dance_b"), (950, 700, 380, "dance_a"))
    ):
        lk = dress.Look(
            skin=("skin1", "skin2", "skin1")[i],
            top=("mustard", "brick", "mustard")[i],
            style="shirt",
            bottom=("forest", "indigo", "forest")[i],
            cut="sarong",
            head="crown",
            under="long",
            cover="mustard",
            feet="bare",
            motif="flower",
            sash=("red", "mustard", "red")[i],
        )
        j = person(cv, x, y, h, lk, po, "front")
        for hand, s in ((j.hand_n, -1), (j.hand_f, 1)):
            c = ("red", "mustard", "red")[i]
            cv.shape(
                paths.smooth(
                    [
                        hand,
                        (hand[0] + s * h * 0.09, hand[1] + h * 0.1),
                        (hand[0] + s * h * 0.02, hand[1] + h * 0.24),
                        (hand[0] + s * h * 0.1, hand[1] + h * 0.4),
                        (hand[0] + s * h * 0.0, hand[1] + h * 0.38),
                        (hand[0] - s * h * 0.05, hand[1] + h * 0.2),
                        (hand[0] + s * h * 0.0, hand[1] + h * 0.08),
                    ]
                ),
                c,
                7,
            )
    for x in (90, 250, 420, 600, 780, 960, 1130, 1230):
        cv.oval(x, 862, 44, 54, "#1c1210")


def gong(cv: Canvas, x: float, y: float, r: float) -> None:
    """Draw a hanging bronze gong."""
    for side in (-1, 1):
        cv.line([(x + side * r * 0.4, y - r * 0.9), (x + side * r * 0.16, 262)], "cream", 4)
    cv.shape(paths.ellipse(x, y, r, r), "#9a6a2c", r * 0.24)
    cv.oval(x, y, r * 0.8, r * 0.8, "#b98235")
    cv.path(paths.ellipse(x, y, r * 0.62, r * 0.62), "none", "#7c5220", 3)
    cv.oval(x, y, r * 0.26, r * 0.26, "#d9a548", r * 0.1)


def drum(cv: Canvas, x: float, y: float, w: float, h: float, color: str = "rust") -> None:
    """Draw an upright drum standing on y."""
    cv.shape(
        paths.smooth(
            [
                (x - w * 0.5, y - h),
                (x + w * 0.5, y - h),
                (x + w * 0.46, y - h * 0.4),
                (x + w * 0.3, y),
                (x - w * 0.3, y),
                (x - w * 0.46, y - h * 0.4),
            ],
            tension=0.5,
        ),
        color,
        w * 0.14,
    )
    cv.path(
        "".join(
            f"M{x - w * 0.48 + w * 0.16 * i:.0f} {y - h:.0f}l{w * 0.08:.0f} {h * 0.4:.0f}l{w * 0.08:.0f} {-h * 0.4:.0f}"
            for i in range(6)
        ),
        "none",
        "cream",
        3,
    )
    cv.oval(x, y - h, w * 0.5, w * 0.14, "cream", 4)


@scene("tari-b", "afternoon")
def tari_b(cv: Canvas) -> None:
    """Gong and drum players."""
    rooms.plank_wall(cv, 480, "#a4703f", 70)
    rooms.view_window(cv, 80, 80, 220, 200, "darkwood")
    cv.shape(paths.rect(760, 40, 420, 200), dress.cloth(cv, "brick", "parang", 12), 12)
    cv.rect(0, 476, WIDTH, 390, "#8d6238")
    objects.mat(cv, [(120, 520), (1160, 520), (1290, 840), (-10, 840)], "straw", "forest")
    for x in (360, 920):
        cv.rect(x, 250, 20, 320, "darkwood", shade=6)
    cv.rect(330, 240, 650, 26, "wood", shade=6)
    for x, s in ((330, -1), (980, 1)):
        cv.path(paths.lens((x, 254), (x + s * 60, 210), 14), "mustard")
    gong(cv, 500, 410, 76)
    gong(cv, 690, 420, 90)
    gong(cv, 850, 390, 56)
    j = person(
        cv,
        1070,
        640,
        420,
        dress.man(
            cv.rng,
            head="band",
            cover="red",
            top="forest",
            style="vest",
            motif="",
            skin="skin2",
            cut="sarong",
            bottom="indigo",
        ),
        "sila",
        "side",
        -1,
        hand_n=(910, 430),
    )
    cv.line([j.hand_n, (858, 402)], "wood", 8)
    cv.oval(852, 400, 18, 16, "brick", 5)
    drum(cv, 460, 780, 130, 190)
    person(
        cv,
        290,
        775,
        430,
        dress.man(
            cv.rng,
            head="band",
            cover="mustard",
            top="brick",
            style="long",
            skin="skin3",
            cut="sarong",
            bottom="forest",
        ),
        "sila",
        "side",
        1,
        hand_n=(448, 590),
        hand_f=(470, 582),
    )
    drum(cv, 740, 826, 140, 190, "forest")
    person(
        cv,
        912,
        822,
        430,
        dress.man(
            cv.rng,
            head="band",
            cover="red",
            top="indigo",
            style="long",
            skin="skin2",
            cut="sarong",
            bottom="plum",
        ),
        "sila",
        "side",
        -1,
        hand_n=(752, 636),
        hand_f=(728, 626),
    )
    cv.rect(535, 690, 150, 40, "wood", r=6, shade=8)
    for i in range(5):
        cv.oval(554 + i * 28, 688, 13, 10, "#b98235", 4)
        cv.oval(554 + i * 28, 683, 5, 4, "#d9a548")


@scene("tari-c", "indoor")
def tari_c(cv: Canvas) -> None:
    """A carved mask and cloth still life."""
    rooms.plank_wall(cv, HEIGHT, "#6b5138", 100)
    cv.fade(0, 0, WIDTH, HEIGHT, "#1b1410", 0.45, 0.2)
    cv.rect(0, 650, WIDTH, 220, "#8d6238")
    cv.rect(0, 646, WIDTH, 10, "cream", op=0.4)
    drape(cv, 130, 90, 300, 610, "indigo", "batik")
    drape(cv, 850, 90, 300, 610, "rust", "parang")
    cv.rect(70, 66, 1140, 26, "wood", r=10, shade=8)
    cv.path(paths.ellipse(670, 400, 230, 300), "#14100c", op=0.35)
    face = [
        (640, 118),
        (760, 150),
        (812, 270),
        (800, 400),
        (756, 520),
        (700, 620),
        (640, 664),
        (580, 620),
        (524, 520),
        (480, 400),
        (468, 270),
        (520, 150),
    ]
    plume = [math.radians(-165 + 15 * i) for i in range(11)]
    for i, a in enumerate(plume):
        root = (640 + 130 * math.cos(a), 235 + 110 * math.sin(a))
        tip = (640 + 320 * math.cos(a), 235 + 226 * math.sin(a))
        cv.shape(paths.lens(root, tip, 20), ("cream", "coal", "brick")[i % 3], 8)
        cv.line([root, paths.lerp(root, tip, 0.9)], ink.dark("cream", 0.5), 2, op=0.6)
    cv.shape(paths.smooth(face), "#a8602c", 40)
    inner = [(x + (640 - x) * 0.12, y + (400 - y) * 0.1) for x, y in face]
    cv.path(paths.smooth(inner), "none", "#7c4119", 5, 0.8)
    band = paths.smooth(
        [
            (492, 226),
            (560, 176),
            (640, 164),
            (720, 176),
            (788, 226),
            (780, 262),
            (716, 222),
            (640, 210),
            (564, 222),
            (500, 262),
        ],
        tension=0.8,
    )
    cv.shape(band, "mustard", 10)
    for k in range(-3, 4):
        cv.oval(640 + k * 36, 190 + abs(k) ** 1.6 * 5, 9, 9, "brick", 3)
    for k in (-1, 1):
        x = 640 + k * 82
        cv.shape(
            paths.smooth(
                [(640 + k * 22, 318), (x - k * 10, 282), (x + k * 66, 296), (x + k * 52, 306), (x, 304)]
            ),
            "#4d2913",
            5,
        )
        cv.path(paths.smooth([(x - 54, 356), (x, 324), (x + 54, 352), (x, 386)]), "cream")
        cv.path(paths.smooth([(x - 46, 358), (x, 346), (x + 46, 355), (x, 372)]), "#2a1710")
        cv.shape(paths.smooth([(x - 58, 354), (x, 318), (x + 58, 350), (x, 352)]), "#c07a3c", 6)
        for n in range(3):
            cv.path(
                f"M{640 + k * (88 + n * 17):.0f} {442 + n * 4}q{k * 34} 22 {k * 10} {62 - n * 8}",
                "none",
                ("cream", "mustard", "cream")[n],
                7,
                0.9,
            )
        cv.shape(
            paths.smooth(
                [
                    (640 + k * 168, 300),
                    (640 + k * 216, 280),
                    (640 + k * 226, 350),
                    (640 + k * 184, 410),
                    (640 + k * 158, 400),
                ]
            ),
            "#8a4a22",
            8,
        )
        cv.path(paths.ellipse(640 + k * 196, 440, 20, 26), "none", "mustard", 8)
        cv.path(f"M{640 + k * 150} 286q{k * -14} 60 {k * -8} 150", "none", "#7c4119", 4, 0.7)
    cv.shape(
        paths.smooth([(622, 320), (640, 306), (658, 320), (678, 438), (640, 470), (602, 438)], tension=0.7),
        "#b8703a",
        16,
    )
    cv.shape(
        paths.smooth(
            [(566, 534), (606, 508), (640, 518), (674, 508), (714, 534), (676, 558), (640, 564), (604, 558)]
        ),
        "brick",
        8,
    )
    cv.line([(580, 534), (640, 540), (700, 534)], "#4d1d12", 5, soft=True)
    cv.path("M640 480v22M620 584q20 14 40 0", "none", "#7c4119", 5, 0.7)
    cv.path("".join(paths.ellipse(640 + k * 22, 610 + abs(k) * -7, 6, 6) for k in (-2, -1, 0, 1, 2)), "cream")
    for i, (c, m) in enumerate((("brick", "flower"), ("forest", "batik"), ("plum", "dots"))):
        y = 800 - i * 46
        cv.path(paths.ellipse(650, y + 44, 300 - i * 22, 14), "#14100c", op=0.3)
        cv.shape(paths.rect(380 + i * 20, y, 520 - i * 40, 46, 20), dress.cloth(cv, c, m, 9), 12)
        cv.line([(396 + i * 20, y + 24), (884 - i * 20, y + 24)], ink.dark(c, 0.4), 4, op=0.7)
    for i in range(13):
        t = i / 12
        cv.oval(
            930 + 230 * t,
            770 + 50 * math.sin(math.pi * t * 1.4),
            13,
            13,
            ("brick", "mustard", "cream")[i % 3],
            5,
        )


def drape(cv: Canvas, x: float, y: float, w: float, h: float, color: str, motif: str) -> None:
    """Draw a cloth hanging from a rail with soft folds."""
    low = [(x + w - w * i / 8, y + h + (18 if i % 2 else -10)) for i in range(9)]
    d = f"M{x:.0f} {y:.0f}H{x + w:.0f}L" + paths.smooth(low, closed=False)[1:] + "Z"
    cv.shape(d, dress.cloth(cv, color, motif, 13), 20)
    with cv.group(clip=d):
        for i in range(8):
            cv.fade(x + w * i / 8, y, w * 0.055, h + 30, "#14161c", 0.36, 0.16, raw=True)
            cv.fade(x + w * (i + 0.6) / 8, y, w * 0.02, h + 30, "cream", 0.2, 0.06)
        cv.rect(x, y + h - 60, w, 12, "mustard", op=0.8)
