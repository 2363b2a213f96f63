"""Official regions: loading, what lies within, what is valid on a day."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from kim.models import Region
from kim.services.regions import load_regions

pytestmark = pytest.mark.django_db
HEAD = "code,name,kind,district,lat,lon,postcode\n"


def csv_file(folder: Path, *rows: str) -> Path:
    path = folder / "regions.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_load_regions_of_penajam_paser_utara_is_complete() -> None:
    assert load_regions() == (60, 0)
    kinds = {kind: Region.objects.filter(kind=kind).count() for kind in Region.Kind.values}
    assert kinds == {"province": 1, "regency": 1, "district": 4, "desa": 30, "kelurahan": 24}


def test_load_regions_hangs_each_village_under_its_district() -> None:
    load_regions()
    village = Region.objects.select_related("parent__parent__parent").get(code="64.09.02.2004")
    chain = [village, village.parent, village.parent.parent, village.parent.parent.parent]
    assert [region.code for region in chain] == ["64.09.02.2004", "64.09.02", "64.09", "64"]
    wrong = [
        row.code
        for row in Region.objects.select_related("parent")
        if row.parent and not row.code.startswith(row.parent.code + ".")
    ]
    assert wrong == []


def test_load_regions_twice_changes_nothing() -> None:
    load_regions()
    before = list(Region.objects.values())
    assert load_regions() == (0, 0)
    assert list(Region.objects.values()) == before


def test_load_regions_counts_what_it_changed(tmp_path: Path) -> None:
    load_regions(csv_file(tmp_path, "64,Kalimantan Timur,province,,,,", "64.09,PPU,regency,,,,"))
    path = csv_file(
        tmp_path, "64,Kalimantan Timur,province,,,,", "64.09,Penajam Paser Utara,regency,,-1.1571,116.5904,"
    )
    assert load_regions(path) == (0, 1)
    assert Region.objects.get(code="64.09").name == "Penajam Paser Utara"


def test_load_regions_keeps_validity_that_the_office_set(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "64,Kalimantan Timur,province,,,,")
    day = datetime.date(2024, 1, 1)
    load_regions(path, valid_from=day)
    load_regions(path)
    assert Region.objects.get(code="64").valid_from == day


def test_load_regions_puts_the_clock_on_the_regency_alone() -> None:
    load_regions(time_zone="Asia/Makassar")
    assert list(Region.objects.exclude(time_zone="").values_list("code", "time_zone")) == [
        ("64.09", "Asia/Makassar")
    ]


def test_load_regions_without_the_region_above_stores_nothing(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "64,Kalimantan Timur,province,,,,", "64.09.02,Waru,district,,,,")
    with pytest.raises(ValueError, match=r"64\.09\.02: the region 64\.09 above it is missing"):
        load_regions(path)
    assert Region.objects.count() == 0


def test_load_regions_takes_rows_in_any_order(tmp_path: Path) -> None:
    assert load_regions(csv_file(tmp_path, "64.09,PPU,regency,,,,", "64,Kalimantan Timur,province,,,,")) == (
        2,
        0,
    )


def test_load_regions_command_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_regions")
    assert capsys.readouterr().out == "Wilayah baru: 60, diperbarui: 0\n"


def test_within_does_not_take_a_code_that_only_begins_alike() -> None:
    for code in ("64", "64.09", "64.09.02", "64.09.02.2004", "64.09.021", "64.09.021.201", "64.0", "6"):
        Region.objects.create(code=code, name=code, kind="desa")
    codes = Region.objects.within(Region.objects.get(code="64.09.02")).values_list("code", flat=True)
    assert list(codes) == ["64.09.02", "64.09.02.2004"]


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "is_valid"),
    [
        (None, None, True),
        (datetime.date(2026, 5, 1), None, True),
        (datetime.date(2026, 5, 2), None, False),
        (None, datetime.date(2026, 5, 1), False),
        (None, datetime.date(2026, 5, 2), True),
    ],
)
def test_valid_on_takes_the_first_day_and_leaves_the_last(
    valid_from: Any, valid_to: Any, is_valid: bool
) -> None:
    Region.objects.create(
        code="64", name="Kalimantan Timur", kind="province", valid_from=valid_from, valid_to=valid_to
    )
    assert Region.objects.valid_on(datetime.date(2026, 5, 1)).exists() is is_valid


@pytest.mark.parametrize(
    ("kind", "is_village"),
    [("province", False), ("regency", False), ("district", False), ("desa", True), ("kelurahan", True)],
)
def test_is_village_is_true_for_desa_and_kelurahan(kind: str, is_village: bool) -> None:
    assert Region(kind=kind).is_village is is_village
