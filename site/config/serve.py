"""`python -m config.serve OPTIONS`: granian with the site loaded before it forks, so that workers share that memory.

The options are those of granian; the application need not be named.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path


def load() -> None:
    """What every worker would read by itself. Nothing here opens a connection or starts a thread."""
    import_module("config.wsgi")
    from django.conf import settings
    from django.template.loader import get_template
    from django.urls import get_resolver
    from django.utils.translation import activate, gettext

    get_resolver().reverse_dict  # noqa: B018 names of all addresses are worked out on the first question
    activate(settings.LANGUAGE_CODE)
    gettext("Search")
    for folder in map(Path, settings.TEMPLATES[0]["DIRS"]):
        for path in sorted(folder.rglob("*.html")):
            get_template(str(path.relative_to(folder)))


def main() -> None:
    from granian.cli import entrypoint

    load()
    gc.collect()
    # What is there now is never looked at again by the collector, which would write on the shared pages.
    gc.freeze()
    sys.argv += ["--interface", "wsgi", "config.wsgi:application"]
    entrypoint()


if __name__ == "__main__":
    main()
