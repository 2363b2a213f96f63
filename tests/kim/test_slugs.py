"""Addresses of KIM: made from names, never a first word of the website."""

import re

import pytest
from django.urls import get_resolver

from kim.rules.slugs import RESERVED_SLUGS, village_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bangun Mulya", "bangun-mulya"),
        ("Nipah-Nipah", "nipah-nipah"),
        ("Api – Api", "api-api"),
        ("  Déwa  (Baru) ", "dewa-baru"),
        ("Sesulu 2", "sesulu-2"),
        ("文", ""),
        ("a" * 49 + " b", "a" * 49),
    ],
)
def test_village_slug_keeps_small_letters_digits_and_hyphens(name: str, slug: str) -> None:
    assert village_slug(name) == slug


def first_words() -> set[str]:
    routes = [str(pattern.pattern).lstrip("^") for pattern in flat(get_resolver().url_patterns)]
    words = {re.match(r"[a-z0-9-]*", route)[0].rstrip("-") for route in routes}  # type: ignore[index]
    return words - {""}


def flat(patterns: list) -> list:
    """Patterns of the root, with what apps add at the empty path; Wagtail's page route has no first word."""
    found = []
    for pattern in patterns:
        if str(pattern.pattern) == "" and hasattr(pattern, "url_patterns"):
            found += flat(pattern.url_patterns)
        else:
            found.append(pattern)
    return found


def test_every_first_word_of_the_website_is_reserved() -> None:
    assert sorted(first_words() - RESERVED_SLUGS) == []
