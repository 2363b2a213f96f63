"""What a KIM's data still lack."""

from dataclasses import fields, replace
from typing import Any

import pytest

from kim.rules.completeness import FIELDS, OFFICERS, Facts, Item, check, missing_in, next_item

WHOLE = Facts(
    has_tagline=True,
    has_about=True,
    has_founded_year=True,
    has_number=True,
    has_address=True,
    has_whatsapp=True,
    has_cover=True,
    decrees_in_force=1,
    decree_files=1,
    offices=frozenset(OFFICERS + FIELDS),
    planned_this_year=1,
    potentials=1,
    has_main_potential=True,
    channels=1,
    offline_channels=1,
)


def missing(facts: Facts) -> dict[str, tuple[str, ...]]:
    return {item.name: item.missing for item in check(facts) if not item.is_done}


def test_check_of_an_empty_kim_names_everything_in_order() -> None:
    assert [(item.name, item.section, item.missing) for item in check(Facts())] == [
        ("story", "profile", ("tagline", "about")),
        ("contact", "profile", ("address", "whatsapp")),
        ("identity", "profile", ("founded_year", "kim_id_number")),
        ("cover", "cover", ("cover",)),
        ("officers", "officers", ("chair", "secretary", "treasurer")),
        ("fields", "officers", ("collecting", "processing", "spreading")),
        ("decree", "decrees", ("decree_in_force",)),
        ("decree_file", "decrees", ("decree_file",)),
        ("potentials", "potentials", ("potential", "main_potential")),
        ("plan", "plan", ("activity",)),
        ("channels", "channels", ("channel",)),
        ("offline_channels", "channels", ("offline_channel",)),
    ]


def test_check_of_a_whole_kim_misses_nothing() -> None:
    assert (missing(WHOLE), next_item(check(WHOLE))) == ({}, None)
    assert [item.is_done for item in check(WHOLE)] == [True] * 12


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"has_tagline": False}, {"story": ("tagline",)}),
        ({"has_about": False}, {"story": ("about",)}),
        ({"has_address": False}, {"contact": ("address",)}),
        ({"has_whatsapp": False}, {"contact": ("whatsapp",)}),
        ({"has_founded_year": False}, {"identity": ("founded_year",)}),
        ({"has_number": False}, {"identity": ("kim_id_number",)}),
        ({"has_cover": False}, {"cover": ("cover",)}),
        ({"decrees_in_force": 0}, {"decree": ("decree_in_force",)}),
        ({"decree_files": 0}, {"decree_file": ("decree_file",)}),
        ({"offices": WHOLE.offices - {"secretary", "treasurer"}}, {"officers": ("secretary", "treasurer")}),
        ({"offices": WHOLE.offices - {"processing"}}, {"fields": ("processing",)}),
        ({"offices": WHOLE.offices | {"vice_chair", "member"}}, {}),
        ({"planned_this_year": 0}, {"plan": ("activity",)}),
        ({"has_main_potential": False}, {"potentials": ("main_potential",)}),
        ({"channels": 4, "offline_channels": 0}, {"offline_channels": ("offline_channel",)}),
    ],
)
def test_check_names_what_one_missing_fact_leaves_open(
    change: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert missing(replace(WHOLE, **change)) == expected


def test_every_fact_counts() -> None:
    empty = Facts()
    idle = [
        field.name
        for field in fields(Facts)
        if missing(replace(WHOLE, **{field.name: getattr(empty, field.name)})) == {}
    ]
    assert idle == []


def test_next_item_is_the_first_open_one() -> None:
    items = check(replace(WHOLE, has_cover=False, channels=0))
    assert next_item(items) == Item("cover", "cover", ("cover",))


def test_missing_in_gathers_the_items_of_a_section() -> None:
    items = check(Facts(has_about=True, has_number=True))
    assert missing_in(items, "profile") == ("tagline", "address", "whatsapp", "founded_year")
    assert missing_in(items, "awards") == ()
