"""The checklist of a story: what a reader and an editor will miss in it, kind by kind.

After the article rubric (5W+1H, sources, photo, language, ethics) and the Kode Etik Jurnalistik, articles 3
and 5. It advises while writing; only `publish_gate` refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from news.rules.checklist_items import MESSAGES, REASONS, CheckItem, ChecklistResult, Level
from news.rules.prose import (
    opinion_words,
    quoted_passages,
    says_when,
    says_where,
    sentences,
    why_how_words,
    words,
)
from news.rules.spelling import spelling_matches
from news.rules.story import PhotoConsent, Source, Story, StoryKind

__all__ = ["MESSAGES", "REASONS", "RULE_VERSION", "CheckItem", "ChecklistResult", "Level", "check_story"]

# Stored with every result. Raise it whenever the same story could get another result.
RULE_VERSION = 1

MAX_HEADLINE_WORDS = 12
MAX_HEADLINE_CHARACTERS = 100
MAX_LEAD_WORDS = 40
MAX_SENTENCE_WORDS = 20
MIN_CAPTION_WORDS = 5
MIN_BODY_WORDS = {
    StoryKind.ACTIVITY: 80,
    StoryKind.PROFILE: 80,
    StoryKind.SERVICE: 80,
    StoryKind.BUSINESS: 80,
    StoryKind.EMERGENCY: 40,
    StoryKind.NOTICE: 40,
}
_TIMELESS = frozenset({StoryKind.PROFILE, StoryKind.BUSINESS})
_BRIEF = frozenset({StoryKind.NOTICE, StoryKind.EMERGENCY})

_OFFICIAL = re.compile(
    r"\b(?:kepala\s+(?:desa|dusun|kelurahan|dinas|sekolah|puskesmas|bidang|seksi|urusan|kantor|badan)|kades|kadus|"
    r"lurah|camat|bupati|gubernur|wali\s*kota|sekretaris\s+(?:desa|kelurahan|camat|kecamatan|dinas)|sekdes|"
    r"kasi|kaur|perangkat\s+desa|staf|petugas|dinas|badan|bpd|bpbd|babinsa|bhabinkamtibmas|polsek|koramil|"
    r"bidan|dokter|perawat|penyuluh|pendamping|ketua\s+(?:rt|rw|bpd|lpm|pkk)|puskesmas|kecamatan|kabupaten)\b",
    re.IGNORECASE,
)
_IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{16}(?!\d)|(?<!\d)\d{6}[ .-]\d{6}[ .-]\d{4}(?!\d)")
_SENSITIVE = re.compile(
    r"\b(?:(?:pem|diper|memper)kosa\w*|(?:pen|di|men)cabul\w*|pelecehan\s+seksual|kekerasan\s+seksual|"
    r"bunuh\s+diri|(?:ter)?(?:duga|sangka|dakwa)\s+pelaku|pelaku\s+anak|aib|hamil\s+di\s+luar\s+nikah)\b",
    re.IGNORECASE,
)


def check_story(story: Story) -> ChecklistResult:
    """Return the checklist of `story`. Raises ValueError when its kind is unknown."""
    kind = StoryKind(story.kind)
    items = (
        *_headline_and_lead(story),
        *_five_w(story, kind),
        *_sources(story, kind),
        *_photos(story, kind),
        *_language(story, kind),
        *_ethics(story),
    )
    return ChecklistResult(
        version=RULE_VERSION,
        items=items,
        passed=sum(item.passed for item in items),
        total=len(items),
        must_missing=tuple(item.code for item in items if item.level is Level.MUST and not item.passed),
    )


def _headline_and_lead(story: Story) -> Iterator[CheckItem]:
    headline, lead = story.headline.strip(), story.lead.strip()
    count, lead_count = len(words(headline)), len(words(lead))
    # KIM or BPBD alone are names, not shouting.
    shouting = headline.isupper() and count > 1
    short = count <= MAX_HEADLINE_WORDS and len(headline) <= MAX_HEADLINE_CHARACTERS and not shouting
    yield CheckItem("headline_present", Level.MUST, bool(headline))
    yield CheckItem(
        "headline_short",
        Level.SHOULD,
        bool(headline) and short,
        {
            "words": count,
            "characters": len(headline),
            "capitals": int(shouting),
            "max_words": MAX_HEADLINE_WORDS,
            "max_characters": MAX_HEADLINE_CHARACTERS,
        },
    )
    yield CheckItem("lead_present", Level.MUST, bool(lead))
    yield CheckItem(
        "lead_short",
        Level.SHOULD,
        0 < lead_count <= MAX_LEAD_WORDS,
        {"words": lead_count, "max_words": MAX_LEAD_WORDS},
    )


def _five_w(story: Story, kind: StoryKind) -> Iterator[CheckItem]:
    level = Level.SHOULD if kind in _TIMELESS else Level.MUST
    yield CheckItem("when", level, story.event_date_given or says_when(story.lead))
    yield CheckItem("where", level, bool(story.event_place.strip()) or says_where(story.lead))
    found = why_how_words(f"{story.lead}\n{story.body}")
    yield CheckItem("why_how", Level.SHOULD, found > 0, {"count": found})


def _sources(story: Story, kind: StoryKind) -> Iterator[CheckItem]:
    named = [source for source in story.sources if source.name.strip()]
    with_role = [source for source in named if source.role.strip()]
    level = Level.SHOULD if kind is StoryKind.NOTICE else Level.MUST
    yield CheckItem("source_named", level, bool(named), {"count": len(named)})
    yield CheckItem("source_role", level, bool(with_role), {"count": len(with_role)})
    if kind is StoryKind.ACTIVITY:
        officials = sum(1 for source in with_role if is_official(source))
        residents = len(with_role) - officials
        yield CheckItem(
            "two_sides",
            Level.SHOULD,
            officials > 0 and residents > 0,
            {"officials": officials, "residents": residents},
        )
    if kind not in _BRIEF:
        count = story.quotes + quoted_passages(story.body)
        yield CheckItem("quote_present", Level.SHOULD, count > 0, {"count": count})


def is_official(source: Source) -> bool:
    """Tell whether the role of `source` speaks for a government, a public service or an RT, RW or BPD."""
    return _OFFICIAL.search(source.role) is not None


def _photos(story: Story, kind: StoryKind) -> Iterator[CheckItem]:
    photos = story.photos
    if kind is not StoryKind.NOTICE:
        own = sum(photo.own for photo in photos)
        yield CheckItem("photo_own", Level.SHOULD, own > 0, {"count": own})
    if not photos:
        return
    short = sum(len(words(photo.caption)) < MIN_CAPTION_WORDS for photo in photos)
    yield _missing("photo_caption", Level.SHOULD, short, min_words=MIN_CAPTION_WORDS)
    yield _missing("photo_credit", Level.MUST, sum(not photo.credit.strip() for photo in photos))
    yield _missing("photo_alt", Level.MUST, sum(not photo.alt.strip() for photo in photos))
    undecided = {PhotoConsent.UNDECIDED, PhotoConsent.REFUSED, ""}
    yield _missing("photo_consent", Level.MUST, sum(photo.consent in undecided for photo in photos))
    children = [photo for photo in photos if photo.shows_children]
    if children:
        without = sum(photo.consent != PhotoConsent.GUARDIAN for photo in children)
        yield _missing("child_consent", Level.MUST, without)


def _missing(code: str, level: Level, missing: int, **details: float) -> CheckItem:
    return CheckItem(code, level, missing == 0, {"missing": missing, **details})


def _language(story: Story, kind: StoryKind) -> Iterator[CheckItem]:
    count, minimum = len(words(story.body)), MIN_BODY_WORDS[kind]
    yield CheckItem("body_length", Level.MUST, count >= minimum, {"words": count, "min_words": minimum})
    text = f"{story.lead}\n{story.body}"
    lengths = [len(words(sentence)) for sentence in sentences(text)]
    mean = round(sum(lengths) / len(lengths), 1) if lengths else 0.0
    yield CheckItem(
        "sentence_length",
        Level.SHOULD,
        mean <= MAX_SENTENCE_WORDS,
        {"mean": mean, "longest": max(lengths, default=0), "max_words": MAX_SENTENCE_WORDS},
    )
    traps = spelling_matches(f"{story.headline}\n{text}")
    pairs = tuple((trap.found, trap.standard) for trap in traps)
    yield CheckItem("spelling", Level.SHOULD, not pairs, {"count": len(pairs)}, pairs)
    judging = tuple((found, "") for found in opinion_words(f"{story.headline}\n{text}"))
    yield CheckItem("opinion", Level.SHOULD, not judging, {"count": len(judging)}, judging)


def _ethics(story: Story) -> Iterator[CheckItem]:
    text = f"{story.headline}\n{story.lead}\n{story.body}"
    numbers = len(_IDENTITY_NUMBER.findall(text))
    # The numbers themselves are not repeated: the result is stored and shown to others.
    yield CheckItem("identity_number", Level.MUST, numbers == 0, {"count": numbers})
    delicate = tuple((match[0], "") for match in _SENSITIVE.finditer(text))
    yield CheckItem("sensitive", Level.SHOULD, not delicate, {"count": len(delicate)}, delicate)
