"""The one page on which a story is written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import normalize_newlines
from django.utils.translation import gettext_lazy as _

from kim.models import KimGroup
from news.enums import Kind
from news.models import ArticlePage, Format, Topic
from news.rules.plain_text import to_text
from news.services import DraftInput

SOURCE_ROWS = 3
MAX_SOURCES = 12
MAX_TAGS = 8
MAX_TAG_LENGTH = 50
MAX_TEXT = 40_000
WANTED = frozenset({"lead", "text", "topic"})


def roomy(widget: forms.Widget) -> forms.Widget:
    """A text control without `maxlength`: a browser would cut a pasted text without a word."""
    widget.attrs.pop("maxlength", None)
    return widget


class StoryForm(forms.Form):
    headline = forms.CharField(
        label=_("Headline"),
        max_length=255,
        help_text=_("What happened, who, where. At most 12 words."),
        widget=forms.Textarea(attrs={"class": "input-headline", "rows": 2}),
        error_messages={
            "required": _(
                "Write a headline first, even a rough one. Everything else you typed is still here."
            ),
            "max_length": _(
                "The headline is too long (%(show_value)d letters). Keep it within %(limit_value)d."
            ),
        },
    )
    lead = forms.CharField(
        label=_("Lead"),
        required=False,
        max_length=500,
        help_text=_("One or two sentences with the whole news. At most 40 words."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": _("The lead is too long (%(show_value)d letters). Keep it within %(limit_value)d.")
        },
    )
    text = forms.CharField(
        label=_("Story"),
        required=False,
        max_length=MAX_TEXT,
        strip=False,
        help_text=_("One thought, one paragraph. An empty line starts a new paragraph."),
        widget=forms.Textarea(attrs={"class": "input-story", "rows": 12}),
    )
    kind = forms.ChoiceField(label=_("Kind of story"), choices=Kind.choices, widget=forms.RadioSelect)
    event_date = forms.DateField(
        label=_("Date of the event"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "input-short"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the date as day/month/year, for example 21/11/2026.")},
    )
    event_place = forms.CharField(
        label=_("Place of the event"),
        required=False,
        max_length=160,
        help_text=_("For example: village hall of Bangun Mulya"),
    )
    topic = forms.ModelChoiceField(
        label=_("Topic"), queryset=Topic.objects.none(), required=False, empty_label=_("Choose a topic")
    )
    tags = forms.CharField(
        label=_("Tags"),
        required=False,
        max_length=400,
        help_text=_("Words that readers search for, divided by commas."),
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
    )
    is_advertorial = forms.BooleanField(label=_("Somebody paid for this story"), required=False)
    sponsor_name = forms.CharField(label=_("Who paid"), required=False, max_length=120)
    base_revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, article: ArticlePage | None = None, **kwargs: Any
    ) -> None:
        """`article` is the newest draft as object, or None for a story that does not exist yet."""
        self.article = article
        initial: dict[str, Any] = initial_of(article) if article is not None else {"kind": Kind.KEGIATAN}
        initial.setdefault("event_date", timezone.localdate())
        super().__init__(data, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["topic"].queryset = Topic.objects.all()  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            roomy(field.widget)
            # Not for saving, yet nobody should read "may stay empty": publication asks for them.
            field.wanted = name in WANTED  # type: ignore[attr-defined]

    def source_rows(self, extra: int = 0) -> list[tuple[str, str]]:
        """(name, role) as typed or stored, padded with empty rows."""
        if self.is_bound:
            rows = self._typed_sources()
        elif self.article is not None:
            rows = [(source.name, source.role) for source in self.article.sources.all()]
        else:
            rows = []
        wanted = max(SOURCE_ROWS, len(rows)) + extra
        return rows + [("", "")] * (wanted - len(rows))

    def _typed_sources(self) -> list[tuple[str, str]]:
        # Read beside the fields, so their refusal of zero bytes (PostgreSQL keeps none) is done here.
        names, roles = (
            [word.replace("\0", "") for word in self.data.getlist(name)]  # type: ignore[attr-defined]
            for name in ("source_name", "source_role")
        )
        roles += [""] * (len(names) - len(roles))
        return [(name.strip(), role.strip()) for name, role in zip(names, roles, strict=False)][:MAX_SOURCES]

    def clean_headline(self) -> str:
        return " ".join(self.cleaned_data["headline"].split())

    def clean_text(self) -> str:
        return normalize_newlines(self.cleaned_data["text"])

    def clean_tags(self) -> tuple[str, ...]:
        words = [" ".join(word.split()).lower() for word in self.cleaned_data["tags"].split(",")]
        tags = tuple(dict.fromkeys(word for word in words if word))
        if len(tags) > MAX_TAGS:
            raise forms.ValidationError(_("At most %(n)d tags, please."), params={"n": MAX_TAGS})
        if any(len(tag) > MAX_TAG_LENGTH for tag in tags):
            raise forms.ValidationError(_("A tag is a word or two. Divide them by commas."))
        return tags

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if any(len(name) > 120 or len(role) > 120 for name, role in self._typed_sources()):
            self.add_error(None, _("A source's name and role may have at most 120 letters each."))
        return cleaned

    @property
    def has_typed_words(self) -> bool:
        return bool(
            self.is_bound and any(self.data.get(name, "").strip() for name in ("headline", "lead", "text"))
        )

    def to_input(self) -> DraftInput:
        """The cleaned values as the services take them; what this page does not show stays as it was."""
        data = self.cleaned_data
        return DraftInput(
            headline=data["headline"],
            lead=data["lead"],
            text=data["text"],
            kind=data["kind"],
            event_date=data["event_date"],
            event_place=data["event_place"],
            topic=data["topic"],
            format=self.article.format
            if self.article is not None and self.article.format
            else usual_format(data["kind"]),
            tags=data["tags"],
            sources=tuple(row for row in self._typed_sources() if row[0]),
            is_advertorial=data["is_advertorial"],
            sponsor_name=data["sponsor_name"],
        )


class NewStoryForm(StoryForm):
    """A first save: which KIM the story is for travels in the form."""

    kim = forms.ModelChoiceField(
        label=_("For which KIM?"),
        queryset=KimGroup.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the KIM you are writing for.")},
    )
    field_order = ["kim"]

    def __init__(self, data: QueryDict | None = None, *, groups: list[KimGroup], **kwargs: Any) -> None:
        """`groups` are the KIM for which this person may write."""
        super().__init__(data, **kwargs)
        field = self.fields["kim"]
        field.queryset = KimGroup.objects.filter(pk__in=[group.pk for group in groups]).select_related(  # type: ignore[attr-defined]
            "village"
        )
        if len(groups) == 1:
            field.widget = forms.HiddenInput()
            self.initial["kim"] = groups[0].slug


def usual_format(kind: str) -> Format | None:
    """A notice is a notice; everything else written here is a news story until somebody says otherwise."""
    return Format.objects.filter(slug="pengumuman" if kind == Kind.PENGUMUMAN else "berita").first()


def initial_of(article: ArticlePage) -> dict[str, Any]:
    """What the page shows of a stored draft."""
    return {
        "headline": article.title,
        "lead": article.lead,
        "text": to_text(list(article.body.raw_data)),
        "kind": article.kind,
        "event_date": article.event_date,
        "event_place": article.event_place,
        "topic": article.topic_id,
        "tags": ", ".join(tag.name for tag in article.tags.all()),
        "is_advertorial": article.is_advertorial,
        "sponsor_name": article.sponsor_name,
        "base_revision": article.latest_revision_id,
    }
