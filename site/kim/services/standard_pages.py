"""The pages every network starts with: about, cyber media guidelines, privacy policy."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from core.models import StandardPage
from kim.models import RegencyPage

TEXTS = Path(__file__).resolve().parents[1] / "data" / "standard_pages.toml"


def standard_texts(path: Path = TEXTS) -> list[dict[str, Any]]:
    """Rows with slug, title, introduction, summary and body (HTML of the features a standard page knows)."""
    with open(path, "rb") as file:
        rows: list[dict[str, Any]] = tomllib.load(file)["page"]
    return rows


@transaction.atomic
def ensure_standard_pages(regency_page: RegencyPage) -> list[StandardPage]:
    """Adds the pages that are missing below a regency front and returns those; the office's own texts stay."""
    there = set(StandardPage.objects.child_of(regency_page).values_list("slug", flat=True))
    made = []
    for row in standard_texts():
        if row["slug"] in there:
            continue
        page = StandardPage(
            slug=row["slug"],
            title=row["title"],
            introduction=row["introduction"],
            search_description=row["summary"],
            body=row["body"],
        )
        regency_page.add_child(instance=page)
        page.save_revision().publish()
        made.append(page)
    return made
