"""Prefixes, joining and following of former addresses: pure."""

from __future__ import annotations

import doctest
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules import former_addresses
from core.rules.former_addresses import Gone, Moved, Standing, follow, joined, prefixes

words = st.text(alphabet="abc-1", min_size=1, max_size=4)
places = st.lists(words, min_size=1, max_size=6).map(lambda parts: f"/{'/'.join(parts)}/")


def ask(
    path: str, rows: Mapping[str, str | None], here: Sequence[str] = (), gone: Sequence[str] = ()
) -> Moved | Gone | None:
    def standing(address: str) -> Standing:
        if address in here:
            return Standing.HERE
        return Standing.GONE if address in gone else Standing.NOTHING

    return follow(path, lambda paths: {word: rows[word] for word in paths if word in rows}, standing)


def test_examples_of_the_module_hold() -> None:
    assert doctest.testmod(former_addresses).failed == 0


@pytest.mark.parametrize("path", ["", "/", "//", "/a//b/", "a/b/", "/" + "a/" * 13, "/a\x00/"])
def test_no_prefixes_of_what_is_no_address(path: str) -> None:
    assert prefixes(path) == []


@given(places)
def test_prefixes_begin_the_path_longest_first(path: str) -> None:
    found = prefixes(path)
    assert found[0] == path
    assert all(path.startswith(word) and word.endswith("/") for word in found)
    assert [word.count("/") for word in found] == list(range(path.count("/"), 1, -1))


@given(places, places, places)
def test_joined_keeps_what_follows(old: str, rest: str, new: str) -> None:
    assert joined(old + rest[1:], old, new) == new + rest[1:]


def test_longest_former_prefix_decides() -> None:
    rows = {"/lama/": "/baru/", "/lama/berita/panen/": "/lain/berita/panen/"}
    here = ["/lain/berita/panen/", "/baru/berita/panen/", "/baru/berita/jalan/"]
    assert ask("/lama/berita/panen/", rows, here) == Moved("/lain/berita/panen/")
    assert ask("/lama/berita/jalan/", rows, here) == Moved("/baru/berita/jalan/")


def test_two_moves_are_one_redirect() -> None:
    rows = {"/satu/": "/dua/", "/dua/": "/tiga/"}
    assert ask("/satu/berita/x/", rows, ["/tiga/berita/x/"]) == Moved("/tiga/berita/x/")


def test_circle_ends_in_what_was_taken_back() -> None:
    rows = {"/satu/": "/dua/", "/dua/": "/satu/"}
    assert ask("/satu/x/", rows) is None
    assert ask("/satu/x/", rows, gone=["/dua/x/"]) == Moved("/dua/x/")
    assert ask("/satu/x/", rows, gone=["/satu/x/"]) == Gone()


def test_gone_target_is_gone_with_all_below() -> None:
    assert ask("/lama/berita/x/", {"/lama/": None}) == Gone()


def test_address_of_another_website_is_absolute() -> None:
    assert ask("/lama/x/", {"/lama/": "https://lain.example/kim/"}) == Moved("https://lain.example/kim/x/")


def test_unknown_address_was_never_public() -> None:
    assert ask("/apa/saja/", {}) is None
    assert ask("/apa/saja/", {}, gone=["/apa/saja/"]) == Gone()


@given(
    places,
    st.dictionaries(places, st.one_of(st.none(), places), max_size=8),
    st.sets(places, max_size=4),
    st.sets(places, max_size=4),
)
def test_following_always_ends_and_never_leads_to_itself(
    path: str, rows: dict[str, str | None], here: set[str], gone: set[str]
) -> None:
    answer = ask(path, rows, sorted(here - {path}), sorted(gone))
    assert answer is None or answer == Gone() or (isinstance(answer, Moved) and answer.to != path)
