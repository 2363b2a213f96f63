"""The web server loads the site before it forks: nothing may be open or running that two processes cannot share."""

from __future__ import annotations

import subprocess
import sys

from tests.source_tree import ROOT

ASK = """
import threading
from config.serve import load
load()
from django.db import connections
from django.template.loader import get_template
print(threading.active_count(), [one.connection for one in connections.all()])
print(get_template("base_page.html") is not None)
"""


def test_loading_opens_no_connection_and_starts_no_thread() -> None:
    finished = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stdout.splitlines()) == (0, ["1 [None]", "True"]), finished.stderr
