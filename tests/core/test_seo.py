"""The head of a page: JSON that cannot break out of HTML, descriptions, breadcrumbs."""

import json

import pytest

from core import seo


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a & b", "a\u2028b", "“Air”"])
def test_json_in_html_has_no_markup_and_keeps_the_text(text: str) -> None:
    written = seo.as_json({"name": text})
    assert [letter for letter in "<>&\u2028\u2029" if letter in written] == []
    assert json.loads(written) == {"@context": "https://schema.org", "name": text}


def test_json_leaves_out_what_is_empty() -> None:
    assert json.loads(
        seo.as_json({"name": "KIM", "url": "", "image": [], "editor": None, "free": False})
    ) == {
        "@context": "https://schema.org",
        "name": "KIM",
        "free": False,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Satu\n baris", "Satu baris"), ("x" * 200, "x" * 159 + "…"), ("", "")],
)
def test_description_is_one_short_line(text: str, expected: str) -> None:
    assert seo.one_line(text) == expected


def test_breadcrumbs_are_numbered_from_the_front() -> None:
    crumbs = seo.breadcrumbs(("Depan", "http://x/"), ("KIM", "http://x/kim/"))
    assert crumbs == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Depan", "item": "http://x/"},
            {"@type": "ListItem", "position": 2, "name": "KIM", "item": "http://x/kim/"},
        ],
    }


def test_absolute_leaves_an_address_with_a_host_alone() -> None:
    assert seo.absolute(None, "https://media.example/a.jpg") == "https://media.example/a.jpg"
