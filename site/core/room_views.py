"""The landing page of the work rooms and the inbox."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core import paging
from core.idempotency import handled_once
from core.models import Notice
from core.notifications import mark_read
from core.room_access import room_view
from core.rooms import all_places_of, todos_of
from core.rooms_context import room_context
from core.rules.row_numbers import row_number

NOTICES_SHOWN = 50


@room_view
def landing(request: HttpRequest) -> HttpResponse:
    """What this person needs to do today, then every place there is for them."""
    todos = todos_of(request.user)
    places = [place for place in all_places_of(request.user) if place.name != "home"]
    context = {
        "room": room_context(request, current="home"),
        "first": todos[0] if todos else None,
        "todos": todos[1:],
        "todo_count": len(todos),
        "places": places,
    }
    return render(request, "core/rooms/landing.html", context)


@room_view
@handled_once
def inbox(request: HttpRequest) -> HttpResponse:
    """The newest notices; a POST marks one (`notice`) or all as read, and may go on to what it speaks of."""
    if request.method == "POST":
        number = request.POST.get("notice", "")
        chosen = Notice.objects.filter(recipient=request.user, pk=row_number(number)).first()
        if chosen is None and number:
            return redirect("inbox")
        mark_read(request.user, chosen.pk if chosen else None)
        # The address stands in our own row, never in the form.
        return redirect(chosen.url if chosen and chosen.url else "inbox")
    page = paging.cut(
        Notice.objects.filter(recipient=request.user),
        "created_at",
        before=request.GET.get("sebelum", ""),
        after=request.GET.get("sesudah", ""),
        size=NOTICES_SHOWN,
    )
    return render(request, "core/rooms/inbox.html", {"room": room_context(request), "page": page})
