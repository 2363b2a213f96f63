"""wrk, the load generator: one run against one address, and what its report says."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

# Asked like a reader's phone behind our own proxy. Reads of people are counted, so this costs what it costs in service.
HEADERS = (
    "Accept-Encoding: gzip",
    "X-Forwarded-Proto: https",
    "User-Agent: Mozilla/5.0 (Linux; Android 12; SM-A032F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
)
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
# Only below this line stand percentiles; the deviation column above it can also read like one.
_DISTRIBUTION = re.compile(r"Latency Distribution\n((?:\s+[\d.]+%\s+\S+\n)+)")
_SHARE = re.compile(r"^\s+([\d.]+)%\s+([\d.]+)(us|ms|s|m)$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """One finished run. Latencies in ms are None when no request finished; `failed` counts errors of any kind."""

    requests: int
    seconds: float
    p50: float | None
    p99: float | None
    failed: int

    @property
    def rate(self) -> float:
        return self.requests / self.seconds if self.seconds else 0.0


def parse(report: str) -> Run:
    """Reads the report of `wrk --latency`; raises ValueError when it is none."""
    total = re.search(r"(\d+) requests in ([\d.]+)(us|ms|s|m),", report)
    if total is None:
        raise ValueError(f"not a report of wrk: {report[:200]!r}")
    found = _DISTRIBUTION.search(report)
    shares = {
        float(share): float(value) * _UNITS[unit]
        for share, value, unit in (_SHARE.findall(found[1]) if found else ())
    }
    requests = int(total[1])
    socket = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", report)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", report)
    failed = sum(map(int, socket.groups())) if socket else 0
    return Run(
        requests=requests,
        seconds=float(total[2]) * _UNITS[total[3]] / 1000,
        p50=shares.get(50.0) if requests else None,
        p99=shares.get(99.0) if requests else None,
        failed=failed + (int(refused[1]) if refused else 0),
    )


def run(url: str, *, connections: int, seconds: int) -> Run:
    """Hits one address for so many seconds over so many connections."""
    command = ["wrk", "--latency", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s"]
    for header in HEADERS:
        command += ["-H", header]
    finished = subprocess.run(
        [*command, url], capture_output=True, text=True, timeout=seconds + 60, check=False
    )
    if finished.returncode != 0:
        raise RuntimeError(f"wrk failed on {url}: {finished.stderr.strip()}")
    return parse(finished.stdout)
