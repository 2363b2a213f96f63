"""The project's own files, as the architecture tests see them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APPS = {
    "config": ROOT / "site" / "config",
    "core": ROOT / "site" / "core",
    "users": ROOT / "site" / "users",
    "kim": ROOT / "site" / "kim",
    "rubrics": ROOT / "site" / "rubrics",
    "news": ROOT / "news",
    "training": ROOT / "training",
    "umkm": ROOT / "umkm",
    "evaluation": ROOT / "evaluation",
    "demo": ROOT / "demo",
}


def source_modules() -> Iterator[Path]:
    """Every module of every app, migrations excepted."""
    for folder in APPS.values():
        yield from (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def test_modules() -> Iterator[Path]:
    yield from sorted((ROOT / "tests").rglob("test_*.py"))


test_modules.__test__ = False  # type: ignore[attr-defined]


def scripts() -> list[Path]:
    return sorted(
        path for path in [*(ROOT / "script").iterdir(), *(ROOT / ".ci").iterdir()] if path.is_file()
    )


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
