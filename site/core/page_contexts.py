"""What a page type shows beyond its own fields: the app registers a selector, the model imports nothing above it."""

from collections.abc import Callable
from typing import Any

Builder = Callable[[Any, Any], dict[str, Any]]

_builders: dict[type, Builder] = {}


def register_page_context(page_type: type, build: Builder) -> None:
    """`build(page, request)` returns template variables for pages of this type."""
    _builders[page_type] = build


def page_context(page: Any, request: Any) -> dict[str, Any]:
    """Template variables for this page; empty when nothing is registered for its type."""
    build = _builders.get(type(page))
    return build(page, request) if build else {}
