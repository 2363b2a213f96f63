"""`script/bench growth`: the same questions to a database of 20,000 and to one of 500,000 stories, in turn."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict

from tests.bench import machine
from tests.bench.figures import median, number, ratio_of_rounds, table
from tests.bench.scene import ROOT, Cluster, bench_folder, fill, say

PARTS = ("publish", "pages", "lists", "search", "admin")
ROUNDS = 3
Found = dict[str, dict[str, float]]


def probe(database_url: str, *parts: str, settings: str = "config.settings.test") -> Found:
    """What a process of its own measures on this database (tests.bench.probe).

    The settings of the tests need no collected files and run tasks at once.
    """
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": settings,
        "KIM_VAR": str(bench_folder()),
    }
    finished = subprocess.run(
        [sys.executable, "-m", "tests.bench.probe", *parts],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if finished.returncode != 0:
        raise RuntimeError(f"the probe failed\n{finished.stderr[-4000:]}")
    found: Found = json.loads(finished.stdout)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench growth")
    parser.add_argument("--small", type=int, default=20_000)
    parser.add_argument("--big", type=int, default=500_000)
    wanted = parser.parse_args()
    cluster = Cluster.from_environment()
    sizes = {"small": wanted.small, "big": wanted.big}
    for database, stories in sizes.items():
        fill(cluster, database, stories)
    before = machine.described()
    rounds: dict[str, dict[str, list[dict[str, float]]]] = {part: defaultdict(list) for part in PARTS}
    for _round in range(ROUNDS):
        for database in sizes:
            for part, figures in probe(cluster.url(database), *PARTS).items():
                rounds[part][database].append(figures)
        say("measured a round")
    for part in PARTS:
        print(f"\n{part}\n{report(rounds[part]['small'], rounds[part]['big'], wanted.small, wanted.big)}")
    print(f"\n{ROUNDS} rounds; figures are medians in ms unless they say queries\nbefore: {before}")
    print(f"after:  {machine.described()}")
    return 0


def report(small: list[dict[str, float]], big: list[dict[str, float]], few: int, many: int) -> str:
    """One line a figure; those that name numbers of rows stand in one of the two columns alone."""
    rows = []
    for name in dict.fromkeys([*small[0], *big[0]]):
        here = [figures[name] for figures in small if name in figures]
        there = [figures[name] for figures in big if name in figures]
        ratio = ratio_of_rounds(there, here) if here and there else None
        rows.append(
            [
                name,
                number(ratio),
                number(median(here) if here else None, 1),
                number(median(there) if there else None, 1),
            ]
        )
    return table(["", "ratio", f"{few:,}", f"{many:,}"], rows)


if __name__ == "__main__":
    sys.exit(main())
