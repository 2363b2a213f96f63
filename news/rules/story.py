"""A story as plain values: what the checklist and the publication gate look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StoryKind(StrEnum):
    """What a story is. The values are those stored with the article."""

    ACTIVITY = "kegiatan"
    PROFILE = "profil"
    SERVICE = "layanan"
    BUSINESS = "umkm"
    EMERGENCY = "darurat"
    NOTICE = "pengumuman"


class PhotoConsent(StrEnum):
    """Whether the people in a photo agreed. The values are those stored with the image."""

    UNDECIDED = "undecided"
    NOT_NEEDED = "not_needed"
    GIVEN = "given"
    GUARDIAN = "guardian"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Source:
    """A person or institution who was asked; `role` is the office or part in the event."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo of the story; `own` means taken by the KIM itself."""

    alt: str = ""
    caption: str = ""
    credit: str = ""
    consent: PhotoConsent | str = PhotoConsent.UNDECIDED
    shows_children: bool = False
    own: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """A story without marks or markup. `body` is `plain_text.prose`: a line per paragraph, lead not repeated.

    `quotes` counts quote blocks; words in “…” inside the body count as a quote too.
    """

    kind: StoryKind | str
    headline: str = ""
    lead: str = ""
    body: str = ""
    topic: str = ""
    event_date_given: bool = False
    event_place: str = ""
    sources: tuple[Source, ...] = ()
    photos: tuple[Photo, ...] = ()
    quotes: int = 0
    is_advertorial: bool = False
    sponsor: str = ""
