"""The items of the story checklist: their reason codes, their words, and the shape of a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from news.rules.wording import gettext_noop


class Level(StrEnum):
    MUST = "must"
    SHOULD = "should"


# code -> (reason code, English message id filled with the details of the item)
ITEMS: dict[str, tuple[str, str]] = {
    "headline_present": ("judul", gettext_noop("Write a headline.")),
    "headline_short": (
        "judul",
        gettext_noop(
            "Keep the headline within %(max_words)d words and %(max_characters)d characters, "
            "not all in capitals (now %(words)d words)."
        ),
    ),
    "lead_present": ("teras", gettext_noop("Write a lead: the whole news in one or two sentences.")),
    "lead_short": ("teras", gettext_noop("Keep the lead within %(max_words)d words (now %(words)d).")),
    "when": ("5w1h", gettext_noop("Say when: fill in the date or name the day in the lead.")),
    "where": ("5w1h", gettext_noop("Say where: fill in the place or name it in the lead.")),
    "why_how": ("5w1h", gettext_noop("Tell why it happens or how it is done.")),
    "source_named": ("sumber", gettext_noop("Name at least one source.")),
    "source_role": ("sumber", gettext_noop("Give at least one source its role, such as head of a group.")),
    "two_sides": (
        "sumber",
        gettext_noop("Ask one official and one resident (now %(officials)d and %(residents)d)."),
    ),
    "quote_present": ("sumber", gettext_noop("Let a source speak: add a quote.")),
    "body_length": (
        "panjang",
        gettext_noop("Write at least %(min_words)d words below the lead (now %(words)d)."),
    ),
    "photo_own": ("foto", gettext_noop("Add at least one photo that you took yourselves.")),
    "photo_caption": (
        "foto",
        gettext_noop("Give every photo a caption of at least %(min_words)d words (missing: %(missing)d)."),
    ),
    "photo_credit": ("foto", gettext_noop("Name who took every photo (missing: %(missing)d).")),
    "photo_alt": ("foto", gettext_noop("Describe what every photo shows (missing: %(missing)d).")),
    "photo_consent": (
        "izin_foto",
        gettext_noop("Say for every photo whether the people in it agreed (open: %(missing)d)."),
    ),
    "child_consent": (
        "anak",
        gettext_noop("Ask a parent or guardian before you show a child (open: %(missing)d)."),
    ),
    "sentence_length": (
        "bahasa",
        gettext_noop("Keep sentences to %(max_words)d words on average (now %(mean).1f)."),
    ),
    "spelling": ("ejaan", gettext_noop("Check the spelling of %(count)d words.")),
    "opinion": ("fakta_opini", gettext_noop("Leave judging words to your sources (found: %(count)d).")),
    "identity_number": ("etika", gettext_noop("Remove the identity numbers (found: %(count)d).")),
    "sensitive": (
        "etika",
        gettext_noop("A delicate matter: hide the identity of victims and children, and ask your editor."),
    ),
}
MESSAGES: dict[str, str] = {code: message for code, (_reason, message) in ITEMS.items()}
REASONS: dict[str, str] = {code: reason for code, (reason, _message) in ITEMS.items()}


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of the checklist. `details` are numbers for the message, `matches` (found, better) pairs."""

    code: str
    level: Level
    passed: bool
    details: Mapping[str, float] = field(default_factory=dict)
    matches: tuple[tuple[str, str], ...] = ()

    @property
    def reason(self) -> str:
        return REASONS[self.code]

    @property
    def message(self) -> str:
        """The English message id; fill it with `details` after translating."""
        return MESSAGES[self.code]


@dataclass(frozen=True, slots=True)
class ChecklistResult:
    """The items that apply to the story; `must_missing` are the codes of failed must items, in order."""

    version: int
    items: tuple[CheckItem, ...]
    passed: int
    total: int
    must_missing: tuple[str, ...]

    @property
    def failed(self) -> tuple[CheckItem, ...]:
        return tuple(item for item in self.items if not item.passed)

    def as_dict(self) -> dict[str, Any]:
        """Return the result in JSON types, to be stored with the revision."""
        return {
            "version": self.version,
            "passed": self.passed,
            "total": self.total,
            "must_missing": list(self.must_missing),
            "items": [
                {
                    "code": item.code,
                    "reason": item.reason,
                    "level": item.level.value,
                    "passed": item.passed,
                    "details": dict(item.details),
                    "matches": [list(pair) for pair in item.matches],
                }
                for item in self.items
            ],
        }
