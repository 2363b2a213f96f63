"""Questions of the rooms of a KIM's data and of the office."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from core.row_paging import page_beside
from kim.models import (
    Award,
    Channel,
    Decree,
    KimGroup,
    KimPage,
    Officer,
    Person,
    Potential,
    Region,
    WorkPlanItem,
)
from kim.permissions import scopes_of
from kim.rules import completeness
from users.roles import Act, roles_that_may

Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class Overview:
    """What a KIM has told: the items of the rule and how many rows each section holds."""

    items: tuple[completeness.Item, ...]
    counts: dict[str, int]

    @property
    def done(self) -> int:
        return sum(item.is_done for item in self.items)

    @property
    def next(self) -> completeness.Item | None:
        return completeness.next_item(self.items)


def kims_to_manage(user: Any) -> QuerySet[KimGroup]:
    """KIM whose own data this user keeps."""
    kims = KimGroup.objects.for_user(user, roles_that_may(Act.MANAGE_KIM))
    return kims.select_related("village__parent", "collection")


def own_kims_to_manage(user: Any) -> list[KimGroup]:
    """Those of them in which the user is a member (the office keeps whole regions and is not asked daily)."""
    roles = roles_that_may(Act.MANAGE_KIM)
    ids = [scope.kim_id for scope in scopes_of(user) if scope.role in roles and scope.kim_id]
    return list(KimGroup.objects.filter(pk__in=ids).exclude(status=KimGroup.Status.CLOSED)) if ids else []


def overview_of(kim: KimGroup, today: datetime.date) -> Overview:
    """Items and counts of one KIM; always the same number of queries."""
    in_force = Q(term_until__isnull=True) | Q(term_until__gte=today)
    decrees = Decree.objects.filter(kim=kim).aggregate(
        all=Count("pk"), in_force=Count("pk", filter=in_force), with_file=Count("pk", filter=~Q(file=""))
    )
    still = Q(term_until__isnull=True) | Q(term_until__gte=today)
    officers = list(Officer.objects.filter(kim=kim).filter(still).values_list("section", flat=True))
    planned = WorkPlanItem.objects.filter(kim=kim).aggregate(
        all=Count("pk"), this_year=Count("pk", filter=Q(plan__year=today.year))
    )
    potentials = Potential.objects.filter(kim=kim).aggregate(
        all=Count("pk"), main=Count("pk", filter=Q(is_main=True))
    )
    channels = Channel.objects.filter(kim=kim, is_active=True).aggregate(
        all=Count("pk"), offline=Count("pk", filter=Q(kind__in=Channel.OFFLINE_KINDS))
    )
    facts = completeness.Facts(
        has_tagline=bool(kim.tagline),
        has_about=bool(kim.about),
        has_founded_year=kim.founded_year is not None,
        has_number=bool(kim.kim_id_number),
        has_address=bool(kim.address),
        has_whatsapp=bool(kim.whatsapp),
        has_cover=KimPage.objects.filter(kim=kim, cover__isnull=False).exists(),
        decrees_in_force=decrees["in_force"],
        decree_files=decrees["with_file"],
        offices=frozenset(officers),
        planned_this_year=planned["this_year"],
        potentials=potentials["all"],
        has_main_potential=bool(potentials["main"]),
        channels=channels["all"],
        offline_channels=channels["offline"],
    )
    counts = {
        "officers": len(officers),
        "people": Person.objects.filter(kim=kim).count(),
        "decrees": decrees["all"],
        "plan": planned["all"],
        "potentials": potentials["all"],
        "channels": channels["all"],
        "awards": Award.objects.filter(kim=kim).count(),
    }
    return Overview(completeness.check(facts), counts)


def kims_of_office(user: Any, search: str = "") -> QuerySet[KimGroup]:
    """KIM of the office's regions with `member_count`, by district and name."""
    now = timezone.now()
    active = Q(memberships__starts_at__lte=now) & (
        Q(memberships__ends_at__isnull=True) | Q(memberships__ends_at__gt=now)
    )
    kims = KimGroup.objects.for_user(user, roles_that_may(Act.ADMINISTER)).select_related("village__parent")
    if search:
        kims = kims.filter(Q(name__icontains=search) | Q(village__name__icontains=search))
    counted = kims.annotate(
        member_count=Count("memberships__user", filter=active, distinct=True),
        district=Coalesce("village__parent__name", Value("")),
    )
    return counted.order_by("district", "name", "pk")


@dataclass(frozen=True)
class OfficeList:
    """One page of the office's KIM; `next_id` and `previous_id` begin the pages beside it, 0 where there is none."""

    rows: tuple[KimGroup, ...]
    total: int
    next_id: int
    previous_id: int


def office_list(kims: Any, *, after: int | None = None, before: int | None = None, size: int) -> OfficeList:
    """A page by key of kims_of_office: what follows, or comes before, the KIM of that number in the list."""
    page = page_beside(kims, ("district", "name"), after=after, before=before, size=size)
    return OfficeList(page.rows, kims.count(), page.next_id, page.previous_id)


def villages_to_choose(user: Any, today: datetime.date) -> Choices:
    """Villages of the office's regions under their district, for a select; those that have a KIM say so."""
    roles = roles_that_may(Act.ADMINISTER)
    inside = Q(pk__in=[])
    for code in {scope.region_code for scope in scopes_of(user) if scope.role in roles and scope.region_code}:
        inside |= Q(code=code) | Q(code__startswith=f"{code}.")
    villages = Region.objects.valid_on(today).filter(inside, kind__in=Region.VILLAGE_KINDS)
    rows = (
        villages.annotate(kim_count=Count("kim_groups"))
        .select_related("parent")
        .order_by("parent__name", "name")
    )
    groups: dict[str, list[tuple[str, str]]] = {}
    for village in rows:
        label = f"{village.name} ({village.get_kind_display()})"
        if village.kim_count:
            label = _("%(village)s: has a KIM already") % {"village": label}
        groups.setdefault(village.parent.name if village.parent else "", []).append((village.code, label))
    return list(groups.items())
