"""Forms of pages in the admin: an address that was another page's once is refused beside its field."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm

from core import former_addresses

ADDRESS_OF_ANOTHER = _(
    "Another page had this address once, and its readers still come there. Choose another one."
)


class PageForm(WagtailAdminPageForm):
    """A new page has no place in the tree yet when its model is asked, so the form asks once more."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        is_new = self.instance.pk is None and self.parent_page is not None
        if is_new and "slug" in data and former_addresses.is_taken(self.parent_page, data["slug"]):
            self.add_error("slug", ADDRESS_OF_ANOTHER)
        return data


class CopyPageForm(CopyForm):
    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        parent = data.get("new_parent_page") or self.page.get_parent()
        if "new_slug" in data and former_addresses.is_taken(parent, data["new_slug"]):
            self.add_error("new_slug", ADDRESS_OF_ANOTHER)
        return data
