"""What is missing in a KIM's data, in words; the codes are those of kim.rules.completeness."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim.rules.completeness import Item

# The words of kim.rules.potentials.HEADINGS.
HEADING_WORDS: dict[str, Any] = {
    "tourism": gettext_lazy("Tourism"),
    "farming": gettext_lazy("Farming, plantation and fishery"),
    "small_business": gettext_lazy("Small business"),
    "culture_literacy": gettext_lazy("Culture and literacy"),
    "technology": gettext_lazy("Technology and information"),
}
MISSING = {
    "tagline": gettext_lazy("two lines about the KIM"),
    "about": gettext_lazy("about us"),
    "address": gettext_lazy("address"),
    "whatsapp": gettext_lazy("WhatsApp number"),
    "founded_year": gettext_lazy("founding year"),
    "kim_id_number": gettext_lazy("KIM.ID number"),
    "cover": gettext_lazy("a picture"),
    "chair": gettext_lazy("chair"),
    "secretary": gettext_lazy("secretary"),
    "treasurer": gettext_lazy("treasurer"),
    "collecting": gettext_lazy("collecting information"),
    "processing": gettext_lazy("processing information"),
    "spreading": gettext_lazy("spreading information"),
    "decree_in_force": gettext_lazy("a decree in force"),
    "decree_file": gettext_lazy("the scanned decree"),
    "potential": gettext_lazy("a theme or potential"),
    "main_potential": gettext_lazy("the main theme"),
    "activity": gettext_lazy("an activity of this year"),
    "channel": gettext_lazy("a channel"),
    "offline_channel": gettext_lazy("a channel without internet"),
}
NEXT = {
    "story": gettext_lazy("Write in a few lines who this KIM is."),
    "contact": gettext_lazy("Say how people reach you: address and WhatsApp number."),
    "identity": gettext_lazy("Fill in the founding year and the KIM.ID number."),
    "cover": gettext_lazy("Choose a cover picture of the village."),
    "officers": gettext_lazy("Enter chair, secretary and treasurer."),
    "fields": gettext_lazy("Say who collects, who processes and who spreads information."),
    "decree": gettext_lazy("Enter the decree that is in force."),
    "decree_file": gettext_lazy("Add the scanned decree."),
    "potentials": gettext_lazy("Choose what the village lives from and the main theme."),
    "plan": gettext_lazy("Plan the first activity of this year."),
    "channels": gettext_lazy("Enter the channels by which news reaches people."),
    "offline_channels": gettext_lazy("Enter a notice board, loudspeaker or radio too."),
}


def missing_in_words(codes: tuple[str, ...]) -> str:
    """ "chair, secretary and treasurer"; "" when nothing is missing. Raises KeyError for an unknown code."""
    words = [str(MISSING[code]) for code in codes]
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def what_next(item: Item) -> str:
    """The sentence that asks for this item."""
    return str(NEXT[item.name])
