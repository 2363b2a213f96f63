"""Commands of kim: create a KIM and invite its chair from the shell."""

import io

import pytest
from django.core.management import CommandError, call_command

from kim.models import Invitation, KimGroup
from users.models import User


def run(*args: str) -> str:
    out = io.StringIO()
    call_command("create_kim", *args, stdout=out)
    return out.getvalue()


def test_create_kim_twice_changes_nothing(db: None) -> None:
    assert run("64.09.02.2004") == "KIM Bangun Mulya: dibuat, /bangun-mulya/\n"
    assert run("64.09.02.2004") == "KIM Bangun Mulya: sudah ada, /bangun-mulya/\n"
    assert KimGroup.objects.count() == 1


def test_create_kim_with_a_chair_prints_the_invitation_once(gita: User) -> None:
    args = ("64.09.03.2001", "--by", "gita", "--chair", "Rahmat Hidayat", "--phone", "+6281250001234")
    first = run(*args)
    assert first.startswith("KIM Babulu Darat: dibuat, /babulu-darat/\n")
    assert first.count("/t/") == 1
    assert run(*args) == "KIM Babulu Darat: sudah ada, /babulu-darat/\n"
    assert list(Invitation.objects.values_list("full_name", "role", "kim__slug")) == [
        ("Rahmat Hidayat", "chair", "babulu-darat")
    ]


def test_create_kim_refuses_those_who_do_not_look_after_the_region(ani: User) -> None:
    with pytest.raises(CommandError):
        run("64.09.03.2001", "--by", "ani", "--chair", "Rahmat Hidayat")
    with pytest.raises(CommandError):
        run("64.09.03.2001", "--chair", "Rahmat Hidayat")
    with pytest.raises(CommandError):
        run("64.09.02")
    assert KimGroup.objects.count() == 1
