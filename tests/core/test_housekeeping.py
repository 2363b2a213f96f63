"""Old rows go, young ones stay."""

import datetime

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core import housekeeping, periodic
from core.models import HandledPost, KeyRaise, SignedLink
from users.models import User

DAY = datetime.timedelta(days=1)


def test_sweep_deletes_only_what_is_too_old(ani: User) -> None:
    now = timezone.now()
    for age in (6, 8):
        post = HandledPost.objects.create(actor="u1", view="x", key=f"k{age}")
        HandledPost.objects.filter(pk=post.pk).update(created_at=now - age * DAY)
        task = DBTaskResult.objects.create(
            task_path="x", args_kwargs={"args": [], "kwargs": {}}, status="SUCCESSFUL", backend_name="default"
        )
        DBTaskResult.objects.filter(pk=task.pk).update(finished_at=now - age * DAY)
    for age in (59, 61):
        SignedLink.objects.create(token_hash=f"h{age}", purpose="login", user=ani, expires_at=now - age * DAY)
    KeyRaise.objects.all().delete()
    for hours in (23, 25):
        row = KeyRaise.objects.create(keys=f"k{hours}")
        KeyRaise.objects.filter(pk=row.pk).update(made_at=now - datetime.timedelta(hours=hours))
    assert housekeeping.sweep(now) == (1, 1, 1, 1)
    assert list(KeyRaise.objects.values_list("keys", flat=True)) == ["k23"]
    assert list(HandledPost.objects.values_list("key", flat=True)) == ["k6"]
    assert list(SignedLink.objects.values_list("token_hash", flat=True)) == ["h59"]
    assert DBTaskResult.objects.count() == 1
    assert housekeeping.sweep(now) == (0, 0, 0, 0)


def test_sweep_is_a_daily_job() -> None:
    assert periodic._jobs["core.sweep"] == (86_400, housekeeping.sweep)
