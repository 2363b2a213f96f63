"""Fields that several forms of a KIM's data share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

MAX_DECREE_BYTES = 5 * 1024 * 1024
PDF_MAGIC = b"%PDF-"
FIRST_YEAR, LAST_YEAR = 1945, 2100
YEAR_MESSAGE = _("Write the year with four digits, such as 2026.")


def year_field(*, label: Any, required: bool = True, **kwargs: Any) -> forms.IntegerField:
    """A year with four digits."""
    return forms.IntegerField(
        label=label,
        required=required,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "input-short"}),
        error_messages={"invalid": YEAR_MESSAGE, "min_value": YEAR_MESSAGE, "max_value": YEAR_MESSAGE},
        **kwargs,
    )


def date_input() -> forms.DateInput:
    """The phone's own calendar."""
    return forms.DateInput(attrs={"type": "date", "class": "input-short"}, format="%Y-%m-%d")


def long_text(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def month_field(*, label: Any) -> forms.TypedChoiceField:
    """A month by its name; nothing chosen gives None."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=[("", _("Not decided yet")), *MONTHS.items()],
        coerce=int,
        empty_value=None,
    )


class PdfField(forms.FileField):
    """A PDF of at most 5 MB. What counts is how the file begins, not what it is called."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": "application/pdf,.pdf"}))
        kwargs.setdefault("max_length", 200)
        super().__init__(
            error_messages={"empty": _("This file is empty. Choose it again.")},
            help_text=_("PDF, at most 5 MB."),
            **kwargs,
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if not isinstance(upload, UploadedFile):
            return upload
        if (upload.size or 0) > MAX_DECREE_BYTES:
            raise ValidationError(
                _("This file is larger than 5 MB. Everything else you typed is still here. Scan it smaller."),
                code="too_large",
            )
        upload.seek(0)
        beginning = upload.read(len(PDF_MAGIC))
        upload.seek(0)
        if beginning != PDF_MAGIC:
            raise ValidationError(
                _("This file is not a PDF. Everything else you typed is still here. Choose the scanned PDF."),
                code="not_pdf",
            )
        return upload
