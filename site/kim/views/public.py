"""Public addresses of kim beside its pages: the list of all KIM, the way to a KIM's WhatsApp."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core import seo
from core.cache import for_readers
from core.notifications import whatsapp_share_url
from kim.selectors import public

# A path of this website and nothing else may be named in the ready text.
_OWN_PATH = re.compile(r"/[a-z0-9/-]{1,200}/")


@require_safe
@for_readers
def kim_list(request: HttpRequest) -> HttpResponse:
    """Every KIM of the network, by district."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    districts = public.kims_by_district(site.root_page)
    meta = seo.page_meta(
        request,
        name=_("All KIM"),
        description=_("The information groups of the villages, by district."),
        json_ld=(
            seo.breadcrumbs(
                (_("Front page"), seo.absolute(request, "/")), ("KIM", seo.absolute(request, "/kim/"))
            ),
        ),
    )
    total = sum(len(district.kims) for district in districts)
    return render(
        request, "kim/kim_list.html", {"meta": meta, "districts": districts, "total": total, "section": "kim"}
    )


@require_safe
def whatsapp(request: HttpRequest, slug: str) -> HttpResponse:
    """Sends the reader to the KIM's WhatsApp. `?halaman=/path/` names the page the message is about.

    Without a number, or once the KIM is closed, its home says what else there is: printed codes stay good.
    """
    site = Site.find_for_request(request)
    kim = public.kim_of_slug(site.root_page, slug) if site else None
    if kim is None:
        raise Http404
    if not kim.whatsapp or kim.status == kim.Status.CLOSED:
        return _no_trace(HttpResponseRedirect(kim.page.get_url(request)))
    page = request.GET.get("halaman", "")
    if _OWN_PATH.fullmatch(page):
        text = _("Hello %(kim)s, I found something to correct on this page: %(url)s") % {
            "kim": kim.name,
            "url": seo.absolute(request, page),
        }
    else:
        text = _("Hello %(kim)s, ") % {"kim": kim.name}
    return _no_trace(HttpResponseRedirect(whatsapp_share_url(text, kim.whatsapp)))


def _no_trace(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response
