"""Typed readers of environment variables; the only place that touches os.environ."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]
read = environ.Env()


def text(name: str, default: str = "") -> str:
    return str(read.str(name, default=default))


def flag(name: str, default: bool = False) -> bool:
    return bool(read.bool(name, default=default))


def number(name: str, default: int) -> int:
    return int(read.int(name, default=default))


def names(name: str, default: list[str]) -> list[str]:
    return list(read.list(name, default=default))


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default)
