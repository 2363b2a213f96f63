"""Joining and minifying stylesheets, and the hash that lets them stand inline."""

import base64
import gzip
import hashlib
from pathlib import Path

import pytest

from core.stylesheets import PUBLIC, ROOMS, bundle, csp_hash

STATIC = Path(__file__).resolve().parents[2] / "site" / "static"


def read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def minified(source: str) -> str:
    return bundle(["one"], {"one": source}.__getitem__)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("  \n\t ", ""),
        ("a { color : red ; }", "a{color :red}"),
        ("a {\n  color: red;\n}\n\nb {\n  margin: 0 auto;\n}\n", "a{color:red}b{margin:0 auto}"),
        ("/* x */a/* y */{ color: red }/* z */", "a{color:red}"),
        ("a{}/* { not ; a rule } */b{}", "a{}b{}"),
        ("ul > li , ol li { margin : 0 }", "ul>li,ol li{margin :0}"),
        ("a :hover{} a:hover{}", "a :hover{}a:hover{}"),
        (
            "@media screen and (min-width: 20em) { a { top: 0 } }",
            "@media screen and (min-width:20em){a{top:0}}",
        ),
        ("a{width:calc(100% - 2 * var(--s4))}", "a{width:calc(100% - 2 * var(--s4))}"),
        ("a{font: 700 1rem / 1.2 var(--serif)}", "a{font:700 1rem / 1.2 var(--serif)}"),
        (".a .b + .c ~ .d{}", ".a .b + .c ~ .d{}"),
        (".a:not( .b ) .c{}", ".a:not( .b ) .c{}"),
        ("@layer reset, tokens;\n@layer reset {}", "@layer reset,tokens;@layer reset{}"),
        ("a{b:c;;}", "a{b:c}"),
    ],
)
def test_bundle_removes_what_carries_no_meaning(source: str, expected: str) -> None:
    assert minified(source) == expected


@pytest.mark.parametrize(
    "kept",
    [
        '"  /* text */  "',
        "' a ; b '",
        '"a \\" { b"',
        "url(data:image/svg+xml;utf8, <svg a='1'>)",
        '" (" attr(href) ")"',
    ],
)
def test_bundle_keeps_quoted_text_and_addresses(kept: str) -> None:
    assert minified(f"a {{ content: {kept}; }}") == f"a{{content:{kept}}}"


def test_bundle_joins_in_the_order_given() -> None:
    sources = {"b": "b { c: d }", "a": "a { e: f }"}
    assert bundle(["b", "a"], sources.__getitem__) == "b{c:d}a{e:f}"


def test_bundle_lets_the_readers_error_through() -> None:
    with pytest.raises(KeyError):
        bundle(["absent"], {}.__getitem__)


def test_bundle_is_stable_when_minified_again() -> None:
    once = bundle(PUBLIC + ROOMS, read)
    assert minified(once) == once


def test_csp_hash_is_the_quoted_sha256_of_the_bytes() -> None:
    css = 'a::before{content:"é"}'
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode()
    assert csp_hash(css) == f"'sha256-{digest}'"


def test_csp_hash_of_the_empty_text_is_the_known_value() -> None:
    assert csp_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_every_stylesheet_in_the_folder_is_listed_once() -> None:
    there = sorted(str(path.relative_to(STATIC)) for path in (STATIC / "css").rglob("*.css"))
    listed = sorted(name for name in PUBLIC + ROOMS)
    assert [name for name in there if name.count("/") == 1 or "components" in name] == listed


def test_public_bundle_fits_beside_the_html_in_one_window() -> None:
    css = bundle(PUBLIC, read)
    size = len(gzip.compress(css.encode(), 6))
    assert (size <= 7 * 1024) is True, f"public CSS is {size} bytes gzipped"


def test_public_bundle_opens_with_the_layer_order() -> None:
    assert bundle(PUBLIC, read).startswith("@layer reset,tokens,base,components,utilities;@layer tokens{")


def test_braces_of_both_bundles_are_balanced() -> None:
    for names in (PUBLIC, ROOMS):
        css = bundle(names, read)
        assert css.count("{") == css.count("}")


def test_bundles_ask_nothing_from_elsewhere() -> None:
    css = bundle(PUBLIC + ROOMS, read)
    assert [word for word in ("@import", "@font-face", "http:", "https:", "url(", "</") if word in css] == []
