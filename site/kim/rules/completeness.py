"""What a KIM has told about itself and what is missing. Fewest officers and fields: domain paper, 1.3."""

from __future__ import annotations

from dataclasses import dataclass

# A KIM has at least these three, and one person for each of the three fields of work.
OFFICERS = ("chair", "secretary", "treasurer")
FIELDS = ("collecting", "processing", "spreading")


@dataclass(frozen=True)
class Facts:
    """Plain facts about one KIM; the caller decides what "in force" and "this year" mean."""

    has_tagline: bool = False
    has_about: bool = False
    has_founded_year: bool = False
    has_number: bool = False
    has_address: bool = False
    has_whatsapp: bool = False
    has_cover: bool = False
    decrees_in_force: int = 0
    decree_files: int = 0
    offices: frozenset[str] = frozenset()
    planned_this_year: int = 0
    potentials: int = 0
    has_main_potential: bool = False
    channels: int = 0
    offline_channels: int = 0


@dataclass(frozen=True)
class Item:
    """One thing to know. `section` is where it is filled in; `missing` are codes of its absent parts, in order."""

    name: str
    section: str
    missing: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        return not self.missing


def check(facts: Facts) -> tuple[Item, ...]:
    """All items, in the order in which a KIM best fills them in."""
    return (
        _item("story", "profile", tagline=facts.has_tagline, about=facts.has_about),
        _item("contact", "profile", address=facts.has_address, whatsapp=facts.has_whatsapp),
        _item("identity", "profile", founded_year=facts.has_founded_year, kim_id_number=facts.has_number),
        _item("cover", "cover", cover=facts.has_cover),
        _item("officers", "officers", **{office: office in facts.offices for office in OFFICERS}),
        _item("fields", "officers", **{field: field in facts.offices for field in FIELDS}),
        _item("decree", "decrees", decree_in_force=facts.decrees_in_force > 0),
        _item("decree_file", "decrees", decree_file=facts.decree_files > 0),
        _item(
            "potentials",
            "potentials",
            potential=facts.potentials > 0,
            main_potential=facts.has_main_potential,
        ),
        _item("plan", "plan", activity=facts.planned_this_year > 0),
        _item("channels", "channels", channel=facts.channels > 0),
        _item("offline_channels", "channels", offline_channel=facts.offline_channels > 0),
    )


def next_item(items: tuple[Item, ...]) -> Item | None:
    """The first thing that is missing, or None when all is told."""
    return next((item for item in items if not item.is_done), None)


def missing_in(items: tuple[Item, ...], section: str) -> tuple[str, ...]:
    """Codes of everything that one section still lacks."""
    return tuple(code for item in items if item.section == section for code in item.missing)


def _item(name: str, section: str, **parts: bool) -> Item:
    return Item(name, section, tuple(code for code, is_there in parts.items() if not is_there))
