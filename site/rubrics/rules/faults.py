"""Faults of a writer from work to work: which came back, which are gone, and how often a known fault returns.

A fault is a reason code that a released mark or a returned story carried. Repeat rate = times a fault that was
known before came back ÷ chances for it to come back. Each later work gives every fault known by then one chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RULE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Faults:
    """Seen from the newest work. `rate` is 0 to 1, None while there was no chance to repeat anything.

    `back`: in the newest and in an earlier one. `gone`: in an earlier one and not in the newest. `new`: in the
    newest alone. Codes keep the order in which they first appeared.
    """

    back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    repeated: int = 0
    chances: int = 0

    @property
    def rate(self) -> float | None:
        return self.repeated / self.chances if self.chances else None


def faults_of(works: Sequence[frozenset[str] | set[str]]) -> Faults:
    """`works` are the faults of each work, oldest first."""
    known: dict[str, None] = {}
    repeated = chances = 0
    for faults in works[:-1] if works else ():
        chances += len(known)
        repeated += sum(code in faults for code in known)
        known |= dict.fromkeys(sorted(faults - known.keys()))
    if not works:
        return Faults()
    newest = works[-1]
    chances += len(known)
    repeated += sum(code in newest for code in known)
    return Faults(
        back=tuple(code for code in known if code in newest),
        gone=tuple(code for code in known if code not in newest),
        new=tuple(sorted(newest - known.keys())),
        repeated=repeated,
        chances=chances,
    )
