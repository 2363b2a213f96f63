"""Links that act: expiring, single-use, newest wins."""

import datetime

import pytest
import time_machine

from core import signed_links
from core.models import SignedLink
from users.models import User


def issue(user: User, by: User) -> str:
    return signed_links.issue(purpose=SignedLink.Purpose.LOGIN, issued_by=by, user=user)


def test_link_works_once(ani: User, budi: User) -> None:
    token = issue(ani, budi)
    assert signed_links.use(token).user == ani
    with pytest.raises(signed_links.LinkUnusable):
        signed_links.use(token)


def test_token_itself_is_not_stored(ani: User, budi: User) -> None:
    token = issue(ani, budi)
    row = SignedLink.objects.get()
    assert token not in {row.token_hash, str(row.pk)}
    assert len(row.token_hash) == 64


def test_unknown_token_is_refused(db: None) -> None:
    with pytest.raises(signed_links.LinkUnusable):
        signed_links.look_up("karangan")


def test_link_ends_after_its_lifetime(ani: User, budi: User) -> None:
    with time_machine.travel(datetime.datetime(2026, 11, 20, 8, 0, tzinfo=datetime.UTC), tick=False) as clock:
        token = issue(ani, budi)
        clock.shift(datetime.timedelta(hours=23, minutes=59))
        assert signed_links.look_up(token).user == ani
        clock.shift(datetime.timedelta(minutes=1))
        with pytest.raises(signed_links.LinkUnusable):
            signed_links.look_up(token)


def test_newer_link_ends_the_older(ani: User, budi: User) -> None:
    old, new = issue(ani, budi), issue(ani, budi)
    with pytest.raises(signed_links.LinkUnusable):
        signed_links.look_up(old)
    assert signed_links.look_up(new).user == ani
