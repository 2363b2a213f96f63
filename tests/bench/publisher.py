"""Corrects one story each time a line arrives: `python -m tests.bench.publisher`; answers "number moment".

The moment is time.monotonic() right after the commit; all processes of a machine share that clock.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

import django

TEXT = "Warga RT 05 membersihkan saluran air sejak pagi. " * 40


def main() -> None:
    django.setup()
    from kim.models import KimGroup
    from news import services
    from news.models import ArticlePage
    from tests.bench.probe import story_facts
    from users.models import User

    kim = KimGroup.objects.get(slug="bangun-mulya")
    ani, budi = User.objects.get(username="ani"), User.objects.get(username="budi")
    first = services.DraftInput(
        headline="Versi 0 saluran air", lead="Sejak pagi.", text=TEXT, **story_facts()
    )
    made = services.create_draft(kim=kim, user=ani, data=first)
    article = services.publish(article=made, user=budi)
    print(article.get_url(), flush=True)
    for line in sys.stdin:
        number = int(line)
        services.correct(
            article=ArticlePage.objects.get(pk=article.pk),
            user=budi,
            data=replace(first, headline=f"Versi {number} saluran air"),
            note=f"Perbaikan {number}.",
        )
        print(number, time.monotonic(), flush=True)


if __name__ == "__main__":
    main()
