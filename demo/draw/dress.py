"""What people wear: looks, patterned cloth, and sensible random villagers."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from demo.draw import ink
from demo.draw.canvas import Canvas


@dataclass(frozen=True)
class Look:
    """Clothes and head of one person. Styles: tee, shirt (short sleeves), long, tunic, bare, vest."""

    skin: str = "skin2"
    top: str = "river"
    style: str = "shirt"
    bottom: str = "coal"
    cut: str = "trousers"
    head: str = "hair"
    cover: str = "hair"
    under: str = ""
    feet: str = "sandals"
    motif: str = ""
    apron: str = ""
    sash: str = ""
    build: float = 1.0
    old: bool = False


MEN_TOPS = (
    "river",
    "#b7c3b4",
    "brick",
    "ochre",
    "#5f7f5a",
    "#d8cba6",
    "indigo",
    "#7d8f94",
    "forest",
    "#c7a57a",
    "plum",
)
WOMEN_TOPS = (
    "teal",
    "plum",
    "brick",
    "ochre",
    "#6f8f63",
    "rose",
    "indigo",
    "#b8842f",
    "lilac",
    "#4d7f8a",
    "#c98a6f",
)
VEILS = (
    "forest",
    "#e8d9b8",
    "plum",
    "ochre",
    "river",
    "rose",
    "#6c6a72",
    "#c9b08a",
    "brick",
    "teal",
    "lilac",
    "#d9c3b0",
)
TROUSERS = ("coal", "#3c4a55", "#5a4a3a", "#6b6a55", "indigo", "#4a5a4a")
SKIRTS = ("indigo", "#5c3a33", "#3d5148", "#6b4a2f", "plum", "#39454f", "#8a5a3a")
SKINS = ("skin1", "skin2", "skin2", "skin3", "skin3", "skin4")


def man(rng: random.Random, **changes: object) -> Look:
    """Return a random village man; keyword arguments replace fields."""
    head = rng.choice(("hair", "hair", "cap", "peci", "hair", "cap"))
    look = Look(
        skin=rng.choice(SKINS),
        top=rng.choice(MEN_TOPS),
        style=rng.choice(("shirt", "tee", "long", "shirt")),
        bottom=rng.choice(TROUSERS),
        head=head,
        old=rng.random() < 0.15,
        cover={"cap": rng.choice(("brick", "forest", "indigo", "ochre", "coal")), "peci": "#221f22"}.get(
            head, "hair"
        ),
        motif=rng.choice(("", "", "", "check", "stripe")),
        build=rng.uniform(0.94, 1.08),
    )
    return replace(look, **changes)  # type: ignore[arg-type]


def woman(rng: random.Random, **changes: object) -> Look:
    """Return a random village woman; most wear a hijab, some a bun."""
    head = "hijab" if rng.random() < 0.82 else "bun"
    look = Look(
        skin=rng.choice(SKINS[:-1]),
        top=rng.choice(WOMEN_TOPS),
        style="tunic",
        bottom=rng.choice(SKIRTS),
        cut="skirt",
        head=head,
        cover=rng.choice(VEILS) if head == "hijab" else "hair",
        motif=rng.choice(("", "flower", "", "batik", "dots")),
        build=rng.uniform(0.92, 1.05),
    )
    return replace(look, **changes)  # type: ignore[arg-type]


def farmer(rng: random.Random, **changes: object) -> Look:
    """Return somebody dressed for field work, in a conical or cloth hat."""
    base = woman(rng) if rng.random() < 0.45 else man(rng)
    veil = base.cover if base.head == "hijab" else ""
    look = replace(
        base,
        head="caping",
        cover="straw",
        under=veil,
        style="long",
        cut="trousers" if not veil else "skirt",
        bottom=rng.choice(TROUSERS),
        feet="bare",
        motif="",
    )
    return replace(look, **changes)  # type: ignore[arg-type]


def child(rng: random.Random, **changes: object) -> Look:
    """Return a child."""
    girl = rng.random() < 0.5
    look = Look(
        skin=rng.choice(SKINS),
        top=rng.choice(("white", "mustard", "brick", "teal", "rose", "sky")),
        style="tee",
        bottom=rng.choice(("brick", "indigo", "coal", "forest")),
        cut="skirt" if girl else "shorts",
        head=rng.choice(("hijab", "long")) if girl else "hair",
        cover="hair",
    )
    if look.head == "hijab":
        look = replace(look, cover=rng.choice(("white", "rose", "mustard", "sky")), style="long")
    return replace(look, **changes)  # type: ignore[arg-type]


def cloth(cv: Canvas, color: str, motif: str, unit: float) -> str:
    """Return a fill for cloth of one colour with a motif whose repeat follows `unit` px."""
    if not motif or unit < 1.1:
        return color
    base, pale, deep = cv.ink(color), cv.ink(ink.light(color, 0.5)), cv.ink(ink.dark(color, 0.35))
    s = unit * 6
    bed = f'<rect width="20" height="20" fill="{base}"/>'
    art = {
        "check": f'<path d="M0 4H20M0 14H20" stroke="{deep}" stroke-width="2.4" opacity=".6"/><path d="M4 0V20M14 0V20" stroke="{pale}" stroke-width="2" opacity=".55"/>',
        "stripe": f'<path d="M3 0V20M13 0V20" stroke="{pale}" stroke-width="3.4" opacity=".65"/><path d="M8 0V20" stroke="{deep}" stroke-width="1.6" opacity=".5"/>',
        "dots": f'<g fill="{pale}" opacity=".8"><circle cx="5" cy="5" r="2.2"/><circle cx="15" cy="15" r="2.2"/></g>',
        "flower": f'<g fill="{pale}" opacity=".85"><circle cx="6" cy="3.6" r="2"/><circle cx="3.6" cy="6" r="2"/><circle cx="8.4" cy="6" r="2"/><circle cx="6" cy="8.4" r="2"/><circle cx="16" cy="15" r="1.7"/></g><circle cx="6" cy="6" r="1.5" fill="{deep}"/><path d="M12 18q3-1 4-4" stroke="{deep}" fill="none"/>',
        "batik": f'<g fill="{pale}" opacity=".92"><ellipse cx="10" cy="4.6" rx="2.5" ry="4"/><ellipse cx="10" cy="15.4" rx="2.5" ry="4"/><ellipse cx="4.6" cy="10" rx="4" ry="2.5"/><ellipse cx="15.4" cy="10" rx="4" ry="2.5"/></g><g fill="{deep}"><circle cx="10" cy="10" r="1.5"/><ellipse cx="10" cy="4.6" rx=".8" ry="2"/><ellipse cx="10" cy="15.4" rx=".8" ry="2"/><ellipse cx="4.6" cy="10" rx="2" ry=".8"/><ellipse cx="15.4" cy="10" rx="2" ry=".8"/></g><g fill="{deep}"><circle r="2.4"/><circle cx="20" r="2.4"/><circle cy="20" r="2.4"/><circle cx="20" cy="20" r="2.4"/></g>',
        "parang": f'<path d="M5 -1V0Q10 5 5 10T5 20V21" stroke="{pale}" stroke-width="2.6" fill="none"/><path d="M8.6 -1V0Q13.6 5 8.6 10T8.6 20V21" stroke="{deep}" stroke-width="1.6" fill="none"/><g fill="{pale}"><circle cx="15.5" cy="4" r="1.5"/><circle cx="15.5" cy="14" r="1.5"/></g><path d="M15.5 6.6L17.4 9L15.5 11.4L13.6 9Z" fill="{deep}"/>',
        "weave": f'<path d="M0 0H10V10H0Z M10 10H20V20H10Z" fill="{deep}" opacity=".38"/><path d="M10 2H20M10 5H20M10 8H20M0 12H10M0 15H10M0 18H10" stroke="{pale}" stroke-width=".9" opacity=".7"/>',
    }[motif]
    return cv.pattern(20, 20, bed + art, 45 if motif == "batik" else 0, s / 20)
