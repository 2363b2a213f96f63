"""The register of pictures: every scene function is listed under its id with the mood it is drawn in."""

from __future__ import annotations

from collections.abc import Callable

from demo.draw.canvas import Canvas

SceneFunction = Callable[[Canvas], None]
SCENES: dict[str, tuple[str, SceneFunction]] = {}


def scene(name: str, mood: str) -> Callable[[SceneFunction], SceneFunction]:
    """Register a scene function under `name` (`<scene>-<variant>`) with a mood from `moods.MOODS`."""

    def register(function: SceneFunction) -> SceneFunction:
        if name in SCENES:
            raise ValueError(f"two pictures are called {name}")
        SCENES[name] = (mood, function)
        return function

    return register


def compose(name: str, seed: str = "warta-kim") -> str:
    """Return the SVG text of one picture; the same name and seed always give the same text."""
    mood, function = SCENES[name]
    canvas = Canvas(f"{seed}/{name}", mood)
    function(canvas)
    return canvas.svg()
