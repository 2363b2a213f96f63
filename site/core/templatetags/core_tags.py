"""Tags every template may load: the critical CSS, icons, pictures, dates in words."""

import datetime
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core import when
from core.critical_css import critical_css as read_critical_css

register = template.Library()


@register.simple_tag
def critical_css() -> SafeString:
    """The text of the inline stylesheet; its hash stands in the response's policy."""
    return mark_safe(read_critical_css())  # noqa: S308 our own static file


@register.simple_tag
def icon(name: str) -> SafeString:
    """An inline SVG symbol; always beside a word, so hidden from screen readers."""
    return mark_safe(get_template(f"icons/{name}.svg").render())  # noqa: S308 our own icon


@register.filter
def ago(moment: datetime.datetime | None) -> str:
    """Relative up to a week ("3 jam lalu"), then the date in words."""
    return when.relative(moment, timezone.now()) if moment else ""


@register.filter
def day(moment: datetime.datetime | datetime.date | None) -> str:
    """A date in words, for example "Sabtu, 21 November 2026"."""
    return when.long_date(moment) if moment else ""


@register.inclusion_tag("components/picture.html")
def picture(
    image: Any, sizes: str = "100vw", alt: str | None = None, lazy: bool = True, widest: int = 1080
) -> dict[str, Any]:
    """A picture from the sizes that were made at upload; never makes one in a reader's request.

    `widest` is the largest width offered: 360 for thumbnails, which then need no `sizes`.
    """
    from core.pictures import picture_sources

    sources = picture_sources(image, widest) if image is not None else None
    return {
        "sources": sources,
        "sizes": sizes if widest > 360 else "",
        "alt": alt if alt is not None else (image.alt_text if image is not None else ""),
        "lazy": lazy,
    }


@register.simple_tag
def idempotency_key() -> SafeString:
    """The hidden key that lets a repeated post count once; a shown-again form gets a fresh one."""
    from core.idempotency import FIELD, new_key

    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, new_key())
