"""The demo's own material as it lies in the folder: KIM, stories, pictures."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PICTURES = HERE / "pictures"
RENDITIONS = PICTURES / "renditions"


@cache
def kims() -> list[dict[str, Any]]:
    """Every KIM of the demo, by address."""
    return [_read(path) for path in sorted((HERE / "kims").glob("*.toml"))]


@cache
def stories() -> list[dict[str, Any]]:
    """Every story with the address of its KIM under `kim`, oldest first."""
    rows: list[dict[str, Any]] = []
    for path in sorted((HERE / "stories").glob("*.toml")):
        content = _read(path)
        rows.extend({**story, "kim": content["kim"]} for story in content["story"])
    return sorted(rows, key=lambda story: (-story["days_ago"], story["slug"]))


@cache
def reports() -> list[dict[str, Any]]:
    """What readers reported, with the answers."""
    rows: list[dict[str, Any]] = _read(HERE / "reports.toml")["report"]
    return rows


@cache
def scores(kind: str) -> list[dict[str, Any]]:
    """Marks of assessors: "score" for released ones, "draft" for those that were begun."""
    rows: list[dict[str, Any]] = _read(HERE / "scores.toml")[kind]
    return rows


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def anchor_day(today: datetime.date) -> datetime.date:
    """The day the stories count back from: the last Friday up to `today`, since they name weekdays."""
    return today - datetime.timedelta(days=(today.weekday() - 4) % 7)
