"""Figures of a bench: medians, percentiles, ratios of interleaved rounds, and the table they are printed in."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

median = statistics.median


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that is at least as large as this share (0 to 1) of all values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def ratio_of_rounds(measured: Sequence[float | None], reference: Sequence[float | None]) -> float | None:
    """Median of measured / reference round by round; a round in which one of the two has no figure is left out."""
    ratios = [
        one / other
        for one, other in zip(measured, reference, strict=True)
        if one is not None and other is not None and other > 0
    ]
    return median(ratios) if ratios else None


def known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def median_or_none(values: Sequence[float | None]) -> float | None:
    found = known(values)
    return median(found) if found else None


def number(value: float | None, digits: int = 2, unit: str = "") -> str:
    """A figure for a reader: thousands apart, "-" when it is missing."""
    return "-" if value is None else f"{value:,.{digits}f}{unit}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Plain columns: the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]

    def line(row: Sequence[str]) -> str:
        first = row[0].ljust(widths[0])
        others = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        return "  ".join((first, *others)).rstrip()

    return "\n".join((line(header), line(["-" * width for width in widths]), *(line(row) for row in rows)))
