"""Forms of core."""

from typing import Any

from django import forms
from wagtail.images.forms import BaseImageForm

from core import imaging
from core.imaging_messages import refusal_message
from core.media_services import CleanFile


class MediaImageForm(BaseImageForm):
    """The admin's image form: the file is cleaned before anything is stored, a refusal stands beside the field."""

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        if not upload or "file" not in self.changed_data:
            return upload
        upload.seek(0)
        try:
            clean = imaging.sanitise(upload, filename=upload.name)
        except imaging.ImageRefused as refused:
            raise forms.ValidationError(refusal_message(refused.code, refused.params)) from refused
        return CleanFile(clean.content, name=f"foto.{clean.extension}")
