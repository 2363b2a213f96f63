"""Colours: one palette for all pictures, mixing, and the grading that gives a time of day."""

from __future__ import annotations

RGB = tuple[float, float, float]

PALETTE = {
    "paper": "#f4ecd8",
    "cream": "#efe2c3",
    "white": "#fbf7ec",
    "ink": "#1b2420",
    "coal": "#2c322d",
    "forest": "#0b5b45",
    "pine": "#17463a",
    "jungle": "#2b6a45",
    "leaf": "#4f8a3c",
    "moss": "#7c9440",
    "rice": "#a3ad45",
    "lime": "#b9c25a",
    "straw": "#d9b95b",
    "ochre": "#c8891f",
    "mustard": "#dca73a",
    "amber": "#e39a2f",
    "clay": "#b5653a",
    "brick": "#a03a25",
    "red": "#bf2f26",
    "rust": "#8a4524",
    "river": "#0e5672",
    "water": "#4f93a3",
    "teal": "#2f7f7c",
    "sky": "#a9cfd0",
    "mist": "#d6e3da",
    "indigo": "#27405f",
    "plum": "#66364d",
    "rose": "#c9766b",
    "blush": "#e2a88c",
    "lilac": "#8d7b9c",
    "sand": "#dcc394",
    "earth": "#8a6540",
    "mud": "#6d5138",
    "wood": "#8b5d36",
    "darkwood": "#553822",
    "plank": "#a9784a",
    "bamboo": "#c4a350",
    "thatch": "#9a7b48",
    "tin": "#9aa6a1",
    "steel": "#6e7f80",
    "concrete": "#b9b5a6",
    "stone": "#8d8f86",
    "road": "#8b857a",
    "char": "#3d3a35",
    "skin1": "#cf9a6e",
    "skin2": "#bb8257",
    "skin3": "#a46b44",
    "skin4": "#8a5535",
    "hair": "#231c1a",
    "grey": "#9a968c",
}


def parse(color: str) -> RGB:
    """Return red, green, blue (0–255) of a palette name or `#rrggbb`; KeyError for an unknown name."""
    text = color if color.startswith("#") else PALETTE[color]
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def text(rgb: RGB) -> str:
    """Return `#rrggbb` of a colour, clamped."""
    return "#" + "".join(f"{max(0, min(255, round(v))):02x}" for v in rgb)


def mix(first: str, second: str, share: float) -> str:
    """Return `first` with `share` (0–1) of `second` in it."""
    a, b = parse(first), parse(second)
    return text((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share))


def dark(color: str, share: float = 0.25) -> str:
    """Return the colour mixed towards a warm ink."""
    return mix(color, "#1d1a20", share)


def light(color: str, share: float = 0.25) -> str:
    """Return the colour mixed towards warm paper."""
    return mix(color, "#fff3d6", share)


def grade(color: str, lamp: RGB, tint: str, share: float, strength: float = 1.0) -> str:
    """Return the colour under a lamp (factor per channel) with `share` of an ambient tint mixed in."""
    r, g, b = parse(color)
    lit = (
        r * (1 + (lamp[0] - 1) * strength),
        g * (1 + (lamp[1] - 1) * strength),
        b * (1 + (lamp[2] - 1) * strength),
    )
    return mix(text(lit), tint, share * strength)
