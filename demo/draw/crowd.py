"""Groups of people placed together: rows, audiences, circles, queues."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from demo.draw import dress, objects
from demo.draw.canvas import Canvas
from demo.draw.dress import Look
from demo.draw.figures import Joints, person

Maker = Callable[..., Look]


def anyone(cv: Canvas, **changes: object) -> Look:
    """Return a man or a woman."""
    maker = dress.woman if cv.rng.random() < 0.5 else dress.man
    return maker(cv.rng, **changes)


def line_up(
    cv: Canvas,
    x0: float,
    x1: float,
    y: float,
    h: float,
    count: int,
    poses: Sequence[str] = ("stand",),
    view: str = "q",
    face: int = 1,
    maker: Maker | None = None,
    jitter: float = 6,
    kid: bool = False,
    **changes: object,
) -> list[Joints]:
    """Draw `count` people side by side from x0 to x1, the ones farther back first."""
    spots = []
    for i in range(count):
        x = x0 + (x1 - x0) * (i / max(1, count - 1))
        spots.append((x + cv.rng.uniform(-jitter, jitter), y + cv.rng.uniform(-jitter, jitter), i))
    out = []
    for x, yy, i in sorted(spots, key=lambda s: s[1]):
        look = maker(cv.rng, **changes) if maker else anyone(cv, **changes)
        out.append(
            person(
                cv, x, yy, h * cv.rng.uniform(0.95, 1.04), look, poses[i % len(poses)], view, face, kid=kid
            )
        )
    return out


def audience(
    cv: Canvas, rows: Sequence[tuple[float, float, int, float, float]], color: str = "brick"
) -> None:
    """Draw people on chairs seen from behind; rows are (y of feet, height, count, x0, x1), far to near."""
    for y, h, count, x0, x1 in rows:
        for i in range(count):
            x = x0 + (x1 - x0) * (i + 0.5) / count + cv.rng.uniform(-4, 4)
            if cv.rng.random() < 0.06 and count > 4:
                objects.chair(cv, x, y, h * 0.62, color, back_view=True)
                continue
            person(cv, x, y, h * cv.rng.uniform(0.97, 1.04), anyone(cv), "chair_front", "back", shadow=False)
            objects.chair(cv, x, y, h * 0.64, color, back_view=True)


def seated_row(
    cv: Canvas,
    x0: float,
    x1: float,
    y: float,
    h: float,
    count: int,
    view: str = "front",
    poses: Sequence[str] = ("cross",),
    maker: Maker | None = None,
    **changes: object,
) -> None:
    """Draw people sitting cross-legged side by side."""
    for i in range(count):
        x = x0 + (x1 - x0) * i / max(1, count - 1)
        look = maker(cv.rng, **changes) if maker else anyone(cv, **changes)
        person(
            cv,
            x,
            y + cv.rng.uniform(-3, 3),
            h * cv.rng.uniform(0.96, 1.04),
            look,
            poses[i % len(poses)],
            view,
        )


def worker(cv: Canvas, **changes: object) -> Look:
    """Return a man in working clothes with a hat."""
    hat = cv.rng.choice(("cap", "caping", "bucket", "cap"))
    cover = "straw" if hat == "caping" else cv.rng.choice(("brick", "forest", "indigo", "ochre"))
    return dress.man(cv.rng, **{"feet": "boots", "head": hat, "cover": cover, **changes})
