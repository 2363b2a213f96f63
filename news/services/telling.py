"""Who hears of what happened to a story, and in which words."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.notifications import notify
from kim.models import KimGroup, Membership
from news.models import ArticlePage
from users.roles import KIM_ROLES, Act, roles_that_may


def reviewers_of(kim: KimGroup) -> list[Any]:
    """The people who read for this KIM before publication: its editors, or its coaches by policy."""
    if kim.review_policy == KimGroup.ReviewPolicy.OFFICE:
        return coaches_of(kim)
    return _people(Q(kim=kim, role__in=roles_that_may(Act.REVIEW) & KIM_ROLES))


def editors_of(kim: KimGroup) -> list[Any]:
    """The people of the KIM itself who may publish for it."""
    return _people(Q(kim=kim, role__in=roles_that_may(Act.PUBLISH) & KIM_ROLES))


def coaches_of(kim: KimGroup) -> list[Any]:
    """The coaches and the office of the regions that hold this KIM."""
    codes = [".".join(kim.village.code.split(".")[:end]) for end in range(1, 5)]
    return _people(Q(role__in=roles_that_may(Act.COACH), region__code__in=codes))


def _people(scope: Q) -> list[Any]:
    rows = Membership.objects.active().filter(scope)
    return list(get_user_model().objects.filter(memberships__in=rows, is_active=True).distinct())


def tell_about(event: str, facts: dict[str, Any]) -> int:
    """Writes the notices of one event (`news.signals` without `story_`); returns how many are new."""
    article = (
        ArticlePage.objects.select_related("kim__village", "owner").filter(pk=facts["article_id"]).first()
    )
    if article is None:
        return 0
    title = article.draft_title or article.title
    by = facts.get("by_id")
    to_writer = [article.owner] if article.owner and article.owner_id != by else []
    desk = reverse("news:desk_read", args=[article.pk])
    room = reverse("news:write", args=[article.pk])
    if event == "submitted":
        people = [person for person in reviewers_of(article.kim) if person.pk != by]
        return notify(
            recipients=people,
            text=_("“%(title)s” waits for you to read it.") % {"title": title},
            url=desk,
            key=f"submitted-{article.pk}-{article.latest_revision_id}",
        )
    if event == "returned":
        row = article.returns.filter(pk=facts["return_id"]).first()
        count = row.reasons.count() if row else 0
        text = _("“%(title)s” came back with %(n)d notes.") % {"title": title, "n": count}
        return notify(recipients=to_writer, text=text, url=room, key=f"returned-{facts['return_id']}")
    if event == "published":
        text = _("“%(title)s” is published. Share it with your neighbours.") % {"title": title}
        return notify(
            recipients=to_writer,
            text=text,
            url=article.url or room,
            key=f"published-{article.live_revision_id}",
        )
    if event == "scheduled":
        moment = timezone.localtime(datetime.datetime.fromisoformat(facts["at"]))
        text = _("“%(title)s” will be published on %(when)s.") % {
            "title": title,
            "when": date_format(moment, "j F Y, H.i"),
        }
        return notify(recipients=to_writer, text=text, url=room, key=f"scheduled-{article.pk}-{facts['at']}")
    if event == "corrected":
        text = _("A correction was published with “%(title)s”.") % {"title": title}
        return notify(
            recipients=to_writer,
            text=text,
            url=article.url or room,
            key=f"corrected-{facts['correction_id']}",
        )
    if event == "withdrawn":
        text = _("“%(title)s” was withdrawn. Ask your editor about it.") % {"title": title}
        return notify(recipients=to_writer, text=text, url=room, key=f"withdrawn-{article.pk}-{by}")
    if event == "schedule_failed":
        text = _("“%(title)s” could not be published at its hour. Open it to see why.") % {"title": title}
        people = [*reviewers_of(article.kim), *to_writer]
        return notify(
            recipients=people, text=text, url=desk, key=f"failed-{article.pk}-{article.latest_revision_id}"
        )
    raise ValueError(f"unknown event {event}")
