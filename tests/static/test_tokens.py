"""Contrast of every colour of the design tokens, in both themes, against the limits of the look."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "site" / "static" / "css"
TEXT = ("ink", "muted", "forest", "forest-deep", "river", "ochre", "brick", "leaf")
GIVEN = {
    "light": {
        "ink": "#1b2420",
        "paper": "#fcfbf7",
        "forest": "#0b5b45",
        "river": "#0e5672",
        "ochre": "#7a4f08",
        "brick": "#922b1b",
        "leaf": "#2a5f1c",
        "muted": "#4a554f",
        "lines": "#d9d5c7",
    },
    "dark": {
        "ink": "#eef1ec",
        "paper": "#141a17",
        "forest": "#6fcfae",
        "river": "#7cc4e4",
        "ochre": "#e3b45c",
        "brick": "#f19a87",
        "leaf": "#9ed182",
        "muted": "#aab5ae",
        "lines": "#36403a",
    },
}
THEMES = ("light", "dark")
HUES = range(1, 9)
# The look gives ochre as 6.9 on light paper: an accent for short marks with an icon, never for running text.
OCHRE_ON_LIGHT = 6.85


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of `#rrggbb`, 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def parts(name: str) -> dict[str, str]:
    """The stylesheet cut into its light part and the rules of its dark media query."""
    light, mark, dark = (
        (CSS / name).read_text(encoding="utf-8").partition("@media screen and (prefers-color-scheme: dark)")
    )
    assert mark != ""
    return {"light": light, "dark": dark}


def tokens(theme: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", parts("tokens.css")[theme]))


def hue(theme: str, number: int) -> dict[str, str]:
    rule = re.search(rf"\.kim-hue-{number}\s*{{([^}}]*)}}", parts("components/kim.css")[theme])
    assert rule is not None
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", rule[1]))


def at_least(ratio: float, limit: float) -> bool:
    return ratio >= limit


def test_contrast_of_black_on_white_is_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 6) == 21


def test_contrast_is_the_same_both_ways() -> None:
    assert contrast("#0b5b45", "#fcfbf7") == contrast("#fcfbf7", "#0b5b45")


@pytest.mark.parametrize("theme", THEMES)
def test_tokens_are_those_of_the_look(theme: str) -> None:
    found = tokens(theme)
    assert {name: found[name] for name in GIVEN[theme]} == GIVEN[theme]


def test_both_themes_name_the_same_colours() -> None:
    assert sorted(tokens("light")) == sorted(tokens("dark"))


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize(("theme", "limit"), [("light", 7), ("dark", 8)])
def test_text_on_paper_meets_the_limit(theme: str, limit: float, name: str) -> None:
    colours = tokens(theme)
    ratio = contrast(colours[name], colours["paper"])
    assert at_least(ratio, OCHRE_ON_LIGHT if (theme, name) == ("light", "ochre") else limit), (
        f"{name} {ratio:.2f}"
    )


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("theme", THEMES)
def test_text_on_wash_meets_the_limit(theme: str, name: str) -> None:
    colours = tokens(theme)
    ratio = contrast(colours[name], colours["wash"])
    assert at_least(ratio, 6.5 if (theme, name) == ("light", "ochre") else 7), f"{name} {ratio:.2f}"


@pytest.mark.parametrize("name", ["forest", "forest-deep", "brick", "river"])
@pytest.mark.parametrize("theme", THEMES)
def test_paper_on_filled_controls_meets_the_limit(theme: str, name: str) -> None:
    colours = tokens(theme)
    assert at_least(contrast(colours["paper"], colours[name]), 7)


@pytest.mark.parametrize("theme", THEMES)
def test_focus_ring_stands_out_from_paper_and_wash(theme: str) -> None:
    colours = tokens(theme)
    assert [at_least(contrast(colours["river"], colours[ground]), 4.5) for ground in ("paper", "wash")] == [
        True,
        True,
    ]


@pytest.mark.parametrize("number", HUES)
@pytest.mark.parametrize("theme", THEMES)
def test_kim_hue_reads_on_paper_and_on_its_wash(theme: str, number: int) -> None:
    colours, pair = tokens(theme), hue(theme, number)
    grounds = {"paper": colours["paper"], "wash": colours["wash"], "own wash": pair["hue-wash"]}
    limits = {"paper": 7, "wash": 7, "own wash": 4.5}
    ratios = {name: contrast(pair["hue"], ground) for name, ground in grounds.items()}
    assert {n: at_least(r, limits[n]) for n, r in ratios.items()} == dict.fromkeys(grounds, True), ratios


@pytest.mark.parametrize("number", HUES)
@pytest.mark.parametrize("theme", THEMES)
def test_ink_reads_on_every_kim_wash(theme: str, number: int) -> None:
    assert at_least(contrast(tokens(theme)["ink"], hue(theme, number)["hue-wash"]), 7)


def test_kim_hues_are_eight_different_pairs() -> None:
    for theme in THEMES:
        assert len({tuple(sorted(hue(theme, number).items())) for number in HUES}) == 8


def test_no_stylesheet_uses_a_colour_outside_tokens_and_hues() -> None:
    loose = {
        str(path.relative_to(CSS)): re.findall(r"#[0-9a-f]{3,8}\b", path.read_text(encoding="utf-8"))
        for path in sorted([*CSS.glob("*.css"), *CSS.glob("components/*.css")])
        if path.name not in {"tokens.css", "kim.css"}
    }
    assert {name: found for name, found in loose.items() if found} == {}
