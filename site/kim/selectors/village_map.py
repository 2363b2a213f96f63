"""The small map of a KIM home: all villages of the regency as dots, this one marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kim.models import Region
from kim.rules.village_map import Place, Point, project

WIDTH = 300
MARGIN = 16


@dataclass(frozen=True)
class VillageMap:
    """`dots` is the SVG path of all other villages; `here` and `districts` are named points in pixels."""

    width: int
    height: int
    dots: str
    here: Point
    label_x: int
    label_anchor: str
    districts: tuple[Point, ...]
    title: str
    description: str


def village_map(village: Region) -> VillageMap | None:
    """One query; None when this village has no coordinates."""
    if village.latitude is None or village.longitude is None:
        return None
    regency_code = ".".join(village.code.split(".")[:2])
    rows = list(
        Region.objects.filter(
            code__startswith=f"{regency_code}.", latitude__isnull=False, longitude__isnull=False
        )
        .order_by("code")
        .values_list("code", "kind", "name", "latitude", "longitude")
    )
    villages = [row for row in rows if row[1] in Region.VILLAGE_KINDS]
    names = {code: name for code, kind, name, _lat, _lon in rows if kind == Region.Kind.DISTRICT}
    places = [Place(name, float(lat or 0), float(lon or 0)) for _code, _kind, name, lat, lon in villages]
    frame = project(places, WIDTH, MARGIN)
    points = {row[0]: point for row, point in zip(villages, frame.points, strict=True)}
    here = points[village.code]
    on_the_left = here.x < frame.width * 0.6
    return VillageMap(
        width=frame.width,
        height=frame.height,
        dots="".join(f"M{point.x} {point.y}h0" for code, point in points.items() if code != village.code),
        here=here,
        label_x=here.x + 12 if on_the_left else here.x - 12,
        label_anchor="start" if on_the_left else "end",
        districts=tuple(
            _middle(name, code, points) for code, name in names.items() if _has_points(code, points)
        ),
        title=_("Where %(village)s lies") % {"village": village.name},
        description=_(
            "The %(count)d villages of the regency as dots, north is up. %(village)s lies in %(district)s."
        )
        % {
            "count": len(villages),
            "village": village.name,
            "district": names.get(village.code.rpartition(".")[0], regency_code),
        },
    )


def _has_points(code: str, points: dict[str, Point]) -> bool:
    return any(village.startswith(f"{code}.") for village in points)


def _middle(name: str, code: str, points: dict[str, Point]) -> Point:
    own = [point for village, point in points.items() if village.startswith(f"{code}.")]
    return Point(name, round(sum(p.x for p in own) / len(own)), round(sum(p.y for p in own) / len(own)))
