"""The rows that hang on a row, fetched in its own query as JSON: one question instead of one for each kind."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Aggregate, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime


class JsonRows(Aggregate):
    """A JSON list of all values; in no order, so the caller sorts."""

    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return super().as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return super().as_sql(compiler, connection, function="JSONB_AGG", **extra)


def json_rows(rows: QuerySet[Any], owner: str, **fields: Any) -> Subquery:
    """`rows` whose field `owner` is the outer row, as a list of dicts with these fields; None for no rows."""
    grouped = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Subquery(
        grouped.annotate(json=JsonRows(JSONObject(**fields))).values("json"), output_field=JSONField()
    )


def moment_of(text: str) -> datetime.datetime:
    """A date and time as the databases write it into JSON (SQLite: UTC without saying so), aware."""
    moment = parse_datetime(text)
    if moment is None:
        raise ValueError(f"no date and time: {text!r}")
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=datetime.UTC)
