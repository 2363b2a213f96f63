"""`script/bench publish`: how long until every reader sees what was published, and what a publication costs."""

from __future__ import annotations

import argparse
import http.client
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.bench import machine, wrk
from tests.bench.figures import number, percentile, table
from tests.bench.growth import probe
from tests.bench.scene import ROOT, Cluster, bench_folder, fill, manage, say
from tests.bench.servers import Server, granian, production_environment

WATCHERS = 6
VERSION = re.compile(rb"Versi (\d+) saluran air")


@dataclass
class Watcher:
    """One reader's connection; several of them meet every worker. `stale` holds when an old version was last asked for."""

    server: Server
    path: str
    pause: float
    seen: int = 0
    stale: dict[int, float] = field(default_factory=dict)
    stop: bool = False
    failed: int = 0

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        while not self.stop:
            asked = time.monotonic()
            try:
                connection.request("GET", self.path, headers={"X-Forwarded-Proto": "https"})
                found = VERSION.search(connection.getresponse().read())
            except (OSError, http.client.HTTPException):
                self.failed += 1
                connection.close()
                continue
            version = int(found[1]) if found else 0
            self.stale[version] = asked
            self.seen = max(self.seen, version)
            time.sleep(self.pause)
        connection.close()


@contextmanager
def watching(server: Server, paths: list[str], pause: float) -> Iterator[list[Watcher]]:
    watchers = [Watcher(server, paths[number % len(paths)], pause) for number in range(WATCHERS)]
    threads = [threading.Thread(target=watcher.run, daemon=True) for watcher in watchers]
    for thread in threads:
        thread.start()
    try:
        yield watchers
    finally:
        for watcher in watchers:
            watcher.stop = True
        for thread in threads:
            thread.join(40)


def delays(
    publisher: subprocess.Popen[str], watchers: list[Watcher], numbers: range, patience: float = 10
) -> list[float]:
    """Seconds from each commit to the last time that any connection asked and still got the version before."""
    assert publisher.stdin is not None and publisher.stdout is not None
    found = []
    for version in numbers:
        publisher.stdin.write(f"{version}\n")
        publisher.stdin.flush()
        _number, moment = publisher.stdout.readline().split()
        committed = float(moment)
        deadline = time.monotonic() + patience
        while any(watcher.seen < version for watcher in watchers) and time.monotonic() < deadline:
            time.sleep(0.002)
        late = [watcher.stale.get(version - 1, 0.0) - committed for watcher in watchers]
        unseen = any(watcher.seen < version for watcher in watchers)
        found.append(patience if unseen else max(0.0, *late))
    return found


def _measure(server: Server, host: str, environment: dict[str, str], publications: int) -> list[list[str]]:
    """Two rows of the table: without readers, and under readers on 16 connections."""
    publisher = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.publisher"],
        cwd=ROOT, text=True, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert publisher.stdout is not None
    paths = [publisher.stdout.readline().strip(), "/"]
    with watching(server, paths, pause=0.004) as watchers:
        idle = delays(publisher, watchers, range(1, publications + 1))
    load: list[wrk.Run] = []
    seconds = max(10, publications // 3)
    readers = threading.Thread(
        target=lambda: load.append(wrk.run(server.url(paths[0]), connections=16, seconds=seconds))
    )
    readers.start()
    busy: list[float] = []
    with watching(server, paths, pause=0.004) as watchers:
        while readers.is_alive():
            start = publications + 1 + len(busy)
            busy += delays(publisher, watchers, range(start, start + 5))
    readers.join()
    publisher.terminate()
    publisher.wait()
    say(f"measured {host}")
    return [
        [f"{host}, no readers", *_figures(idle)],
        [f"{host}, readers at {load[0].rate:,.0f} req/s ({load[0].failed} failed)", *_figures(busy)],
    ]


def _figures(seconds: list[float]) -> list[str]:
    shares = (percentile(seconds, share) * 1000 for share in (0.5, 0.99))
    return [str(len(seconds)), *(number(value, 1) for value in shares), number(max(seconds) * 1000, 1)]


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench publish")
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--publications", type=int, default=200)
    wanted = parser.parse_args()
    cluster, folder = Cluster.from_environment(), bench_folder()
    fill(cluster, "warta", wanted.stories)
    url = cluster.url("warta")
    manage("collectstatic", "--noinput", "--verbosity", "0", database_url=url)
    before = machine.described()
    rows: list[list[str]] = []
    with granian("site", database_url=url, folder=folder, cache_mb=32) as server:
        # A publisher with a folder of its own cannot touch the shared mark: it stands for one on another host.
        for host, place in (("same host", folder), ("another host", folder / "other")):
            rows += _measure(server, host, production_environment(url, place), wanted.publications // 2)
    print("\ncommit to visible for every connection, ms")
    print(table(["", "publications", "p50", "p99", "longest"], rows))
    # Here tasks go on the queue, as in production.
    costs = probe(url, "costs", settings="config.settings.dev")["costs"]
    print("\nwhat a publication costs")
    print(table(["", ""], [[name, number(value, 1)] for name, value in costs.items()]))
    print(f"\n{wanted.stories:,} stories\nbefore: {before}\nafter:  {machine.described()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
