"""The sheet a picture is drawn on: graded colours, shapes with a shadow side, clips, patterns, glow."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from demo.draw import ink as inks
from demo.draw import paths
from demo.draw.moods import MOODS, Mood
from demo.draw.paths import Point, num

WIDTH, HEIGHT = 1280, 854


class Canvas:
    """Collects SVG text; every colour passes through the mood, so one picture has one light."""

    def __init__(self, seed: str, mood: str) -> None:
        self.rng = random.Random(seed)
        self.mood: Mood = MOODS[mood]
        self.mood_name = mood
        self.parts: list[str] = []
        self.defs: list[str] = []
        self.depth = 0.0
        self.strength = 1.0
        self._ids = 0

    def new_id(self) -> str:
        """Return a fresh identifier for a definition."""
        self._ids += 1
        return f"i{self._ids}"

    def ink(self, color: str, raw: bool = False) -> str:
        """Return the graded, hazed colour; patterns and gradients pass through untouched."""
        if color.startswith(("url(", "none")):
            return color
        if raw:
            return inks.mix(color, "#000000", 0)
        m = self.mood
        graded = inks.grade(color, m.lamp, m.tint, m.share, self.strength)
        return inks.mix(graded, m.haze, self.depth) if self.depth else graded

    @contextmanager
    def at(self, depth: float = 0.0, strength: float | None = None) -> Iterator[None]:
        """Draw what follows `depth` (0–1) into the haze; a low `strength` draws it as if lit by a lamp."""
        old = self.depth, self.strength
        self.depth = depth
        self.strength = self.strength if strength is None else strength
        yield
        self.depth, self.strength = old

    @contextmanager
    def group(
        self, transform: str = "", opacity: float = 1.0, blend: str = "", clip: str = ""
    ) -> Iterator[None]:
        """Wrap what follows in a group; `clip` is path text."""
        attrs = f' transform="{transform}"' if transform else ""
        attrs += f' opacity="{opacity:g}"' if opacity < 1 else ""
        attrs += f' style="mix-blend-mode:{blend}"' if blend else ""
        if clip:
            name = self.new_id()
            self.defs.append(f'<clipPath id="{name}"><path d="{clip}"/></clipPath>')
            attrs += f' clip-path="url(#{name})"'
        self.parts.append(f"<g{attrs}>")
        yield
        self.parts.append("</g>")

    def path(
        self,
        d: str,
        fill: str = "none",
        stroke: str = "none",
        sw: float = 0,
        op: float = 1,
        raw: bool = False,
        dash: str = "",
    ) -> None:
        """Draw path text."""
        attrs = f' fill="{self.ink(fill, raw)}"'
        if stroke != "none":
            attrs += f' stroke="{self.ink(stroke, raw)}" stroke-width="{num(max(sw, 0.3))}"'
            attrs += ' stroke-linecap="round" stroke-linejoin="round"'
            attrs += f' stroke-dasharray="{dash}"' if dash else ""
        attrs += f' opacity="{op:.2f}"' if op < 1 else ""
        self.parts.append(f'<path d="{d}"{attrs}/>')

    def shape(
        self, d: str, fill: str, w: float = 6, op: float = 0.2, up: float = 0.35, base: str | None = None
    ) -> None:
        """Draw a shape with a crescent of shadow `w` px wide on the side away from the light."""
        if base is not None:
            self.path(d, base)
        self.path(d, fill)
        name = self.new_id()
        self.defs.append(f'<clipPath id="{name}"><path d="{d}"/></clipPath>')
        dx, dy = w * self.mood.side * -1, w * up
        tone = self.mood.shadow
        self.parts.append(
            f'<g clip-path="url(#{name})"><path transform="translate({num(-dx)} {num(-dy)})" fill-rule="evenodd" '
            f'd="M-9e3-9e3H9e3V9e3H-9e3Z{d}" fill="{tone}" opacity="{op:.2f}"/></g>'
        )

    def poly(
        self, points: Sequence[Point], fill: str, shade: float = 0, soft: bool = False, op: float = 1
    ) -> None:
        """Draw a polygon (or a smooth closed curve), shaded when `shade` px is given."""
        d = paths.smooth(points) if soft else paths.polygon(points)
        if shade:
            self.shape(d, fill, shade)
        else:
            self.path(d, fill, op=op)

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, r: float = 0, shade: float = 0, op: float = 1
    ) -> None:
        """Draw a rectangle."""
        d = paths.rect(x, y, w, h, r)
        if shade:
            self.shape(d, fill, shade)
        else:
            self.path(d, fill, op=op)

    def oval(
        self, cx: float, cy: float, rx: float, ry: float, fill: str, shade: float = 0, op: float = 1
    ) -> None:
        """Draw an ellipse."""
        d = paths.ellipse(cx, cy, rx, ry)
        if shade:
            self.shape(d, fill, shade)
        else:
            self.path(d, fill, op=op)

    def line(
        self,
        points: Sequence[Point],
        color: str,
        sw: float = 2,
        soft: bool = False,
        op: float = 1,
        dash: str = "",
    ) -> None:
        """Draw a line through points."""
        d = paths.smooth(points, closed=False) if soft else paths.polygon(points, closed=False)
        self.path(d, "none", color, sw, op, dash=dash)

    def shadow(
        self, x: float, y: float, rx: float, ry: float = 0, op: float = 0.26, cast: float = 0.32
    ) -> None:
        """Draw a contact shadow on the ground, thrown away from the light."""
        away = -self.mood.side * rx * cast
        self.path(paths.ellipse(x + away, y, rx, ry or rx * 0.2), self.mood.shadow, op=op, raw=True)

    def fade(
        self, x: float, y: float, w: float, h: float, color: str, top: float, bottom: float, raw: bool = False
    ) -> None:
        """Draw a vertical veil of one colour from opacity `top` to `bottom`."""
        name = self.new_id()
        c = self.ink(color, raw)
        self.defs.append(
            f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{c}" '
            f'stop-opacity="{top:g}"/><stop offset="1" stop-color="{c}" stop-opacity="{bottom:g}"/></linearGradient>'
        )
        self.path(paths.rect(x, y, w, h), f"url(#{name})")

    def glow(
        self,
        x: float,
        y: float,
        r: float,
        color: str = "#ffd27a",
        op: float = 0.6,
        squash: float = 1.0,
        blend: str = "screen",
    ) -> None:
        """Draw a pool of light."""
        name = self.new_id()
        self.defs.append(
            f'<radialGradient id="{name}"><stop offset="0" stop-color="{color}" stop-opacity="{op:g}"/>'
            f'<stop offset=".45" stop-color="{color}" stop-opacity="{op * 0.38:.3f}"/>'
            f'<stop offset="1" stop-color="{color}" stop-opacity="0"/></radialGradient>'
        )
        self.parts.append(
            f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(r)}" ry="{num(r * squash)}" fill="url(#{name})" '
            f'style="mix-blend-mode:{blend}"/>'
        )

    def pattern(self, w: float, h: float, body: str, angle: float = 0, scale: float = 1) -> str:
        """Define a repeating tile from SVG text and return the fill that uses it."""
        name = self.new_id()
        turn = f' patternTransform="rotate({num(angle)}) scale({scale:.3g})"'
        self.defs.append(
            f'<pattern id="{name}" width="{num(w)}" height="{num(h)}" patternUnits="userSpaceOnUse"{turn}>{body}</pattern>'
        )
        return f"url(#{name})"

    def marks(
        self,
        clip: str,
        box: tuple[float, float, float, float],
        count: int,
        color: str,
        length: float = 14,
        sw: float = 1.6,
        angle: float = 0,
        spread: float = 12,
        op: float = 0.5,
    ) -> None:
        """Cut `count` lino marks inside a shape; `box` is x, y, w, h."""
        x, y, w, h = box
        cuts = []
        for _ in range(count):
            a = math.radians(angle + self.rng.uniform(-spread, spread))
            n = length * self.rng.uniform(0.5, 1.3)
            px, py = x + self.rng.random() * w, y + self.rng.random() * h
            end = (px + n * math.cos(a), py + n * math.sin(a))
            cuts.append(paths.lens((px, py), end, sw / 2))
        if clip:
            with self.group(clip=clip):
                self.path("".join(cuts), color, op=op)
        else:
            self.path("".join(cuts), color, op=op)

    def svg(self) -> str:
        """Return the finished picture as SVG text, with paper grain and a quiet vignette."""
        grain = (
            '<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" '
            'baseFrequency=".7" numOctaves="1" seed="7"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .45 0 0 0 0 .4 '
            '0 0 0 1.6 -.55"/></filter><radialGradient id="edge" cx=".5" cy=".48" r=".78"><stop offset=".6" '
            'stop-color="#1b1712" stop-opacity="0"/><stop offset="1" stop-color="#1b1712" stop-opacity=".14"/>'
            "</radialGradient>"
        )
        size = f'width="{WIDTH}" height="{HEIGHT}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {WIDTH} {HEIGHT}"><defs>{grain}'
            + "".join(self.defs)
            + "</defs>"
            + "".join(self.parts)
            + f'<rect {size} fill="url(#edge)"/><rect {size} filter="url(#grain)" opacity=".07" '
            'style="mix-blend-mode:multiply"/></svg>'
        )
