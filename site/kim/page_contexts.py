"""What the pages of kim show: sections and the words for search engines."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from core import seo
from core.models import NetworkSettings, StandardPage
from core.page_contexts import register_page_context
from core.page_routes import register_page_loading
from core.sections import build_sections, columns_of
from kim.models import KimPage, PortalPage, RegencyPage
from kim.selectors import public

GUIDELINES = "/pedoman-media-siber/"


def regency_context(page: RegencyPage, request: Any) -> dict[str, Any]:
    network = NetworkSettings.for_request(request)
    name = f"{network.network_name} {network.region_name}"
    home = seo.absolute(request, "/")
    meta = seo.page_meta(
        request,
        name=name,
        full_title=f"{name}: {network.tagline}",
        description=_("News from the villages of %(region)s, written by their own information groups.")
        % {"region": network.region_name},
        path=page.get_url(request) or "/",
        feed_url=seo.absolute(request, "/rss.xml"),
        feed_title=name,
        json_ld=(
            {"@type": "WebSite", "name": name, "url": home, "inLanguage": "id"},
            {
                "@type": "NewsMediaOrganization",
                "name": name,
                "url": home,
                "publishingPrinciples": seo.absolute(request, GUIDELINES),
                "parentOrganization": {"@type": "GovernmentOrganization", "name": network.office_name}
                if network.office_name
                else "",
            },
        ),
    )
    return {"meta": meta, "columns": columns_of(build_sections("front", page))}


def organisation(page: KimPage, request: Any) -> dict[str, Any]:
    """A KIM as schema.org NewsMediaOrganization."""
    kim = page.kim
    village = kim.village
    return {
        "@type": "NewsMediaOrganization",
        "name": kim.name,
        "url": page.get_full_url(request),
        "description": kim.tagline,
        "foundingDate": str(kim.founded_year or ""),
        "publishingPrinciples": seo.absolute(request, GUIDELINES),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": village.name,
            "addressRegion": village.parent.name if village.parent else "",
            "addressCountry": "ID",
        },
    }


def kim_context(page: KimPage, request: Any) -> dict[str, Any]:
    kim = page.kim
    place = public.place_of(kim.village)
    address = page.get_full_url(request) or ""
    meta = seo.page_meta(
        request,
        name=f"{kim.name}, {kim.village.name}",
        description=kim.tagline or _("News from %(place)s.") % {"place": place},
        path=address,
        image=seo.image_of(request, page.cover),
        feed_url=f"{address}rss.xml",
        feed_title=kim.name,
        json_ld=(
            organisation(page, request),
            seo.breadcrumbs((_("Front page"), seo.absolute(request, "/")), (kim.name, address)),
        ),
    )
    columns = columns_of(build_sections("kim_home", page))
    return {"meta": meta, "kim": kim, "columns": columns, "section": "kim"}


def portal_context(page: PortalPage, request: Any) -> dict[str, Any]:
    regencies = [
        {"name": child.title, "url": child.get_url(request)}
        for child in RegencyPage.objects.child_of(page).live()
    ]
    meta = seo.page_meta(request, name=page.title, description=page.search_description or page.title)
    return {"meta": meta, "regencies": regencies}


def standard_context(page: StandardPage, request: Any) -> dict[str, Any]:
    address = page.get_full_url(request) or ""
    meta = seo.page_meta(
        request,
        name=page.title,
        description=page.search_description or page.introduction or page.title,
        path=address,
        json_ld=(seo.breadcrumbs((_("Front page"), seo.absolute(request, "/")), (page.title, address)),),
    )
    return {"meta": meta, "section": "tentang" if page.slug == "tentang" else ""}


def register() -> None:
    """Called once from AppConfig.ready()."""
    register_page_context(RegencyPage, regency_context)
    register_page_context(KimPage, kim_context)
    register_page_context(PortalPage, portal_context)
    register_page_context(StandardPage, standard_context)
    register_page_loading(KimPage, public.kim_page_joins)
