"""The 5W+1H prompts that help a writer begin, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass

from news.rules.story import StoryKind
from news.rules.wording import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to the writer; `question` and `example` are English message ids."""

    key: str
    question: str
    example: str


@dataclass(frozen=True, slots=True)
class KindGuide:
    """How one kind of story is offered: its name, one line about it, its questions (all message ids)."""

    kind: StoryKind
    name: str
    hint: str
    prompts: tuple[Prompt, ...]


GUIDES: dict[StoryKind, KindGuide] = {
    guide.kind: guide
    for guide in (
        KindGuide(
            StoryKind.ACTIVITY,
            _("Activity"),
            _("Something that people of the village did together"),
            (
                Prompt("what", _("What was done?"), _("Forty residents cleaned the irrigation channel.")),
                Prompt(
                    "who",
                    _("Who took part, and who led it?"),
                    _("Farmers of Blok C, led by the head of their group."),
                ),
                Prompt("when", _("When was it?"), _("Saturday morning, from seven to ten.")),
                Prompt("where", _("Where was it?"), _("Along the channel in RT 05.")),
                Prompt(
                    "why", _("Why was it needed?"), _("Water had not reached the last fields for two months.")
                ),
                Prompt(
                    "how",
                    _("How did it go, and what comes next?"),
                    _("They work again every first Saturday of the month."),
                ),
                Prompt(
                    "voice",
                    _("What did an official and a resident say?"),
                    _("“Now my field gets water too,” said Siti, a farmer."),
                ),
            ),
        ),
        KindGuide(
            StoryKind.PROFILE,
            _("Profile"),
            _("A person or group worth getting to know"),
            (
                Prompt(
                    "who",
                    _("Who is it about?"),
                    _("Mbah Sastro, 71, who teaches children to play the gamelan."),
                ),
                Prompt(
                    "what",
                    _("What does this person do that others can learn from?"),
                    _("He repairs old instruments and lends them for free."),
                ),
                Prompt("when", _("When did it begin?"), _("In 2009, with five pupils.")),
                Prompt(
                    "where",
                    _("Where can one meet this person?"),
                    _("In the hall of RT 03, every Friday evening."),
                ),
                Prompt(
                    "why",
                    _("Why does this person go on?"),
                    _("He does not want the music to end with his generation."),
                ),
                Prompt(
                    "how",
                    _("How does an ordinary day look?"),
                    _("He farms in the morning and teaches after sunset prayers."),
                ),
                Prompt(
                    "voice", _("What do people around say?"), _("“My son is patient now,” said a neighbour.")
                ),
            ),
        ),
        KindGuide(
            StoryKind.SERVICE,
            _("Public service"),
            _("A service that people can use, and how"),
            (
                Prompt(
                    "what", _("Which service is it?"), _("Identity cards are printed at the village office.")
                ),
                Prompt(
                    "who",
                    _("Who may use it, and who runs it?"),
                    _("All residents aged 17 and over; run by the village staff."),
                ),
                Prompt("when", _("On which days and hours?"), _("Every Tuesday, nine to noon.")),
                Prompt("where", _("Where must one go?"), _("To the counter at the village office.")),
                Prompt(
                    "how",
                    _("What must one bring, and what does it cost?"),
                    _("A copy of the family card. It is free."),
                ),
                Prompt(
                    "why", _("Why was it opened or changed?"), _("So that people need not travel two hours.")
                ),
            ),
        ),
        KindGuide(
            StoryKind.BUSINESS,
            _("Small business"),
            _("A local business and the people behind it"),
            (
                Prompt("what", _("What is made or sold?"), _("Cassava chips in three flavours.")),
                Prompt(
                    "who",
                    _("Who runs the business, and who works in it?"),
                    _("Bu Lastri and four neighbours."),
                ),
                Prompt(
                    "when",
                    _("When did it start, and what is new?"),
                    _("In 2021; this month it got its halal certificate."),
                ),
                Prompt(
                    "where",
                    _("Where is it made, and where can one buy it?"),
                    _("At her kitchen in RT 07 and at the Saturday market."),
                ),
                Prompt(
                    "how",
                    _("How is it made?"),
                    _("The cassava is sliced by hand and fried in small batches."),
                ),
                Prompt(
                    "why",
                    _("Why did it start, and whom does it help?"),
                    _("Cassava was cheap at harvest, so they looked for another way to sell it."),
                ),
                Prompt(
                    "voice",
                    _("What do the owner and a customer say?"),
                    _("“I buy ten packs for my shop,” said a customer."),
                ),
            ),
        ),
        KindGuide(
            StoryKind.EMERGENCY,
            _("Emergency"),
            _("A danger that people must know about now"),
            (
                Prompt(
                    "what",
                    _("What is happening? Write only what you have checked."),
                    _("Water has risen to 60 cm over the road."),
                ),
                Prompt("where", _("Where exactly?"), _("RT 02 and RT 03, along the river.")),
                Prompt(
                    "when",
                    _("Since when, and when was this checked?"),
                    _("Since four this morning, checked at six."),
                ),
                Prompt(
                    "who",
                    _("Who is affected, and who says so?"),
                    _("Twelve families, according to the head of RT 02."),
                ),
                Prompt(
                    "how", _("What must people do now?"), _("Do not cross the bridge; go to the school hall.")
                ),
                Prompt(
                    "help",
                    _("Whom can one call, and where is help?"),
                    _("The post at the village office is open day and night."),
                ),
            ),
        ),
        KindGuide(
            StoryKind.NOTICE,
            _("Announcement"),
            _("News in short from the village to its people"),
            (
                Prompt(
                    "what",
                    _("What should people know?"),
                    _("The vaccination of children under five is on Tuesday."),
                ),
                Prompt(
                    "who",
                    _("Whom is it for, and who announces it?"),
                    _("Parents of small children; from the health post."),
                ),
                Prompt("when", _("On which day and at what time?"), _("Tuesday, nine o’clock.")),
                Prompt("where", _("Where?"), _("At the village hall.")),
                Prompt("how", _("What must one bring or do?"), _("Bring the child’s health book.")),
            ),
        ),
    )
}


def guide_for(kind: StoryKind | str) -> KindGuide:
    """Return the guide of `kind`. Raises ValueError when the kind is unknown."""
    return GUIDES[StoryKind(kind)]
