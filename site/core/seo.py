"""What search engines and chat previews read in the head of a page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from wagtail.models import Site

from core.pictures import rendition_spec

DESCRIPTION_LENGTH = 160
DEFAULT_CARD = "icons/share-card.jpg"
CARD_SIZE = (1200, 630)
# In JSON inside HTML these could end the element or open a comment; \u escapes mean the same to every reader.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class MetaImage:
    """`url` is absolute; sizes in pixels."""

    url: str
    width: int
    height: int
    alt: str = ""
    media_type: str = "image/jpeg"


@dataclass(frozen=True)
class PageMeta:
    """Everything the head of a public page says. `title` is the whole title, `name` the page's own."""

    title: str
    name: str
    description: str
    canonical: str
    site_name: str
    image: MetaImage
    kind: str = "website"
    published: str = ""
    modified: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    robots: str = ""
    feed_url: str = ""
    feed_title: str = ""
    json_ld: tuple[dict[str, Any], ...] = field(default=())

    @property
    def scripts(self) -> SafeString:
        """JSON-LD as data blocks: no browser runs them."""
        blocks = "".join(
            f'<script type="application/ld+json">{as_json(item)}</script>' for item in self.json_ld
        )
        return mark_safe(blocks)  # noqa: S308 every "<" inside is escaped by as_json


def as_json(item: dict[str, Any]) -> str:
    """Compact JSON that may stand inside HTML; empty values are left out."""
    full = {
        "@context": "https://schema.org",
        **{key: value for key, value in item.items() if value not in ("", None, [])},
    }
    return json.dumps(full, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def one_line(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """The text on one line, cut at a word with an ellipsis."""
    return Truncator(" ".join(text.split())).chars(length)


def root_url(request: HttpRequest | None) -> str:
    """Scheme and host of the Site that answers this request, without a slash at the end."""
    site = Site.find_for_request(request)
    return str(site.root_url) if site else ""


def absolute(request: HttpRequest | None, address: str) -> str:
    """An address of this website with its host; one that already has a host stays as it is."""
    return address if "://" in address else root_url(request) + address


def default_image(request: HttpRequest | None) -> MetaImage:
    """The card of the network, for pages without a picture of their own."""
    return MetaImage(absolute(request, static(DEFAULT_CARD)), *CARD_SIZE)


def image_of(request: HttpRequest | None, image: Any) -> MetaImage | None:
    """The largest public JPEG of an image (renditions prefetched); None while there is none."""
    if image is None:
        return None
    by_spec = {rendition.filter_spec: rendition for rendition in image.renditions.all()}
    for width in (1080, 720, 360):
        made = by_spec.get(rendition_spec(width, "jpeg"))
        if made is not None:
            return MetaImage(absolute(request, made.url), made.width, made.height, image.alt_text)
    return None


def page_meta(
    request: HttpRequest, *, name: str, description: str, path: str = "", **fields: Any
) -> PageMeta:
    """PageMeta of an address. `path` defaults to the request's own, without its query string.

    `full_title` replaces "name – network"; `image` may be None (the network's card stands in).
    """
    from core.models import NetworkSettings

    network = NetworkSettings.for_request(request)
    title = fields.pop("full_title", "") or f"{name} – {network.network_name}"
    image = fields.pop("image", None) or default_image(request)
    return PageMeta(
        title=title,
        name=name,
        description=one_line(description),
        canonical=absolute(request, path or request.path),
        site_name=f"{network.network_name} {network.region_name}",
        image=image,
        **fields,
    )


def breadcrumbs(*steps: tuple[str, str]) -> dict[str, Any]:
    """BreadcrumbList of (name, absolute address) from the front down."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": url}
            for number, (name, url) in enumerate(steps, start=1)
        ],
    }
