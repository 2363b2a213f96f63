"""Rows that have done their work: handled posts, used links, finished tasks."""

import datetime

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.models import HandledPost, KeyRaise, SignedLink

# A phone repeats a post within minutes; a week is generous.
HANDLED_POSTS = datetime.timedelta(days=7)
FINISHED_TASKS = datetime.timedelta(days=7)
# An expired link is still recognised as "expired" for a while, then it is unknown like any other.
ENDED_LINKS = datetime.timedelta(days=60)
# A process that did not read the log for half of this forgets all it stored (core.key_watch).
RAISED_KEYS = datetime.timedelta(days=1)


def sweep(now: datetime.datetime | None = None) -> tuple[int, int, int, int]:
    """Deletes what is too old to matter; returns how many (posts, links, tasks, raises). Safe to run twice."""
    now = now or timezone.now()
    posts, _ = HandledPost.objects.filter(created_at__lt=now - HANDLED_POSTS).delete()
    links, _ = SignedLink.objects.filter(expires_at__lt=now - ENDED_LINKS).delete()
    tasks, _ = DBTaskResult.objects.finished().filter(finished_at__lt=now - FINISHED_TASKS).delete()
    raises, _ = KeyRaise.objects.filter(made_at__lt=now - RAISED_KEYS).delete()
    return posts, links, tasks, raises
