"""Command for developers: `python -m demo.draw --only sawah-a --out DIR` redraws pictures and their renditions."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from demo.draw.gallery import compose, names

PICTURES = Path(__file__).resolve().parent.parent / "pictures"


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and draw; returns the exit code (2 for an unknown id or no browser)."""
    parser = argparse.ArgumentParser(prog="python -m demo.draw", description="Redraw the demo pictures.")
    parser.add_argument(
        "--only",
        nargs="*",
        default=[],
        metavar="ID",
        help="ids or beginnings of ids, such as sawah or sawah-a",
    )
    parser.add_argument(
        "--out", type=Path, default=PICTURES, help="folder to write into (default: demo/pictures)"
    )
    parser.add_argument("--svg", action="store_true", help="write only the SVG text, no browser needed")
    parser.add_argument("--browser", default=os.environ.get("CHROMIUM", ""), help="path of a Chromium")
    options = parser.parse_args(arguments)
    wanted = [n for n in names() if not options.only or n.startswith(tuple(options.only))]
    if not wanted:
        sys.stderr.write("no picture has such an id\n")
        return 2
    options.out.mkdir(parents=True, exist_ok=True)
    if options.svg:
        for name in wanted:
            (options.out / f"{name}.svg").write_text(compose(name), encoding="utf-8")
        return 0
    browser = options.browser or shutil.which("chromium") or shutil.which("google-chrome") or ""
    if not browser:
        sys.stderr.write("no Chromium found; give its path with --browser\n")
        return 2
    from demo.draw.press import print_all

    print_all(wanted, options.out, browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
