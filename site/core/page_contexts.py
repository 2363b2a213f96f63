"""What a page type shows beyond its own fields: the app registers a selector, the model imports nothing above it."""

from collections.abc import Callable
from typing import Any

Builder = Callable[[Any, Any], dict[str, Any]]
GoneBuilder = Callable[[Any, Any], dict[str, Any] | None]

_builders: dict[type, Builder] = {}
_gone: dict[type, tuple[str, GoneBuilder]] = {}


def register_page_context(page_type: type, build: Builder) -> None:
    """`build(page, request)` returns template variables for pages of this type."""
    _builders[page_type] = build


def page_context(page: Any, request: Any) -> dict[str, Any]:
    """Template variables for this page; empty when nothing is registered for its type."""
    build = _builders.get(type(page))
    return build(page, request) if build else {}


def register_gone_context(page_type: type, template: str, build: GoneBuilder) -> None:
    """`build(page, request)`: what readers may still know of a page that was taken back; None for nothing."""
    _gone[page_type] = (template, build)


def gone_page(page: Any | None, request: Any) -> tuple[str, dict[str, Any]]:
    """Template and variables of the answer "it is gone"; the plain one when the type has nothing to say."""
    if page is not None and page.specific_class in _gone:
        template, build = _gone[page.specific_class]
        context = build(page.specific, request)
        if context is not None:
            return template, context
    return "410.html", {}
