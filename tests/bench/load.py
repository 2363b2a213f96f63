"""`script/bench load`: readers' pages from nginx as files, from our page cache, and rendered anew, in turn.

Ratios come from rounds that follow one another (A B C, A B C …), so they stand on a busy machine too; absolute
figures belong to the machine and the minute.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from tests.bench import machine, wrk
from tests.bench.figures import median_or_none, number, ratio_of_rounds, table
from tests.bench.scene import ROOT, Cluster, bench_folder, fill, manage, say
from tests.bench.servers import Server, fetch, granian, nginx

PAGES = {
    "front": "/",
    "KIM home": "/bangun-mulya/",
    "article": "/bangun-mulya/berita/dongeng-warga-sabtu-malam-di-radio/",
    "list": "/berita/",
}
FILE, CACHED, UNCACHED = "nginx file", "site, cached", "site, cache off"


@dataclass(frozen=True)
class Sample:
    """One run of wrk with the CPU that the servers used meanwhile, in ms for each finished request."""

    run: wrk.Run
    cpu_ms: float | None

    @property
    def rate(self) -> float | None:
        return self.run.rate if self.run.requests else None


@dataclass(frozen=True)
class Target:
    """A server with the trees of processes whose CPU counts."""

    server: Server
    roots: tuple[int, ...]
    paths: Mapping[str, str]

    def sample(self, page: str, connections: int, seconds: int) -> Sample:
        before = machine.cpu_seconds(*self.roots)
        run = wrk.run(self.server.url(self.paths[page]), connections=connections, seconds=seconds)
        used = machine.cpu_seconds(*self.roots) - before
        return Sample(run, used * 1000 / run.requests if run.requests else None)


Samples = dict[tuple[str, int, str], list[Sample]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench load")
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=3, help="of each run of wrk")
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 16, 64])
    wanted = parser.parse_args()
    cluster, folder = Cluster.from_environment(), bench_folder()
    fill(cluster, "warta", wanted.stories)
    url = cluster.url("warta")
    say(
        f"static files collected in {manage('collectstatic', '--noinput', '--verbosity', '0', database_url=url):.0f} s"
    )
    queries = _queries(url)
    with ExitStack() as stack:
        cached = stack.enter_context(granian("cached", database_url=url, folder=folder, cache_mb=32))
        rendered = stack.enter_context(granian("cache-off", database_url=url, folder=folder, cache_mb=0))
        bodies = _bodies(cached)
        names = {page: page.replace(" ", "-") for page in PAGES}
        files = stack.enter_context(nginx({names[page]: bodies[page] for page in PAGES}, folder))
        targets = {
            FILE: Target(files, (files.pid,), {page: f"/{names[page]}.html" for page in PAGES}),
            CACHED: Target(cached, (cached.pid,), PAGES),
            UNCACHED: Target(rendered, (rendered.pid, cluster.pid), PAGES),
        }
        _check(targets, bodies)
        before = machine.described()
        samples = _measure(targets, wanted.connections, wanted.rounds, wanted.seconds)
        memory = {name: machine.memory_mb(target.server.pid) for name, target in targets.items()}
    print(_report(samples, wanted.connections, queries, {page: len(body) for page, body in bodies.items()}))
    print("\nMemory (proportional set size): " + ", ".join(f"{k} {v:.0f} MB" for k, v in memory.items()))
    print(f"{wanted.stories:,} stories; {wanted.rounds} rounds of {wanted.seconds} s each")
    print(f"before: {before}\nafter:  {machine.described()}")
    return 0


def _queries(url: str) -> dict[str, int]:
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    environment["KIM_VAR"] = str(bench_folder())
    command = [sys.executable, "-m", "tests.bench.queries", *PAGES.values()]
    found = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    counts: dict[str, int] = json.loads(found.stdout)
    return {page: counts[path] for page, path in PAGES.items()}


def _bodies(cached: Server) -> dict[str, bytes]:
    """The packed pages as the page cache sends them on a hit."""
    bodies = {}
    for page, path in PAGES.items():
        # Both workers may need a first render; a hit is what readers get.
        for _attempt in range(20):
            answer = fetch(cached.url(path))
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
        if not answer.headers.get("Cache-Status", "").startswith("warta-kim; hit"):
            raise RuntimeError(f"{path} is not cached: {answer.headers.get('Cache-Status')!r}")
        bodies[page] = answer.body
    return bodies


def _check(targets: Mapping[str, Target], bodies: Mapping[str, bytes]) -> None:
    """All three give a phone the page, packed; the file is the cached answer to the byte."""
    for name, target in targets.items():
        for page, path in target.paths.items():
            answer = fetch(target.server.url(path))
            if answer.status != 200 or (name != UNCACHED and answer.body != bodies[page]):
                raise RuntimeError(f"{name}: {path} answered {answer.status} with other bytes")
            if name != UNCACHED:
                gzip.decompress(answer.body)


def _measure(targets: Mapping[str, Target], connections: list[int], rounds: int, seconds: int) -> Samples:
    samples: Samples = defaultdict(list)
    for page in PAGES:
        for number_of in connections:
            for _round in range(rounds):
                for name, target in targets.items():
                    samples[(page, number_of, name)].append(target.sample(page, number_of, seconds))
        say(f"measured {page}")
    return samples


def _report(
    samples: Samples, connections: list[int], queries: Mapping[str, int], sizes: Mapping[str, int]
) -> str:
    header = ["page", "conn", "server", "× file", "× cache off", "req/s", "p50 ms", "p99 ms", "CPU ms/req"]
    header += ["queries", "bytes", "failed"]
    rows = []
    for page in PAGES:
        for number_of in connections:
            rates = {
                name: [s.rate for s in samples[(page, number_of, name)]] for name in (FILE, CACHED, UNCACHED)
            }
            for name in (FILE, CACHED, UNCACHED):
                found = samples[(page, number_of, name)]
                rows.append(
                    [
                        page, str(number_of), name,
                        number(ratio_of_rounds(rates[name], rates[FILE]), 3),
                        number(ratio_of_rounds(rates[name], rates[UNCACHED]), 1),
                        number(median_or_none(rates[name]), 0),
                        number(median_or_none([s.run.p50 for s in found])),
                        number(median_or_none([s.run.p99 for s in found])),
                        number(median_or_none([s.cpu_ms for s in found]), 3),
                        str(queries[page]) if name == UNCACHED else "0",
                        f"{sizes[page]:,}" if name != UNCACHED else "",
                        str(sum(s.run.failed for s in found)),
                    ]
                )  # fmt: skip
    return "\n" + table(header, rows)


if __name__ == "__main__":
    sys.exit(main())
