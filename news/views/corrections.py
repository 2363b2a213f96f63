"""`/koreksi/`: what was put right, in the network and in one KIM."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import seo
from core.cache import for_readers
from kim.models import KimGroup
from kim.selectors.public import kim_of_slug
from news.selectors.corrections import corrections_below
from news.views.public import site_root


@require_safe
@for_readers
def network_corrections(request: HttpRequest) -> HttpResponse:
    return _list(
        request,
        site_root(request),
        name=_("Corrections"),
        description=_("What all KIM of the network have put right in their stories."),
        above=(),
    )


@require_safe
@for_readers
def kim_corrections(request: HttpRequest, slug: str) -> HttpResponse:
    kim = kim_of_slug(site_root(request), slug)
    if kim is None:
        raise Http404
    home = kim.page.get_url(request) or ""
    return _list(
        request,
        kim.page,
        name=_("Corrections of %(kim)s") % {"kim": kim.name},
        description=_("What %(kim)s has put right in its stories.") % {"kim": kim.name},
        above=((kim.name, home),),
        kim=kim,
        kim_url=home,
    )


def _list(
    request: HttpRequest,
    root: Any,
    *,
    name: str,
    description: str,
    above: tuple[tuple[str, str], ...],
    kim: KimGroup | None = None,
    **context: Any,
) -> HttpResponse:
    """`above` are the pages between the front and this one."""
    listing = corrections_below(
        root, kim=kim, before=request.GET.get("sebelum", ""), after=request.GET.get("sesudah", "")
    )
    steps = ((_("Front page"), "/"), *above, (_("Corrections"), request.path))
    meta = seo.page_meta(
        request,
        name=name,
        description=description,
        robots="" if listing.is_first else "noindex, follow",
        json_ld=(seo.breadcrumbs(*((word, seo.absolute(request, url)) for word, url in steps)),),
    )
    values = {"meta": meta, "listing": listing, "section": "kim" if kim else "", "kim": kim, **context}
    return render(request, "news/corrections.html", values)
