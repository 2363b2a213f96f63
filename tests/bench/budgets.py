"""The budgets a page is held to: bytes on first view (gzip) and database queries."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.weight import Weight

KB = 1024


@dataclass(frozen=True)
class Budget:
    """The most a page type may cost; None where nothing is promised."""

    html: int | None
    text: int
    scripts: int
    total: int | None
    blocking: int | None
    queries: int | None


# One TCP window of HTML with its critical CSS; script is optional everywhere.
PUBLIC = Budget(html=14 * KB, text=30 * KB, scripts=8 * KB, total=None, blocking=3, queries=None)
FRONT = Budget(html=14 * KB, text=30 * KB, scripts=8 * KB, total=150 * KB, blocking=3, queries=15)
KIM_HOME = Budget(html=14 * KB, text=30 * KB, scripts=8 * KB, total=150 * KB, blocking=3, queries=15)
# One query by address with makers, tags and corrections in it; site, settings, pictures, their sizes, related stories.
ARTICLE = Budget(html=14 * KB, text=30 * KB, scripts=8 * KB, total=120 * KB, blocking=3, queries=6)
ROOM = Budget(html=None, text=60 * KB, scripts=60 * KB, total=None, blocking=None, queries=None)


def broken(weight: Weight, queries: int, budget: Budget) -> list[str]:
    """What is over budget, in words; empty when all is kept."""
    measured = {
        "html": weight.html,
        "text": weight.text,
        "scripts": weight.scripts,
        "total": weight.total,
        "blocking": weight.blocking,
        "queries": queries,
    }
    over = [
        f"{name} {value} > {limit}"
        for name, value in measured.items()
        if (limit := getattr(budget, name)) is not None and value > limit
    ]
    over += [f"third party {url}" for url in weight.third_party]
    return over + [f"missing {url}" for url in weight.missing]
