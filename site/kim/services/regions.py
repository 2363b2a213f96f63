"""Load official regions from a CSV file."""

import csv
import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from kim.models import Region

PPU_CSV = Path(__file__).resolve().parents[1] / "data" / "ppu_regions.csv"


def _parent_code(code: str) -> str:
    return code.rpartition(".")[0]


@transaction.atomic
def load_regions(
    path: Path = PPU_CSV, *, time_zone: str = "Asia/Makassar", valid_from: datetime.date | None = None
) -> tuple[int, int]:
    """Creates or updates regions from a CSV with columns code,name,kind,district,lat,lon,postcode.

    Returns (created, changed). Twice changes nothing; `valid_from` is written only when it is given. Raises
    ValueError for a row whose parent is missing.
    """
    created = changed = 0
    known = {region.code: region for region in Region.objects.all()}
    with open(path, encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["code"].count("."))
    for row in rows:
        code = row["code"].strip()
        parent_code = _parent_code(code)
        parent = known.get(parent_code)
        if parent_code and parent is None:
            raise ValueError(f"{code}: the region {parent_code} above it is missing")
        values: dict[str, Any] = {
            "name": row["name"].strip(),
            "kind": row["kind"].strip(),
            "parent_id": parent.pk if parent else None,
            "latitude": Decimal(row["lat"]) if row["lat"] else None,
            "longitude": Decimal(row["lon"]) if row["lon"] else None,
            "postcode": row["postcode"] or "",
            # A province may span zones; from the regency down one clock holds.
            "time_zone": time_zone if row["kind"] == Region.Kind.REGENCY else "",
        }
        if valid_from is not None:
            values["valid_from"] = valid_from
        region = known.get(code)
        if region is None:
            known[code] = Region.objects.create(code=code, **values)
            created += 1
        elif any(getattr(region, name) != value for name, value in values.items()):
            Region.objects.filter(pk=region.pk).update(**values)
            changed += 1
    return created, changed
