"""Reads of the public stories of whole KIM in a period."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from core.models import PageReads
from evaluation.rules.periods import Period
from news.models import ArticlePage


def reads_by_kim(kim_ids: Sequence[int], period: Period) -> dict[int, int]:
    """Reads in the period of the stories that are public now, whenever they came out, by KIM. One query.

    A page number is no foreign key, so this join cannot be said in the words of the models.
    """
    if not kim_ids:
        return {}
    reads, story = PageReads._meta.db_table, ArticlePage._meta.db_table
    page = ArticlePage._meta.get_parent_list()[-1]._meta.db_table
    places = ", ".join(["%s"] * len(kim_ids))
    sql = (
        f"SELECT s.kim_id, SUM(r.reads) FROM {reads} r JOIN {story} s ON s.page_ptr_id = r.page"  # noqa: S608 names of tables
        f" JOIN {page} p ON p.id = s.page_ptr_id"
        f" WHERE p.live AND r.day BETWEEN %s AND %s AND s.kim_id IN ({places}) GROUP BY s.kim_id"
    )
    days = [connection.ops.adapt_datefield_value(day) for day in (period.first, period.last)]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*days, *kim_ids])
        return {kim_id: int(total) for kim_id, total in cursor.fetchall()}
