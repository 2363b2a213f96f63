"""`script/bench images`: CPU of our whole set of picture sizes against Willow's way, and seconds to load the demo."""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Callable

import django

from tests.bench import machine
from tests.bench.figures import median, number, ratio_of_rounds, table
from tests.bench.scene import Cluster, fill


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench images")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--stories", type=int, default=20_000)
    wanted = parser.parse_args()
    before = machine.described()
    django.setup()
    from core import imaging
    from tests import photos

    # Both begin with what is stored: the cleaned picture, 2560 pixels wide.
    stored = imaging.sanitise(io.BytesIO(photos.phone_jpeg(1))).content
    ours: list[float | None] = []
    willow: list[float | None] = []
    for _round in range(wanted.rounds):
        ours.append(_cpu(lambda: imaging.make_renditions(io.BytesIO(stored))))
        willow.append(_cpu(lambda: _willow(stored)))
    rows = [
        ["ours, one decode", number(ratio_of_rounds(ours, willow), 2), number(_middle(ours), 2)],
        ["Willow, a decode each", "1.00", number(_middle(willow), 2)],
    ]
    print("\nthe whole set of sizes of a photo of 12 megapixels\n" + table(["", "ratio", "CPU s"], rows))
    seconds = fill(Cluster.from_environment(), "warta", wanted.stories)
    rows = [
        ["demo: 24 KIM, stories with pictures, accounts", number(seconds["demo"] + seconds["tasks"], 0)],
        [f"{wanted.stories:,} stories more", number(seconds["stories"], 0)],
    ]
    print("\n" + table(["loading, PostgreSQL", "seconds"], rows))
    print(f"\nbefore: {before}\nafter:  {machine.described()}")
    return 0


def _willow(stored: bytes) -> None:
    """What Wagtail does for the same set: open, resize and save once for each size and format, at usual qualities."""
    import willow.registry  # noqa: F401 formats register themselves
    from willow.image import Image

    from core.rules import images as rules

    for width in rules.RENDITION_WIDTHS:
        for name in rules.RENDITION_FORMATS:
            image = Image.open(io.BytesIO(stored))
            full_width, full_height = image.get_size()
            sized = image.resize((width, full_height * width // full_width))
            out = io.BytesIO()
            getattr(sized, f"save_as_{name}")(out, quality=rules.QUALITY_STEPS[name][0])


def _cpu(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def _middle(values: list[float | None]) -> float:
    return median([value for value in values if value is not None])


if __name__ == "__main__":
    sys.exit(main())
