"""`/lapor/`: a reader tells of a mistake, and follows the answer. No account, no cookie, no script."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, Site

from core import seo
from core.idempotency import handled_once
from core.notifications import whatsapp_share_url
from core.visitor import comes_from_elsewhere, unknown_visitor
from news import services
from news.forms.report import ReportForm
from news.models import ArticlePage
from news.selectors.reported_pages import page_of_kim_at, story_at
from news.selectors.reports import report_status
from news.views.public import site_root


@require_http_methods(["GET", "HEAD", "POST"])
@unknown_visitor
def report(request: HttpRequest) -> HttpResponse:
    """The form; `?halaman=/path/` names the page it is about."""
    address = request.GET.get("halaman", "")
    if request.method != "POST":
        page = _page_at(request, address) if address else None
        form = ReportForm(knows_page=page is not None, initial={"address": address[:600]})
        return _form_page(request, form, page)
    try:
        request.POST  # noqa: B018 read here, so that too much of it gets an answer in words
    except (RequestDataTooBig, TooManyFieldsSent):
        form = ReportForm(knows_page=False, initial={"address": address[:600]})
        message = _("Your report is too long to be read. Keep it within 2,000 letters and send it again.")
        return _form_page(request, form, None, status=413, problem=message)
    return _receive(request)


@handled_once
def _receive(request: HttpRequest) -> HttpResponse:
    page = _page_at(request, request.POST.get("address", ""))
    form = ReportForm(request.POST, knows_page=page is not None)
    if comes_from_elsewhere(request):
        message = _("Your report did not come from our own page. Read it once more and send it from here.")
        return _form_page(request, form, page, status=403, problem=message)
    if form.is_valid() and page is None:
        form.ask_for_address(
            _("We find no public page of a KIM at this address. Open the page, then copy its address again.")
        )
    if not form.is_valid() or page is None:
        return _form_page(request, form, page, status=422)
    # Only what would be stored counts: whoever mends a mistake in the form is not slowed down.
    if not ratelimit.consume(request, action="content_report"):
        message = _("Many reports came from this connection. Your text is still here; send it in a minute.")
        return _form_page(request, form, page, status=429, problem=message)
    made = services.receive_report(page=page, kim=page.kim, **form.details())
    return redirect("news:report_status", made.code)


def _page_at(request: HttpRequest, address: str) -> Any | None:
    return page_of_kim_at(site_root(request), address, hosts=_hosts(request))


def public_story(request: HttpRequest, address: str) -> ArticlePage | None:
    """The published story of this website at a pasted address."""
    return story_at(site_root(request), address, hosts=_hosts(request))


def _hosts(request: HttpRequest) -> set[str]:
    return {request.get_host(), *Site.objects.values_list("hostname", flat=True)}


def _form_page(
    request: HttpRequest,
    form: ReportForm,
    page: Page | None,
    *,
    status: int = 200,
    problem: str = "",
) -> HttpResponse:
    meta = seo.page_meta(
        request,
        name=_("Report a mistake"),
        description=_("Tell a KIM what is wrong on one of its pages. You get an answer within 48 hours."),
        robots="" if status == 200 and "halaman" not in request.GET else "noindex",
    )
    context = {"meta": meta, "form": form, "page": page, "problem": problem}
    return render(request, "news/report.html", context, status=status)


@require_safe
@unknown_visitor
def status(request: HttpRequest, code: str) -> HttpResponse:
    """The private page of one report: whoever has its address may read it."""
    report = report_status(code)
    if report is None:
        raise Http404
    address = seo.absolute(request, request.path)
    text = _("My report on “%(title)s” to %(kim)s: %(url)s") % {
        "title": report.page_title,
        "kim": report.kim_name,
        "url": address,
    }
    context = {
        "report": report,
        "address": address,
        "keep_url": whatsapp_share_url(text),
        "corrections_url": f"/{report.kim_slug}/koreksi/",
    }
    response = render(request, "news/report_status.html", context)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
