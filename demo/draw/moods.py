"""Times of day and weathers: what the sky, the haze and the light do to every colour."""

from __future__ import annotations

from dataclasses import dataclass

from demo.draw.ink import RGB


@dataclass(frozen=True)
class Mood:
    """Sky bands from top to horizon, haze of far things, lamp per channel, ambient tint and its share."""

    bands: tuple[str, ...]
    haze: str
    sun: str
    lamp: RGB
    tint: str
    share: float
    side: int = -1
    cloud: str = "#fbf3df"
    shadow: str = "#22303a"


MOODS = {
    "dawn": Mood(
        ("#8fb3b5", "#bcc9b6", "#e6d3a8", "#f3c48d", "#efa877"),
        "#e9c49a",
        "#f9e3a9",
        (1.02, 0.93, 0.84),
        "#c9835a",
        0.07,
        1,
        "#f7dcb6",
        "#3a2f45",
    ),
    "morning": Mood(
        ("#9dc8cb", "#b9d6cf", "#d5e2cf", "#ece7cd", "#f6ead0"),
        "#dbe4cf",
        "#fff3c8",
        (1.02, 1.0, 0.93),
        "#e8c77c",
        0.05,
    ),
    "noon": Mood(
        ("#7fbcc6", "#9ccccd", "#bcdad2", "#d8e6d8", "#eaeddb"),
        "#d3e3da",
        "#fffbe2",
        (1.0, 1.0, 0.97),
        "#cfe0cf",
        0.03,
    ),
    "afternoon": Mood(
        ("#c9cfae", "#e0d5a4", "#efd592", "#f3c877", "#f1b662"),
        "#ecd093",
        "#fff0b8",
        (1.04, 0.96, 0.84),
        "#d98a35",
        0.06,
        1,
        "#fbe6b6",
        "#3b2c2a",
    ),
    "dusk": Mood(
        ("#3d4a66", "#74597a", "#b5656a", "#dd8157", "#f0a653"),
        "#c9775c",
        "#ffd98a",
        (0.82, 0.66, 0.62),
        "#6a2f45",
        0.16,
        1,
        "#e2926c",
        "#1d1726",
    ),
    "blue": Mood(
        ("#15304a", "#1f4a66", "#40707f", "#8f8f78", "#e3aa68"),
        "#4f7078",
        "#f2dda3",
        (0.66, 0.71, 0.84),
        "#1d3a4a",
        0.14,
        -1,
        "#6f8b92",
        "#0c1720",
    ),
    "night": Mood(
        ("#0d1c2a", "#13283a", "#1b3648", "#264754", "#35585e"),
        "#254350",
        "#f4ecc4",
        (0.42, 0.5, 0.6),
        "#10253a",
        0.25,
        -1,
        "#2e4a59",
        "#060c12",
    ),
    "rain": Mood(
        ("#7d8f92", "#8f9e9d", "#a2ada8", "#b4bbb1", "#c2c5b8"),
        "#b2bbb1",
        "#d9ddd0",
        (0.82, 0.87, 0.87),
        "#6f8585",
        0.14,
        -1,
        "#98a5a3",
        "#22303a",
    ),
    "overcast": Mood(
        ("#b7c4bd", "#c6cec1", "#d6d7c4", "#e2dcc6", "#e9e0c9"),
        "#d3d5c3",
        "#f3edd5",
        (0.97, 0.97, 0.92),
        "#c9c4a5",
        0.06,
        -1,
    ),
    "indoor": Mood(
        ("#efe2c3", "#efe2c3", "#ecdcb8", "#e8d5ad", "#e5cfa3"),
        "#e6d6b0",
        "#fff3c8",
        (1.02, 0.98, 0.91),
        "#d9a75c",
        0.04,
        -1,
        "#fbf3df",
        "#33281f",
    ),
    "lamp": Mood(
        ("#5d4a3a", "#5d4a3a", "#5d4a3a", "#5d4a3a", "#5d4a3a"),
        "#8a6a48",
        "#ffe2a0",
        (0.96, 0.78, 0.58),
        "#7a4a22",
        0.12,
        -1,
        "#caa06a",
        "#1d140d",
    ),
}
