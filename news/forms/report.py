"""What a reader tells of a mistake, and what the editors answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.typed_text import LineField, LinesField
from news.forms.story import roomy
from news.models import ContentReport

TOO_LONG = _("This is too long (%(show_value)d letters). Keep it within %(limit_value)d.")


class ReportForm(forms.Form):
    """`address` is shown only when the form does not know the page yet; `website` is a trap for machines."""

    address = LineField(
        label=_("Which page is it about?"),
        max_length=600,
        help_text=_("Copy the address of the page, for example from the bar of your browser or a chat."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "inputmode": "url"}),
        error_messages={
            "required": _("Paste the address of the page that you mean."),
            "max_length": TOO_LONG,
        },
    )
    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=ContentReport.Kind.choices, widget=forms.RadioSelect
    )
    text = LinesField(
        label=_("What is wrong, and what is right?"),
        min_length=10,
        max_length=2000,
        help_text=_("Say which sentence or photo you mean, and how you know."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Tell us in a sentence what is wrong."),
            "min_length": _("Tell us a little more, so that we know what you mean."),
            "max_length": TOO_LONG,
        },
    )
    reporter_name = LineField(
        label=_("Your name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"max_length": TOO_LONG},
    )
    contact = LineField(
        label=_("Telephone number or e-mail"),
        required=False,
        max_length=120,
        help_text=_("Only whoever answers you sees it. It is deleted 90 days after the answer."),
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
        error_messages={"max_length": TOO_LONG},
    )
    website = LineField(
        required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    )

    def __init__(self, data: QueryDict | None = None, *, knows_page: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.initial.setdefault("kind", ContentReport.Kind.FACT)
        for field in self.fields.values():
            roomy(field.widget)
        if knows_page:
            self.fields["address"].widget = forms.HiddenInput()

    def clean_website(self) -> str:
        """Nobody sees this field. A person whose browser filled it presses the button once more."""
        if self.cleaned_data["website"]:
            self.data = {**self.data.dict(), "website": ""} if isinstance(self.data, QueryDict) else {}
            raise forms.ValidationError(_("Please press the button once more."))
        return ""

    def ask_for_address(self, message: Any) -> None:
        """The page cannot be found: the field appears with what was in it."""
        self.fields["address"].widget = roomy(forms.TextInput(attrs={"autocapitalize": "none"}))
        self.add_error("address", message)

    def details(self) -> dict[str, str]:
        """Keyword arguments of news.services.receive_report."""
        return {name: self.cleaned_data[name] for name in ("kind", "text", "reporter_name", "contact")}


class AnswerForm(forms.Form):
    answer = LinesField(
        label=_("Your answer"),
        max_length=2000,
        help_text=_("The sender reads it. Say thank you, and why the page stays as it is."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Write an answer of at least one sentence to whoever reported this."),
            "max_length": TOO_LONG,
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roomy(self.fields["answer"].widget)


class DismissForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why is it no report?"),
        choices=ContentReport.Dismissal.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the reason. The sender reads it.")},
    )
