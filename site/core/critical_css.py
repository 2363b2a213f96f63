"""The critical CSS of public pages: read once, stands inline under a CSP hash."""

from functools import cache

from django.contrib.staticfiles import finders

from core import stylesheets


def _read(name: str) -> str:
    path = finders.find(name)
    if not path:
        raise FileNotFoundError(f"stylesheet {name} is not among the static files")
    with open(path, encoding="utf-8") as file:
        return file.read()


@cache
def critical_css() -> str:
    """The whole public stylesheet, minified."""
    return stylesheets.bundle(stylesheets.PUBLIC, _read)


@cache
def critical_css_hash() -> str:
    """The CSP source of the inline stylesheet, `'sha256-…'` with its quotes."""
    value = stylesheets.csp_hash(critical_css())
    return value if value.startswith("'") else f"'{value}'"
