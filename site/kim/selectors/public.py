"""What readers see of KIM: the list of all, and what stands on the home of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from core.cache_keys import depends_on
from kim.models import Channel, KimGroup, KimPage, Officer, Potential, Region
from kim.rules.letters import letters_of

CHANNEL_ICONS: dict[str, str] = {
    Channel.Kind.WHATSAPP: "whatsapp",
    Channel.Kind.RADIO: "radio",
    Channel.Kind.LOUDSPEAKER: "megaphone",
    Channel.Kind.NOTICE_BOARD: "board",
}


@dataclass(frozen=True)
class KimRow:
    """One KIM in a list. `place` is its district."""

    pk: int
    name: str
    village: str
    place: str
    letters: str
    url: str
    hue: int
    tagline: str


@dataclass(frozen=True)
class District:
    name: str
    kims: tuple[KimRow, ...]


@dataclass(frozen=True)
class PersonRow:
    name: str
    office: str
    bio: str
    letters: str
    url: str


@dataclass(frozen=True)
class ChannelRow:
    """`icon` names a file of templates/icons; `url` may be empty."""

    kind: str
    name: str
    url: str
    place: str
    reach: str
    icon: str


def village_label(village: Region) -> str:
    """ "Desa Bangun Mulya"."""
    return f"{village.get_kind_display()} {village.name}"


def place_of(village: Region) -> str:
    """ "Desa Bangun Mulya, Kecamatan Waru"; join the village with its parent."""
    if village.parent is None:
        return village_label(village)
    return _("%(village)s, District %(district)s") % {
        "village": village_label(village),
        "district": village.parent.name,
    }


def public_kims(root: Any) -> QuerySet[KimGroup]:
    """KIM that readers see below this page, with village, district and page joined."""
    return kims_with_home(root).exclude(status=KimGroup.Status.CLOSED)


def kims_with_home(root: Any) -> QuerySet[KimGroup]:
    """The same with the closed ones whose home is still there."""
    return (
        KimGroup.objects.filter(page__live=True, page__path__startswith=root.path)
        .select_related("village__parent", "page")
        .defer("about", "address", "village__time_zone", "village__parent__time_zone")
    )


def kim_row(kim: KimGroup) -> KimRow:
    village = kim.village
    depends_on(f"kim-{kim.pk}")
    return KimRow(
        pk=kim.pk,
        name=kim.name,
        village=village.name,
        place=village.parent.name if village.parent else "",
        letters=letters_of(village.name),
        url=kim.page.get_url() or "",
        hue=kim.hue,
        tagline=kim.tagline,
    )


def kims_by_district(root: Any) -> tuple[District, ...]:
    """All KIM below a regency or portal, grouped by district in the order of the official codes. One query."""
    depends_on("kims")
    groups: dict[str, list[KimRow]] = {}
    for kim in public_kims(root).order_by("village__code", "name"):
        row = kim_row(kim)
        groups.setdefault(row.place, []).append(row)
    return tuple(District(name, tuple(rows)) for name, rows in groups.items())


def kims_named(root: Any, words: tuple[str, ...], limit: int = 6) -> tuple[KimRow, ...]:
    """KIM whose name, village or district holds every word."""
    condition = Q()
    for word in words:
        condition &= (
            Q(name__icontains=word)
            | Q(village__name__icontains=word)
            | Q(village__parent__name__icontains=word)
        )
    return tuple(kim_row(kim) for kim in public_kims(root).filter(condition).order_by("name")[:limit])


def kim_of_slug(root: Any, slug: str) -> KimGroup | None:
    """The KIM with a home at this address; a closed one keeps its stories, so its addresses stay too."""
    return kims_with_home(root).filter(slug=slug).first()


def kim_page_joins(pages: QuerySet[KimPage]) -> QuerySet[KimPage]:
    """What a KIM home is loaded with (see core.page_routes)."""
    return pages.select_related("kim__village__parent", "cover").prefetch_related("cover__renditions")


def themes_of(kim: KimGroup) -> tuple[str, ...]:
    """Names of the potentials, the main one first."""
    return tuple(row.get_code_display() for row in Potential.objects.filter(kim=kim))


def people_of(kim: KimGroup) -> tuple[PersonRow, ...]:
    """Officers who agreed to be shown, in the order of their offices; those who wrote link to their stories."""
    order = list(Officer.Section.values)
    public_bylines = Q(person__bylines__article__live=True)
    officers = (
        Officer.objects.filter(kim=kim, person__consents_to_show=True)
        .select_related("person")
        .annotate(stories=Count("person__bylines", filter=public_bylines))
    )
    return tuple(
        PersonRow(
            name=officer.person.full_name,
            office=officer.get_section_display(),
            bio=officer.person.bio,
            letters=letters_of(officer.person.full_name),
            url=person_path(officer.person.slug) if officer.stories else "",
        )
        for officer in sorted(officers, key=lambda row: (order.index(row.section), row.pk))
    )


def channels_of(kim: KimGroup) -> tuple[ChannelRow, ...]:
    """Channels in use; those without the internet too."""
    return tuple(
        ChannelRow(
            kind=row.get_kind_display(),
            name=row.name,
            url=row.url,
            place=row.place,
            reach=row.reach,
            icon=CHANNEL_ICONS.get(row.kind, "share"),
        )
        for row in Channel.objects.filter(kim=kim, is_active=True)
    )


def whatsapp_address(kim: KimGroup) -> str:
    """Our own address that leads to the KIM's WhatsApp; empty without a number. The number stands on no page."""
    return whatsapp_path(kim.slug) if kim.whatsapp else ""


def whatsapp_path(slug: str) -> str:
    """Our own address of the WhatsApp of the KIM with this address word."""
    return reverse("kim:whatsapp", args=[slug])


def person_path(slug: str) -> str:
    """The list of a writer's stories; news answers there."""
    return f"/penulis/{slug}/"
