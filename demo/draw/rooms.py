"""Interiors: walls, floors, windows with a view, shelves, boards, lamps."""

from __future__ import annotations

from demo.draw import houses, ink, paths, plants
from demo.draw.canvas import HEIGHT, WIDTH, Canvas


def room(
    cv: Canvas, floor_y: float, wall: str = "cream", floor: str = "clay", tiles: bool = True, dado: str = ""
) -> None:
    """Fill the picture with a back wall and a floor."""
    cv.rect(0, 0, WIDTH, floor_y + 4, wall)
    cv.fade(0, 0, WIDTH, floor_y, ink.dark(wall, 0.5), 0.17, 0.0)
    if dado:
        cv.rect(0, floor_y - 120, WIDTH, 124, dado)
        cv.rect(0, floor_y - 124, WIDTH, 6, ink.light(dado, 0.3))
    cv.rect(0, floor_y, WIDTH, HEIGHT - floor_y + 5, floor)
    if tiles:
        cuts = ""
        for i in range(-14, 30):
            x = WIDTH / 2 + (i - 7.5) * 90
            cuts += (
                f"M{WIDTH / 2 + (i - 7.5) * 52:.0f} {floor_y:.0f}L{x * 1.6 - WIDTH * 0.3:.0f} {HEIGHT + 10}"
            )
        y, gap = floor_y, 16.0
        while y < HEIGHT:
            y += gap
            gap *= 1.32
            cuts += f"M0 {y:.0f}H{WIDTH}"
        cv.path(cuts, "none", ink.dark(floor, 0.22), 1.6, 0.5)
    cv.fade(0, floor_y, WIDTH, HEIGHT - floor_y, ink.dark(floor, 0.6), 0.24, 0.0)
    cv.rect(0, floor_y - 7, WIDTH, 9, ink.dark(wall, 0.35))


def plank_wall(cv: Canvas, floor_y: float, color: str = "plank", width: float = 58) -> None:
    """Cover the back wall with upright boards."""
    cv.rect(0, 0, WIDTH, floor_y, ink.dark(color, 0.45))
    x = 0.0
    while x < WIDTH:
        tone = ink.mix(color, "darkwood" if cv.rng.random() < 0.5 else "cream", cv.rng.uniform(0, 0.14))
        cv.rect(x, 0, width - 2, floor_y, tone)
        cv.line([(x, 0), (x, floor_y)], ink.dark(color, 0.45), 2)
        x += width
    cv.marks("", (0, 0, WIDTH, floor_y), 130, ink.dark(color, 0.3), 60, 2, 90, 3, 0.35)


def view_window(
    cv: Canvas,
    x: float,
    y: float,
    w: float,
    h: float,
    frame: str = "wood",
    hill: str = "leaf",
    bars: bool = False,
) -> None:
    """Draw an open window with light, a hill and a palm outside."""
    cv.rect(x - 12, y - 12, w + 24, h + 24, frame, shade=6)
    d = paths.rect(x, y, w, h)
    cv.path(d, "#dfe9d4")
    with cv.group(clip=d):
        cv.path(
            paths.smooth(
                [
                    (x - 20, y + h * 0.62),
                    (x + w * 0.3, y + h * 0.42),
                    (x + w * 0.7, y + h * 0.6),
                    (x + w + 20, y + h * 0.4),
                ],
                closed=False,
            )
            + f"L{x + w + 20:.0f} {y + h + 20:.0f}L{x - 20:.0f} {y + h + 20:.0f}Z",
            ink.mix(hill, "mist", 0.45),
        )
        cv.path(
            paths.smooth(
                [(x - 20, y + h * 0.8), (x + w * 0.4, y + h * 0.68), (x + w + 20, y + h * 0.78)], closed=False
            )
            + f"L{x + w + 20:.0f} {y + h + 20:.0f}L{x - 20:.0f} {y + h + 20:.0f}Z",
            hill,
        )
        plants.coconut(cv, x + w * 0.72, y + h * 1.05, h * 0.85, w * 0.04)
    if bars:
        for i in range(1, 5):
            cv.rect(x + w * i / 5 - 3, y, 6, h, frame)
    cv.rect(x - 20, y + h + 8, w + 40, 12, ink.light(frame, 0.2), shade=3)
    cv.glow(x + w / 2, y + h / 2, w, "#fff1c9", 0.3)


def shelf(
    cv: Canvas, x: float, y: float, w: float, h: float, rows: int = 3, color: str = "wood", books: bool = True
) -> None:
    """Draw a shelf whose foot is at y, filled with books."""
    cv.rect(x, y - h, w, h, ink.dark(color, 0.45))
    gap = h / rows
    for i in range(rows):
        base = y - h + gap * (i + 1)
        if books:
            spines(cv, x + 12, base - 6, w - 24, gap * 0.78)
        cv.rect(x, base - 9, w, 10, color, shade=2)
    for k in (x - 6, x + w - 6):
        cv.rect(k, y - h - 6, 12, h + 6, color, shade=3)
    cv.rect(x - 6, y - h - 12, w + 12, 12, ink.light(color, 0.12))


SPINES = ("brick", "forest", "ochre", "river", "cream", "plum", "teal", "moss", "rose", "indigo", "straw")


def spines(cv: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Draw a row of book spines standing on y."""
    at = x
    while at < x + w - 12:
        bw, bh = cv.rng.uniform(9, 22), h * cv.rng.uniform(0.66, 1)
        if cv.rng.random() < 0.07:
            at += bw * 2
            continue
        tone = cv.rng.choice(SPINES)
        cv.rect(at, y - bh, bw - 1.5, bh, tone)
        cv.rect(at, y - bh * 0.82, bw - 1.5, 3, ink.light(tone, 0.5))
        at += bw


def lamp(cv: Canvas, x: float, y: float, size: float = 46) -> None:
    """Draw a hanging lamp with a pool of light."""
    cv.line([(x, 0), (x, y - size * 0.5)], "coal", 2.5)
    cv.poly(
        [
            (x - size * 0.2, y - size * 0.5),
            (x + size * 0.2, y - size * 0.5),
            (x + size, y + size * 0.2),
            (x - size, y + size * 0.2),
        ],
        "forest",
        6,
    )
    cv.oval(x, y + size * 0.2, size * 0.5, size * 0.14, "#ffeeb8")
    cv.glow(x, y + size * 0.4, size * 5, op=0.4)


def fan(cv: Canvas, x: float, y: float, size: float) -> None:
    """Draw a ceiling fan."""
    cv.line([(x, 0), (x, y)], "coal", 4)
    for a, b in ((-1, -0.1), (1, -0.1), (-0.25, 0.16), (0.3, 0.16)):
        cv.path(paths.capsule((x, y), (x + a * size, y + b * size), 4, 9), ink.dark("wood", 0.1))
    cv.oval(x, y, size * 0.1, size * 0.08, "coal")


def picture_row(cv: Canvas, x: float, y: float, w: float, count: int = 3) -> None:
    """Hang framed pictures and a pennant on the wall instead of words."""
    for i in range(count):
        px = x + w * i / count
        cv.rect(px, y, w / count * 0.7, w / count * 0.9, "darkwood", shade=3)
        cv.rect(px + 6, y + 6, w / count * 0.7 - 12, w / count * 0.9 - 12, ("mist", "straw", "sky")[i % 3])
        cv.oval(
            px + w / count * 0.35,
            y + w / count * 0.4,
            w / count * 0.14,
            w / count * 0.16,
            ("forest", "brick", "ochre")[i % 3],
        )


def board(cv: Canvas, x: float, y: float, w: float, h: float, color: str = "white") -> None:
    """Draw a whiteboard or screen with a chart made of shapes, no words."""
    cv.rect(x - 8, y - 8, w + 16, h + 16, "steel", r=4, shade=5)
    cv.rect(x, y, w, h, color)
    for i, k in enumerate((0.3, 0.45, 0.38, 0.6, 0.72)):
        cv.rect(
            x + w * (0.1 + 0.075 * i),
            y + h * (0.82 - k * 0.7),
            w * 0.05,
            h * k * 0.7,
            ("forest", "forest", "river", "river", "ochre")[i],
        )
    for i in range(5):
        cv.rect(
            x + w * 0.56,
            y + h * (0.2 + 0.13 * i),
            w * (0.34 - 0.04 * (i % 3)),
            h * 0.045,
            ("brick", "stone", "stone", "stone", "stone")[i],
        )
    cv.line([(x + w * 0.07, y + h * 0.83), (x + w * 0.5, y + h * 0.83)], "coal", 3)


def house_row(
    cv: Canvas, y: float, x0: float, x1: float, size: float, lit: bool = False, stilts: float = 0
) -> None:
    """Draw a row of different village houses."""
    walls = ("cream", "#c9d6c0", "#e3c9a4", "#b9cdd0", "#e6d3c0", "plank")
    tops = ("brick", "tin", "rust", "#7a5a4a", "tin", "forest")
    x, i = x0, cv.rng.randrange(6)
    while x < x1:
        w = size * cv.rng.uniform(0.85, 1.15)
        wall = walls[i % 6]
        houses.house(
            cv,
            x,
            y,
            w,
            wall,
            tops[(i * 5 + 1) % 6],
            stilts,
            wall == "plank" or bool(stilts and i % 2),
            lit and i % 4 != 1,
            porch=i % 2 == 0,
            gable=i % 3 == 2,
        )
        x += w * cv.rng.uniform(1.18, 1.35)
        i += 1
