"""Load official regions from a CSV file."""

import csv
import datetime
from pathlib import Path

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

    Returns (created, updated). Twice changes nothing. Raises ValueError for a row whose parent is missing.
    """
    created = updated = 0
    with open(path, encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["code"].count("."))
    for row in rows:
        code = row["code"].strip()
        parent_code = _parent_code(code)
        parent = Region.objects.filter(code=parent_code).first()
        if parent_code and parent is None:
            raise ValueError(f"{code}: the region {parent_code} above it is missing")
        values = {
            "name": row["name"].strip(),
            "kind": row["kind"].strip(),
            "parent": parent,
            "latitude": row["lat"] or None,
            "longitude": row["lon"] or None,
            "postcode": row["postcode"] or "",
            # A province may span zones; from the regency down one clock holds.
            "time_zone": time_zone if row["kind"] == Region.Kind.REGENCY else "",
            "valid_from": valid_from,
        }
        _region, new = Region.objects.update_or_create(code=code, defaults=values)
        created += new
        updated += not new
    return created, updated
