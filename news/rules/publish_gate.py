"""What must be there before a story may be published; unlike the checklist, this refuses."""

from __future__ import annotations

from dataclasses import dataclass

from news.rules.story import Photo, PhotoConsent, Story
from news.rules.wording import gettext_noop

PUBLISHABLE_CONSENT = frozenset({PhotoConsent.NOT_NEEDED, PhotoConsent.GIVEN, PhotoConsent.GUARDIAN})

# code -> (reason code, English message id; %(photo)d counts photos from 1)
PROBLEMS: dict[str, tuple[str, str]] = {
    "headline_missing": ("judul", gettext_noop("The story has no headline yet.")),
    "lead_missing": ("teras", gettext_noop("The story has no lead yet.")),
    "body_missing": ("panjang", gettext_noop("The story has no text below the lead yet.")),
    "topic_missing": ("5w1h", gettext_noop("Choose a topic for the story.")),
    "sponsor_missing": ("etika", gettext_noop("Say who paid for this advertorial.")),
    "photo_alt_missing": ("foto", gettext_noop("Photo %(photo)d: describe what can be seen in it.")),
    "photo_credit_missing": ("foto", gettext_noop("Photo %(photo)d: name who took it.")),
    "photo_consent_undecided": (
        "izin_foto",
        gettext_noop("Photo %(photo)d: say whether the people in it agreed."),
    ),
    "photo_consent_refused": (
        "izin_foto",
        gettext_noop("Photo %(photo)d: the people in it did not agree, so it cannot be shown."),
    ),
    "child_consent_missing": (
        "anak",
        gettext_noop("Photo %(photo)d: it shows children, so a parent or guardian must agree first."),
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a story cannot be published; `photo` counts from 1, None for the text."""

    code: str
    photo: int | None = None

    @property
    def reason(self) -> str:
        return PROBLEMS[self.code][0]

    @property
    def message(self) -> str:
        """The English message id; fill it with `details` after translating."""
        return PROBLEMS[self.code][1]

    @property
    def details(self) -> dict[str, int]:
        return {} if self.photo is None else {"photo": self.photo}


def missing_for_publication(story: Story) -> tuple[Problem, ...]:
    """Return everything that stands between `story` and publication, text first, then photo by photo."""
    fields = {
        "headline_missing": story.headline,
        "lead_missing": story.lead,
        "body_missing": story.body,
        "topic_missing": story.topic,
        "sponsor_missing": story.sponsor if story.is_advertorial else "-",
    }
    problems = [Problem(code) for code, value in fields.items() if not value.strip()]
    for number, photo in enumerate(story.photos, start=1):
        problems.extend(Problem(code, number) for code in _photo_problems(photo))
    return tuple(problems)


def _photo_problems(photo: Photo) -> list[str]:
    codes: list[str] = []
    if not photo.alt.strip():
        codes.append("photo_alt_missing")
    if not photo.credit.strip():
        codes.append("photo_credit_missing")
    if photo.consent == PhotoConsent.REFUSED:
        codes.append("photo_consent_refused")
    elif photo.shows_children:
        if photo.consent != PhotoConsent.GUARDIAN:
            codes.append("child_consent_missing")
    elif photo.consent not in PUBLISHABLE_CONSENT:
        codes.append("photo_consent_undecided")
    return codes
