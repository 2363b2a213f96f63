"""What /proc tells of this machine and of a tree of processes: CPU seconds, memory, load."""

from __future__ import annotations

import os
import re
from pathlib import Path

PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK")


def tree_of(root: int) -> list[int]:
    """The process and all that descend from it, as of now."""
    children: dict[int, list[int]] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            fields = _stat(int(folder.name))
            if fields:
                children.setdefault(int(fields[1]), []).append(int(folder.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def cpu_seconds(*roots: int) -> float:
    """User and system time these trees have used: the living processes and those that ended in them."""
    total = 0
    for root in roots:
        for pid in tree_of(root):
            fields = _stat(pid)
            # utime, stime, and the same of children that were waited for
            total += sum(int(value) for value in fields[11:15]) if fields else 0
    return total / TICK


def memory_mb(*roots: int) -> float:
    """Proportional set size of the trees: shared pages count once, divided among those who share them."""
    total = 0
    for root in roots:
        for pid in tree_of(root):
            try:
                text = (PROC / str(pid) / "smaps_rollup").read_text()
            except OSError:
                continue
            found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
            total += int(found[1]) if found else 0
    return total / 1024


def _stat(pid: int) -> list[str]:
    """Fields of /proc/PID/stat from the state on; empty when the process is gone."""
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return []
    # The name in brackets may hold spaces and brackets itself.
    return text.rpartition(")")[2].split()


def described() -> str:
    """Cores and load average, to be printed beside every figure."""
    one, five, fifteen = os.getloadavg()
    return f"{os.cpu_count()} cores, load average {one:.1f} {five:.1f} {fifteen:.1f}"
