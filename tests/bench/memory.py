"""`script/bench memory`: what two web workers hold after they have answered many pages."""

from __future__ import annotations

import argparse
import re
import sys

from tests.bench import machine, wrk
from tests.bench.figures import number, table
from tests.bench.scene import Cluster, bench_folder, fill, manage
from tests.bench.servers import fetch, granian

LISTS = ("/", "/berita/", "/kim/", "/bangun-mulya/", "/topik/pertanian/", "/rss.xml", "/cari/?q=panen")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench memory")
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=1500, help="different stories asked for")
    wanted = parser.parse_args()
    cluster, folder = Cluster.from_environment(), bench_folder()
    fill(cluster, "warta", wanted.stories)
    url = cluster.url("warta")
    manage("collectstatic", "--noinput", "--verbosity", "0", database_url=url)
    with granian("site", database_url=url, folder=folder, cache_mb=32) as server:
        fresh = machine.memory_mb(server.pid)
        for path in LISTS * 3:
            fetch(server.url(path))
        first_pages = machine.memory_mb(server.pid)
        parts = re.findall(
            rb"<loc>https?://[^/]+(/sitemap-berita-[^<]+)</loc>", fetch(server.url("/sitemap.xml")).plain
        )
        stories: list[str] = []
        for part in parts:
            if len(stories) < wanted.pages:
                body = fetch(server.url(part.decode())).plain
                stories += [path.decode() for path in re.findall(rb"<loc>https?://[^/]+(/[^<]+)</loc>", body)]
        for path in stories[: wanted.pages]:
            fetch(server.url(path))
        crawled = machine.memory_mb(server.pid)
        run = wrk.run(server.url("/"), connections=64, seconds=10)
        after = machine.memory_mb(server.pid)
    rows = [
        ["started", number(fresh, 0)],
        ["after the lists", number(first_pages, 0)],
        [f"after {min(len(stories), wanted.pages):,} different stories", number(crawled, 0)],
        [f"after {run.requests:,} hits on 64 connections", number(after, 0)],
    ]
    print("\ntwo web workers and their parent, proportional set size\n" + table(["", "MB"], rows))
    print(f"\n{machine.described()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
