"""A repeated post counts once and gets the first answer."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from core.idempotency import handled_once, new_key
from core.models import HandledPost, Notice
from users.models import User


@handled_once
def write_notice(request: HttpRequest) -> HttpResponse:
    if not request.POST.get("text"):
        return HttpResponse("lagi", status=422)
    notice = Notice.objects.create(recipient=request.user, text=request.POST["text"], key=new_key())
    return HttpResponseRedirect(f"/ruang/kotak/#{notice.pk}")


def post(user: Any, **data: str) -> HttpResponse:
    request = RequestFactory().post("/ruang/", data)
    request.user = user
    return write_notice(request)


def test_post_five_times_counts_once(ani: User) -> None:
    answers = [post(ani, text="halo", idempotency_key="kunci-1") for _ in range(5)]
    assert Notice.objects.count() == 1
    assert {answer.url for answer in answers} == {f"/ruang/kotak/#{Notice.objects.get().pk}"}  # type: ignore[attr-defined]


def test_bad_input_leaves_the_key_free(ani: User) -> None:
    assert post(ani, text="", idempotency_key="kunci-2").status_code == 422
    assert HandledPost.objects.count() == 0
    assert post(ani, text="halo", idempotency_key="kunci-2").status_code == 302
    assert Notice.objects.count() == 1


def test_same_key_of_two_people_are_two_posts(ani: User, budi: User) -> None:
    post(ani, text="halo", idempotency_key="kunci-3")
    post(budi, text="halo", idempotency_key="kunci-3")
    assert sorted(Notice.objects.values_list("recipient__username", flat=True)) == ["ani", "budi"]


def test_post_without_key_is_not_remembered(ani: User) -> None:
    post(ani, text="halo")
    post(ani, text="halo")
    assert (Notice.objects.count(), HandledPost.objects.count()) == (2, 0)


def test_failure_inside_leaves_nothing(ani: User) -> None:
    @handled_once
    def broken(request: HttpRequest) -> HttpResponse:
        Notice.objects.create(recipient=request.user, text="x", key="k")
        raise RuntimeError("boom")

    request = RequestFactory().post("/ruang/", {"idempotency_key": "kunci-4"})
    request.user = ani
    with pytest.raises(RuntimeError):
        broken(request)
    assert (Notice.objects.count(), HandledPost.objects.count()) == (0, 0)


def test_anonymous_posts_share_one_actor(db: Any) -> None:
    @handled_once
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponseRedirect("/selesai/")

    for _ in range(2):
        request = RequestFactory().post("/lapor/", {"idempotency_key": "kunci-5"})
        request.user = AnonymousUser()
        assert answer(request).status_code == 302
    assert list(HandledPost.objects.values_list("actor", "location")) == [("anonymous", "/selesai/")]
