"""Databases for a bench: created on the throw-away cluster of script/bench, filled with the demo and scale data."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
KIMS = 24


@dataclass(frozen=True)
class Cluster:
    """The PostgreSQL that script/bench started: `socket` is its folder, `pid` its first process."""

    socket: str
    pid: int

    @classmethod
    def from_environment(cls) -> Cluster:
        return cls(os.environ["BENCH_PG_SOCKET"], int(os.environ["BENCH_PG_PID"]))

    def url(self, database: str) -> str:
        return f"postgres://warta@/{database}?host={self.socket}"

    def connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=self.socket, user="warta", dbname=database, autocommit=True)

    def create(self, database: str, *, copy_of: str = "template0") -> None:
        with self.connect("postgres") as connection:
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{copy_of}"')  # type: ignore[arg-type]


def bench_folder() -> Path:
    """Where a bench keeps static files, pictures and logs; given by script/bench and removed by it."""
    return Path(os.environ["BENCH_FOLDER"])


def manage(*words: str, database_url: str, settings: str = "config.settings.dev", **more: str) -> float:
    """Runs manage.py in a process of its own; returns its seconds. Its output is shown when it fails."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": settings,
        "KIM_VAR": str(bench_folder()),
        **more,
    }
    began = time.monotonic()
    finished = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode != 0:
        raise RuntimeError(
            f"manage.py {words[0]} failed\n{finished.stdout[-2000:]}\n{finished.stderr[-4000:]}"
        )
    return time.monotonic() - began


def fill(cluster: Cluster, database: str, stories: int) -> Mapping[str, float]:
    """A migrated database with the demo network and so many stories more; returns the seconds of each step."""
    cluster.create(database)
    url = cluster.url(database)
    seconds = {"migrate": manage("migrate", "--verbosity", "0", database_url=url)}
    say(f"{database}: migrated in {seconds['migrate']:.0f} s")
    seconds["demo"] = manage("demo", database_url=url)
    # Pictures in all sizes, search and references of the demo, as the worker of an installation makes them.
    seconds["tasks"] = manage("work", "--once", database_url=url)
    say(f"{database}: demo loaded in {seconds['demo']:.0f} s, its tasks done in {seconds['tasks']:.0f} s")
    if stories:
        seconds["stories"] = add_stories(cluster, database, stories)
    return seconds


def add_stories(cluster: Cluster, database: str, stories: int) -> float:
    seconds = manage(
        "demo", "--kim", str(KIMS), "--articles", str(stories), database_url=cluster.url(database)
    )
    say(f"{database}: {stories:,} stories in {seconds:.0f} s")
    with cluster.connect(database) as connection:
        connection.execute("VACUUM (ANALYZE)")
    return seconds


def say(text: str) -> None:
    print(text, flush=True)
