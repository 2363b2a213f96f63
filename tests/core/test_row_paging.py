"""Pages by row: forwards and backwards they show every row once, in the order of the list."""

from __future__ import annotations

import pytest

from core.row_paging import page_beside
from kim.models import Region

pytestmark = pytest.mark.django_db
# Many share a kind and a name, so that the number has to decide.
ROWS = [
    ("district", "Waru"),
    ("desa", "Api-Api"),
    ("desa", "Waru"),
    ("desa", "Api-Api"),
    ("district", "Petung"),
]


def make_rows() -> None:
    for number, (kind, name) in enumerate(ROWS * 2):
        Region.objects.create(code=f"99.{number:02d}", kind=kind, name=name)


def walk(size: int, *, backwards: bool = False) -> list[int]:
    rows = Region.objects.filter(code__startswith="99.")
    page = page_beside(rows, ("kind", "name"), size=size)
    seen = [row.pk for row in page.rows]
    while page.next_id:
        page = page_beside(rows, ("kind", "name"), after=page.next_id, size=size)
        seen += [row.pk for row in page.rows]
    if not backwards:
        return seen
    seen = [row.pk for row in page.rows]
    while page.previous_id:
        page = page_beside(rows, ("kind", "name"), before=page.previous_id, size=size)
        seen = [row.pk for row in page.rows] + seen
    return seen


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 9, 10, 11])
def test_every_row_once_and_in_order(size: int) -> None:
    make_rows()
    ordered = list(
        Region.objects.filter(code__startswith="99.")
        .order_by("kind", "name", "pk")
        .values_list("pk", flat=True)
    )
    assert walk(size) == ordered
    assert walk(size, backwards=True) == ordered


def test_row_that_is_not_there_gives_the_first_page() -> None:
    make_rows()
    rows = Region.objects.filter(code__startswith="99.")
    pages = [
        page_beside(rows, ("kind", "name"), size=3, **key)
        for key in ({}, {"after": 10**15}, {"before": 10**15})
    ]  # type: ignore[arg-type]
    assert [[row.pk for row in page.rows] for page in pages] == [[row.pk for row in pages[0].rows]] * 3
    assert [page.previous_id for page in pages] == [0, 0, 0]
