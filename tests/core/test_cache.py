"""Who may keep a page: shared caches for anonymous readers, nobody for people who are signed in."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.cache import PRIVATE, PUBLIC, for_readers


@pytest.mark.parametrize(
    ("method", "status", "cookies", "expected"),
    [
        ("GET", 200, {}, PUBLIC),
        ("HEAD", 200, {}, PUBLIC),
        ("GET", 200, {"lain": "1"}, PUBLIC),
        ("GET", 200, {"sessionid": "x"}, PRIVATE),
        ("GET", 302, {}, PRIVATE),
        ("GET", 404, {}, PRIVATE),
        ("POST", 200, {}, PRIVATE),
    ],
)
def test_cache_header_by_reader(method: str, status: int, cookies: dict[str, str], expected: str) -> None:
    request = RequestFactory().generic(method, "/")
    request.COOKIES.update(cookies)
    response = for_readers(lambda request: HttpResponse(status=status))(request)
    assert response["Cache-Control"] == expected


def test_cache_header_of_the_view_itself_stays() -> None:
    answer = HttpResponse(headers={"Cache-Control": "private, no-store"})
    assert (
        for_readers(lambda request: answer)(RequestFactory().get("/"))["Cache-Control"] == "private, no-store"
    )
