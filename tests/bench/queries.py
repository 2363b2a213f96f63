"""Database queries of public pages, warm: `python -m tests.bench.queries PATH…` prints them as JSON."""

from __future__ import annotations

import json
import sys

import django


def main(paths: list[str]) -> None:
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    setup_test_environment()
    client = Client(headers={"X-Forwarded-Proto": "https"})
    counts = {}
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path)
        counts[path] = len(captured) if answer.status_code == 200 else -answer.status_code
    print(json.dumps(counts))


if __name__ == "__main__":
    main(sys.argv[1:])
