"""Lists of a tag are public while a public story carries it; afterwards their address says that they are gone."""

from __future__ import annotations

from collections.abc import Iterable

from core import former_addresses
from news.models import ArticleTag


def keep_tag_addresses(tagged_items: Iterable[int]) -> None:
    """Writes down the lists of these rows (by number), as far as a story that was public carried the tag.

    A list that other stories keep alive answers by itself: the book is asked only where nothing answers.
    """
    public = ArticleTag.objects.filter(pk__in=tagged_items, content_object__first_published_at__isnull=False)
    for slug in set(public.values_list("tag__slug", flat=True)):
        if slug:
            former_addresses.path_gone(f"/tag/{slug}/")
